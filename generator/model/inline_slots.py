"""What is to be filled in: by staff while they speak, `[name]`, or by a trainer, `[[name]]`."""

import re
from collections.abc import Iterable, Iterator

from generator.model.inline_marks import Mark, MarkKind, Run

_SLOT = re.compile(r"(\[[^\[\]\n]{1,60}\])(?!\()")
_GAP = re.compile(r"\[(\[[^\[\]\n]{1,200}\])\](?!\()")


def find_slots(runs: Iterable[Run]) -> Iterator[Run]:
    """Mark what is to be filled in. A gap has a slot inside, and both keep their brackets."""
    for run in runs:
        if "[" not in run.text or run.has(MarkKind.CODE):
            yield run
            continue
        for is_gap, piece in _split(_GAP, run):
            if is_gap:
                gap = (*run.marks, Mark(MarkKind.GAP))
                yield Run("[", gap)
                yield Run(piece.text, (*gap, Mark(MarkKind.SLOT)))
                yield Run("]", gap)
                continue
            for is_slot, part in _split(_SLOT, piece):
                yield Run(part.text, (*run.marks, Mark(MarkKind.SLOT))) if is_slot else part


def _split(pattern: re.Pattern[str], run: Run) -> Iterator[tuple[bool, Run]]:
    """A run in pieces, each with whether it is what the one group of a pattern has found."""
    for place, piece in enumerate(pattern.split(run.text)):
        if piece:
            yield place % 2 == 1, Run(piece, run.marks)


def draw_gap(run: Run) -> Run:
    """A run as a page shows it: a gap is one thing, without brackets."""
    if not run.has(MarkKind.GAP):
        return run
    words = run.text[1:-1] if run.has(MarkKind.SLOT) else ""
    return Run(words, tuple(one for one in run.marks if one.kind is not MarkKind.SLOT))
