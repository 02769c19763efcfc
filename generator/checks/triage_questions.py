"""The questions of “Help me now”: short, with a choice, and leading soon to all that happens."""

from collections.abc import Iterator

from generator.checks.check import Finding, guidebook_check
from generator.checks.context import GuidebookContext
from generator.checks.duplicates import NAMED_TWICE
from generator.model import files
from generator.model.playbook import Kind
from generator.model.triage import Answer, Question
from generator.model.yaml_model import Loc
from generator.problem import Group, Rule, Severity

MAX_ANSWERS = 5
MAX_WORDS = 5
MAX_TAPS = 4
_ASKED = (Kind.SCENARIO, Kind.EMERGENCY)
_FILE = f"playbooks/{files.TRIAGE}"


def _write_question(*answers: tuple[str, str], name: str = "start") -> str:
    """A question for an example, with what its answers say and where they lead."""
    lines = [f"  - id: {name}", "    ask: What is going on?", "    answers:"]
    for say, go in answers:
        lines += [f"      - say: {say}", f"        go: {go}"]
    return "\n".join(lines)


_ORDER = ("An order is late", "late-order")
_DANGER = ("Somebody is in danger", "[choking, loud-voice]")
_SOUND = {_FILE: f"questions:\n{_write_question(_DANGER, _ORDER)}"}


def _list_questions(context: GuidebookContext) -> Iterator[tuple[int, Question]]:
    triage = context.guidebook.triage
    return enumerate(triage.questions if triage else ())


def _list_answers(context: GuidebookContext) -> Iterator[tuple[Loc, Answer]]:
    for number, question in _list_questions(context):
        for index, answer in enumerate(question.answers):
            yield ("questions", number, "answers", index), answer


@guidebook_check(
    Rule(
        id="dead-end",
        group=Group.TRIAGE,
        summary="Every question has answers.",
        why="Staff in a hurry would have to go back.",
        fault={
            _FILE: f"questions:\n{_write_question(_DANGER, _ORDER, ('Other', 'more'))}\n"
            "  - id: more\n"
            "    ask: What else is it?"
        },
        fix={
            _FILE: f"questions:\n{_write_question(_DANGER, _ORDER, ('Other', 'more'))}\n"
            "  - id: more\n"
            "    ask: What else is it?\n"
            "    answers:\n"
            "      - say: A long queue\n"
            "        go: long-queue\n"
            "      - say: A wrong bill\n"
            "        go: wrong-bill"
        },
    )
)
def find_dead_ends(context: GuidebookContext) -> Iterator[Finding]:
    """Find questions without answers."""
    for number, question in _list_questions(context):
        if not question.answers:
            yield Finding(
                context.locate(files.TRIAGE, ("questions", number, "ask")),
                f"The question “{question.id}” has no answers, so nobody gets on from here.",
                "Add  answers:  below it, or delete the question and the answers that lead to it.",
            )


@guidebook_check(
    Rule(
        id="one-answer",
        group=Group.TRIAGE,
        summary="Every question has two answers or more.",
        why="With one answer there is nothing to ask.",
        fault={_FILE: f"questions:\n{_write_question(_DANGER)}"},
        fix=_SOUND,
        severity=Severity.WARNING,
    )
)
def find_single_answers(context: GuidebookContext) -> Iterator[Finding]:
    """Find questions with one answer."""
    for number, question in _list_questions(context):
        if len(question.answers) == 1:
            yield Finding(
                context.locate(files.TRIAGE, ("questions", number, "ask")),
                f"The question “{question.id}” has only one answer, so there is nothing to ask.",
                "Add another answer, or lead straight to where this one leads.",
            )


@guidebook_check(
    Rule(
        id="many-answers",
        group=Group.TRIAGE,
        summary=f"A question has at most {MAX_ANSWERS} answers.",
        why="In a hurry nobody reads more.",
        fault={
            _FILE: "questions:\n"
            + _write_question(
                _DANGER,
                _ORDER,
                ("A wrong bill", "wrong-bill"),
                ("A long queue", "long-queue"),
                ("No receipt", "no-receipt"),
                ("Something else", "listen-first"),
            )
        },
        fix={
            _FILE: "questions:\n"
            + _write_question(_DANGER, _ORDER, ("It is about money", "money"))
            + "\n"
            + _write_question(
                ("A wrong bill", "wrong-bill"), ("No receipt", "no-receipt"), name="money"
            )
        },
        severity=Severity.WARNING,
    )
)
def find_many_answers(context: GuidebookContext) -> Iterator[Finding]:
    """Find questions with too many answers."""
    for number, question in _list_questions(context):
        count = len(question.answers)
        if count > MAX_ANSWERS:
            yield Finding(
                context.locate(files.TRIAGE, ("questions", number, "ask")),
                f"The question “{question.id}” has {count} answers; in a hurry nobody reads more"
                f" than {MAX_ANSWERS}.",
                "Put those that belong together behind one answer, and ask on from there.",
            )


@guidebook_check(
    Rule(
        id="long-answer",
        group=Group.TRIAGE,
        summary=f"An answer has at most {MAX_WORDS} words.",
        why="It is read at a glance, with somebody waiting.",
        fault={
            _FILE: "questions:\n"
            + _write_question(_DANGER, ("The order that they paid for is late", "late-order"))
        },
        fix=_SOUND,
        severity=Severity.WARNING,
    )
)
def find_long_answers(context: GuidebookContext) -> Iterator[Finding]:
    """Find answers with too many words."""
    for loc, answer in _list_answers(context):
        count = len(answer.say.split())
        if count > MAX_WORDS:
            yield Finding(
                context.locate(files.TRIAGE, (*loc, "say")),
                f"This answer has {count} words; in a hurry {MAX_WORDS} are enough.",
                "Say it shorter.",
            )


@guidebook_check(NAMED_TWICE)
def find_repeated_targets(context: GuidebookContext) -> Iterator[Finding]:
    """Find answers that lead to one playbook or question twice."""
    for loc, answer in _list_answers(context):
        for index, name in enumerate(answer.go):
            if name in answer.go[:index] and _is_known(context, name):
                yield Finding(
                    context.locate(files.TRIAGE, (*loc, "go", index)),
                    f"“{name}” is already in this list.",
                    "Delete one of the two.",
                )


@guidebook_check(
    Rule(
        id="question-in-list",
        group=Group.TRIAGE,
        summary="An answer leads to one question, or to playbooks.",
        why="One question follows another; only playbooks can be read one after the other.",
        fault={
            _FILE: "questions:\n"
            + _write_question(_DANGER, _ORDER, ("It is about money", "[no-receipt, money]"))
            + "\n"
            + _write_question(
                ("A wrong bill", "wrong-bill"), ("No receipt", "no-receipt"), name="money"
            )
        },
        fix={
            _FILE: "questions:\n"
            + _write_question(_DANGER, _ORDER, ("It is about money", "money"))
            + "\n"
            + _write_question(
                ("A wrong bill", "wrong-bill"), ("No receipt", "no-receipt"), name="money"
            )
        },
    )
)
def find_questions_in_lists(context: GuidebookContext) -> Iterator[Finding]:
    """Find answers that lead to a question and to something else."""
    triage = context.guidebook.triage
    for loc, answer in _list_answers(context):
        for index, name in enumerate(answer.go if len(answer.go) > 1 else ()):
            if triage and name in triage.by_id and name not in answer.go[:index]:
                yield Finding(
                    context.locate(files.TRIAGE, (*loc, "go", index)),
                    f"“{name}” is a question, and an answer can lead to only one question.",
                    "Lead to the question alone, or to playbooks alone.",
                )


def _is_known(context: GuidebookContext, name: str) -> bool:
    triage = context.guidebook.triage
    return name in context.ids or (triage is not None and name in triage.by_id)


@guidebook_check(
    Rule(
        id="scenario-not-asked",
        group=Group.TRIAGE,
        summary="The questions lead to every scenario and to every emergency.",
        why="Whoever needs it in a hurry would not get there.",
        fault={
            _FILE: "questions:\n" + _write_question(_DANGER, ("Something else", "listen-first"))
        },
        fix=_SOUND,
        severity=Severity.WARNING,
    )
)
def find_scenarios_not_asked(context: GuidebookContext) -> Iterator[Finding]:
    """Find scenarios and emergencies to which no answer leads."""
    triage = context.guidebook.triage
    for playbook in context.guidebook.playbooks if triage else ():
        if triage and playbook.kind in _ASKED and playbook.id not in triage.taps:
            yield Finding(
                context.locate(files.TRIAGE, ("questions",), of_key=True),
                f"No answer leads to the {playbook.kind} “{playbook.id}”.",
                "Write its name after  go:  of the answer that fits, or add an answer for it.",
            )


_STEPS = ("start", "second", "third", "fourth", "fifth")


def _write_chain(length: int) -> dict[str, str]:
    """Questions for an example, one after the other, and a playbook at the end."""
    goes = [*_STEPS[1:length], "late-order"]
    questions = [
        _write_question(_DANGER, ("Something else", go), name=name)
        for name, go in zip(_STEPS, goes, strict=False)
    ]
    return {_FILE: "\n".join(["questions:", *questions])}


@guidebook_check(
    Rule(
        id="long-way",
        group=Group.TRIAGE,
        summary=f"It takes at most {MAX_TAPS} answers to get to a playbook.",
        why="In a hurry nobody answers more.",
        fault=_write_chain(5),
        fix=_write_chain(4),
        severity=Severity.WARNING,
    )
)
def find_long_ways(context: GuidebookContext) -> Iterator[Finding]:
    """Find playbooks that it takes too many answers to get to."""
    triage = context.guidebook.triage
    for name, taps in triage.taps.items() if triage else ():
        if triage and name not in triage.by_id and taps > MAX_TAPS:
            yield Finding(
                context.locate(files.TRIAGE, ("questions",), of_key=True),
                f"It takes {taps} answers to get to “{name}”; in a hurry {MAX_TAPS} are enough.",
                "Ask fewer questions on the way there.",
            )
