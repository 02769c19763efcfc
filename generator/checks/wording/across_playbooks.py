"""The rules that look at all playbooks together."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.wording.prose import list_texts
from generator.checks.wording.rules import RULES
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import find_references
from generator.model.yaml_model import Locate
from generator.problem import Problem


def find_problems(guidebook: Guidebook, locate: Locate) -> Iterator[Problem]:
    """Apply them. The guidebook has to be complete: what they miss may stand in a lost file."""
    yield from _check_orphans(guidebook, locate)
    yield from _check_answers(guidebook, locate)
    yield from _check_ideas(guidebook, locate)


def _check_orphans(guidebook: Guidebook, locate: Locate) -> Iterator[Problem]:
    led_to = _find_led_to(guidebook)
    for playbook in guidebook.playbooks:
        if playbook.id not in led_to and "orphan" not in playbook.allow:
            yield Problem(
                locate(playbook.path, ()),
                "orphan",
                "No other playbook leads here.",
                f"Add  {playbook.id}  to “related” of a playbook that comes before it.",
                RULES["orphan"].severity,
            )


def _find_led_to(guidebook: Guidebook) -> frozenset[str]:
    """The playbooks that another one leads to."""
    found: set[str] = set()
    for playbook in guidebook.playbooks:
        names = {
            reference.name
            for _, text in list_texts(playbook)
            if "((" in text
            for reference in find_references(text)
        }
        found |= names.union(playbook.related, playbook.stop.go) - {playbook.id}
    return frozenset(found)


def _check_answers(guidebook: Guidebook, locate: Locate) -> Iterator[Problem]:
    """Look at all exercises together, for what gives the right answer away."""
    exercises = list(_list_exercises(guidebook))
    if len(exercises) < 8:
        return  # chance alone makes a few exercises look alike
    longest = sum(max(lengths) == lengths[right] for lengths, right in exercises)
    if longest * 2 >= len(exercises):
        yield Problem(
            locate(files.GUIDEBOOK, ()),
            "longest-answer",
            f"The right answer is the longest in {longest} of {len(exercises)} exercises.",
            "Shorten right answers, and make wrong ones as full as people would say them.",
            RULES["longest-answer"].severity,
        )
    for position, count in Counter(right for _, right in exercises).items():
        if count * 2 > len(exercises):
            yield Problem(
                locate(files.GUIDEBOOK, ()),
                "answer-position",
                f"The right answer stands at place {position + 1} in {count} of {len(exercises)}"
                " exercises.",
                "Change the order of some answers.",
                RULES["answer-position"].severity,
            )


def _list_exercises(guidebook: Guidebook) -> Iterator[tuple[Sequence[int], int]]:
    """The lengths of the answers of every exercise, and the place of the right one."""
    for playbook in guidebook.playbooks:
        if practice := playbook.practice:
            if practice.quiz:
                marks = [option.right for option in practice.quiz.options]
                if any(marks):
                    yield [len(one.text) for one in practice.quiz.options], marks.index(True)
            for one in practice.roleplay.rounds if practice.roleplay else ():
                marks = [reply.best for reply in one.replies]
                if any(marks):
                    yield [len(reply.say) for reply in one.replies], marks.index(True)


def _check_ideas(guidebook: Guidebook, locate: Locate) -> Iterator[Problem]:
    carried = {name for playbook in guidebook.playbooks for name in playbook.ideas}
    for name in guidebook.ideas:
        if name not in carried:
            yield Problem(
                locate(files.IDEAS, ("ideas", name), of_key=True),
                "idea-left-out",
                f"No playbook carries the idea {name}.",
                f"Write it into a playbook, and add  {name}  to its “ideas”.",
                RULES["idea-left-out"].severity,
            )
