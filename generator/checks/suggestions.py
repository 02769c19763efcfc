"""A name that leads nowhere, and the nearest one that does not."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process

from generator.problem import Place, Problem


def report_unknown(place: Place, name: str, what: str, known: Iterable[str]) -> Problem:
    """The problem of a name that is not among the known ones, with what may be meant."""
    choices = sorted(known)
    guess = process.extractOne(name, choices, score_cutoff=60)
    fix = f"Did you mean “{guess[0]}”?" if guess else _list_some(choices, what)
    return Problem(
        place, f"unknown-{what.partition(' ')[0]}", f"There is no {what} called “{name}”.", fix
    )


def _list_some(choices: Sequence[str], what: str) -> str:
    if not choices:
        return f"Delete it: this guidebook has no {what} yet."
    shown = ", ".join(choices[:8])
    return f"Choose one of: {shown}{', …' if len(choices) > 8 else ''}."
