"""The check of web addresses: two things cannot have the same one."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.problem import FileState, Group, Label, Place, Problem, Rule

ADDRESS_TAKEN = Rule(
    id="address-taken",
    group=Group.SITE,
    summary="No two pages or files of the site have the same address.",
    why="One of the two would be lost.",
    fault={"docs/counter.md": FileState.PRESENT},
    fix={"docs/about-the-counter.md": FileState.PRESENT},
)


PAGE_NAME = Rule(
    id="page-name",
    group=Group.SITE,
    summary="The name of a hand-written page has no sign that means something in an address.",
    why="A browser would look for another page, and no link would lead to it.",
    fault={"docs/questions#answers.md": FileState.PRESENT},
    fix={"docs/questions-answers.md": FileState.PRESENT},
)

_SIGNS = re.compile("[#?%:]")


class Claim(NamedTuple):
    """Something that wants an address.

    `path` is that of the file a browser gets, `words` say what it is, `place` where it comes from
    if somebody wrote it.
    """

    path: str
    words: str
    place: Place | None


def check_name(path: str, place: Place) -> Iterator[Problem]:
    """Report a page of which no link would lead to the address."""
    if found := _SIGNS.search(path):
        yield Problem(
            place,
            PAGE_NAME,
            f"“{path}” has “{found[0]}” in its name, which means something else in an address.",
            f"Rename it, for example to  {_SIGNS.sub('-', path)}",
        )


def find_collisions(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Problem]]:
    """Find every claim to what an earlier one has already, with the problem that says so.

    Capital letters make no difference, because on many disks and hosts they make none. A file
    cannot have the path of a folder that another file is in.
    """
    claims = list(claims)
    inside: dict[str, Claim] = {}
    for claim in claims:
        steps = claim.path.casefold().split("/")
        for depth in range(1, len(steps)):
            inside.setdefault("/".join(steps[:depth]), claim)
    first: dict[str, Claim] = {}
    for claim in claims:
        key = claim.path.casefold()
        other = first.setdefault(key, inside.get(key, claim))
        if other is not claim:
            yield claim, _report(claim, other)


def _report(claim: Claim, other: Claim) -> Problem:
    if claim.place is None:
        claim, other = other, claim
    address = claim.path.removesuffix("index.html")
    return Problem(
        claim.place or Place(claim.path),
        ADDRESS_TAKEN,
        f"Two things want the address “{address}”: {other.words}, and {claim.words}.",
        "Give one of them another name; the address follows from the name of its file.",
        labels=(Label(other.place, "the other one is here"),) if other.place else (),
    )
