"""What a check says about a guidebook besides its problems."""

from collections.abc import Iterator

from generator.checks import wording
from generator.checks.wording import Grades
from generator.model.guidebook import Guidebook


def write_text(guidebook: Guidebook, *, each: bool = False) -> str:
    """How many playbooks there are, and how hard they are to read; `each` lists them all."""
    return "".join(f"{line}\n" for line in _write_lines(guidebook, each=each))


def _write_lines(guidebook: Guidebook, *, each: bool) -> Iterator[str]:
    grades = wording.measure_grades(guidebook)
    if each:
        yield "grade  steps and stop"
        for one in sorted(grades, key=lambda one: -one.whole):
            yield f"{one.whole:5.1f}  {one.urgent:5.1f}  {one.playbook.chapter}/{one.playbook.id}"
    yield f"{len(grades)} playbook{'' if len(grades) == 1 else 's'} checked."
    if grades:
        hardest = max(grades, key=lambda one: one.whole)
        yield f"Reading grade: {hardest.whole:.1f} at most, in {_name(hardest)}."
    urgent = [one for one in grades if guidebook.chapters[one.playbook.chapter].urgent]
    if urgent:
        hardest = max(urgent, key=lambda one: one.urgent)
        yield (
            f"Steps and stop boxes of urgent chapters: {hardest.urgent:.1f} at most,"
            f" in {_name(hardest)}."
        )


def _name(grades: Grades) -> str:
    return f"{grades.playbook.chapter}/{grades.playbook.id}"
