"""Links to papers, as pages write them."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.views.papers.kinds import (
    PaperKind,
    Size,
    list_kinds,
    list_sizes,
    name_file,
    name_kind,
    name_sheet,
)

SESSION_FORMS = (PaperKind.ATTENDANCE, PaperKind.OWN_CASE, PaperKind.CERTIFICATE)


class PaperLink(NamedTuple):
    """A paper, such as “Checklist”, on one sheet, and its path from the top of the site.

    It has no size where there is but one, so that nobody has to choose.
    """

    kind: PaperKind
    name: str
    size: Size | None
    sheet: str
    path: str


@dataclass(frozen=True)
class PaperLinks:
    """Links to the papers of each playbook, by its id, to those of the whole, and to forms.

    The booklet of all checklists is among them if it has one volume.
    """

    playbooks: Mapping[str, Sequence[PaperLink]] = field(default_factory=dict)
    booklet: Sequence[PaperLink] = ()
    tree: Sequence[PaperLink] = ()
    changes: Sequence[PaperLink] = ()
    facts: Sequence[PaperLink] = ()
    session: Sequence[PaperLink] = ()


class _SheetLinks:
    """Links to one paper on each sheet on which there is one."""

    def __init__(self, guidebook: Guidebook, printed: Container[str]) -> None:
        self._sizes = list_sizes(guidebook.about.sheets)
        self._printed = printed

    def __call__(self, kind: PaperKind, playbook: Playbook | None = None) -> list[PaperLink]:
        shown = {size: size if len(self._sizes) > 1 else None for size in self._sizes}
        return [
            PaperLink(kind, name_kind(kind), shown[size], name_sheet(kind, size), path)
            for size in self._sizes
            if (path := name_file(kind, size, playbook)) in self._printed
        ]


class _LinksById(Mapping[str, Sequence[PaperLink]]):
    """Links to the papers of each playbook, listed when a page asks for them, and kept."""

    def __init__(self, guidebook: Guidebook, printed: Container[str]) -> None:
        self._playbooks = guidebook.by_id
        self._list_sheets = _SheetLinks(guidebook, printed)
        self._listed: dict[str, Sequence[PaperLink]] = {}

    def __getitem__(self, name: str) -> Sequence[PaperLink]:
        if name not in self._listed:
            self._listed[name] = self._list(self._playbooks[name])
        return self._listed[name]

    def _list(self, playbook: Playbook) -> Sequence[PaperLink]:
        return [link for kind in list_kinds(playbook) for link in self._list_sheets(kind, playbook)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._playbooks)

    def __len__(self) -> int:
        return len(self._playbooks)


def list_links(guidebook: Guidebook, printed: Container[str]) -> PaperLinks:
    """Links to the papers that there are; `printed` holds their paths."""
    list_sheets = _SheetLinks(guidebook, printed)
    return PaperLinks(
        playbooks=_LinksById(guidebook, printed),
        booklet=list_sheets(PaperKind.BOOKLET),
        tree=list_sheets(PaperKind.TREE),
        changes=list_sheets(PaperKind.CHANGES),
        facts=list_sheets(PaperKind.FACTS),
        session=[link for kind in SESSION_FORMS for link in list_sheets(kind)],
    )
