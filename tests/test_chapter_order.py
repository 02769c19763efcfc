"""The order of playbooks inside a chapter: danger first, then as the trainer lists them."""

from typing import Any

from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import Reading
from tests import samples

TITLES = {"apple": "Zeal", "berry": "Yes", "cherry": "Anger", "danger": "Last"}


def read(order: list[str], **about: Any) -> Reading:
    playbooks = {
        f"fair/{name}": samples.make_minimal(title=title) for name, title in TITLES.items()
    }
    playbooks["fair/choking"] = samples.make_emergency(title="Zzz")
    playbooks["cool/other"] = samples.make_minimal()
    whole = samples.make_about(["fair", "cool"], **about)
    whole["chapters"][0]["playbooks"] = order
    return guidebook_reader.read(samples.make_folder(playbooks, whole))


def list_order(reading: Reading) -> list[str]:
    assert reading.guidebook
    return [one.id for one in reading.guidebook.by_chapter["fair"]]


def test_an_emergency_comes_first_and_what_is_not_listed_follows_by_title() -> None:
    assert list_order(read([])) == ["choking", "cherry", "danger", "berry", "apple"]
    assert list_order(read(["apple", "berry"])) == [
        "choking",
        "apple",
        "berry",
        "cherry",
        "danger",
    ]


def test_what_a_shortcut_marks_as_danger_comes_before_the_rest() -> None:
    tiles = [
        {"playbook": "danger", "label": "Danger", "danger": "yes"},
        {"playbook": "cherry", "label": "Anger"},
    ]
    order = list_order(read(["apple", "choking"], right_now=tiles))
    assert order == ["choking", "danger", "apple", "cherry", "berry"]


def test_a_name_that_is_wrong_in_the_order_is_reported() -> None:
    reading = read(["aple", "other", "berry", "berry"])
    found = [(one.rule.id, one.message, one.fix, one.place.line) for one in reading.errors]
    assert [(rule, message) for rule, message, _, _ in found] == [
        ("unknown-playbook", "There is no playbook called “aple”."),
        ("other-chapter", "“other” is in the chapter “cool”."),
        ("named-twice", "“berry” is already in this list."),
    ]
    assert found[0][2] == "Did you mean “apple”?"
    assert len({line for *_, line in found}) == 3


def test_every_shipped_chapter_says_its_order(guidebook: Guidebook) -> None:
    for chapter in guidebook.about.chapters:
        assert list(chapter.playbooks) == [one.id for one in guidebook.by_chapter[chapter.id]]
