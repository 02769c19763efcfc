"""A page from the browser's printer, read as text and looked at as a picture."""

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image
from playwright.sync_api import Page

from tests.browser.driving import add_style, drop_styles, wait_until

DOTS = 150
"""Dots per inch of the pictures in which boxes are counted."""

SIDE = 3.6 / 25.4 * 72
"""Points: a box to tick by pen."""

WEIGHTS = """["400", "600", "700"].map((weight) => `${weight} 16px "Atkinson Hyperlegible Next"`)"""

OF_THE_SYSTEM = ":root { --gb-font: 'DejaVu Sans', sans-serif !important }"


class Print:
    """What came out of the printer."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pypdfium2.PdfDocument(io.BytesIO(pdf))
        self.pages = [
            " ".join(page.get_textpage().get_text_range().split()) for page in self.document
        ]
        self.text = " ".join(self.pages)

    def draw(self, dots: int) -> list[Image.Image]:
        return [_draw(page, dots) for page in self.document]

    def count_boxes(self) -> int:
        """Count empty squares with a thin black edge, as large as one to tick by pen."""
        return sum(
            _is_box(picture, edges)
            for page in self.document
            for picture in [_draw(page, DOTS)]
            for edges in _find_squares(page)
        )


def await_font(page: Page) -> None:
    """A page printed before its font came has other letters. Where scripts are off, no promise is kept."""
    page.evaluate(f"void {WEIGHTS}.forEach((one) => document.fonts.load(one))")
    wait_until(page, f"{WEIGHTS}.every((one) => document.fonts.check(one))")


def print_page(page: Page, size: str = "A4") -> Print:
    """Print as the browser's menu does."""
    await_font(page)
    return Print(page.pdf(format=size, print_background=True))


def print_to_read(page: Page, size: str = "A4") -> Print:
    """Print in letters that can be read back: nobody can do that with the bold ones that Firefox makes of ours."""
    browser = page.context.browser
    if browser and browser.browser_type.name == "firefox":
        add_style(page, OF_THE_SYSTEM)
    printed = print_page(page, size)
    drop_styles(page)
    return printed


def print_sheet(page: Page, size: str = "A4") -> Print:
    """Press the checklist's own button, and let the browser print."""
    press_print(page)
    return print_page(page, size)


def press_print(page: Page) -> None:
    """Press the checklist's own button; what is printed next is the checklist."""
    page.evaluate("window.print = () => {}; document.querySelector('.gb-print').click()")


def squash(text: str) -> str:
    """Without spaces: a reader of PDF files guesses them from gaps, which differ between engines."""
    return "".join(text.split())


def assert_on_white(printed: Print) -> None:
    for picture in printed.draw(dots := 75):
        edge = dots // 4
        frame = picture.copy()
        frame.paste(255, (edge, edge, picture.width - edge, picture.height - edge))
        assert frame.getextrema() == (255, 255)
        assert picture.getextrema()[0] < 60
        dark = sum(picture.histogram()[:200]) / (picture.width * picture.height)
        assert dark < 0.14  # an emergency in small print has a lot of letters


def _draw(page: pypdfium2.PdfPage, dots: int) -> Image.Image:
    return page.render(scale=dots / 72, grayscale=True).to_pil()


def _find_squares(page: pypdfium2.PdfPage) -> set[tuple[int, ...]]:
    """The edges, in dots from the top left, of what is drawn about as large as a box.

    Chromium strokes a box, over a white ground; Firefox fills what is between two squares.
    """
    lined, filled = set(), set()
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        fill, is_lined = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(one, fill, is_lined)
        left, bottom, right, top = one.get_bounds()
        if all(abs(one - SIDE) < 1.5 for one in (right - left, top - bottom)):
            edges = (left, page.get_height() - top, right, page.get_height() - bottom)
            found = lined if is_lined.value else filled
            found.add(tuple(round(edge / 72 * DOTS) for edge in edges))
    return lined or filled


def _is_box(picture: Image.Image, edges: tuple[int, ...]) -> bool:
    left, top, right, bottom = edges
    return bool(
        picture.crop((left + 4, top + 4, right - 4, bottom - 4)).getextrema()[0] > 200
        and all(
            picture.crop((x, y, x + 3, y + 3)).getextrema()[0] < 190
            for x in (left, right - 3)
            for y in (top, bottom - 3)
        )
    )
