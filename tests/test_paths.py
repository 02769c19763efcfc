"""Paths: read and checked with places, shown in order with reasons, and renamed with their playbooks."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook
from generator.model.learning_path import Exercise
from generator.reader import guidebook_reader, renaming
from generator.reader.guidebook_reader import House, Reading
from generator.views import json_export
from generator.views.pages.page import Page
from tests import samples
from tests.page_samples import render

STEPS = [
    {"playbook": "one", "why": "It comes first."},
    {"playbook": "two", "practice": "quiz", "why": "See what stayed, as in ((one))."},
]
PLAYBOOKS = {
    "fair/one": samples.make_minimal(title="The first one"),
    "fair/two": samples.make_minimal(title="The second", practice=samples.make_practice()),
}


def write(steps: list[dict[str, Any]], **more: Any) -> bytes:
    path = {"id": "new-here", "title": "New here", "purpose": "Find your way."}
    return samples.dump({"paths": [{**path, "steps": steps, **more}]})


def read(content: bytes, **options: Any) -> Reading:
    return guidebook_reader.read(
        {**samples.make_folder(PLAYBOOKS), "paths.yml": content}, **options
    )


def tell(reading: Reading) -> list[tuple[int, str, str, str]]:
    own = [one for one in reading.problems if one.place.path == "paths.yml"]
    return [(one.place.line, one.rule.id, one.message, one.fix) for one in own]


def find_page(reading: Reading, path: str = "practice/paths/new-here.md") -> Page:
    assert reading.guidebook
    return render(reading.guidebook)[path]


def test_a_path_is_shown_in_order_with_its_reasons_and_its_boxes() -> None:
    reading = read(write(STEPS, icon="store"))
    assert tell(reading) == []
    page = LexborHTMLParser(find_page(reading).html)
    labels = [one.text(strip=True) for one in page.css(".gb-boxes label")]
    assert labels == ["Read: The first one", "Questions: The second"]
    links = [one.attributes["href"] for one in page.css(".gb-boxes .gb-why a")]
    second = ["../../../fair/one/", "../../../fair/two/#quiz"]  # the first is in its reason
    assert links == ["../../../fair/one/", *second]
    assert "It comes first." in page.css(".gb-why")[0].text()
    keys = [one.attributes["data-item"] for one in page.css("[data-item]")]
    assert keys == ["one", "two.quiz"]
    assert page.css_first("form").attributes["data-checklist"] == "new-here"


def test_the_practice_page_leads_to_it_with_how_far_one_is() -> None:
    page = LexborHTMLParser(find_page(read(write(STEPS)), "practice.md").html)
    row = page.css_first("[data-ticks='path.new-here']")
    assert row.attributes["data-boxes"] == "2"
    assert [one.attributes["href"] for one in row.css("a")] == ["../practice/paths/new-here/"] * 2
    assert page.css_first("a[href='../practice/train/']").text() == "Train me"


def test_without_paths_nothing_is_said_of_them() -> None:
    reading = guidebook_reader.read(samples.make_folder(PLAYBOOKS))
    assert [one.id for one in find_page(reading, "practice.md").sections] == [
        "train",
        "groups",
    ]


@pytest.mark.parametrize(
    ("steps", "line", "rule", "message", "fix"),
    [
        (
            [{"playbook": "won", "why": "So."}],
            6,
            "unknown-playbook",
            "There is no playbook called “won”.",
            "Choose one of: one, two.",
        ),
        ([], 5, "empty", "steps” is empty.", ""),
        (
            [STEPS[0], {"playbook": "two", "why": "So."}, {**STEPS[0]}],
            10,
            "named-twice",
            "The path “new-here” already has “one” to read.",
            "Delete one of the two steps.",
        ),
        (
            [STEPS[1], {**STEPS[1]}],
            9,
            "named-twice",
            "The path “new-here” already has the quiz of “two”.",
            "Delete one",
        ),
        (
            [{"playbook": "two", "practice": "roleplay", "why": "So."}],
            7,
            "no-such-exercise",
            "“two” has no roleplay to practice with.",
            "Write  practice: quiz  instead, or add one to fair/two.yml.",
        ),
        (
            [{"playbook": "one", "practice": "quiz", "why": "So."}],
            7,
            "no-such-exercise",
            "“one” has no quiz to practice with.",
            "Delete the line, so that the step is to read, or add one to fair/one.yml.",
        ),
        ([{"playbook": "one", "practice": "test", "why": "So."}], 7, "choice", "“test”", "quiz"),
        ([{"playbook": "one"}], 6, "missing", "“why”", "why"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    steps: list[dict[str, Any]], line: int, rule: str, message: str, fix: str
) -> None:
    (found,) = tell(read(write(steps)))
    assert found[:2] == (line, rule)
    assert message in found[2]
    assert fix in found[3]


def test_two_paths_of_one_id_and_an_unknown_pictogram_are_told() -> None:
    one = {"id": "new", "title": "New", "purpose": "So.", "steps": STEPS[:1], "icon": "stoer"}
    other = {**one, "steps": [{**STEPS[0]}]}
    found = tell(read(samples.dump({"paths": [one, other]})))
    assert [(rule, message) for _, rule, message, _ in found] == [
        ("unknown-icon", "There is no pictogram called “stoer”."),
        ("duplicate-id", "There are two paths with the id “new”."),
        ("unknown-icon", "There is no pictogram called “stoer”."),
    ]


@pytest.mark.parametrize(
    "steps", [[{"playbook": "gone", "why": "So."}, STEPS[1]], [{"playbook": "gone", "why": "So."}]]
)
def test_a_preview_shows_what_can_be_shown(steps: list[dict[str, Any]]) -> None:
    reading = read(write(steps))
    assert reading.guidebook
    left = [one.playbook for path in reading.guidebook.paths for one in path.steps]
    assert left == [one["playbook"] for one in steps if one["playbook"] == "two"]
    render(reading.guidebook)


def test_what_a_company_leaves_out_is_no_step() -> None:
    house = House("house.yml", samples.dump({"without": ["one"]}))
    reading = read(write(STEPS), house=house)
    assert reading.guidebook
    assert [one.playbook for one in reading.guidebook.paths[0].steps] == ["two"]


def test_a_playbook_is_renamed_in_paths_too() -> None:
    files = {**samples.make_folder(PLAYBOOKS), "paths.yml": write(STEPS)}
    changed = renaming.rename(files, "one", "won")
    assert changed["paths.yml"] == write(STEPS).replace(b"playbook: one", b"playbook: won").replace(
        b"((one))", b"((won))"
    )


def test_programs_get_them_too() -> None:
    guidebook = read(write(STEPS)).guidebook
    assert guidebook
    assert '"paths": {"new-here": {' in json_export.make_json(guidebook)


def test_the_paths_that_we_ship_read_before_they_practice_and_say_why_once(
    guidebook: Guidebook,
) -> None:
    assert [one.id for one in guidebook.paths] == [
        "new-at-the-counter",
        "shift-lead",
        "back-office",
        "chat-and-messages",
    ]
    for path in guidebook.paths:
        assert 10 <= len(path.steps) <= 20
        assert {one.practice for one in path.steps} == {None, *Exercise}
        reasons = [one.why for one in path.steps]
        assert len(set(reasons)) == len(reasons)
