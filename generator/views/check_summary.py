"""What a check says about a guidebook besides its problems."""

from collections.abc import Iterator

from generator.checks.prose import Prose, list_prose
from generator.model.guidebook import Guidebook


def write_text(guidebook: Guidebook, *, each: bool = False) -> str:
    """How many playbooks there are, and how hard they are to read; `each` lists them all."""
    return "".join(f"{line}\n" for line in _write_lines(guidebook, each=each))


def _write_lines(guidebook: Guidebook, *, each: bool) -> Iterator[str]:
    texts = list_prose(guidebook)
    if each:
        yield "grade  steps and stop"
        for one in sorted(texts, key=lambda one: -one.grade):
            yield f"{one.grade:5.1f}  {one.urgent_grade:5.1f}  {_name(one)}"
    yield f"{len(texts)} playbook{'' if len(texts) == 1 else 's'} checked."
    if texts:
        hardest = max(texts, key=lambda one: one.grade)
        yield f"Reading grade: {hardest.grade:.1f} at most, in {_name(hardest)}."
    urgent = [one for one in texts if guidebook.chapters[one.playbook.chapter].urgent]
    if urgent:
        hardest = max(urgent, key=lambda one: one.urgent_grade)
        yield (
            f"Steps and stop boxes of urgent chapters: {hardest.urgent_grade:.1f} at most,"
            f" in {_name(hardest)}."
        )


def _name(prose: Prose) -> str:
    return f"{prose.playbook.chapter}/{prose.playbook.id}"
