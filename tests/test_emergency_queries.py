"""The search finds emergencies by words that nobody had before them who wrote it."""

from pathlib import Path

import yaml

from generator.model.guidebook import Guidebook
from generator.views.finder.engine import Engine
from generator.views.finder.index import make_index

ASKED = yaml.safe_load(Path(__file__).with_name("emergency_queries.yml").read_text("utf-8"))


def test_every_emergency_comes_first(guidebook: Guidebook) -> None:
    asked = [(line, page) for page, lines in ASKED.items() for line in lines.splitlines()]
    assert len(asked) > 50
    assert {page for _, page in asked} == {one.id for one in guidebook.emergencies} - {
        "medical-emergency"
    }
    with Engine(make_index(guidebook)) as engine:
        found = engine.find_all([line for line, _ in asked], 1)
    assert {
        line: own[0]["id"]
        for (line, page), own in zip(asked, found, strict=True)
        if own[0]["id"].partition("#")[0] != page
    } == {}


def test_none_of_them_is_known_beforehand(guidebook: Guidebook) -> None:
    lines = {line for lines in ASKED.values() for line in lines.splitlines()}
    learned = {line for text in guidebook.examples.values() for line in text.splitlines()}
    tried = {one.query for own in guidebook.queries.queries.values() for one in own}
    assert not lines & (learned | tried)
