"""Papers of small guidebooks, and what a reader, a phone or a screen reader finds in them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest

from generator.model.edition import make_edition
from generator.model.guidebook import Guidebook
from generator.model.kept_edition import KeptEdition, keep
from generator.model.yaml_model import Locate
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.changes.report import EditionChanges, report
from generator.views.papers import Fonts, PaperKind, Printed, Typesetter
from tests import samples

Print = Callable[..., list[Printed]]
Rectangle = tuple[float, float, float, float]


def print_all(
    guidebook: Guidebook, *, locate: Locate | None = None, **chosen: Any
) -> list[Printed]:
    """Print what `papers.plan` names; unless told otherwise, something has changed."""
    typesetter = Typesetter(Fonts(), locate)
    chosen = {"changes": report_changes(guidebook), **chosen}
    return [typesetter.set(job) for job in papers.plan(guidebook, **chosen)]


def report_changes(guidebook: Guidebook) -> EditionChanges:
    """What changed since an edition in which every playbook had another title and no stop box."""
    now = keep(make_edition(guidebook), date(2026, 11, 27))
    before = {
        name: {**record, "title": "Earlier", "stop": {}, "first": "Earlier"}
        for name, record in now.content["playbooks"].items()
    }
    earlier = KeptEdition(date(2026, 11, 21), {**now.content, "playbooks": before})
    return report(earlier, now, guidebook)


@pytest.fixture
def print_one() -> Print:
    """Prints one kind of paper of a guidebook of one playbook and one question."""

    def run(
        kind: PaperKind, *, about: dict[str, Any] | None = None, **fields: Any
    ) -> list[Printed]:
        files = samples.make_folder(
            {"fair/one": samples.make_minimal(**fields)},
            samples.make_about(["fair"], **(about or {})),
        )
        questions = samples.make_questions({"a": [("Loud", "one"), ("Quiet", "one")]})
        reading = guidebook_reader.read(files | questions, root="p")
        assert reading.guidebook, reading.problems
        assert not reading.errors, reading.errors
        return print_all(
            reading.guidebook,
            kinds=[kind],
            ids=["one"] if kind in papers.SESSIONS else None,
            locate=reading.locate,
        )

    return run


def read_text(pdf: bytes) -> str:
    """All words of a PDF, as somebody copies them from it; spaces and breaks count for nothing."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return squeeze(text)


def squeeze(text: str) -> str:
    """A text without its spaces, and without marks that only allow a break."""
    return "".join(
        one for one in text if not one.isspace() and one not in "\u200b\u200c\ufffe\u0002"
    )


def list_tags(node: object, found: list[pikepdf.Object]) -> list[pikepdf.Object]:
    """What a screen reader goes through, in its order."""
    if isinstance(node, pikepdf.Array):
        for inner in node:
            list_tags(inner, found)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found.append(node)
        list_tags(node.get("/K"), found)
    return found


def list_lines(page: pypdfium2.PdfPage) -> list[Rectangle]:
    text = page.get_textpage()
    lines = [text.get_rect(place) for place in range(text.count_rects())]
    assert lines
    return lines


def assert_no_overlap(page: pypdfium2.PdfPage) -> None:
    """Fail if two lines of text are on top of each other by more than a point."""
    lines = list_lines(page)
    for number, line in enumerate(lines):
        assert not [other for other in lines[:number] if _meet(line, other)]


def _meet(one: Rectangle, other: Rectangle) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > 1


def find_size(page: pypdfium2.PdfPage, words: str) -> float:
    """The size of the type of these words, where they are smallest on the page."""
    text = page.get_textpage()
    found = text.search(words)
    sizes = []
    while place := found.get_next():
        sizes.append(pypdfium2.raw.FPDFText_GetFontSize(text, place[0]))
    assert sizes, words
    return min(sizes)
