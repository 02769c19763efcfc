"""What one can train: every exercise once, under a name that stays, and links that lead somewhere."""

import json
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook
from generator.views import training_data
from tests import samples
from tests.page_samples import render


def read(guidebook: Guidebook) -> dict[str, Any]:
    text = training_data.make_script(guidebook)
    data: dict[str, Any] = json.loads(
        text.removeprefix("globalThis.guidebookExercises=").rstrip(";\n")
    )
    return data


def make(**more: Any) -> Guidebook:
    practice = samples.make_practice(roleplay=True)
    avoid = [
        {"say": "Calm down.", "why": "Nobody does.", "instead": "Tell me the *main* thing."},
        {"say": "Not my job."},
        {"do": "Turning away."},
    ]
    one = samples.make_minimal(practice=practice, avoid=avoid, **more)
    return samples.make_site({"fair/one": one, "fair/two": samples.make_minimal()}).guidebook


def test_questions_words_and_role_plays_have_names_that_stay() -> None:
    data = read(make())
    assert [one["id"] for one in data["exercises"]] == [
        "one.quiz.what-now-number-1",
        "one.quiz.what-now-number-2",
        "one.quiz.what-now-number-3",
        "one.avoid.calm-down",
        "one.play",
    ]
    words = data["exercises"][3]
    assert (words["avoid"], words["instead"]) == ("Calm down.", "Tell me the main thing.")
    assert data["playbooks"] == {"one": {"title": "Someone is shouting", "url": "fair/one/"}}
    assert data["formerly"] == {}
    assert read(make(formerly=["won"]))["formerly"] == {"won": "one"}
    assert read(make(title="Another title"))["exercises"] == data["exercises"]


def test_every_exercise_that_we_ship_is_there_once(guidebook: Guidebook) -> None:
    data = read(guidebook)
    ids = [one["id"] for one in data["exercises"]]
    assert len(set(ids)) == len(ids)
    kinds = [one["kind"] for one in data["exercises"]]
    practices = [one.practice for one in guidebook.playbooks if one.practice]
    assert kinds.count("quiz") == sum(len(one.quiz) for one in practices)
    assert kinds.count("roleplay") == sum(one.roleplay is not None for one in practices)
    assert kinds.count("words") > 200
    assert all(
        set(names) <= data["playbooks"].keys() | {one.id for one in guidebook.playbooks}
        for names in data["paths"].values()
    )


def test_what_rounds_rest_on_is_found_on_its_page(guidebook: Guidebook) -> None:
    pages = {page.url: page for page in render(guidebook).values()}
    count = 0
    for one in read(guidebook)["exercises"]:
        for part in one["play"]["rounds"] if one["kind"] == "roleplay" else ():
            url, mark = part["rests"]["url"].removeprefix("../../").split("#")
            assert LexborHTMLParser(pages[url].html).css_first(f"#{mark}")
            count += 1
    assert count > 100
