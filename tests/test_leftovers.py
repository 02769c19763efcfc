"""Gaps that a template left, HTML, text behind “#”, and files that nothing reads."""

import pytest

from generator.checks import misnamed_files
from generator.checks.wording import leftovers
from generator.reader.yaml_text import parse

GAPS = ("{{name}}", "[[x]]", "TBC", "TBD", "TODO", "XXX", "(x)", "(…)", "${team}", "<<shop>>")


@pytest.mark.parametrize("gap", GAPS)
def test_a_gap(gap: str) -> None:
    found = leftovers._LEFTOVER.search(f"Ask {gap} for it.")
    assert found
    assert found[0] == gap


@pytest.mark.parametrize(
    "text", ["size XXL", "todo list", "((spend-limit))", "[x]", "a (or b)", "?"]
)
def test_no_gap(text: str) -> None:
    assert not leftovers._LEFTOVER.search(text)


@pytest.mark.parametrize("text", ["<b>now</b>", "a<br/>b", "<p class='x'>", "Tom &amp; Jo"])
def test_html(text: str) -> None:
    assert leftovers._MARKUP.search(text)


@pytest.mark.parametrize("text", ["5 < 6 > 4", "<you> & me", "a <name>", "R&D; more"])
def test_no_html(text: str) -> None:
    assert not leftovers._MARKUP.search(text)


CUT = {
    "accent: #0f5e5c": True,
    "limit: £50 # per person": True,
    "limit: 50% # of it": True,
    "kind: scenario # for now": False,
    "reviewed: 2026-11-20 # by Robin": False,
    "steps: # what to do\n  - One": False,
    "steps:\n  # what to do\n  - One": False,
    "purpose: Ask. # a comment": True,
    "purpose: Ask.  # a comment": False,
    "- #1 rule": True,
}


@pytest.mark.parametrize("text", CUT)
def test_text_behind_a_sign_is_told(text: str) -> None:
    found = parse("a.yml", text if ":" in text else f"x:\n  {text}").problems
    assert [one.rule.group.value for one in found] == [
        "Signs that YAML reads in its own way"
    ] * CUT[text]


def test_files_that_nothing_reads() -> None:
    names = [
        "house.yaml",
        "House.yml",
        "hosue.yml",
        "words.yml",
        "README.md",
        "notes.txt",
        "mkdocs.yml",
    ]
    found = dict(misnamed_files.find_unread(names, house="house.yml"))
    assert found == {
        "House.yml": "Rename it to  house.yml",
        "hosue.yml": "Rename it to  house.yml",
        "house.yaml": "Rename it to  house.yml",
        "words.yml": "Move it into the folder of playbooks, as  words.yml",
    }
    assert dict(misnamed_files.find_unread(["house.yml"], house="house.yml")) == {}
    two = misnamed_files.find_unread(["house.yml", "house.yaml"], house="house.yml")
    assert dict(two) == {"house.yaml": "Delete it, or move what it says into  house.yml"}
    assert dict(misnamed_files.find_unread(["ours.yml"], house="ours.yml")) == {}
