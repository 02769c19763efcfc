"""How a page is looked at: on small and large screens, light and dark, in large type; and measured."""

from typing import Literal

from playwright.sync_api import FloatRect, Locator, Page

WIDTHS = (360, 768, 1280)
"""One of each layout."""

BEYOND = """() => [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1
    && !element.closest('pre, table, .gb-hidden') && element.checkVisibility())
  .map((element) => element.outerHTML.slice(0, 120))"""

TYPE_SIZES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes = new Set();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && parent.checkVisibility()) {
      sizes.add(parseFloat(getComputedStyle(parent).fontSize));
    }
  }
  return [...sizes];
}"""

BOXES = """(selector) => [...document.querySelectorAll(selector)]
  .filter((element) => element.checkVisibility())
  .map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return [element.outerHTML.slice(0, 120), width, height];
  })"""

# A new size reaches a page with its next frame, and so does what the page makes of it.
SHOW = """async ([width, scheme, large]) => {
  for (let frames = 0; frames < 1000; frames += 1) {
    await new Promise(requestAnimationFrame);
    if (innerWidth === width && matchMedia(`(prefers-color-scheme: ${scheme})`).matches) {
      const { style } = document.documentElement;
      style.removeProperty("font-size");
      const { fontSize } = getComputedStyle(document.documentElement);
      if (large) {
        style.setProperty("font-size", `${2 * parseFloat(fontSize)}px`, "important");
      }
      return true;
    }
  }
}"""


def look(
    page: Page,
    *,
    width: int,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    large: bool = False,
) -> None:
    """Show an open page as on another screen; large type is twice the usual."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(SHOW, [width, scheme, large])


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")


def measure(locator: Locator) -> FloatRect:
    """Where something is on the screen, in pixels."""
    box = locator.bounding_box()
    assert box, locator
    return box


def list_type_sizes(page: Page) -> set[float]:
    """The sizes of all type that is seen, in pixels."""
    sizes = page.evaluate(TYPE_SIZES)
    assert sizes
    return set(sizes)


def assert_large(page: Page, selector: str, *, height: float, width: float = 0) -> int:
    """Fail if any of these that is seen is smaller, or if none is; return how many there are."""
    boxes = page.evaluate(BOXES, selector)
    assert boxes
    assert [one for one in boxes if one[1] < width or one[2] < height] == []
    return len(boxes)


def assert_nothing_is_cut(page: Page) -> None:
    """Fail if anything reaches beyond the right edge of the screen."""
    assert page.evaluate(BEYOND) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
