"""The questions of “Help me now” drawn as a tree that fits on one writer.

Lengths are points on a writer that lies on its side, cut so that A4 and Letter both hold it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.triage import Answer, Question, Triage
from generator.views.pages import font_metrics

WIDTH, HEIGHT = 745.0, 506.0
TITLE_SIZE = 17
_SIZES = [size / 4 for size in range(52, 19, -1)]  # of the type, from 13 points down to 5
# In sizes of the type:
_LINE = 1.18  # from one line of text to the next
_ASCENT = 0.86  # from the top of a line to its base line
_SMALL = 0.78  # the chapter below a title
_PAD = 0.4  # inside a box
_GAPS = [1.1, 0.9, 0.7, 0.5]  # between an answer and what stands above it
_INDENT = 1.7  # from a question to its answers below it
_SPINE = 0.55  # from a question's left edge to the line that its answers hang on
_GUTTER = 1.3  # between two columns
_POINT = 0.42  # half the width of an arrow's head
_NARROW = 7  # no box is less wide


class End(NamedTuple):
    """A playbook at an end of the tree."""

    title: str
    chapter: str


class Words(NamedTuple):
    """One line of text. `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    style: str


class Box(NamedTuple):
    """A frame around texts; `style` says what they are."""

    x: float
    y: float
    width: float
    height: float
    style: str


@dataclass
class Poster:
    """What is drawn. Lines and heads of arrows are paths as SVG writes them."""

    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    height: float = 0


def draw(triage: Triage, ends: Mapping[str, End]) -> Poster | None:
    """Draw the tree in the largest type in which it fits, or nothing if there is none.

    A question that several answers lead to stands once; the other answers name its number.
    """
    broken = None
    for size in _SIZES:
        pen = _Pen(triage, ends, size, _GAPS[-1])
        if pen.fits() and not pen.breaks_words:
            wider = (_Pen(triage, ends, size, gap) for gap in _GAPS)
            return next(one.poster for one in wider if one.fits())
        if broken is None and pen.fits():
            broken = pen.poster
    return broken


def measure_title(text: str) -> float:
    """How wide the title above a tree is."""
    return round(font_metrics.read("Bold").measure(text, TITLE_SIZE), 2)


class _Pen:
    """Draws in one size of type. A method that is given a top returns the bottom."""

    def __init__(self, triage: Triage, ends: Mapping[str, End], size: float, gap: float) -> None:
        self.poster = Poster()
        self.is_narrow = False
        self.breaks_words = False
        self._triage = triage
        self._ends = ends
        self._size = size
        self._gap = gap * size
        self._numbers = {name: number for number, name in enumerate(triage.by_id, 1)}
        self._drawn: set[str] = set()
        self._faces = {"ask": font_metrics.read("Bold"), "title": font_metrics.read("Bold")}
        self._plain = font_metrics.read("Regular")

    def fits(self) -> bool:
        """Draw everything, and tell whether it stands inside the writer."""
        if not self.poster.boxes:
            self.poster.height = self._draw_rows(self._triage.first)
        return self.poster.height <= HEIGHT and not self.is_narrow

    def _draw_rows(self, question: Question) -> float:
        """Questions one below the other, as long as only one answer leads on to another one."""
        y = 0.0
        while True:
            answers = question.answers
            onward = [one for one in answers if self._is_new(one)]
            if len(onward) != 1:
                return self._draw_fan(question, answers, y, beside=not onward)
            others = [one for one in answers if one is not onward[0]]
            width = self._find_width(len(others) + 1)
            bottom = self._draw_fan(question, others, y, beside=True)
            edge = self.poster.boxes[self._asked].y + self.poster.boxes[self._asked].height
            label = self._wrap(onward[0].say, width - 2 * self._size, "say")
            top = max(bottom, edge + (len(label) * _LINE + 1.2) * self._size)
            self._draw_arrow(self._size, edge, top)
            self._write(1.7 * self._size, (edge + top) / 2, label, "say", middle=True)
            y = top
            question = self._triage.by_id[onward[0].go[0]]

    def _is_new(self, answer: Answer) -> bool:
        following = self._triage.find_next(answer)
        return following is not None and following.id not in self._drawn

    def _find_width(self, count: int) -> float:
        return (WIDTH - _GUTTER * self._size * (count - 1)) / count

    def _draw_fan(
        self, question: Question, answers: Sequence[Answer], y: float, *, beside: bool
    ) -> float:
        """A question with answers side by side: to its right, or below it from its left edge."""
        size = self._size
        width = self._find_width(len(answers) + beside)
        step = width + _GUTTER * size
        self._asked = len(self.poster.boxes)
        edge = bottom = self._draw_question(question, 0, y, width)
        rail = y + (_PAD + _LINE / 2) * size
        drops = [step * (number + beside) + size for number in range(len(answers))]
        labels = [self._wrap(one.say, width - 1.8 * size, "say") for one in answers]
        tall = max((len(label) for label in labels), default=0) * _LINE * size
        top = (rail if beside else edge) + tall + size
        if drops and drops[-1] > width:
            self.poster.lines.append(f"M{_number(width)} {_number(rail)}H{_number(drops[-1])}")
        for answer, drop, label in zip(answers, drops, labels, strict=True):
            self._draw_arrow(drop, rail if drop > width else edge, top)
            self._write(drop + 0.7 * size, top - tall - 0.45 * size, label, "say")
            bottom = max(bottom, self._draw_target(answer, drop - size, top, width))
        return bottom + 0.9 * size

    def _draw_target(self, answer: Answer, x: float, y: float, width: float) -> float:
        """What an answer leads to: playbooks, or a question with its answers below it."""
        following = self._triage.find_next(answer)
        if following is None:
            return self._draw_end(answer, x, y, width)
        if following.id in self._drawn:
            text = f"Go on at question {self._numbers[following.id]}"
            return self._draw_box(x, y, width, [(text, "say")], "goto")
        edge = bottom = self._draw_question(following, x, y, width)
        if width < _NARROW * self._size:
            self.is_narrow = True
            return bottom
        spine, inner = x + _SPINE * self._size, x + _INDENT * self._size
        room = width - (inner - x)
        last = bottom
        for one in following.answers:
            label = self._wrap(one.say, room, "say")
            top = bottom + self._gap
            self._write(inner, top, label, "say")
            top += (len(label) * _LINE + 0.2) * self._size
            last = top + (_PAD + _LINE / 2) * self._size
            self._draw_arrow(spine, last, inner, sideways=True)
            bottom = self._draw_target(one, inner, top, room)
        self.poster.lines.append(f"M{_number(spine)} {_number(edge)}V{_number(last)}")
        return bottom

    def _draw_question(self, question: Question, x: float, y: float, width: float) -> float:
        self._drawn.add(question.id)
        text = f"{self._numbers[question.id]}. {question.ask}"
        return self._draw_box(x, y, width, [(text, "ask")], "ask")

    def _draw_end(self, answer: Answer, x: float, y: float, width: float) -> float:
        texts = []
        for number, name in enumerate(answer.go, 1):
            end = self._ends[name]
            first = f"{number}. " if len(answer.go) > 1 else ""
            texts += [(first + end.title, "title"), (end.chapter, "chapter")]
        return self._draw_box(x, y, width, texts, "danger" if answer.danger else "end")

    def _draw_box(
        self, x: float, y: float, width: float, texts: Sequence[tuple[str, str]], style: str
    ) -> float:
        pad = _PAD * self._size
        side = 1.5 * pad
        bottom = y + pad
        for text, kind in texts:
            lines = self._wrap(text, width - 2 * side, kind)
            bottom = self._write(x + side, bottom, lines, kind)
        bottom += pad
        self.poster.boxes.append(Box(x, y, width, bottom - y, style))
        return bottom

    def _wrap(self, text: str, width: float, style: str) -> list[str]:
        face = self._faces.get(style, self._plain)
        size = self._scale(style)
        if any(face.measure(word, size) > width for word in text.split()):
            self.breaks_words = True
        return face.wrap(text, size, max(width, size))

    def _scale(self, style: str) -> float:
        return self._size * (_SMALL if style == "chapter" else 1)

    def _write(
        self, x: float, y: float, lines: Sequence[str], style: str, *, middle: bool = False
    ) -> float:
        size = self._scale(style)
        if middle:
            y -= len(lines) * _LINE * size / 2
        for line in lines:
            self.poster.words.append(Words(x, y + _ASCENT * size, line, size, style))
            y += _LINE * size
        return y

    def _draw_arrow(
        self, fixed: float, start: float, end: float, *, sideways: bool = False
    ) -> None:
        """Draw an arrow down from `start` to `end`, or to the right from `fixed` to `end`."""
        half = _POINT * self._size
        long = 2 * half
        if sideways:
            self.poster.lines.append(f"M{_number(fixed)} {_number(start)}H{_number(end - long)}")
            head = (end, start, end - long, start - half, end - long, start + half)
        else:
            self.poster.lines.append(f"M{_number(fixed)} {_number(start)}V{_number(end - long)}")
            head = (fixed, end, fixed - half, end - long, fixed + half, end - long)
        points = [_number(one) for one in head]
        self.poster.heads.append("M{} {}L{} {}L{} {}z".format(*points))


def _number(length: float) -> str:
    """Write a length with two decimals, the same on every machine."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
