"""How a page is looked at: on small and large screens, light and dark, in large type."""

from typing import Literal

from playwright.sync_api import Page

WIDTHS = (360, 768, 1280)
"""One of each layout."""

BEYOND = """() => [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1
    && !element.closest('pre, table, .gb-hidden') && element.checkVisibility())
  .map((element) => element.outerHTML.slice(0, 120))"""

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


def assert_nothing_is_cut(page: Page) -> None:
    """Fail if anything reaches beyond the right edge of the screen."""
    assert page.evaluate(BEYOND) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
