"""Emergencies: a kind of their own, from the file to the page and the search."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook, Origin
from generator.model.phone_numbers import Piece, split_numbers
from generator.model.playbook import Emergency
from generator.reader import guidebook_reader
from generator.views.finder.engine import Engine
from generator.views.finder.index import make_index
from tests import samples

PLAYBOOKS = {
    "hurt/choking": samples.make_emergency(),
    "hurt/prices": samples.make_minimal(title="The price is wrong", search=["wrong price"]),
    "hurt/rules": samples.make_minimal(
        title="Write the price rules", audience="managers", search=["wrong price rules"]
    ),
}


def read(**about: object) -> Guidebook:
    reading = guidebook_reader.read(
        samples.make_folder(PLAYBOOKS, samples.make_about(["hurt"], **about))
    )
    assert reading.guidebook is not None
    assert reading.errors == ()
    return reading.guidebook


def draw(**about: object) -> LexborHTMLParser:
    about = {"house_values": {}} | about
    site = samples.make_site(PLAYBOOKS, samples.make_about(["hurt"], **about))
    return LexborHTMLParser(site.pages["hurt/choking.md"].html)


def test_an_emergency_is_read() -> None:
    playbook = read().by_id["choking"]
    assert isinstance(playbook, Emergency)
    assert [one.id for one in playbook.branches] == ["adult", "baby"]


def test_the_number_comes_first_and_can_be_dialed() -> None:
    values = {
        "emergency-number": {"name": "emergency number", "ask": "Which?", "value": "999 or 112"}
    }
    page = draw(house_values=values)
    bar = page.css_first(".gb-call")
    assert bar is not None
    links = {node.text(): node.attributes["href"] for node in bar.css("a")}
    assert links == {"999": "tel:999", "112": "tel:112"}
    html = page.html or ""
    assert html.index("gb-call") < html.index("gb-signs") < html.index("gb-now")
    assert not page.css(".gb-copy")
    assert page.css_first(".gb-now li").text() == "Shout for help."  # type: ignore[union-attr]


def test_without_a_number_no_emergency_says_not_set() -> None:
    for values in ({}, {"emergency-number": {"name": "emergency number", "ask": "Which?"}}):
        bar = draw(house_values=values).css_first(".gb-call")
        assert bar is not None
        assert "112, 911, 999 or 000, whichever is yours" in bar.text()
        assert "not set" not in bar.text()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("112", [("112", "112")]),
        ("999 or 112", [("999", "999"), (" or ", None), ("112", "112")]),
        (
            "call +44 (0)20 7946-0000 now",
            [("call ", None), ("+44 (0)20 7946-0000", "+4402079460000"), (" now", None)],
        ),
        ("the red phone", [("the red phone", None)]),
    ],
)
def test_numbers_in_a_text(text: str, pieces: list[tuple[str, str | None]]) -> None:
    assert split_numbers(text) == tuple(Piece(*one) for one in pieces)


def test_every_sign_leads_to_its_branch() -> None:
    page = draw()
    marks = [node.attributes["href"] for node in page.css(".gb-signs a")]
    assert marks == ["#see-adult", "#see-baby"]
    assert all(page.css_first(f"[id='{(mark or '')[1:]}']") for mark in marks)


def test_the_country_fills_in_what_the_company_does_not() -> None:
    facts = {
        "emergency-number": {"name": "emergency number", "ask": "Which?", "common": "your number"}
    }
    files = samples.make_folder(
        PLAYBOOKS, samples.make_about(["hurt"], country_facts=facts, house_values={})
    )
    files["countries/uk.yml"] = (
        b"name: United Kingdom\nfacts:\n  emergency-number: {text: 999 or 112}\n"
    )
    house = guidebook_reader.House("house.yml", b"country: uk\n")
    without = guidebook_reader.read(files).guidebook
    chosen = guidebook_reader.read(files, house=house).guidebook
    assert without
    assert chosen
    assert without.values["emergency-number"][1:3] == ("your number", Origin.COMMON)
    assert chosen.values["emergency-number"][1:3] == ("999 or 112", Origin.COUNTRY)
    own = guidebook_reader.House("house.yml", b"country: uk\nvalues: {emergency-number: '555'}\n")
    values = {"emergency-number": {"name": "emergency number", "ask": "Which?"}}
    both = samples.make_about(["hurt"], country_facts=facts, house_values=values)
    files |= samples.make_folder(PLAYBOOKS, both)
    filled = guidebook_reader.read(files, house=own).guidebook
    assert filled
    assert filled.values["emergency-number"][1:3] == ("555", Origin.HOUSE)


def test_a_sign_leads_to_its_branch_in_the_search() -> None:
    with Engine(make_index(read())) as engine:
        assert engine.find("choking")[0]["url"] == "hurt/choking/#see-adult"
        # The longer row of words counts, and what is typed besides.
        assert engine.find("help baby choking")[0]["url"] == "hurt/choking/#see-baby"
        assert engine.find("infant is blue")[0]["id"] == "choking#baby"
        assert engine.ask("choking")["answers"][0]["danger"]


def test_the_search_says_when_it_does_not_know() -> None:
    with Engine(make_index(read())) as engine:
        assert engine.ask("wrong price")["sure"]
        assert not engine.ask("printer out of toner")["sure"]
        assert len(engine.ask("printer toner price")["answers"]) <= 3


def test_managers_come_after_staff() -> None:
    with Engine(make_index(read())) as engine:
        found = engine.find("wrong price")
        assert [one["id"] for one in found[:2]] == ["prices", "rules"]
        assert found[1]["readers"] == "managers"


def test_words_of_other_languages() -> None:
    files = samples.make_folder(PLAYBOOKS, samples.make_about(["hurt"]))
    files["other-languages.yml"] = (
        "languages:\n  es:\n    name: Español\n    words:\n      choking#adult: [se está ahogando]\n"
    ).encode()
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    with Engine(make_index(guidebook)) as engine:
        assert engine.find("se esta ahogando")[0]["id"] == "choking#adult"
