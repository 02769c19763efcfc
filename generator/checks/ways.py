"""Ways through questions and role-plays: all is reached, and none leads round in a circle."""

from collections.abc import Iterator, Mapping

from generator.checks.check import Finding, guidebook_check, playbook_check
from generator.checks.context import GuidebookContext, PlaybookContext
from generator.model import files
from generator.model.practice import RolePlay, Round
from generator.problem import Group, Rule

_ROLEPLAY = ("practice", "roleplay")
_QUESTIONS = """\
questions:
  - id: start
    ask: Is it about an order?
    answers:
      - say: Yes
        go: late-order
      - say: No
        go: {first}
  - id: mood
    ask: Is somebody in danger?
    answers:
      - say: Yes
        go: [choking, loud-voice]
      - say: No
        go: {second}"""


def _write_questions(*, first: str = "mood", second: str = "listen-first") -> dict[str, str]:
    """Two questions for an example: where the last answer of each leads."""
    return {"playbooks/help-me-now.yml": _QUESTIONS.format(first=first, second=second)}


NEVER_REACHED = Rule(
    id="never-reached",
    group=Group.TRIAGE,
    summary="An answer leads to every question but the first, and a reply to every part of a"
    " role-play.",
    why="What nothing leads to is written for nobody.",
    fault=_write_questions(first="loud-voice"),
    fix=_write_questions(),
)


@guidebook_check(NEVER_REACHED)
def find_unreached_questions(context: GuidebookContext) -> Iterator[Finding]:
    """Find questions to which no answer leads."""
    triage = context.guidebook.triage
    if triage and any(name not in context.ids | triage.by_id.keys() for name in triage.taps):
        return  # a name that is misspelt, and reported, may be that of the question
    for number, question in enumerate(triage.questions if triage else ()):
        if triage and question.id not in triage.taps and triage.by_id[question.id] is question:
            yield Finding(
                context.locate(files.TRIAGE, ("questions", number, "id")),
                f"No answer leads to the question “{question.id}”.",
                "Let an answer lead there, or delete the question.",
            )


@playbook_check(NEVER_REACHED, of_parts=True)
def find_unreached_rounds(one: PlaybookContext) -> Iterator[Finding]:
    """Find rounds and endings to which no reply leads."""
    play = one.playbook.roleplay
    if play:
        reached, _ = _follow(play)
        places = [("rounds", index, part.id) for index, part in enumerate(play.rounds)]
        places += [("endings", index, part.id) for index, part in enumerate(play.endings)]
        for group, index, name in places:
            if name not in reached:
                yield Finding(
                    one.place(*_ROLEPLAY, group, index, "id"),
                    f"No reply leads to “{name}”.",
                    "Let a reply go there, or delete it.",
                )


GOES_IN_CIRCLES = Rule(
    id="goes-in-circles",
    group=Group.TRIAGE,
    summary="No questions and no rounds of a role-play lead round in a circle.",
    why="Staff would never get to a playbook, nor a player to an ending.",
    fault=_write_questions(second="start"),
    fix=_write_questions(),
)


@guidebook_check(GOES_IN_CIRCLES)
def find_circle_of_questions(context: GuidebookContext) -> Iterator[Finding]:
    """Find questions that lead back to themselves."""
    triage = context.guidebook.triage
    if triage and (circle := triage.find_circle()):
        way = " → ".join(f"“{name}”" for name in (*circle, circle[0]))
        yield Finding(
            context.locate(files.TRIAGE, ("questions", triage.positions[circle[0]], "ask")),
            f"These questions lead round in a circle: {way}."
            if len(circle) > 1
            else f"The question “{circle[0]}” leads to itself.",
            "Let every answer lead to a later question or to a playbook.",
        )


@playbook_check(GOES_IN_CIRCLES, of_parts=True)
def find_circle_of_rounds(one: PlaybookContext) -> Iterator[Finding]:
    """Find a round to which a later one leads back."""
    play = one.playbook.roleplay
    _, circle = _follow(play) if play else (None, None)
    if play and circle:
        index = [part.id for part in play.rounds].index(circle)
        yield Finding(
            one.place(*_ROLEPLAY, "rounds", index),
            f"The role-play can come back to “{circle}” and never end.",
            "Let every reply go to a later round or to an ending.",
        )


def _follow(play: RolePlay) -> tuple[set[str], str | None]:
    """What can be reached from the first round, and a round that leads back to itself."""
    rounds: Mapping[str, Round] = {one.id: one for one in play.rounds}
    reached: set[str] = set()
    finished: set[str] = set()
    circle: str | None = None
    path: list[tuple[str, bool]] = [(play.rounds[0].id, False)]
    while path:
        name, leaving = path.pop()
        if leaving:
            finished.add(name)
        elif name not in reached:
            reached.add(name)
            path.append((name, True))
            for reply in rounds[name].replies if name in rounds else ():
                if reply.go in reached and reply.go not in finished and reply.go in rounds:
                    circle = reply.go
                path.append((reply.go, False))
    return reached, circle
