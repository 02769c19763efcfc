"""The papers of a guidebook, as values: nothing here reads or writes a file of the site."""

from collections.abc import Collection, Iterator

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.views.papers.fonts import Fonts
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobContext
from generator.views.papers.kinds import OF_ALL, PaperKind, Size, list_kinds, name_file, name_paper
from generator.views.papers.playbook_jobs import ALONE, TOGETHER
from generator.views.papers.typesetter import Printed, Typesetter

__all__ = [
    "Fonts",
    "Job",
    "PaperKind",
    "Printed",
    "Size",
    "Typesetter",
    "list_links",
    "plan",
]


def plan(
    guidebook: Guidebook,
    *,
    size: Size = Size.A4,
    ids: Collection[str] | None = None,
    kinds: Collection[PaperKind] | None = None,
) -> Iterator[Job]:
    """Say what to print: all papers of a size, or those of some playbooks and kinds."""
    context = JobContext(guidebook, size, Inline(guidebook))
    chosen = [
        playbook
        for playbooks in guidebook.by_chapter.values()
        for playbook in playbooks
        if ids is None or playbook.id in ids
    ]
    for playbook in chosen:
        for kind in list_kinds(playbook):
            if kinds is None or kind in kinds:
                yield ALONE[kind](context, playbook)
    for kind in OF_ALL:
        if chosen and (kind in kinds if kinds is not None else ids is None):
            yield TOGETHER[kind](context, chosen)


def list_links(guidebook: Guidebook, printed: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """The papers of each playbook, by its id: what a link says, and the path it leads to.

    `printed` are the paths of the papers that there are.
    """
    return {
        playbook.id: [
            (name_paper(kind, size), path)
            for kind in list_kinds(playbook)
            for size in Size
            if (path := name_file(kind, size, playbook)) in printed
        ]
        for playbook in guidebook.playbooks
    }
