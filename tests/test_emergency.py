"""Emergencies: a kind of their own, from the file to the page and the search."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.phone_numbers import Piece, split_numbers
from generator.reader import guidebook_reader
from generator.views import finder
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
    first = page.css_first(".gb-now li")
    assert first is not None
    assert first.text() == "Shout for help."


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
            [("call ", None), ("+44 (0)20 7946-0000", "+442079460000"), (" now", None)],
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


def test_an_unknown_source_of_a_branch_is_reported_and_dropped() -> None:
    reading = samples.read_emergency(sources=["D1", "D99"])
    assert [(one.rule.id, one.message) for one in reading.errors] == [
        ("unknown-source", "There is no source called “D99”.")
    ]
    assert reading.guidebook  # for a preview, which follows every source
    assert reading.guidebook.list_sources(reading.guidebook.by_id["choking"]) == ["D1"]


@pytest.mark.parametrize(
    ("say", "rule"),
    [
        ("Calm down.", "banned-phrase"),
        ("I promise it is over soon.", "promise"),
        ("You are safe with me. " * 6, "phrase-length"),
    ],
)
def test_what_a_branch_gives_to_say_is_checked_like_all_words_to_say(say: str, rule: str) -> None:
    reading = samples.read_emergency(say=say)
    (line,) = (one.place.line for one in reading.problems if one.rule.id == rule)
    assert "say: " in reading.texts["hurt/choking.yml"].splitlines()[line - 1]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("choking#adlt", "There is no branch called “adlt”."),
        ("prices#adult", "“prices” has no branches."),
        ("chokin#adult", "There is no playbook called “chokin”."),
    ],
)
def test_words_of_another_language_for_a_branch_that_is_not_there(name: str, message: str) -> None:
    files = samples.make_folder(PLAYBOOKS, samples.make_about(["hurt"]))
    words = f"languages:\n  es:\n    name: Español\n    words:\n      {name}: [se ahoga]\n"
    files["other-languages.yml"] = words.encode()
    told = [(one.place.line, one.message) for one in guidebook_reader.read(files).errors]
    assert told == [(5, message)]
    files["hurt/choking.yml"] = files["hurt/prices.yml"] = b"title: [\n"
    again = {one.message for one in guidebook_reader.read(files).errors}
    assert (message in again) is ("playbook" in message)


def test_a_branch_that_leads_to_its_own_page_names_the_field() -> None:
    (error,) = samples.read_emergency(go=["choking"]).errors
    assert error.message == "“go” leads to this very playbook."


@pytest.mark.parametrize(
    "line",
    [
        "Feel in the mouth.",
        "Don't feel in the mouth.",
        "Don’t feel in the mouth.",
        "Never feel in the mouth.",
        "DO NOT feel in the mouth.",
    ],
)
def test_what_not_to_do_is_suggested_without_a_second_no(line: str) -> None:
    (error,) = samples.read_emergency(never=[line]).errors
    assert error.rule.id == "never-unclear"
    assert error.fix == "Write  Do not feel in the mouth."


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Put no ice on it.", "no"),
        ("No ice.", "No"),
        ("Avoid ice.", "Avoid"),
        ("Don't just stand there and don't shout.", "don't"),
        ("Keep away from the fire.", "Keep"),
    ],
)
def test_no_remedy_says_the_opposite_of_what_not_to_do(line: str, other: str) -> None:
    (error,) = samples.read_emergency(never=[line]).errors
    assert error.rule.id == "never-unclear"
    assert f"“{other}” has to go" in error.fix
    assert "Write  Do not" not in error.fix


@pytest.mark.parametrize("search", [[], ["zeppelin"]])
def test_search_words_without_a_text_are_reported_in_the_list_that_holds_them(
    search: list[str],
) -> None:
    emergency = samples.make_emergency(search=search)
    emergency["branches"][1]["search"] = ["gearbox", "turns blue"]
    files = samples.make_folder({"hurt/choking": emergency}, samples.make_about(["hurt"]))
    reading = guidebook_reader.read(files)
    assert reading.guidebook
    trial = finder.try_search(reading.guidebook)
    told = {
        one.message: one.place.line
        for one in finder.find_problems(
            reading.guidebook, trial, reading.locate, is_below=reading.is_below
        )
    }
    lines = reading.texts["hurt/choking.yml"].splitlines()
    second = lines.index("  - gearbox")
    expected = {"No text of this page takes up “gearbox”.": second}
    if search:
        expected["No text of this page takes up “zeppelin”."] = lines.index("search:") + 1
    assert told == expected


def test_unknown_names_of_a_branch_are_told_beside_other_faults() -> None:
    emergency = samples.make_emergency(title="")
    emergency["branches"][0] |= {"go": ["nowhere"], "sources": ["D99"]}
    files = samples.make_folder({"hurt/choking": emergency}, samples.make_about(["hurt"]))
    errors = guidebook_reader.read(files | {"sources.yml": samples.SOURCES}).errors
    assert {one.rule.id for one in errors} == {"empty", "unknown-playbook", "unknown-source"}


def test_an_emergency_whose_branches_cannot_be_read_names_its_other_faults() -> None:
    emergency = samples.make_emergency(branches=[{"id": "adult"}], related=["nowhere"])
    files = samples.make_folder({"hurt/choking": emergency}, samples.make_about(["hurt"]))
    told = {one.message for one in guidebook_reader.read(files).errors}
    assert "There is no playbook called “nowhere”." in told
    assert not any("unread" in one or "“…”" in one for one in told)
