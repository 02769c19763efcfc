"""The slides of each part of a session: one step on each, large enough for a whole room."""

from collections.abc import Callable, Iterator, Sequence
from typing import NotRequired, TypedDict

from generator.model.emergency_playbook import Emergency
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook, StandardPlaybook
from generator.model.practice import RolePlay
from generator.model.roleplay_ways import find_best_way
from generator.model.session_plan import Part, list_parts

Plain = Callable[[str], str]


class Slide(TypedDict):
    """A heading, words to read, words to say, a reason, and a list that is lettered or not."""

    head: str
    words: NotRequired[str]
    say: NotRequired[str]
    why: NotRequired[str]
    list: NotRequired[Sequence[str]]
    letters: NotRequired[bool]


def list_slides(playbook: Playbook, inline: Inline) -> dict[Part, list[Slide]]:
    """The slides of each part that has any besides the one that opens it."""
    makers: dict[Part, Callable[[Playbook, Plain], Iterator[Slide]]] = {
        Part.READ: _show_page,
        Part.QUIZ: _show_quiz,
        Part.PLAY: _show_roleplay,
        Part.PAIRS: _show_first_words,
    }
    made = {
        part: list(makers[part](playbook, inline.plain))
        for part in list_parts(playbook)
        if part in makers
    }
    return {part: slides for part, slides in made.items() if slides}


def _show_page(playbook: Playbook, plain: Plain) -> Iterator[Slide]:
    yield {"head": plain(playbook.title), "words": plain(playbook.purpose)}
    if isinstance(playbook, Emergency):
        yield from _show_branches(playbook, plain)
        return
    assert isinstance(playbook, StandardPlaybook)  # noqa: S101  # there is no third kind
    stop = playbook.stop
    yield {"head": "When to stop", "words": f"{plain(stop.lead)} {plain(stop.text)}"}
    yield from _show_first_words(playbook, plain)
    count = len(playbook.steps)
    for number, step in enumerate(playbook.steps, 1):
        slide: Slide = {"head": f"Step {number} of {count}"}
        if step.do:
            slide["words"] = plain(step.do)
        if step.say:
            slide["say"] = plain(step.say)
        if step.why:
            slide["why"] = plain(step.why)
        yield slide


def _show_branches(playbook: Emergency, plain: Plain) -> Iterator[Slide]:
    for branch in playbook.branches:
        yield {"head": plain(branch.see), "list": [plain(one) for one in branch.now]}
        if branch.never:
            yield {
                "head": f"{plain(branch.see).rstrip('.')}: what not to do",
                "list": [plain(one) for one in branch.never],
            }


def _show_first_words(playbook: Playbook, plain: Plain) -> Iterator[Slide]:
    if isinstance(playbook, StandardPlaybook):
        first = playbook.say[0]
        slide: Slide = {"head": "Say first", "say": plain(first.say)}
        if first.why:
            slide["why"] = plain(first.why)
        yield slide


def _show_quiz(playbook: Playbook, plain: Plain) -> Iterator[Slide]:
    quiz = playbook.quizzes
    for number, one in enumerate(quiz, 1):
        head = f"Question {number} of {len(quiz)}" if len(quiz) > 1 else "Question"
        answers = [plain(option.text) for option in one.options]
        yield {"head": head, "words": plain(one.prompt), "list": answers, "letters": True}
        if one.right is not None:
            yield {
                "head": f"{'ABCDE'[one.right]} is right",
                "words": answers[one.right],
                "why": plain(one.options[one.right].feedback),
            }


def _show_roleplay(playbook: Playbook, plain: Plain) -> Iterator[Slide]:
    """What the room needs to follow, and a good answer after each line; nobody sees a choice."""
    play = playbook.roleplay
    if play is None:
        return
    yield {"head": "Setting", "words": plain(play.setting)}
    yield from _show_best_way(play, plain)


def _show_best_way(play: RolePlay, plain: Plain) -> Iterator[Slide]:
    way = find_best_way(play)
    for number, chosen in way.turns if way else ():
        one = play.rounds[number]
        reply = one.replies[chosen]
        yield {"head": "The customer", "words": plain(one.customer)}
        yield {"head": "A good answer", "say": plain(reply.say), "why": plain(reply.leads)}
    if way:
        ending = play.endings[way.ending]
        yield {"head": "How it ends", "words": plain(ending.text), "why": plain(ending.debrief)}
