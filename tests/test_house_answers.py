"""What is no answer of a company is told where it is written, and so is what its answers lack."""

import pytest

from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House
from tests import samples


def tell(answer: str) -> list[tuple[str, str, int]]:
    """Rules that object to an answer of a company, with the path and the line."""
    folder = samples.make_folder({"fair/one": samples.make_minimal()})
    house = House("house.yml", f"values:\n  spend-limit: {answer}\n".encode())
    reading = guidebook_reader.read(folder, house=house)
    return [(one.rule.id, one.place.path, one.place.line) for one in reading.errors]


@pytest.mark.parametrize(
    "answer",
    [
        *(
            '"-"',
            "n/a",
            "N/A.",
            "none",
            "tbd",
            "TBC",
            '"?"',
            '"???"',
            '"(unknown)"',
            '"[name]"',
            "…",
        ),
        *("((spend-limit))", "50, or ask ((spend-limit))"),
    ],
)
def test_what_is_no_answer_is_told(answer: str) -> None:
    assert tell(answer) == [("no-answer", "house.yml", 2)]


@pytest.mark.parametrize("answer", ["", "50", "nothing", "no refunds", "none above 50", "[a] or b"])
def test_what_staff_can_read_is_an_answer(answer: str) -> None:
    assert tell(f'"{answer}"' if answer.startswith("[") else answer) == []


def test_a_dash_alone_is_told_as_one() -> None:
    assert tell("-\n  # What else?\n  spend-limits:") == [("dash", "house.yml", 2)]


ASKED = ("spend-limit", "alarm", "person-in-charge")
ANSWERS = "  # What is the limit?\n  spend-limit: 50\n  alarm:\n  # Who?\n  person-in-charge: Jo\n"


@pytest.mark.parametrize(
    ("head", "rule"), [("title: Ours", "missing-colon"), ("title:", "missing")]
)
def test_answers_without_the_name_above_them_are_one_message(head: str, rule: str) -> None:
    asked = {name: {"name": name, "ask": "Which?"} for name in ASKED}
    about = samples.make_about(["fair"], house_values=asked)
    folder = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    house = House("house.yml", f"{head}\n\n{ANSWERS}".encode())
    (told,) = guidebook_reader.read(folder, house=house).errors
    assert (told.rule.id, told.place.line) == (rule, 4)
    assert told.fix.endswith("In house.yml it is  values:")
    assert told.repair is None
