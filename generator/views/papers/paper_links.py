"""Links to papers, as pages write them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.guidebook import Guidebook
from generator.views.papers.kinds import PaperKind, Size, list_kinds, name_file, name_paper


class PaperLink(NamedTuple):
    """The words of a link, and the path of the paper from the top of the site."""

    words: str
    path: str


@dataclass(frozen=True)
class PaperLinks:
    """Links to the papers of each playbook, by its id, and to the tree of questions."""

    playbooks: Mapping[str, Sequence[PaperLink]] = field(default_factory=dict)
    tree: Sequence[PaperLink] = ()


def list_links(guidebook: Guidebook, printed: Collection[str]) -> PaperLinks:
    """Links to the papers that there are; `printed` are their paths."""
    return PaperLinks(
        playbooks={
            playbook.id: [
                PaperLink(name_paper(kind, size), path)
                for kind in list_kinds(playbook)
                for size in Size
                if (path := name_file(kind, size, playbook)) in printed
            ]
            for playbook in guidebook.playbooks
        },
        tree=[
            PaperLink(name_paper(PaperKind.TREE, size), path)
            for size in Size
            if (path := name_file(PaperKind.TREE, size)) in printed
        ],
    )
