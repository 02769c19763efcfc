"""What the search learns from examples: in Python it is counted, in the page it is added up."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views.finder.engine import Engine
from generator.views.finder.index import make_index
from generator.views.finder.learned_words import learn
from tests import samples
from tests.scripts import load

PLAYBOOKS = {
    "hurt/choking": samples.make_emergency(title="Choking"),
    "hurt/fire": samples.make_emergency(title="Fire"),
    "fair/prices": samples.make_minimal(title="The wrong price"),
}
SEEN = range(20)
EXAMPLES = "\n".join(
    [
        "emergencies:",
        "  choking: |",
        *(f"    kielbasa # stuck: hen's purple {number}" for number in SEEN),
        "  fire: |",
        *(f"    curtains ablaze near hob {number}" for number in SEEN),
    ]
)
CALM = "\n".join(["calm: |", *(f"  wrong price purple curtains {number}" for number in SEEN)])
FILES = {"examples": EXAMPLES, "calm-examples": CALM}
WORDS = st.text(st.sampled_from("aZé 'ʼ’-_.,1²ßİ\u0301\u0940\u05b8\u00adŉЖ中ﬁ"), max_size=12)


def read(more: Mapping[str, str] = MappingProxyType({})) -> Guidebook:
    files = samples.make_folder(PLAYBOOKS, samples.make_about(["hurt", "fair"]))
    files |= {f"{name}.yml": text.encode() for name, text in more.items()}
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    return guidebook


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(make_index(read(FILES))) as engine:
        yield engine


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("purple hen, kielbasa stuck", "choking"),
        ("KIELBASA! STUCK! HENS!", "choking"),
        ("near the hob, all ablaze", "fire"),
        ("wrong price near hob", "prices"),  # a page answers, and it is not that urgent
        ("wrong price near hob ablaze", "fire"),
    ],
)
def test_words_that_no_page_has_lead_to_the_emergency(
    engine: Engine, query: str, first: str
) -> None:
    found = engine.find(query)
    assert found[0]["id"].partition("#")[0] == first


SITUATIONS = {
    "situation-examples": "situations:\n  prices: the flibber costs a fiver more\n",
    "calm-examples": "calm: |\n  how does the flibber work, which button\n  warm up the flibber\n",
}


@pytest.fixture(scope="module")
def taught() -> Iterator[Engine]:
    with Engine(make_index(read(SITUATIONS))) as engine:
        yield engine


def test_a_page_is_found_by_what_others_typed(taught: Engine, engine: Engine) -> None:
    assert taught.find("fiver flibber")[0]["id"] == "prices"
    assert engine.find("fiver flibber") == []


def test_what_no_page_answers_has_no_sure_answer(taught: Engine) -> None:
    assert taught.ask("costs a fiver more")["sure"]
    found = taught.ask("which button on the flibber")
    assert not found["sure"]
    assert "-" not in [one["id"] for one in found["answers"]]


def test_what_others_typed_is_no_right_spelling() -> None:
    """A slip that somebody made hides no word of danger from the next one who makes it."""
    words = {"words": "danger:\n  choking: [strangling]\n"}
    for more in ({}, {"situation-examples": "situations:\n  prices: a strangeling price\n"}):
        with Engine(make_index(read(words | more))) as engine:
            assert engine.find("strangeling")[0]["id"].partition("#")[0] == "choking"


def test_nothing_is_learned_without_examples() -> None:
    with Engine(make_index(read())) as engine:
        assert engine.find("kielbasa") == []


def test_what_the_search_has_to_find_teaches_it_too() -> None:
    queries = "queries:\n  fire: the hob is glowing\n  prices: the hob costs less online\n"
    learned = learn(read({"queries": queries}))
    says = dict(zip(learned["words"].split(), learned["says"], strict=True))
    assert learned["pages"][says["glowing"][1]] == "fire"
    assert "online" not in says


def test_a_word_says_the_more_the_fewer_others_type_it() -> None:
    learned = learn(read(FILES))
    says = dict(zip(learned["words"].split(), learned["says"], strict=True))
    assert [learned["pages"][says[word][1]] for word in ("stuck", "ablaze")] == ["choking", "fire"]
    assert says["ablaze"][0] > says["purple"][0] > says["wrong"][0]
    assert says["stuck"][2] > says["7"][2]
    assert says["wrong"][1:] == []


@given(line=st.lists(WORDS, min_size=1).map(" ".join).filter(str.strip))
def test_a_line_has_the_words_that_a_query_has(line: str) -> None:
    """Python and the page cut texts alike."""
    learned = learn(replace(read(), examples={"fire": f"{line}\nsmoke"}))
    with load("vendor/porter2", "finder-words") as call:
        words = call("guidebookFinderWords.split", line)
    assert set(learned["words"].split(" ")) == {*words, "smoke"}
