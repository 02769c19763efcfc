"""Texts of a page that know where they are written, and what a page may ask about them."""

import json
import pickle
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.adapters.followed_project import FollowedProject
from generator.model.emergency_playbook import EmergencyFile
from generator.model.guidebook_files import SourcesFile
from generator.model.located_text import LocatedText, TextAt, find_at, rewrite
from generator.model.model_path import Shape, allows, find_slot
from generator.model.playbook import StandardFile
from generator.model.written_value import NOTHING, find_full, find_value, find_written
from generator.model.yaml_model import Loc
from generator.reader import draft_reading
from generator.reader.field_places import FieldPlaces
from generator.views.page_editor import text_field
from tests.conftest import ROOT

HIDDEN = {"allow", "danger", "ideas", "owner", "search", "sign_off", "sources"}
"""What no page draws as words, or what is chosen; the purpose of an emergency is not drawn too."""

SHORT = {
    "steps": ["a", {"do": "b"}],
    "checklist": ["c", {"text": "d"}],
    "practice": {"quiz": {"prompt": "p", "options": []}},
    "stop": "s",
}


@pytest.fixture(scope="module")
def shipped() -> FollowedProject:
    project = FollowedProject(ROOT)
    project.read_quickly({})
    return project


def list_texts(project: FollowedProject, address: str) -> dict[Loc, str]:
    assert project.site is not None
    pages = {page.url: page for page in project.site.pages.values()}
    tree = LexborHTMLParser(pages[address].html)
    return {
        tuple(json.loads(one.attributes["data-at"] or "")): one.text()
        for one in tree.css("[data-at]")
    }


def test_what_is_made_of_a_located_text_has_no_place() -> None:
    at = TextAt("x.yml", ("title",))
    text = LocatedText("One", at)
    assert find_at(text) == at
    for made in (text + "", text.strip(" "), f"{text}", text[:1], text.replace("O", "o")):
        assert find_at(made) is None
    assert find_at(rewrite(text, str.upper)) == at
    assert rewrite("one", str.upper) == "ONE"
    assert find_at(pickle.loads(pickle.dumps(text))) == at


def test_every_text_of_every_playbook_is_on_its_page(shipped: FollowedProject) -> None:
    """But for what no page draws, and what is chosen and not written."""
    assert shipped.site is not None
    drawn = {Shape.TEXT}
    for playbook in shipped.site.guidebook.playbooks:
        model = EmergencyFile if playbook.kind == "emergency" else StandardFile
        found = list_texts(shipped, playbook.url)
        for loc, _ in playbook.texts:
            slot = find_slot(model, loc)
            is_hidden = bool(HIDDEN.intersection(loc)) or loc == ("purpose",)
            if slot and slot.shape in drawn and not is_hidden:
                assert (playbook.path, *loc) in found, (playbook.path, loc)


@pytest.mark.parametrize(
    ("address", "at"),
    [
        ("", ("guidebook.yml", "right_now", 0, "label")),
        ("", ("guidebook.yml", "chapters", 0, "purpose")),
        ("fair-limits/", ("guidebook.yml", "chapters", 0, "title")),
        ("help-me-now/", ("help-me-now.yml", "questions", 0, "ask")),
        ("help-me-now/", ("help-me-now.yml", "questions", 0, "answers", 0, "say")),
        ("sources/", ("sources.yml", "sources", "D1", "fact")),
        ("managers/", ("guidebook.yml", "house_values", "spend-limit", "ask")),
    ],
)
def test_texts_of_other_files_are_on_their_pages(
    shipped: FollowedProject, address: str, at: Loc
) -> None:
    found = list_texts(shipped, address)
    name = {one[0] for one in found} & {at[0]}
    assert name, found.keys()
    kinds = {tuple("N" if isinstance(part, int) else part for part in one) for one in found}
    wanted = tuple("N" if isinstance(part, int) else part for part in at)
    if at[1] == "sources":  # which of them is on the page is the guidebook's matter
        assert any(one[:2] == at[:2] and one[-1] == "fact" for one in found)
    else:
        assert wanted in kinds


def test_a_published_page_says_nothing_of_it(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "data-at" not in path.read_text("utf-8"), path


def test_a_problem_is_at_its_field(shipped: FollowedProject) -> None:
    reading = shipped.reading
    assert reading is not None
    name = "fair-limits/saying-no-well.yml"
    content = reading.layers[-1].files[name]
    for old, new, loc in (
        (b"title: ", b"titl: ", ("titl",)),
        (
            b"\nsteps:\n",
            b"\nsteps:\n  - do: A step ((to-nowhere)).\n    sya: x\n",
            ("steps", 0, "sya"),
        ),
        (b"\nsteps:\n", b"\nsteps:\n  - ''\n", ("steps", 0)),
    ):
        draft = draft_reading.read(reading, name, content.replace(old, new, 1))
        assert draft.parsed
        places = FieldPlaces(draft.parsed)
        assert loc in [places.find(one.place) for one in draft.problems]
        assert not draft.is_readable
    same = draft_reading.read(reading, name, content)
    assert same.is_readable
    assert not same.problems


def test_short_forms_are_read_as_the_model_reads_them() -> None:
    for loc, value, written in (
        (("steps", 0, "do"), "a", ("steps", 0)),
        (("steps", 0, "why"), NOTHING, ("steps", 0, "why")),
        (("steps", 1, "do"), "b", ("steps", 1, "do")),
        (("checklist", "items", 0, "text"), "c", ("checklist", 0)),
        (("checklist", "items", 1, "text"), "d", ("checklist", 1, "text")),
        (("practice", "quiz", 0, "prompt"), "p", ("practice", "quiz", "prompt")),
        (("stop", "text"), "s", ("stop",)),
        (("avoid", 0, "say"), NOTHING, ("avoid", 0, "say")),
    ):
        assert find_value(StandardFile, SHORT, loc) is value or value
        assert find_value(StandardFile, SHORT, loc) == value
        assert find_written(StandardFile, SHORT, loc) == written
        if value is not NOTHING:
            assert find_full(StandardFile, SHORT, written) == loc


def test_only_what_the_model_knows_is_allowed() -> None:
    steps = find_slot(StandardFile, ("steps", 0))
    assert allows(steps, {"do": "x", "why": "y"})
    assert allows(steps, "x")
    assert not allows(steps, {"doo": "x"})
    assert not allows(steps, {"do": {"x": "y"}})
    assert not allows(steps, ["x"])
    assert not allows(steps, 7)
    assert find_slot(StandardFile, ("path",)) is None
    assert find_slot(StandardFile, ("__class__",)) is None
    assert find_slot(SourcesFile, ("sources", "D1", "fact")) is not None


def test_what_can_be_done_with_a_text() -> None:
    found = text_field.describe(StandardFile, SHORT, ("steps", 0, "do"))
    assert found
    assert found["text"] == "a"
    assert found["list"] == {"loc": ("steps",), "index": 0, "count": 2, "least": 1, "name": "Steps"}
    assert [one["loc"][-1] for one in found["more"]] == ["say", "why"]
    assert text_field.describe(StandardFile, SHORT, ("steps",)) is None
    assert text_field.describe(StandardFile, SHORT, ("kind",)) is None
    missing = [one["loc"] for one in text_field.list_missing(StandardFile, SHORT, ())]
    assert missing == [("signals",), ("avoid",)]


def test_a_new_item_has_what_it_needs() -> None:
    asked = text_field.list_needed(StandardFile, ("practice", "quiz"))
    texts = {tuple(one["loc"]): one["label"] for one in asked}
    made = text_field.make_item(StandardFile, ("practice", "quiz"), texts)
    assert [one.get("right") for one in made["options"]] == ["yes", None]
    assert text_field.make_item(StandardFile, ("steps",), {("do",): "x"}) == "x"
    branch = {("see",): "Smoke or fire!", ("now", 0): "Get out."}
    made = text_field.make_item(EmergencyFile, ("branches",), branch, ["smoke-or-fire"])
    assert made == {"id": "smoke-or-fire-2", "see": "Smoke or fire!", "now": ["Get out."]}
