"""A file in the wrong place, and a playbook of the wrong kind, are told once."""

import pytest

from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House, Reading
from tests import samples

COUNTRY = {"name": "Parcelland", "facts": {"dogs": {"text": "Let the dog in."}}}
HOUSE = {"version": "1.0", "country": "uk", "values": {"spend-limit": "20"}}
ABOUT = samples.make_about(["fair"], purpose="Help.", version="2", review_every="12")


def read(files: dict[str, object], house: object = None) -> Reading:
    folder = samples.make_folder({"fair/two": samples.make_minimal(related=["one"])})
    written = {f"{name}.yml": samples.dump(one) for name, one in files.items()}
    own = House("house.yml", samples.dump(house)) if house else None
    return guidebook_reader.read({**folder, **written}, house=own)


@pytest.mark.parametrize(
    ("path", "holds", "fix"),
    [
        ("countries/one", samples.make_minimal(title="One"), "into the folder of its chapter"),
        ("countries/one", samples.make_emergency(), "into the folder of its chapter"),
        ("fair/one", COUNTRY, "into the folder  countries"),
        ("fair/one", HOUSE, "call it  house.yml"),
        ("fair/one", ABOUT, "into  guidebook.yml"),
    ],
)
def test_a_file_in_another_place_is_told_where_it_belongs(
    path: str, holds: object, fix: str
) -> None:
    (told,) = read({path: holds}).errors
    assert told.rule.id == "other-file"
    assert fix in told.fix


def test_the_file_of_the_whole_guidebook_is_none_of_a_company() -> None:
    (told,) = read({"fair/one": samples.make_minimal(title="One")}, house=ABOUT).errors
    assert (told.rule.id, told.place.path) == ("other-file", "house.yml")


def test_emergencies_are_of_their_own_kind() -> None:
    (told,) = read({"fair/one": samples.make_emergency(kind="scenario", first="Ask.")}).errors
    assert (told.rule.id, told.place.line) == ("other-kind", 2)
    assert "kind: emergency" in told.fix


def test_others_are_of_another_kind() -> None:
    (told,) = read({"fair/one": samples.make_minimal(title="One", kind="emergency")}).errors
    assert (told.rule.id, told.place.line) == ("other-kind", 2)
    assert "kind: scenario" in told.fix


def test_what_is_wrong_besides_is_told_too() -> None:
    emergency = samples.make_emergency(kind="scenario", reviewed="today")
    told = read({"fair/one": emergency}).errors
    assert [one.rule.id for one in told] == ["other-kind", "kind"]


@pytest.mark.parametrize(
    ("playbook", "fix"),
    [
        (samples.make_emergency(steps=["Call."]), "An emergency has no “steps”"),
        (samples.make_minimal(title="One", after=["Rest."]), "Only an emergency has “after”."),
    ],
)
def test_a_name_of_another_kind(playbook: dict[str, object], fix: str) -> None:
    (told,) = read({"fair/one": playbook}).errors
    assert told.fix.startswith(fix)


@pytest.mark.parametrize(
    ("playbook", "kind"),
    [(samples.make_emergency(), "emergency"), (samples.make_minimal(title="One"), "scenario")],
)
def test_a_kind_that_is_missing(playbook: dict[str, object], kind: str) -> None:
    (told,) = read({"fair/one": {n: v for n, v in playbook.items() if n != "kind"}}).errors
    assert f"\nkind: {kind}\n" in told.fix
