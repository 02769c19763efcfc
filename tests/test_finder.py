"""The finder, through the same JavaScript that a page runs."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views import handwritten
from generator.views.finder.danger_words import list_danger
from generator.views.finder.engine import Engine
from generator.views.finder.index import PageText, make_index
from generator.views.pages import render
from tests import indexes, samples

WORDS = b"""\
same:
  - [refund, money back, reimburse]
  - [package, packet]
  - [threw, lobbed, let fly]
danger:
  weapons: [knife, machete, suspicious package, threw + chap, waving / lunging + blade / long bar]
"""


@pytest.fixture(scope="module")
def sample() -> Iterator[Engine]:
    playbooks = {
        name: samples.make_minimal(checklist=[f"Done {name[-3:]}."]) | more
        for name, more in indexes.PLAYBOOKS.items()
    }
    files = samples.make_folder(playbooks) | {"words.yml": WORDS}
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    text = b"# House rules\n\nDogs are *welcome* in the bar.\n"
    page = handwritten.read("house-rules.md", text)
    beside = [PageText(page.url, page.title, page.texts)]
    with Engine(make_index(guidebook, beside)) as engine:
        yield engine


@pytest.fixture(scope="module")
def shipped(guidebook: Guidebook) -> Iterator[Engine]:
    with Engine(make_index(guidebook)) as engine:
        yield engine


def list_ids(found: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("lost reciept", "refund"),  # misspelt
        ("recepit lost", "refund"),  # two letters swapped, other order
        ("noreceipt", "refund"),  # typed as one
        ("kickoff", "shouting"),
        ("shouted", "shouting"),  # stem
        ("shoutin", "shouting"),  # while it is being typed
        ("color of anger", "shouting"),  # both sides of the ocean
        ("no receipt", "refund"),  # a phrase as a whole, not its words apart
        ("reimburse me", "refund"),  # the shared word list
        ("they want their money back", "refund"),
        ("you promised me Tuesday", "promise"),  # a spoken line
        ("you must’ve misheard", "promise"),
        ("Dógs in the bar", "house-rules"),  # a hand-written page; accents
        ("house", "house-rules"),  # what a page is called
        ("refund, and he has a knife", "weapons"),  # danger first
        ("suspicious-package refund no receipt", "weapons"),
        ("matchete", "weapons"),  # danger with a slip
        ("threatning", "weapons"),  # a slip that somebody listed for another playbook
        ("threatning stars", "review"),
        ("no receipt and a suspicious packet", "weapons"),  # one that means the same
        ("no receipt, a suspicious and then the package", "weapons"),  # past words without weight
        ("no receipt, the chap said no n lobbed it", "weapons"),  # together, in any order
        ("no receipt, said the chap", "refund"),  # half of what counts together
        ("wheres sum1 kickin off", "shouting"),  # short, and as it is spoken
    ],
)
def test_first(sample: Engine, query: str, first: str) -> None:
    assert list_ids(sample.find(query))[:1] == [first]


@pytest.mark.parametrize(
    ("query", "is_danger"),
    [
        ("suspicious packet", True),
        ("suspicious my package", True),
        ("suspicious brown package", False),
        ("packet", False),
        ("chap let fly", True),
        ("let a chap fly", False),
        ("a knife", True),
        ("a blade, and lunges", True),  # one of several words each, in all its forms
        ("waved a long bar", True),
        ("waved a bar, a long one", False),  # a row of words, as it is written
        ("waved at a bar", False),
        ("lunginn with a blade", True),  # mistyped, beside a word that agrees
        ("lunginn", False),
    ],
)
def test_words_of_danger(sample: Engine, query: str, is_danger: bool) -> None:
    found = sample.find(query)
    assert any(one["danger"] for one in found) is is_danger


def test_a_longer_member_of_a_group_hides_a_shorter_one() -> None:
    words = b"same:\n  - [vomiting, throwing up]\n  - [lobbing, throwing]\n"
    texts = {"lobs": "lobbing plates", "ill": "vomiting guest"}
    playbooks = {
        f"fair/{name}": samples.make_minimal(search=[text]) for name, text in texts.items()
    }
    guidebook = guidebook_reader.read(samples.make_folder(playbooks) | {"words.yml": words})
    assert guidebook.guidebook
    with Engine(make_index(guidebook.guidebook)) as engine:
        assert list_ids(engine.find("throwing up")) == ["ill"]
        assert list_ids(engine.find("throwing")) == ["lobs"]


def test_whole_phrase_above_scattered_words(sample: Engine) -> None:
    found = sample.find("no receipt")
    assert list_ids(found)[:2] == ["refund", "scattered"]
    assert found[0]["score"] > found[1]["score"]


def test_what_a_result_says(sample: Engine) -> None:
    (result,) = sample.find("you were promised Tuesday", 1)
    score = result.pop("score")
    assert score > 0
    assert result == {
        "id": "promise",
        "kind": "phrase",
        "title": "A broken promise",
        "url": "hot/promise/",
        "mark": "say",
        "chapter": "Hot",
        "readers": "",
        "answer": "",
        "say": "You were promised Tuesday, and it’s Thursday.",
        "step": "",
        "where": "Say: You were promised Tuesday, and it’s Thursday.",
        "shown": "You were promised Tuesday, and it’s Thursday.",
        "danger": False,
    }


def test_search_words_are_never_shown(sample: Engine) -> None:
    assert sample.find("unkept word", 1)[0]["where"] == "search words"


def test_a_page_is_a_result(sample: Engine) -> None:
    (result,) = sample.find("dogs welcome", 1)
    assert result["kind"] == "page"
    assert result["url"] == "house-rules/"
    assert result["title"] == "House rules"
    assert result["where"] == "Text: Dogs are welcome in the bar."


@pytest.mark.parametrize("query", ["", "   ", "😀", "?!…", "\ud83d", "слово", "客人", "qqqqzzzz"])
def test_nothing_to_find(sample: Engine, query: str) -> None:
    assert sample.find(query) == []


@pytest.mark.parametrize("query", ["what do I do", "is it", "how"])
def test_fillers_alone_find_something(shipped: Engine, query: str) -> None:
    assert shipped.find(query)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("weapon", "threats-and-violence#weapon"),
        ("threat", "threats-and-violence#remote"),
        ("can't breathe", "breathing-trouble#cant-talk"),
        ("cant breathe and wants a refund", "breathing-trouble#cant-talk"),
        ("suicide", "suicide-now#done-or-plan"),
        ("allergic reaction", "allergic-reaction#no-pen"),
        ("herz infarkt", "chest-pain#gone-down"),
        ("empaty", "show-empathy"),
        ("compassion", "show-empathy"),
    ],
)
def test_shipped(shipped: Engine, query: str, first: str) -> None:
    assert list_ids(shipped.find(query))[0] == first


def list_words_of_danger(guidebook: Guidebook) -> Iterator[tuple[str, Sequence[str]]]:
    """Those of the guidebook, and what people say of emergencies in other languages."""
    urgent = {one.id for one in guidebook.emergencies}
    own, foreign = list_danger(guidebook), make_index(guidebook)["words"]["foreign"]
    for words in (own, foreign):
        assert {name.partition("#")[0] for name, texts in words.items() if texts} >= urgent > set()
    yield from own.items()
    yield from ((name, texts) for name, texts in foreign.items() if name.split("#")[0] in urgent)


def test_a_slip_of_a_word_of_danger_leads_to_its_branch(guidebook: Guidebook) -> None:
    danger = list_danger(guidebook)
    for slip, branch in (
        ("stroek", "stroke#signs"),
        ("robery", "threats-and-violence#robbery"),
    ):
        page = branch.partition("#")[0]
        assert slip in guidebook.words.danger[page]
        assert slip in danger[branch]
        assert slip not in danger.get(page, ())


def test_every_word_of_danger_brings_up_its_document(shipped: Engine, guidebook: Guidebook) -> None:
    wanted = [(text, name) for name, texts in list_words_of_danger(guidebook) for text in texts]
    found = shipped.find_all([text for text, _ in wanted])
    lost = [
        one
        for one, results in zip(wanted, found, strict=True)
        if not any(one[1] in (name, name.partition("#")[0]) for name in list_ids(results))
    ]
    assert lost == []


def test_an_answer_leads_to_a_place_that_its_page_has(
    shipped: Engine, guidebook: Guidebook
) -> None:
    pages = {page.path.removesuffix(".md") + "/": page.html for page in render(guidebook)}
    queries = [one.query for own in guidebook.queries.queries.values() for one in own]
    checked = set()
    for found in shipped.find_all(queries, 3):
        for one in found:
            address, _, mark = one["url"].partition("#")
            mark = one["mark"] or mark
            if mark and address in pages:
                assert f'id="{mark}"' in pages[address], one
                checked.add(one["kind"] if "#" not in one["id"] else "branch")
    assert checked >= {"branch", "playbook", "phrase"}


def test_a_branch_shows_what_to_do_and_what_to_say(shipped: Engine) -> None:
    (first, *_) = shipped.find("hair and clothes on fire")
    assert first["id"] == "fire#clothes"
    assert first["step"].startswith("Stop them from running")
    assert first["say"].startswith("Stop. Get down.")


def test_frustrated_finds_something(shipped: Engine) -> None:
    assert "show-empathy" in list_ids(shipped.find("frustrated"))


def test_one_word_that_pages_hold_is_answered(shipped: Engine) -> None:
    for query in ("refund", "refunds", "manager", "queue", "complaint"):
        assert shipped.ask(query)["sure"], query
    for query in ("toner", "wifi password", "refund toner"):
        assert not shipped.ask(query)["sure"], query


def test_a_query_without_end(shipped: Engine) -> None:
    assert len(shipped.find("x" * 200)) <= 7
    assert list_ids(shipped.find("no receipt " * 200))[0] == "no-receipt-refund"


@settings(max_examples=200)
@given(st.text(max_size=60), st.integers(1, 9))
def test_any_text_is_answered(shipped: Engine, query: str, limit: int) -> None:
    found = shipped.find(query, limit)
    assert found == shipped.find(query, limit)
    ids = list_ids(found)
    assert len(ids) <= limit
    assert len(set(ids)) == len(ids)
