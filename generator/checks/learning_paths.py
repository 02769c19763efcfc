"""Paths: what each step practices is there, and nothing comes twice."""

from collections.abc import Iterator

from generator.checks.check import Finding, guidebook_check
from generator.checks.context import GuidebookContext
from generator.checks.duplicates import DUPLICATE_ID, NAMED_TWICE
from generator.model import files
from generator.model.learning_path import Exercise
from generator.model.playbook import Playbook
from generator.problem import Group, Rule

_FILE = f"playbooks/{files.PATHS}"


def _write_path(practice: str) -> dict[str, str]:
    """A path of two steps for an example, of which the second practices something."""
    return {
        _FILE: "paths:\n"
        "  - id: first-week\n"
        "    title: Your first week\n"
        "    purpose: You can say when an order comes.\n"
        "    steps:\n"
        "      - playbook: late-order\n"
        "        why: They ask it every day.\n"
        "      - playbook: late-order\n"
        f"        practice: {practice}\n"
        "        why: Try it before they ask."
    }


@guidebook_check(
    Rule(
        id="no-such-exercise",
        group=Group.EXERCISES,
        summary="What a path practices, its playbook has.",
        why="The step would lead to a page with nothing to practice.",
        fault=_write_path("roleplay"),
        fix=_write_path("quiz"),
    )
)
def find_missing_exercises(context: GuidebookContext) -> Iterator[Finding]:
    """Find steps that practice what their playbook, as far as it could be read, does not have."""
    for index, path in enumerate(context.guidebook.paths):
        for number, step in enumerate(path.steps):
            playbook = context.guidebook.by_id.get(step.playbook)
            if playbook and step.practice and not step.practice.is_in(playbook):
                yield Finding(
                    context.locate(files.PATHS, ("paths", index, "steps", number, "practice")),
                    f"“{playbook.id}” has no {step.practice.value} to practice with.",
                    _say_what_to_do(playbook),
                )


def _say_what_to_do(playbook: Playbook) -> str:
    own = [f"practice: {one.value}" for one in Exercise if one.is_in(playbook)]
    instead = f"Write  {own[0]}  instead" if own else "Delete the line, so that the step is to read"
    return f"{instead}, or add one to {playbook.path}."


@guidebook_check(NAMED_TWICE)
def find_repeated_steps(context: GuidebookContext) -> Iterator[Finding]:
    """Find a step that a path has twice."""
    for index, path in enumerate(context.guidebook.paths):
        keys = [step.key for step in path.steps]
        for number, (key, step) in enumerate(zip(keys, path.steps, strict=True)):
            if key in keys[:number] and step.playbook in context.ids:
                what = f"the {step.practice.value} of “{step.playbook}”" if step.practice else ""
                yield Finding(
                    context.locate(files.PATHS, ("paths", index, "steps", number)),
                    f"The path “{path.id}” already has {what or f'“{step.playbook}” to read'}.",
                    "Delete one of the two steps.",
                )


@guidebook_check(DUPLICATE_ID)
def find_repeated_paths(context: GuidebookContext) -> Iterator[Finding]:
    """Find two paths of one id."""
    seen: set[str] = set()
    for index, path in enumerate(context.guidebook.paths):
        if path.id in seen:
            yield Finding(
                context.locate(files.PATHS, ("paths", index, "id")),
                f"There are two paths with the id “{path.id}”.",
                "Give each path an id of its own.",
            )
        seen.add(path.id)
