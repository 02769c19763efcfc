"""Every editorial rule can object, and is silent on good words."""

from typing import Any

import pytest

from generator.checks import reading_grade
from generator.checks.prose import Prose
from generator.problem import Severity
from generator.reader import guidebook_reader
from tests import samples

LONG = (
    "We look at it and we ask and we wait and we see and we try and we go and we come and it is so."
)
GOOD = samples.make_minimal(
    title="Someone is shouting",
    signals=["A loud voice", "A red face"],
    steps=["Turn to them.", "Let them finish.", "Name the problem."],
    say=["Tell me the main thing.", "I am on it now."],
    avoid=[{"say": "Calm down.", "why": "It heats."}, {"say": "No.", "why": "It shuts a door."}],
    checklist=["I turned.", "I let them finish.", "I named it.", "I gave a time."],
    search=[f"word {number}" for number in range(15)],
    practice={
        "quiz": {
            "prompt": "What now?",
            "options": [
                {"text": "This one, then that one.", "feedback": "No."},
                {"text": "That.", "feedback": "Yes.", "right": "yes"},
            ],
        }
    },
)


def tell(
    playbook: dict[str, Any], *, urgent: bool = False, **files: bytes
) -> list[tuple[str, str]]:
    """Rules that object to a playbook beside three good ones, with the places in it."""
    names = ["one", "two", "three", "four"]
    playbooks = {
        f"fair/{name}": GOOD
        | {"title": f"Customer {name} is shouting", "related": [x for x in names if x != name][:2]}
        for name in names
    }
    playbooks["fair/three"]["related"] = ["one", "four"]
    playbooks["fair/one"] |= playbook
    about = samples.make_about(["fair"], house_values={})
    about["chapters"][0]["urgent"] = "yes" if urgent else "no"
    folder = samples.make_folder(playbooks, about) | {f"{k}.yml": v for k, v in files.items()}
    reading = guidebook_reader.read(folder)
    return [
        (one.rule.id, f"{one.place.path}:{one.place.line}")
        for one in reading.problems
        if one.severity is not Severity.NOTE
    ]


def test_good_playbook_passes_every_rule() -> None:
    assert tell({}) == []


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("count", {"signals": ["A loud voice"]}),
        ("count", {"search": ["word"]}),
        ("count", {"related": ["two"]}),
        ("title-length", {"title": "Shouting"}),
        ("title-length", {"title": "Some one is now very loud and we want to help"}),
        ("purpose-length", {"purpose": "a " * 25}),
        ("step-length", {"steps": ["Go. " * 31, "Go.", "Go."]}),
        ("phrase-length", {"say": ["I am here. " * 7, "Yes."]}),
        ("phrase-length", {"say": ["Yes.", "I am here. " * 9]}),
        ("sentence-length", {"steps": [{"do": "Go.", "why": LONG + " " + LONG}, "Go.", "Go."]}),
        ("reading-grade", {"steps": ["Organizational accountability. " * 15] * 3}),
        ("missing-reason", {"avoid": ["Calm down.", {"say": "No.", "why": "It ends."}]}),
        ("no-practice", {"practice": None}),
        ("banned-phrase", {"say": ["Please calm down.", "Yes."]}),
        ("banned-phrase", {"say": ["Unfortunately I can not.", "Yes."]}),
        ("promise", {"say": ["I guarantee it.", "Yes."]}),
        (
            "promise",
            {
                "avoid": [
                    {"say": "No.", "why": "x", "instead": "I’ll make sure."},
                    {"say": "a", "why": "b"},
                ]
            },
        ),
        ("label", {"purpose": "For the nightmare customer."}),
        ("hard-word", {"purpose": "How to assist them."}),
        ("place-bound", {"steps": ["Give them £50.", "Go.", "Go."]}),
        ("place-bound", {"steps": ["Call 911 now.", "Go.", "Go."]}),
        ("place-bound", {"steps": ["Call 000 now.", "Go.", "Go."]}),
        ("law-line", {"purpose": "What the law says. Check the law where you work."}),
        ("capitals", {"purpose": "NEVER do this."}),
        ("lone-stars", {"purpose": "**Look at the cake first."}),
        ("lone-stars", {"purpose": "Look at the cake** first."}),
        ("lone-stars", {"purpose": "Look at **the** cake **first."}),
        ("picture", {"purpose": "![cake](https://x.example/cake.jpg) Look at it."}),
        ("picture", {"purpose": "Look at it: ![cake](cake.jpg)"}),
    ],
)
def test_rule_objects(rule: str, change: dict[str, Any]) -> None:
    found = tell(change)
    assert found
    assert {name for name, _ in found} == {rule}
    assert all(place.startswith("fair/one.yml:") for _, place in found)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"search": ["one", "two", "three"]}, "Add 12 more."),
        ({"signals": ["A loud voice"]}, "Add 1 more."),
        ({"title": "Shouting"}, "The title has 1 word; "),
    ],
)
def test_rule_counts_in_plain_words(change: dict[str, Any], words: str) -> None:
    problems = guidebook_reader.read(samples.make_folder({"fair/one": GOOD | change})).problems
    assert any(words in f"{one.message} {one.fix}" for one in problems)


@pytest.mark.parametrize(
    "change",
    [
        {
            "avoid": [
                {"say": "Calm down, you idiot.", "why": "It heats."},
                {"say": "We assist.", "why": "x"},
            ]
        },
        {"purpose": "What the law says."},
        {"purpose": "Ask for 3 things in 20 minutes."},
        {"say": ["You should have paid 60.", "You paid 85."]},
        {"steps": ["Stay within your ((two)).", "Go.", "Go."]},
        {"purpose": "**Look** at ***the* cake**, \\**, `**x` and **** 12 * 3."},
        {"purpose": "Look!  Done![more](https://x.example/), `![cake](cake.jpg)` at it."},
    ],
)
def test_rule_is_silent(change: dict[str, Any]) -> None:
    assert tell(change) == []


def test_urgent_chapters_read_more_easily() -> None:
    steps = {"steps": ["Investigate immediately.", "Communicate carefully.", "Separate everybody."]}
    assert tell(steps) == []
    assert {rule for rule, _ in tell(steps, urgent=True)} == {"reading-grade"}


def test_orphan() -> None:
    found = tell({"related": ["three", "four"]})
    assert ("orphan", "fair/two.yml:1") not in found
    lonely = {"fair/lonely": GOOD, "fair/one": GOOD | {"related": ["lonely"]}}
    problems = guidebook_reader.read(samples.make_folder(lonely)).problems
    assert [one.place.path for one in problems if one.rule.id == "orphan"] == ["fair/one.yml"]


def test_a_rule_can_be_switched_off_with_a_reason() -> None:
    change = {"title": "Shouting", "allow": {"title-length": "One word says it."}}
    assert tell(change) == []
    assert [rule for rule, _ in tell({"allow": {"title-lenght": "x"}})] == ["unknown-rule"]


def test_right_answers_may_not_give_themselves_away() -> None:
    def make(right: int, long: int) -> dict[str, Any]:
        options = [
            {"text": "This. " * (3 if place == long else 1), "feedback": "x"}
            | ({"right": "yes"} if place == right else {})
            for place in range(3)
        ]
        return GOOD | {"practice": {"quiz": {"prompt": "?", "options": options}}}

    same_place = {f"fair/p{n}": make(right=0, long=1) for n in range(8)}
    rules = {one.rule.id for one in guidebook_reader.read(samples.make_folder(same_place)).problems}
    assert "answer-position" in rules
    assert "longest-answer" not in rules
    longest = {f"fair/p{n}": make(right=n % 3, long=n % 3) for n in range(8)}
    rules = {one.rule.id for one in guidebook_reader.read(samples.make_folder(longest)).problems}
    assert "longest-answer" in rules
    assert "answer-position" not in rules


def test_ideas() -> None:
    ideas = b"ideas:\n  S1: {text: One., group: A}\n  S2: {text: Two., group: A}\n"
    assert tell({"ideas": ["S1"]}, ideas=ideas) == [("idea-left-out", "ideas.yml:3")]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("care", 1),
        ("people", 2),
        ("settle", 2),
        ("shouted", 2),
        ("moved", 1),
        ("minutes", 2),
        ("apologise", 4),
        ("body’s", 2),
        ("blorp", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert reading_grade.count_syllables(word) == count


def test_grade() -> None:
    easy = reading_grade.measure_grade(["Tell me the main thing.", "I am on it now"])
    hard = reading_grade.measure_grade(
        ["Organizations necessitate comprehensive administrative policies."]
    )
    assert easy < 2
    assert hard > 15
    assert reading_grade.measure_grade([]) == 0
    # 8 words, 2 sentences, 9 syllables
    assert reading_grade.measure_grade(["I see it now. We can fix many"]) == pytest.approx(
        0.39 * 8 / 2 + 11.8 * 9 / 8 - 15.59
    )


def test_lone_stars_are_found_where_they_are() -> None:
    for text, column, where in (
        ("The **cake** and **then.", 26, "after the last"),
        ("The **cake** and then** this.", 30, "before the first"),
    ):
        files = samples.make_folder({"fair/one": GOOD | {"purpose": text}})
        reading = guidebook_reader.read(files)
        found = next(one for one in reading.problems if one.rule.id == "lone-stars")
        assert (found.place.column, found.place.width) == (column + 1, 2)
        assert where in found.fix


@pytest.mark.parametrize(
    ("name", "grade", "told"),
    [
        ("grade", 8.04, []),
        ("grade", 8.06, ["is 8.1; at most 8 is wanted"]),
        ("urgent_grade", 6.04, []),
        ("urgent_grade", 6.06, ["is 6.1; in an urgent chapter at most 6 is wanted"]),
    ],
)
def test_a_grade_counts_as_it_is_shown(
    name: str, grade: float, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Prose, name, grade)
    about = samples.make_about(["fair"], house_values={})
    about["chapters"][0]["urgent"] = "yes"
    reading = guidebook_reader.read(samples.make_folder({"fair/one": GOOD}, about))
    found = [one.message for one in reading.problems if one.rule.id == "reading-grade"]
    assert len(found) == len(told)
    assert all(one in message for one, message in zip(told, found, strict=True))
