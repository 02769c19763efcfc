"""What a company has answered, on papers: what is wrong with it is told where it is written."""

import pytest

from generator.problem import Problem
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House
from generator.reader.layers import Layer
from generator.views.papers import PaperKind
from tests import samples
from tests.paper.conftest import print_all

_ASKED = {
    "site-address": {"name": "site address", "ask": "Where?"},
    "alarm": {"name": "alarm", "ask": "How?"},
    "desk": {"name": "desk", "ask": "Who?"},
}
_LONG = "Down the stairs behind the counter, past the store room, then left at the paint. " * 23


def find_problems(house: str, *kinds: PaperKind, act: str = "Fetch help.") -> list[Problem]:
    """What is wrong with papers of a guidebook that lies below a company's own."""
    signs = [
        {
            "id": f"s{one}",
            "see": f"Sign {one}.",
            "now": [f"{place}: Call ((desk)). {act}" for place in range(3)],
            "search": [f"she has sign {one}"],
            "danger": [f"danger {one}"],
        }
        for one in range(6)
    ]
    files = samples.make_folder(
        {
            "fair/one": samples.make_minimal(stop="they shout. Fetch ((desk|the desk))."),
            "hurt/choking": samples.make_emergency(branches=signs, poster="yes"),
        },
        samples.make_about(["fair", "hurt"], house_values=_ASKED),
    )
    reading = guidebook_reader.read(
        {},
        root="playbooks",
        house=House("house.yml", house.encode()),
        below=[Layer("shipped", files, is_own=False)],
    )
    assert reading.guidebook
    assert not reading.errors, reading.errors
    printed = print_all(reading.guidebook, kinds=kinds, locate=reading.locate)
    found = dict.fromkeys(problem for one in printed for problem in one.problems)
    return list(reading.point_to_own(found))


@pytest.mark.parametrize(
    ("house", "line"),
    [
        ("title: Ours\nvalues:\n  alarm: Ring\n  desk: Noor \U0001f642", 4),
        ("title: Ours \U0001f642\n", 1),
    ],
)
def test_a_letter_that_no_font_has_is_told_once_in_the_file_of_the_company(
    house: str, line: int
) -> None:
    kinds = (PaperKind.CARD, PaperKind.CHECKLIST, PaperKind.FACTS)
    (problem,) = find_problems(house, *kinds)
    assert problem.rule.id == "no-letter"
    assert (problem.place.path, problem.place.line) == ("house.yml", line)
    assert "adopt" not in problem.fix


@pytest.mark.parametrize(("kind", "room"), [(PaperKind.POSTER, 100), (PaperKind.CARD, 40)])
def test_a_long_answer_is_to_be_shortened_and_no_playbook(kind: PaperKind, room: int) -> None:
    found = find_problems(f"values:\n  desk: {_LONG}", kind)
    assert "emergency-too-full" in [one.rule.id for one in found]
    assert {(one.place.path, one.place.line) for one in found} == {("house.yml", 2)}
    assert {one.fix.partition(",")[0] for one in found} == {f"Write it in up to {room} letters"}


def test_a_long_address_in_the_bar_takes_more_room_than_its_letters_do_elsewhere() -> None:
    house = f"values:\n  site-address: {_LONG[:700]}\n  desk: Noor"
    full = "Hit them on the back. " * 10
    assert not find_problems("values:\n  desk: Noor", PaperKind.POSTER, act=full)
    (problem,) = find_problems(house, PaperKind.POSTER, act=full)
    assert (problem.place.path, problem.place.line) == ("house.yml", 2)
