"""The two parts of the search's index: the first is small, and finds emergencies like the whole."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.views.finder.engine import Engine
from generator.views.finder.index import FIRST_PATH, make_index, make_scripts
from generator.views.finder.packing import Codes
from tests.indexes import read_first, read_index, read_whole
from tests.scripts import load

# With the engine's 12 kB, and 400 ms of waiting, it is there in less than 3 s at 50 kB/s.
MOST_BYTES = 110_000

LINES = st.lists(st.text(st.sampled_from('ab~ é\\"#}!'), max_size=12), max_size=6)


@pytest.fixture(scope="module")
def scripts(guidebook: Guidebook) -> dict[str, str]:
    return make_scripts(guidebook)


@given(lists=st.lists(LINES, min_size=1, max_size=4))
def test_what_is_packed_is_read_again(lists: list[list[str]]) -> None:
    codes = Codes.of(lists)
    first = {
        "codes": {"words": " ".join(codes.words), "short": codes.short},
        "documents": [],
        "words": {"same": [codes.pack(one) for one in lists if one], "danger": {}},
    }
    with load("finder-packed") as call:
        assert call("guidebookFinderPacked.unpack", first)["words"]["same"] == [
            one for one in lists if one
        ]


def test_more_words_than_there_are_codes_are_spelled() -> None:
    words = [f"w{number}" for number in range(9000)]
    codes = Codes.of([words, words])
    assert len(codes.words) == 8100
    packed = codes.pack(words[-1:] + words[:1])
    with load("finder-packed") as call:
        first = {
            "codes": {"words": " ".join(codes.words), "short": codes.short},
            "documents": [{"search": packed}],
            "words": {"same": [], "danger": {}},
        }
        (document,) = call("guidebookFinderPacked.unpack", first)["documents"]
    assert document["search"] == [words[-1], words[0]]


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
    whole_fields = {"id", "title", "url", "chapter", "kind", "search"}
    assert not any(whole_fields & set(one) for one in rest["documents"])
    assert all("steps" not in one or one["kind"] == "branch" for one in first["documents"])
