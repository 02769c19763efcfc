"""Papers between memory and disk: what is unchanged is not made again."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from generator import folder, paper
from generator.guidebook import Guidebook
from generator.paper import Order, Typefaces, Typesetter
from generator.problem import Problem
from generator.record import Locate

STORE = Path(".cache/papers")
"""Where papers are kept for the next run, beside the settings."""

_KEPT_DAYS = 30

Watch = Callable[[list[Order]], AbstractContextManager[Iterable[Order]]]
"""Shows how far a list has come while one goes through it."""


@dataclass(frozen=True)
class Batch:
    """Papers by their path, and what could not be printed."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    made: int


def load_typefaces(playbooks: Path) -> Typefaces:
    """The shipped fonts, and those in the folder `fonts` of the playbooks."""
    own = folder.read_fonts(playbooks)
    return Typefaces(str(playbooks / folder.FONTS) if own else None, own)


def order_all(guidebook: Guidebook) -> list[Order]:
    """Every paper in every size."""
    return [order for size in paper.Size for order in paper.plan(guidebook, size=size)]


def list_links(
    guidebook: Guidebook, files: Mapping[str, bytes]
) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Words and path of every paper that there is, by the id of its playbook."""
    return {
        name: [link for link in links if link[1] in files]
        for name, links in paper.link_papers(guidebook).items()
    }


def print_for(
    playbooks: Path, orders: list[Order], locate: Locate, *, home: Path | None = None
) -> Batch:
    """Make papers for a folder of playbooks, with its own fonts, and show how far they are.

    They are kept for the next run in the folder `home`, or beside the playbooks.
    """
    return print_papers(
        orders,
        load_typefaces(playbooks),
        locate,
        store=(home or playbooks.absolute().parent) / STORE,
        watch=show_progress,
    )


def print_papers(
    orders: list[Order],
    typefaces: Typefaces,
    locate: Locate,
    *,
    store: Path | None = None,
    watch: Watch = nullcontext,
) -> Batch:
    """Make papers, or take them from the folder `store` if nothing about them has changed."""
    typesetter = Typesetter(typefaces, locate)
    files: dict[str, bytes] = {}
    problems: dict[Problem, None] = {}
    made = 0
    with watch(orders) as watched:
        for order in watched:
            kept = store / f"{typesetter.key(order)}.pdf" if store else None
            if kept and (pdf := folder.read_kept(kept)):
                files[order.path] = pdf
                continue
            printed = typesetter.set(order)
            made += 1
            problems |= dict.fromkeys(printed.problems)
            if printed.pdf:
                files[order.path] = printed.pdf
                if kept:
                    folder.keep(kept, printed.pdf)
    if store and made:
        folder.forget(store, days=_KEPT_DAYS)
    return Batch(files, tuple(sorted(problems, key=lambda one: one.place)), made)


def show_progress(orders: list[Order]) -> AbstractContextManager[Iterable[Order]]:
    """Show a bar while papers are made, to a person at a terminal only."""
    if not sys.stderr.isatty():
        return nullcontext(orders)
    return click.progressbar(orders, label="Papers", file=sys.stderr)
