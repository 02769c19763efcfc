"""Who, how much, which number: every value is there, and staff find it before anything else."""

from collections.abc import Iterator
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.adapters import folder, project
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House, Reading
from generator.reader.layers import Layer
from generator.site import assembly
from generator.site.assembly import Sources
from generator.views import fact_plates, finder
from generator.views.finder.engine import Engine
from generator.views.pages import render
from generator.views.pages.page import Page
from tests import samples
from tests.conftest import ROOT
from tests.indexes import read_whole

VALUES = {
    "emergency-number": {"name": "emergency number", "ask": "Which?", "value": "999 or 112"},
    "spend-limit": {"name": "spend limit", "ask": "How much?", "value": "up to 50 each"},
    "alarm": {"name": "alarm", "ask": "How?", "common": "Help!"},
    "gift-rule": {"name": "gifts", "ask": "Which gifts?"},
}
GROUPS = [
    {"title": "Numbers to call", "calls": "yes", "values": ["emergency-number"]},
    {"title": "How much", "values": ["spend-limit", "gift-rule"]},
]
LACKING = {"not-set", "no-address", "no-country"}


def read(groups: list[dict[str, Any]] | None = None) -> Reading:
    about = samples.make_about(["fair"], house_values=VALUES, who_and_how_much=groups or [])
    return guidebook_reader.read(samples.make_folder({"fair/one": samples.make_minimal()}, about))


def find_page(reading: Reading) -> Page:
    assert reading.guidebook
    pages = {page.url: page for page in render(reading.guidebook)}
    return pages[fact_plates.URL]


def test_values_stand_in_their_groups_and_the_rest_follows() -> None:
    page = find_page(read(GROUPS))
    assert [(one.id, one.heading) for one in page.sections] == [
        ("group-1", "Numbers to call"),
        ("group-2", "How much"),
        ("group-3", "More"),
        ("not-set", "Not set yet"),
    ]
    tree = LexborHTMLParser(page.html)
    jumps = [node.attributes["href"] for node in tree.css(".gb-jump a")]
    assert jumps == ["#group-1", "#group-2", "#group-3", "#not-set"]
    assert tree.css_first("#value-spend-limit .gb-plate-value").text() == "Up to 50 each"
    assert tree.css_first("#value-alarm .gb-plate-name").text() == "Alarm, common words"
    assert tree.css_first("#value-gift-rule").text() == "Gifts"
    assert "Ask your lead" in page.sections[-1].html
    assert 'href="../managers/#house-values"' in page.html


def test_what_is_ours_stands_first_and_what_is_common_is_said_once() -> None:
    page = find_page(read([{"title": "All", "values": ["alarm", "spend-limit"]}]))
    tree = LexborHTMLParser(page.html)
    assert [node.id for node in tree.css(".gb-plate")] == [
        "value-spend-limit",
        "value-alarm",
        "value-emergency-number",
    ]
    (note,) = tree.css(".gb-lead > .gb-aside")
    assert note.text().startswith("In a dashed frame: common words.")


def test_without_groups_all_values_are_in_one() -> None:
    page = find_page(read())
    assert [one.id for one in page.sections] == ["group-1", "not-set"]


def test_only_numbers_that_are_there_to_call_are_called() -> None:
    tree = LexborHTMLParser(find_page(read(GROUPS)).html)
    calls = [node.attributes["href"] for node in tree.css('[href^="tel:"]')]
    assert calls == ["tel:999", "tel:112"]


def test_a_name_that_is_wrong_in_a_group_is_reported() -> None:
    wrong = {"title": "More", "values": ["spendlimit", "spend-limit"]}
    found = [(one.rule.id, one.message) for one in read([*GROUPS, wrong]).errors]
    assert found == [
        ("unknown-value", "There is no house value or fact called “spendlimit”."),
        ("named-twice", "“spend-limit” is already on this page."),
    ]


def test_the_page_of_a_preview_leaves_out_what_is_not_known() -> None:
    page = find_page(read([{"title": "More", "values": ["spend-limits", "alarm"]}]))
    assert "spend-limits" not in page.html


def test_the_shipped_guidebook_shows_every_house_value() -> None:
    guidebook = project.read(project.find(ROOT)).guidebook
    assert guidebook
    plates = fact_plates.list_plates(guidebook)
    assert guidebook.about.house_values.keys() <= {plate.id for plate in plates}
    assert len({plate.id for plate in plates}) == len(plates)


# The search


@pytest.fixture(scope="module")
def cafe() -> Iterator[Engine]:
    """The search of the shipped guidebook, with the values of the invented café."""
    contents = folder.read(ROOT / "playbooks")
    path = ROOT / "examples" / "harbour-cafe" / "house.yml"
    reading = guidebook_reader.read(contents.files, house=House(path.name, path.read_bytes(), {}))
    assert reading.guidebook
    docs, _ = folder.list_files(ROOT / "docs", root="docs")
    site = assembly.make(reading.guidebook, Sources(docs=docs), reading.locate)
    first, rest = (site.made[path].content.decode() for path in finder.PATHS)
    with Engine(read_whole(first, rest)) as engine:
        yield engine


@pytest.mark.parametrize(
    ("query", "value", "within"),
    [
        ("how much may i give away", "spend-limit", 1),
        ("how much can i refund", "spend-limit", 1),
        ("which number", "emergency-number", 1),
        ("emergency number", "emergency-number", 1),
        ("who is in charge", "person-in-charge", 1),
        ("what is our address", "site-address", 1),
        ("code word", "alarm", 1),
        ("where is the defibrillator", "defibrillator", 3),
        ("number for ambulance", "emergency-number", 2),
    ],
)
def test_what_staff_look_up_is_found(cafe: Engine, query: str, value: str, within: int) -> None:
    found = cafe.find(query)
    places = [one["url"] for one in found[:within]]
    assert f"who-and-how-much/#value-{value}" in places
    assert not found[0]["readers"]


def test_the_answer_is_shown_in_the_search(cafe: Engine) -> None:
    first = cafe.find("how much may i give away")[0]
    assert first["title"] == "Spend limit"
    assert first["answer"].startswith("A fresh plate or drink for everyone")
    assert first["chapter"] == fact_plates.TITLE
    assert not first["where"]


def test_pages_for_managers_say_so_in_the_search(cafe: Engine) -> None:
    for query, url in (
        ("how do i print a checklist", "print/"),
        ("how to write a playbook", "write-a-playbook/"),
        ("where this comes from", "sources/"),
    ):
        readers = {one["url"]: one["readers"] for one in cafe.find(query)}
        assert readers[url] == "managers"


def test_a_house_file_with_a_fault_is_not_said_to_lack_answers() -> None:
    about = samples.make_about(["fair"], house_values=VALUES)
    files = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    for written, told in ((b"title: Ours\n", {"not-set"}), (b"title: Ours\nvalues: 5\n", set())):
        reading = guidebook_reader.read(files, house=House("house.yml", written))
        assert {one.rule.id for one in reading.problems} & LACKING == told


def test_what_nobody_has_answered_is_told_at_its_empty_line() -> None:
    asked = {"gift-rule": VALUES["gift-rule"]}
    facts = {"dogs": {"name": "dogs", "ask": "May they come in?", "common": "Let the dog in."}}
    about = samples.make_about(["fair"], house_values=asked, country_facts=facts, address=None)
    below = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    below["countries/eu.yml"] = samples.dump({"name": "European Union", "facts": {}})
    written = b"title: Ours\ncountry:\naddress:\nvalues:\n  gift-rule:\n"
    reading = guidebook_reader.read(
        {}, house=House("house.yml", written), below=[Layer("shipped", below, is_own=False)]
    )
    told = {one.rule.id: one for one in reversed(reading.problems)}
    places = {rule: (told[rule].place.path, told[rule].place.line) for rule in LACKING}
    assert places == {
        "no-country": ("house.yml", 2),
        "no-address": ("house.yml", 3),
        "not-set": ("house.yml", 5),
    }
    assert told["no-address"].fix == "Fill in the line, or add it:  address: https://…"
    assert "eu (European Union)" in told["no-country"].fix


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("nobody, before noon", "Nobody, before noon"),
        ("don't take any", "Don’t take any"),
        ("deb@shop.example", "deb@shop.example"),
        ("https://shop.example", "https://shop.example"),
        ("n/a", "n/a"),
    ],
)
def test_only_a_word_gets_a_capital_letter(answer: str, shown: str) -> None:
    about = samples.make_about(
        ["fair"], house_values={"gift-rule": {**VALUES["gift-rule"], "value": answer}}
    )
    files = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    reading = guidebook_reader.read(files)
    assert reading.guidebook
    assert [one.text for one in fact_plates.list_plates(reading.guidebook)] == [shown]


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("leftover", "TBC"),
        ("foreign-marks", "~~none~~"),
        ("link-address", "[the list](ftp://shop.example)"),
        ("long-number", "999, from the red phone by the till and from no other"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_once_in_the_file_of_the_company(
    rule: str, answer: str
) -> None:
    asked = {"emergency-number": {"name": "emergency number", "ask": "Which?"}}
    about = samples.make_about(["fair"], house_values=asked)
    below = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    reading = guidebook_reader.read(
        {},
        house=House("house.yml", samples.dump({"values": {"emergency-number": answer}})),
        below=[Layer("shipped", below, is_own=False)],
    )
    places = [one.place for one in reading.problems if one.rule.id == rule]
    assert [(place.path, place.line) for place in places] == [("house.yml", 2)]
