"""What a browser keeps of a search that was not answered: words only, and none that name anybody."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scripts import Call, load


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("search-notes-state", notes="guidebookSearchNotes") as call:
        yield call


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("printer out of toner", "printer out of toner"),
        ("Printer out of toner", "Printer out of toner"),
        ("2nd floor toilet blocked", "2nd floor toilet blocked"),
        ("is he over 18", "is he over 18"),
        ("I'm lost, I've no key", "I'm lost, I've no key"),
        ("order 4711-0815 is late", "order [number] is late"),
        ("call +44 (0)20 7946 0958 back", "call [number] back"),
        ("parcel JD0002345678 lost", "parcel [number] lost"),
        ("born 3.12.1987", "born [number]"),
        ("anna.smith@example.com wants a refund", "[e-mail] wants a refund"),
        ("see https://example.com/a?b=c", "see [link]"),
        ("lives at 12 Elm Street", "lives at [address]"),
        ("deliver to 5b old mill lane today", "deliver to [address] today"),
        ("hauptstraße 5 zu", "[address] zu"),
        ("postcode sw1a 1aa", "postcode [address]"),
        ("mrs jones shouts at me", "mrs [name] shouts at me"),
        ("customer Anna Smith shouts", "customer [name] shouts"),
        ("Anna Smith shouts", "[name] shouts"),
        ("my name is olga", "my name is [name]"),
        ("guest called Ахмед is angry", "guest called [name] is angry"),
    ],
)
def test_what_names_somebody_is_struck(call: Call, typed: str, kept: str) -> None:
    assert call("notes.strike", typed) == kept


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.lists(
    st.sampled_from(
        ["Anna", "mr", "12", "Elm Street", "a@b.c", "www.x", "0815", "late", "[", "sw1"]
    )
).map(" ".join)


@given(text=TEXT)
def test_struck_stays_struck(call: Call, text: str) -> None:
    struck = call("notes.strike", text)
    assert call("notes.strike", struck) == struck
    assert len(struck) <= 120
    assert "@" not in struck or not re.search(r"\S@\S", struck)
    assert not re.search(r"\d{3}", struck)


@given(text=TEXT)
def test_any_storage_is_read(call: Call, text: str) -> None:
    assert call("notes.read", text) == []


def test_a_search_counts_again(call: Call) -> None:
    notes: list[dict[str, object]] = []
    for query in ("Toner", "ab", "toner ", "[name]", "0815 4711"):
        notes = call("notes.note", notes, {"query": query, "kind": "nothing"})
    assert notes == [{"query": "toner", "kind": "nothing", "count": 2, "page": ""}]
    assert call("notes.read", call("notes.write", notes)) == notes
    named = call("notes.change", notes, 0, {"page": "late-order"})
    again = call("notes.note", named, {"query": "toner", "kind": "left"})
    assert again == [{"query": "toner", "kind": "left", "count": 3, "page": "late-order"}]
    edited = call("notes.change", notes, 0, {"query": "toner for Anna Smith"})
    assert edited[0]["query"] == "toner for [name]"
    assert call("notes.drop", notes, 0) == []


def test_it_does_not_grow_for_ever(call: Call) -> None:
    count = call(
        """() => {
          let kept = [];
          for (let at = 0; at < 300; at += 1) {
            const query = [...String(at)].map((one) => "abcdefghij"[one]).join("") + " word";
            kept = notes.note(kept, { query, kind: "left" });
          }
          return kept.length;
        }"""
    )
    assert count == 200
