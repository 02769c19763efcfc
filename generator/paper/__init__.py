"""The papers of a guidebook, as values: nothing here reads or writes a file of the site."""

from collections.abc import Collection, Iterator

from generator.guidebook import Guidebook
from generator.paper.desk import Desk
from generator.paper.kinds import (
    OF_ALL,
    Kind,
    Size,
    list_kinds,
    name_file,
    name_paper,
)
from generator.paper.order import Order
from generator.paper.orders import ALONE, TOGETHER
from generator.paper.typefaces import Typefaces
from generator.paper.typesetter import Printed, Typesetter
from generator.record import Locate

__all__ = [
    "Kind",
    "Order",
    "Printed",
    "Size",
    "Typefaces",
    "Typesetter",
    "link_papers",
    "make_papers",
    "plan",
]


def plan(
    guidebook: Guidebook,
    *,
    size: Size = Size.A4,
    ids: Collection[str] | None = None,
    kinds: Collection[Kind] | None = None,
) -> Iterator[Order]:
    """Say what to print: all papers of a size, or those of some playbooks and kinds."""
    desk = Desk(guidebook, size)
    chosen = [
        playbook
        for playbooks in guidebook.by_chapter.values()
        for playbook in playbooks
        if ids is None or playbook.id in ids
    ]
    for playbook in chosen:
        for kind in list_kinds(playbook):
            if kinds is None or kind in kinds:
                yield ALONE[kind](desk, playbook)
    for kind in OF_ALL:
        if chosen and (kind in kinds if kinds is not None else ids is None):
            yield TOGETHER[kind](desk, chosen)


def make_papers(
    guidebook: Guidebook,
    *,
    size: Size = Size.A4,
    ids: Collection[str] | None = None,
    kinds: Collection[Kind] | None = None,
    typefaces: Typefaces | None = None,
    locate: Locate | None = None,
) -> Iterator[Printed]:
    """Make papers one by one: the same guidebook gives the same bytes.

    With `locate`, a text that cannot be printed is told with its line and column.
    """
    typesetter = Typesetter(typefaces or Typefaces(), locate)
    for order in plan(guidebook, size=size, ids=ids, kinds=kinds):
        yield typesetter.set(order)


def link_papers(guidebook: Guidebook) -> dict[str, list[tuple[str, str]]]:
    """The papers of each playbook, by its id: what a link says, and the path it leads to."""
    return {
        playbook.id: [
            (name_paper(kind, size), name_file(kind, size, playbook))
            for kind in list_kinds(playbook)
            for size in Size
        ]
        for playbook in guidebook.playbooks
    }
