"""The two parts of the search's index: the first is small, and finds emergencies like the whole."""

import gzip
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views.finder.document import Document, Index, LearnedWords, Words
from generator.views.finder.engine import Engine
from generator.views.finder.index import FIRST_PATH, VERSION, make_index, make_scripts
from generator.views.finder.index_parts import pack_index
from generator.views.finder.word_parts import MANY
from tests import samples
from tests.indexes import COMPLETE, read_first, read_index, read_whole
from tests.scripts import load

# With the engine's 20 kB, and 400 ms of waiting, it is there in 3.3 s at 50 kB/s.
MOST_BYTES = 125_500

LEARNED = LearnedWords(pages=["at", "in"], words="smoke lost", says=[[12, 0, 31, 1, 88], [-25]])
NO_WORDS = Words(same=[], danger={}, foreign={}, learned=LEARNED)

SIGNS = st.sampled_from('abI1~ é\\"#}!.,’“–\n🙂')
LINES = st.lists(
    st.text(SIGNS, max_size=12) | st.from_regex(r"[A-Z][a-z]+( [a-z]+)*\.?", fullmatch=True),
    max_size=6,
)


@pytest.fixture(scope="module")
def scripts(guidebook: Guidebook) -> dict[str, str]:
    return make_scripts(guidebook)


@given(lists=st.lists(LINES, max_size=4), others=st.lists(st.none() | LINES, max_size=4))
def test_what_is_packed_is_read_again(
    lists: list[list[str]], others: list[list[str] | None]
) -> None:
    documents = [make_document(f"at/p{number}/") for number, _ in enumerate(others)]
    for document, texts in zip(documents, others, strict=True):
        if texts is not None:
            document["steps"] = texts
            document["search"] = texts
    words = Words(same=lists, danger={"at": lists[0]} if lists else {}, foreign={}, learned=LEARNED)
    index = Index(version=VERSION, documents=documents, words=words)
    with load("finder-packed") as call:
        assert call(COMPLETE, *pack_index(index)) == index


def make_document(url: str) -> Document:
    return Document(id="at", title="The. Title’s", url=url, chapter="At", kind="page")


def test_more_words_than_there_are_codes_are_spelled() -> None:
    words = [f"w{number}" for number in range(9000)]
    document = make_document("at/")
    document["search"] = [*words, *words]
    index = Index(version=VERSION, documents=[document], words=NO_WORDS)
    first, rest = pack_index(index)
    assert len(first["codes"]["words"]) == 89**2
    with load("finder-packed") as call:
        assert call(COMPLETE, first, rest) == index


def test_both_parts_are_the_whole_index(guidebook: Guidebook, scripts: dict[str, str]) -> None:
    assert read_whole(*scripts.values()) == make_index(guidebook)


def test_the_first_part_is_small(scripts: dict[str, str]) -> None:
    size = len(gzip.compress(scripts[FIRST_PATH].encode(), 6))
    assert 50_000 < size < MOST_BYTES


def test_the_first_part_finds_emergencies_alone(
    guidebook: Guidebook, scripts: dict[str, str]
) -> None:
    asked = [
        (one, name)
        for name, own in guidebook.queries.queries.items()
        for one in own
        if name in {each.id for each in guidebook.emergencies}
    ]
    assert len(asked) > 400
    with Engine(read_first(scripts[FIRST_PATH])) as first:
        found = first.find_all([one.query for one, _ in asked], 7)
    lost = [
        one.query
        for (one, name), own in zip(asked, found, strict=True)
        if name not in {each["id"].partition("#")[0] for each in own[: one.within]}
    ]
    assert lost == []


def test_an_answer_of_the_first_part_says_what_to_say_or_do(scripts: dict[str, str]) -> None:
    with Engine(read_first(scripts[FIRST_PATH])) as first:
        for query, name in (("shouting", "shouting-customer"), ("not breathing", "not-breathing")):
            best = first.find(query)[0]
            assert best["id"].split("#")[0] == name
            assert best["say"] or best["step"]


def test_nothing_of_the_first_part_is_sent_twice(scripts: dict[str, str]) -> None:
    first, rest = map(read_index, scripts.values())
    assert first["texts"].keys() & rest["texts"].keys() == {"say", "steps", "search"}
    kinds, numbers = first["documents"]["kind"]
    shown = zip(numbers, first["texts"]["steps"], rest["texts"]["steps"], strict=True)
    assert all((kinds[kind] == "branch") == bool(own) or not more for kind, own, more in shown)
    assert not set(first["codes"]["words"]) & set(rest["codes"]["words"][rest["codes"]["short"] :])


def test_codes_make_a_large_index_small() -> None:
    """From 300 playbooks on it is in parts, of which `test_word_parts.py` tells."""
    guidebook = guidebook_reader.read(samples.make_files(MANY - 1)).guidebook
    assert guidebook
    first, rest = (len(gzip.compress(one.encode(), 6)) for one in make_scripts(guidebook).values())
    assert first < 24_000
    assert first + rest < 150_000


@pytest.mark.parametrize(("own", "is_found"), [("a", True), ("b", False)])
def test_a_part_counts_only_beside_the_first_that_it_was_made_with(
    own: str, is_found: bool
) -> None:
    words = ("vendor/porter2", "finder-words", "finder-weights", "finder-lookup", "finder-query")
    parts = {"first": {"set": "a", "part": {}}, "all": {"set": own, "part": {"texts": {}}}}
    with load(*words, "finder-packed", "finder-parts", "finder-fetch") as call:
        find = "(parts, name) => { globalThis.guidebookFinderPart = parts; return guidebookFinderFetch.find(name) ?? null; }"
        assert (call(find, parts, "all") is not None) is is_found
        assert call(find, parts, "first") == {}
        assert call(find, parts, "words-3") is None


def test_parts_have_one_name_as_long_as_their_codes_mean_the_same(guidebook: Guidebook) -> None:
    def name(one: Guidebook) -> set[str]:
        found = [re.findall(r'"set":"(\w+)"', text) for text in make_scripts(one).values()]
        return {each[0] for each in found}

    whole, fewer = name(guidebook), name(replace(guidebook, playbooks=guidebook.playbooks[1:]))
    assert len(whole) == len(fewer) == 1
    assert whole != fewer
