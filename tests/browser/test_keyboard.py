"""Every kind of page on a small screen, in large type, by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.test_site import BEYOND, EVERY_KIND

Open = Callable[..., Page]

# Where the focus is: what it is, whether it is seen, and whether something lies over it.
LOOK = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const drawn = element.matches('.gb-scheme input') ? element.nextElementSibling : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
  const boxes = [...drawn.getClientRects()].filter(({ width, height }) => width && height);
  const seen = boxes.some(({ left, right, top, bottom }) => {
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    return [.2, .5, .8].some((part) => {
      const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
      const over = document.elementFromPoint(x, from + (to - from) * part);
      return over && (drawn.contains(over) || over.contains(drawn) || element.contains(over));
    });
  });
  const name = element.getAttribute('aria-label') || element.textContent.trim()
    || element.labels?.[0]?.textContent.trim() || element.title;
  return { html: element.outerHTML.slice(0, 120), seen, name: Boolean(name),
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
}"""
MANY = 400


@pytest.mark.parametrize("path", EVERY_KIND)
def test_large_type_on_a_small_screen(open_page: Open, path: str) -> None:
    page = open_page(path, width=320, height=640)
    page.add_style_tag(content="html, html:root { font-size: 250% !important }")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
    assert page.evaluate(BEYOND) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("size", [100, 250])
@pytest.mark.parametrize("path", EVERY_KIND)
def test_the_keyboard_reaches_and_shows_everything(open_page: Open, path: str, size: int) -> None:
    page = open_page(path, width=320, height=640)
    if size != 100:
        page.add_style_tag(content=f"html, html:root {{ font-size: {size}% !important }}")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
    faults = []
    for _ in range(MANY):
        page.keyboard.press("Tab")
        stop = page.evaluate(LOOK)
        if stop is None:
            break
        if not (stop["seen"] and stop["ring"] and stop["name"]):
            faults.append(stop)
    assert faults == []
