"""Where the boxes and arrows of a flow are drawn: columns from left to right, nothing overlaps."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.views.editor.flow import Box, Flow, Mark, Way

WIDTH = 224
LINE = 18
_PAD = 8
_ROW = 28
_GAP = 16
_BETWEEN = 72
_LETTERS = 30
_LINES = 3
_MARGIN = 12


@dataclass(frozen=True)
class Row:
    """A way as a line of its box. `x` and `y` are where its arrows start."""

    way: Way
    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawn:
    """A box in its place. `lines` are its words, as far as they fit, `head` is their height."""

    box: Box
    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    head: int
    is_reached: bool = True

    @property
    def entry(self) -> tuple[int, int]:
        """Where arrows end."""
        return self.x, self.y + _PAD + LINE // 2

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True)
class Arrow:
    """A line from a way to a box, as SVG writes paths."""

    path: str
    mark: Mark


@dataclass(frozen=True)
class Layout:
    """A whole drawing."""

    width: int
    height: int
    boxes: tuple[Drawn, ...]
    arrows: tuple[Arrow, ...]


def lay_out(flow: Flow) -> Layout:
    """Put every box in a column after all that lead to it, at the height of what leads to it."""
    columns = _find_columns(flow)
    placed: dict[str, Drawn] = {}
    comers: dict[str, list[int]] = {}
    reached = _find_reached(flow)
    for number in range(max(columns.values(), default=-1) + 1):
        own = [box for name, box in flow.by_name.items() if columns[name] == number]
        heights = {one.name: _mean(comers.get(one.name, ())) for one in own}
        bottom = _MARGIN - _GAP
        # Of two that are wanted at one height, that which is first in the file.
        for box in sorted(own, key=lambda one: heights[one.name]):
            wanted = round(heights[box.name]) - _PAD - LINE // 2
            drawn = _draw(box, number, max(bottom + _GAP, wanted), box.name in reached)
            placed[box.name] = drawn
            bottom = drawn.bottom
            for row in drawn.rows:
                for target in row.way.targets:
                    comers.setdefault(target, []).append(row.y)
    arrows = [
        Arrow(_write_path(row, placed[target]), row.way.mark)
        for drawn in placed.values()
        for row in drawn.rows
        for target in row.way.targets
        if target in placed
    ]
    width = max((one.x for one in placed.values()), default=0) + WIDTH + _MARGIN
    height = max((one.bottom for one in placed.values()), default=0) + _MARGIN
    return Layout(width, height, tuple(placed[one] for one in flow.by_name), tuple(arrows))


def _find_columns(flow: Flow) -> Mapping[str, int]:
    """The column of each box: one after the last of those that lead to it, but for circles."""
    boxes = flow.by_name
    order = _sort(flow)
    at = {name: place for place, name in enumerate(order)}
    columns = dict.fromkeys(order, 0)
    for name in order:
        for way in boxes[name].ways:
            for target in way.targets:
                if target in at and at[target] > at[name]:
                    columns[target] = max(columns[target], columns[name] + 1)
    return columns


def _sort(flow: Flow) -> Sequence[str]:
    """Each box before those that it leads to; a way back in a circle does not count."""
    boxes = flow.by_name
    found: list[str] = []
    seen: set[str] = set()
    for start in boxes:
        stack = [(start, iter(_list_targets(boxes[start])))] if start not in seen else []
        seen.add(start)
        while stack:
            name, targets = stack[-1]
            onward = next((one for one in targets if one in boxes and one not in seen), None)
            if onward is None:
                found.append(name)
                stack.pop()
            else:
                seen.add(onward)
                stack.append((onward, iter(_list_targets(boxes[onward]))))
    return found[::-1]


def _find_reached(flow: Flow) -> set[str]:
    """The boxes to which ways lead from the first one."""
    boxes = flow.by_name
    queue = [one.name for one in flow.boxes[:1]]
    for name in queue:  # it grows while one goes along
        queue += [one for one in _list_targets(boxes[name]) if one in boxes and one not in queue]
    return set(queue)


def _list_targets(box: Box) -> list[str]:
    return [target for way in box.ways for target in way.targets]


def _mean(heights: Sequence[int]) -> float:
    return sum(heights) / len(heights) if heights else 0


def _draw(box: Box, column: int, y: int, is_reached: bool) -> Drawn:  # noqa: FBT001  # drawn once
    lines = tuple(textwrap.wrap(box.text, _LETTERS, max_lines=_LINES, placeholder=" …"))
    x = _MARGIN + column * (WIDTH + _BETWEEN)
    top = y + 2 * _PAD + LINE * max(1, len(lines))
    rows = tuple(
        Row(way, _shorten(way.text), x + WIDTH, top + _ROW * number + _ROW // 2)
        for number, way in enumerate(box.ways)
    )
    return Drawn(box, x, y, top - y + _ROW * len(rows), lines, rows, top - y, is_reached)


def _shorten(text: str) -> str:
    return textwrap.shorten(text, _LETTERS, placeholder=" …") or f"{text[: _LETTERS - 2]} …"


def _write_path(row: Row, target: Drawn) -> str:
    """A curve that leaves to the right and comes in from the left."""
    x, y = target.entry
    bend = _BETWEEN // 2 if x > row.x else _BETWEEN
    return f"M{row.x} {row.y}C{row.x + bend} {row.y} {x - bend} {y} {x - 2} {y}"
