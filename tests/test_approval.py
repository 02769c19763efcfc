"""Facts of a country, and who approved a page: how they come to it, and when they hold no more."""

import pytest

from generator.model.approval import fingerprint
from generator.model.guidebook import Origin
from generator.reader import guidebook_reader
from generator.views import pages, sign_off
from tests import samples

PLAYBOOKS = {"hurt/choking": samples.make_emergency()}


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


def read_edition(**branch: object) -> str:
    guidebook = samples.read_emergency(**branch).guidebook
    assert guidebook
    return guidebook.by_id["choking"].edition


def test_a_branch_can_be_signed_and_is_not_once_its_words_change() -> None:
    signed = {
        "expert": "medical",
        "name": "A. Reader",
        "date": "2026-11-20",
        "edition": read_edition(sign_off="medical"),
    }
    reading = samples.read_emergency(sign_off=signed)
    assert reading.guidebook
    assert not reading.guidebook.by_id["choking"].unsigned
    changed = samples.read_emergency(sign_off=signed, now=["Shout twice."]).guidebook
    assert changed
    assert changed.by_id["choking"].unsigned == ("medical",)


def test_an_emergency_that_names_no_expert_says_that_none_has_approved_it() -> None:
    nobody = "Not yet approved by an expert."
    guidebook = samples.read_emergency().guidebook
    assert guidebook
    page = next(one for one in pages.render(guidebook) if one.path.endswith("choking.md"))
    assert nobody in page.html
    playbook = guidebook.by_id["choking"]
    assert sign_off.list_approvals(playbook) == [nobody]
    assert sign_off.list_missing_approvals(playbook) == [nobody]
    signed = samples.read_emergency(sign_off="medical").guidebook
    assert signed
    every = sign_off.list_approvals(signed.by_id["choking"])
    assert every == [nobody, "Not yet approved by a medical expert."]


def test_search_words_are_no_part_of_what_is_signed() -> None:
    assert read_edition() == read_edition(search=["other words"], danger=["more of them"])
    assert read_edition() != read_edition(then=["Wait."])


COUNTRY = b"""
name: United Kingdom
facts:
  dogs:
    text: Let the dog in.
    sources: [D1]
    sign_off: legal
"""


def test_a_fact_of_a_country_brings_its_source_and_its_missing_approval_to_the_page() -> None:
    about = samples.make_about(
        ["hurt"],
        country="uk",
        country_facts={"dogs": {"name": "assistance dogs", "ask": "May they?", "common": "Yes."}},
    )
    emergency = samples.make_emergency(first="A dog: ((dogs))")
    files = samples.make_folder({"hurt/choking": emergency}, about)
    files |= {"sources.yml": samples.SOURCES, "countries/uk.yml": COUNTRY}
    reading = guidebook_reader.read(files)
    assert not reading.errors
    assert "fact-not-signed-off" in [one.rule.id for one in reading.problems]
    assert reading.guidebook
    html = {one.path: one.html for one in pages.render(reading.guidebook)}["hurt/choking.md"]
    assert "On assistance dogs: not yet approved by a lawyer." in html
    assert "A study of waiting" in html
    edition = fingerprint("Let the dog in.").encode()
    signed = b"\n      ".join(
        [
            b"    sign_off:",
            b"expert: legal",
            b"name: A",
            b"date: 2026-11-20",
            b"edition: " + edition,
        ]
    )
    files["countries/uk.yml"] = COUNTRY.replace(b"    sign_off: legal", signed)
    again = guidebook_reader.read(files)
    assert not again.errors
    assert "fact-not-signed-off" not in [one.rule.id for one in again.problems]


def test_references_in_a_file_of_a_country_are_checked() -> None:
    fact = {"name": "assistance dogs", "ask": "May they?", "common": "Yes."}
    about = samples.make_about(["hurt"], country="uk", country_facts={"dogs": fact})
    files = samples.make_folder(PLAYBOOKS, about) | {"sources.yml": samples.SOURCES}
    text = b"Ask in ((nowhere)), or ((open."
    files["countries/uk.yml"] = COUNTRY.replace(b"Let the dog in.", text)
    told = [one for one in guidebook_reader.read(files).problems if "countries" in one.place.path]
    assert [(one.rule.id, one.place.path, one.place.line, one.place.column) for one in told] == [
        ("fact-not-signed-off", "countries/uk.yml", 4, 3),
        ("unknown-playbook", "countries/uk.yml", 5, 18),
        ("open-reference", "countries/uk.yml", 5, 34),
    ]


@pytest.mark.parametrize("content", [b"name: [\n", b"nme: United Kingdom\nfacts: {}\n"])
def test_a_country_whose_file_has_faults_is_known(content: bytes) -> None:
    fact = {"name": "assistance dogs", "ask": "May they?", "common": "Yes."}
    for country, rules in (("uk", set()), ("us", {"unknown-country"})):
        about = samples.make_about(["hurt"], country=country, country_facts={"dogs": fact})
        files = samples.make_folder(PLAYBOOKS, about) | {"countries/uk.yml": content}
        errors = guidebook_reader.read(files).errors
        assert errors
        assert {one.rule.id for one in errors if one.place.path != "countries/uk.yml"} == rules
