"""The texts of an index in blocks of a few documents: what is made of one follows from it alone.

What all blocks hold is added up. So after a change of one document one block is cut and counted,
and as long as the codes stay the same, one is packed.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.model.kept_work import KeptWork
from generator.model.shown_values import digest
from generator.views.finder.document import Document
from generator.views.finder.packing import Codes, count_pieces, cut

Column = list[list[str] | None]
"""One field of all documents."""

_TOGETHER = 16


def find_ends(documents: Sequence[Document]) -> list[int]:
    """Where blocks end: that follows from names, so that a new document moves no others."""
    ends = [
        place
        for place, one in enumerate(documents, 1)
        if zlib.crc32(one["id"].encode("utf-8", "surrogatepass")) % _TOGETHER == 0
    ]
    return list(dict.fromkeys([*ends, len(documents)]))


@dataclass(frozen=True)
class _Block:
    columns: Mapping[str, Column]
    kept: KeptWork

    @cached_property
    def name(self) -> str:
        return digest("texts of an index", self.columns)

    @cached_property
    def pieces(self) -> Mapping[str, Sequence[str]]:
        return {
            field: cut(lines for lines in column if lines is not None)
            for field, column in self.columns.items()
        }

    def count(self) -> dict[str, int]:
        def work() -> str:
            return json.dumps(count_pieces(*self.pieces.values()))

        found: dict[str, int] = json.loads(self.kept.take(f"{self.name} counted", work))
        return found

    def pack(self, codes: Codes) -> dict[str, list[str | int]]:
        def work() -> str:
            return json.dumps({field: self._pack(field, codes) for field in self.columns})

        name = f"{self.name} packed {codes.name}"
        found: dict[str, list[str | int]] = json.loads(self.kept.take(name, work))
        return found

    def _pack(self, field: str, codes: Codes) -> list[str | int]:
        packed = iter(codes.pack(self.pieces[field]))
        return [0 if lines is None else next(packed) for lines in self.columns[field]]


class TextBlocks:
    """Columns of texts by their field."""

    def __init__(
        self, columns: Mapping[str, Column], ends: Iterable[int], kept: KeptWork | None
    ) -> None:
        """Cut them up where blocks end; what is made of a block is kept."""
        self._fields = tuple(columns)
        self._blocks = [
            _Block({field: one[start:end] for field, one in columns.items()}, kept or KeptWork())
            for start, end in pairwise((0, *ends))
        ]

    def count(self) -> Counter[str]:
        """How often each piece of a text is there."""
        total: Counter[str] = Counter()
        for block in self._blocks:
            total.update(block.count())
        return total

    def pack(self, codes: Codes) -> dict[str, list[str | int]]:
        """The texts of each document by their field, packed; 0 where it has none."""
        made: dict[str, list[str | int]] = {field: [] for field in self._fields}
        for field, packed in self._pack_each(codes):
            made[field] += packed
        return made

    def _pack_each(self, codes: Codes) -> Iterator[tuple[str, list[str | int]]]:
        for block in self._blocks:
            yield from block.pack(codes).items()
