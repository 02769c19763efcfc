"""What people write for their country leads to the one that was meant, in one step."""

import pytest

from generator.checks.country_names import find_meant
from tests import samples
from tests.test_other_file import read

KNOWN = {
    "au": "Australia",
    "ca": "Canada",
    "eu": "European Union",
    "uk": "United Kingdom",
    "us": "United States",
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UK", "uk"),
        ("England", "uk"),
        ("Great-Britain", "uk"),
        ("United Kingdom", "uk"),
        ("united kingdon", "uk"),
        ("USA", "us"),
        ("Germany", "eu"),
        ("Deutschland", "eu"),
        ("DE", "eu"),
        ("Austria", "eu"),
        ("Australia", "au"),
        ("Switzerland", None),
        ("Mexico", None),
        ("New Zealand", None),
    ],
)
def test_the_country_that_was_meant(written: str, meant: str | None) -> None:
    found = find_meant(written, KNOWN)
    assert (found.id if found else None) == meant
    assert find_meant(written, {}) is None


def test_a_company_is_told_what_to_write() -> None:
    asked = {"dogs": {"name": "dogs", "ask": "May they come in?", "common": "Let them in."}}
    files = {
        "guidebook": samples.make_about(["fair"], country_facts=asked),
        "fair/one": samples.make_minimal(title="One"),
        "countries/uk": {"name": "United Kingdom", "facts": {"dogs": {"text": "Let them in."}}},
    }
    (told,) = read(files, house={"country": "England"}).errors
    assert (told.rule.id, told.place.path) == ("unknown-country", "house.yml")
    assert told.fix == "Write  country: uk  (United Kingdom)"
    (told,) = read(files, house={"country": "Peru"}).errors
    assert told.fix.startswith("Choose one of: uk (United Kingdom).\n")
