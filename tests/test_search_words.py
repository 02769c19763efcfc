"""Search words that a page holds, and those that only lead to it: the rule `unbacked-search`."""

import pytest

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.reader import guidebook_reader
from generator.views import finder
from generator.views.finder.engine import Engine
from generator.views.finder.index import make_index
from tests import indexes, samples

PAGE = "fair/refund"


def list_unbacked(
    words: list[str],
    meant: dict[str, list[str]] | None = None,
    danger: dict[str, list[str]] | None = None,
) -> list[str]:
    """Those of a playbook's search words that none of its texts takes up."""
    own = indexes.PLAYBOOKS[PAGE] | {"search": words}
    playbooks = {
        name: samples.make_minimal() | more
        for name, more in (indexes.PLAYBOOKS | {PAGE: own}).items()
    }
    guidebook = guidebook_reader.read(samples.make_folder(playbooks)).guidebook
    assert guidebook
    index = make_index(guidebook)
    index["words"]["danger"] = danger or {}
    with Engine(index) as engine:
        return [text for page, text in engine.list_unbacked(meant or {}) if page == "refund"]


@pytest.mark.parametrize(
    "words",
    [
        ["gearbox"],
        ["gearbox", "zwiebelkuchen"],
        ["burned clutch"],
        ["zwiebelkuchen smells burned"],
    ],
)
def test_a_word_without_a_text_is_told(words: list[str]) -> None:
    assert list_unbacked(words) == words


@pytest.mark.parametrize(
    "word", ["refund", "refunding", "refnud", "no receipt", "receipts from zwiebelkuchen"]
)
def test_what_the_page_says_is_taken_up(word: str) -> None:
    assert list_unbacked([word]) == []


def test_a_line_may_be_meant_by_a_word_of_the_page() -> None:
    meant = {"refund": ["gearbox", "clutch burned"]}
    told = ["gearbox", "burned clutch", "clutch"]
    assert list_unbacked(told, meant) == ["clutch"]
    assert list_unbacked(["gearbox"], {"engine": ["gearbox"]}) == ["gearbox"]


def test_words_of_danger_need_no_text() -> None:
    danger = {"refund": ["gunman"], "shouting": ["hothead"]}
    assert list_unbacked(["gunman", "hothead"], danger=danger) == ["hothead"]


def test_the_shipped_guidebook_has_no_empty_promise(guidebook: Guidebook) -> None:
    assert finder.try_search(guidebook).unbacked == {}


def test_every_word_that_is_meant_is_needed(guidebook: Guidebook) -> None:
    """Whoever deletes a search word, or writes about it, need not think of the list: this does."""
    searched = [
        text
        for playbook in guidebook.playbooks
        for text in (*playbook.search, *list_branch_words(playbook))
    ]
    known = {word for text in searched for word in split(text)}
    unused = [
        typed
        for words in guidebook.words.meant.values()
        for typed in words
        if not set(split(typed)) <= known
    ]
    assert unused == []


def list_branch_words(playbook: Playbook) -> list[str]:
    if not isinstance(playbook, Emergency):
        return []
    return [word for branch in playbook.branches for word in branch.search]


def split(text: str) -> list[str]:
    return text.lower().replace("'", "").replace("-", " ").split()
