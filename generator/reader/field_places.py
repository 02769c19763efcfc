"""Which field of a file a place in its text belongs to: a problem is shown beside it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from generator.model.yaml_model import Loc
from generator.problem import Place
from generator.reader.yaml_text.parsed_file import Data, ParsedFile

_Spot = tuple[int, int, int, int, Loc]
"""Line, column, depth and width of a value or of its name."""


class FieldPlaces:
    """Where every value of a file begins; of one in layers, by the path of each file."""

    def __init__(self, parsed: ParsedFile) -> None:
        """Look where all values are."""
        found: dict[str, list[_Spot]] = {parsed.path: [(1, 1, -1, 0, ())]}
        for loc in ((), *_walk(parsed.data, ())):
            for of_key in (True, False):
                place = parsed.place(loc, of_key=of_key)
                spot = (place.line, place.column, len(loc), place.width, loc)
                found.setdefault(place.path, []).append(spot)
        self._spots = {path: sorted(spots, key=_order) for path, spots in found.items()}

    def find(self, place: Place) -> Loc | None:
        """The field that begins last before a place, the innermost; None in another file.

        A file begins where its first field does: of those that begin together, one that is as wide
        as the place is meant.
        """
        spots = self._spots.get(place.path)
        if spots is None:
            return None
        index = bisect_right(spots, (place.line, place.column, float("inf")), key=_order)
        last = spots[max(0, index - 1)]
        together = [one for one in spots[:index] if one[:2] == (place.line, place.column)]
        same = [one for one in together if one[3] == place.width]
        return (same[-1] if same else last)[4]


def _order(spot: _Spot) -> tuple[int, int, float]:
    return spot[:3]


def _walk(data: Data, loc: Loc) -> Iterator[Loc]:
    inside: Iterable[tuple[str | int, Data]] = ()
    if isinstance(data, dict):
        inside = data.items()
    elif isinstance(data, list):
        inside = enumerate(data)
    for part, value in inside:
        yield (*loc, part)
        yield from _walk(value, (*loc, part))
