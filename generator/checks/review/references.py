"""The names in double round brackets, wherever an author may write them."""

from collections.abc import Iterable, Iterator

from generator.checks.review.known import Known
from generator.checks.suggestions import report_unknown
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import find_open, find_references
from generator.model.yaml_model import Loc, Locate, walk_texts
from generator.problem import Problem, Severity


def check_texts(
    texts: Iterable[tuple[Loc, str]],
    path: str,
    guidebook: Guidebook,
    locate: Locate,
    known: Known,
    used: set[str],
) -> Iterator[Problem]:
    """Check texts of one file, given with their locations; `used` collects house values."""
    values = guidebook.about.house_values
    for loc, text in texts:
        if "((" not in text:
            continue
        for reference in find_references(text):
            if reference.name in values:
                used.add(reference.name)
            elif reference.name not in known.playbooks:
                width = reference.end - reference.start
                place = locate(path, loc, offset=reference.start, width=width)
                names = known.playbooks | set(values)
                yield report_unknown(place, reference.name, "playbook or house value", names)
        for start in find_open(text):
            yield Problem(
                locate(path, loc, offset=start, width=2),
                "open-reference",
                "“((” opens a reference that is not closed.",
                "Write the name and two round brackets, such as ((listen-first)).",
                Severity.WARNING,
            )


def check_shared_texts(
    guidebook: Guidebook, locate: Locate, known: Known, used: set[str]
) -> Iterator[Problem]:
    """Check the texts that stand in no playbook: chapters, sources, ideas, questions."""
    for path, value, loc in (
        (files.GUIDEBOOK, guidebook.about, ()),
        (files.SOURCES, guidebook.sources, ("sources",)),
        (files.IDEAS, guidebook.ideas, ("ideas",)),
        (files.IDEAS, guidebook.rulings, ("rulings",)),
        (files.TRIAGE, guidebook.triage.questions if guidebook.triage else (), ("questions",)),
    ):
        yield from check_texts(walk_texts(value, loc), path, guidebook, locate, known, used)
