"""The questions of “Help me now”: what is told about them, and what is left of broken ones."""

from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from generator.adapters import folder
from generator.checks.triage_questions import MAX_TAPS
from generator.model.guidebook import Guidebook
from generator.model.playbook import Kind
from generator.model.triage import Answer, Question, Triage
from generator.reader import guidebook_reader
from generator.views.pages import render
from tests import samples
from tests.conftest import ROOT

RULES = {
    "dead-end",
    "duplicate-id",
    "goes-in-circles",
    "long-answer",
    "long-way",
    "many-answers",
    "named-twice",
    "never-reached",
    "one-answer",
    "question-in-list",
    "scenario-not-asked",
    "unknown-playbook",
}


def ask(name: str, *goes: str | list[str], say: str = "Yes") -> dict[str, Any]:
    answers = [{"say": say, "go": go} for go in goes]
    return {"id": name, "ask": "What is it?"} | ({"answers": answers} if answers else {})


def read(*questions: dict[str, Any]) -> guidebook_reader.Reading:
    playbooks = {
        "fair/one": samples.make_minimal(),
        "fair/other": samples.make_minimal(title="Other", kind="tactic"),
    }
    files = samples.make_folder(playbooks, samples.make_about(["fair"], house_values={}))
    text = yaml.safe_dump({"questions": list(questions)}, sort_keys=False)
    return guidebook_reader.read(files | {"help-me-now.yml": text.encode()}, root="p")


def tell(*questions: dict[str, Any]) -> list[str]:
    return [
        f"{one.place.line}:{one.place.column} {one.severity} {one.rule.id} {one.message} {one.fix}"
        for one in read(*questions).problems
        if one.place.path == "p/help-me-now.yml"
    ]


def test_clean() -> None:
    assert tell(ask("start", "one", "next"), ask("next", ["one", "other"], "other")) == []


def test_an_emergency_that_nobody_is_asked_about_is_told() -> None:
    playbooks = {"fair/one": samples.make_minimal(), "fair/choking": samples.make_emergency()}
    files = samples.make_folder(playbooks, samples.make_about(["fair"], house_values={}))
    files["help-me-now.yml"] = samples.dump({"questions": [ask("start", "one", "one")]})
    told = [one for one in guidebook_reader.read(files).problems if one.rule.id in RULES]
    assert [one.message for one in told] == ["No answer leads to the emergency “choking”."]


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        ([ask("a", "one", "b"), ask("b")], "10:8 error dead-end The question “b” has no answers"),
        ([ask("a", "one", "othr")], "8:9 error unknown-playbook There is no playbook or question"),
        ([ask("a", "one", "othr")], "Did you mean “other”?"),
        ([ask("a", "one", "nxt"), ask("next", "one", "one")], "Did you mean “next”?"),
        ([ask("one", "one", "other")], "2:7 error duplicate-id “one” is the id of a question and"),
        (
            [ask("a", "one", "b"), ask("b", "one", "one"), ask("b", "one", "one")],
            "16:7 error duplicate-id “b” is the id of 2 questions.",
        ),
        (
            [ask("a", "one", "b"), ask("b", "a", "one")],
            "goes-in-circles These questions lead round in a circle: “a” → “b” → “a”.",
        ),
        ([ask("a", "one", "a")], "3:8 error goes-in-circles The question “a” leads to itself."),
        ([ask("a", "one", "one"), ask("b", "one", "one")], "9:7 error never-reached No answer"),
        (
            [ask("a", "one", ["one", "b"]), ask("b", "one", "one")],
            "question-in-list “b” is a question, and an answer can lead to only one question.",
        ),
        ([ask("a", "one", ["other", "other"])], "named-twice “other” is already in this list."),
        ([ask("a", "one")], "3:8 warning one-answer The question “a” has only one answer"),
        ([ask("a", *["one"] * 6)], "3:8 warning many-answers The question “a” has 6 answers"),
        ([ask("a", "other", "other")], "1:1 warning scenario-not-asked No answer leads to the"),
        (
            [ask("a", "one", "one", say="Yes, and it gets worse now")],
            "5:10 warning long-answer This answer has 6 words; in a hurry 5 are enough.",
        ),
        (
            [ask(name, "other", after) for name, after in ("ab", "bc", "cd", "de")]
            + [ask("e", "one", "other")],
            "1:1 warning long-way It takes 5 answers to get to “one”",
        ),
    ],
)
def test_told_with_its_place(questions: list[dict[str, Any]], told: str) -> None:
    found = tell(*questions)
    assert any(told in one for one in found), found
    assert {one.split()[2] for one in found} <= RULES


@pytest.mark.parametrize(
    "question",
    [
        {"id": "a", "ask": "What?", "answers": [{"say": "Yes"}]},
        {"id": "a", "ask": "What?", "answers": [{"say": "Yes", "go": []}]},
        {"id": "A b", "ask": "What?", "answers": [{"say": "Yes", "go": "one"}]},
        {"id": "a", "ask": "What?", "answer": []},
    ],
)
def test_wrong_fields_are_told(question: dict[str, Any]) -> None:
    assert tell(question)


def test_a_preview_keeps_what_leads_somewhere() -> None:
    def answer(*go: str) -> Answer:
        return Answer(say="Yes", go=go)

    triage = Triage(
        (
            Question(id="a", ask="A?", answers=(answer("b"), answer("one", "gone"))),
            Question(id="b", ask="B?", answers=(answer("gone"), answer("c"))),
            Question(id="c", ask="C?", answers=(answer("gone"),)),
            Question(id="d", ask="D?", answers=(answer("one"),)),
        )
    )
    kept = triage.keep({"one"})
    assert kept == Triage((Question(id="a", ask="A?", answers=(answer("one"),)),))
    assert triage.keep(()) is None
    circle = (
        Question(id="a", ask="A?", answers=(answer("b"),)),
        Question(id="b", ask="B?", answers=(answer("a"), answer("one"))),
    )
    assert Triage(circle).keep({"one"}) is None


def test_the_list_leads_on_by_the_words_of_the_question() -> None:
    """Each link names the question that it leads to, which can take the focus; danger is marked."""
    first, last = ask("a", "b", "one"), ask("b", "one", "other")
    first["answers"][0]["danger"] = "yes"
    reading = read(first, last | {"ask": "Is anyone hurt?"})
    assert reading.guidebook
    (page,) = (one for one in render(reading.guidebook) if one.url == "help-me-now/tree/")
    tree = LexborHTMLParser(page.html)
    (link,) = tree.css('.gb-asked [href^="#ask-"]')
    assert link.text() == "Go on at 2: “Is anyone hurt?”"
    target = tree.css_first(link.attributes["href"] or "")
    assert target.text() == "Is anyone hurt?"
    assert target.attributes["tabindex"] == "-1"
    (danger,) = tree.css(".gb-asked-danger")
    assert link.parent == danger
    assert danger.css_first("svg, .gb-icon")
    assert danger.text().lstrip().startswith("Danger:")


def test_a_preview_shows_no_broken_questions() -> None:
    reading = read(ask("a", "one", "nowhere"), ask("b", "b"))
    assert reading.errors
    assert reading.guidebook is not None
    assert reading.guidebook.triage is None


def test_a_long_chain_ends_soon() -> None:
    chain = [ask(f"q{number}", "one", f"q{number + 1}") for number in range(1000)]
    reading = read(*chain, ask("q1000", "one", "other"))
    assert reading.guidebook is not None
    assert reading.guidebook.triage is not None
    assert reading.guidebook.triage.keep({"one", "other"}) == reading.guidebook.triage


def test_shipped_questions(guidebook: Guidebook) -> None:
    triage = guidebook.triage
    assert triage is not None
    contents = folder.read(ROOT / "playbooks")
    found = guidebook_reader.read(contents.files).problems
    assert not [one for one in found if one.place.path == "help-me-now.yml"]
    for playbook in guidebook.playbooks:
        if playbook.kind is Kind.SCENARIO or guidebook.chapters[playbook.chapter].urgent:
            assert triage.taps.get(playbook.id, 99) <= MAX_TAPS, playbook.id
    for question in triage.questions:
        danger = [answer.danger for answer in question.answers]
        assert danger == sorted(danger, reverse=True), question.id
