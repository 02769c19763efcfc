"""What axe-core says of a page: every rule of WCAG 2.2 A and AA, and its best practices."""

import json
from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe, AxeResults
from playwright.sync_api import Page

from tests.browser.looks import WIDTHS, look
from tests.browser.thinning import thinned_out

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RULES_OF_COLOR = ["color-contrast", "link-in-text-block"]
WHERE = [
    {"id": "color-contrast", "selector": "[data-sampled]"},
    {"id": "link-in-text-block", "selector": "a[data-sampled], [role=link][data-sampled]"},
]
SCRIPT = f"{AXE.axe_script}\naxe.configure({json.dumps({'rules': WHERE})});"
EVERY_RULE = {
    "runOnly": {"type": "tag", "values": TAGS},
    # It is of WCAG 2.2, and off unless asked for.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
COLOR_ALONE = {
    "runOnly": {"type": "rule", "values": RULES_OF_COLOR},
    "resultTypes": ["violations"],
}

# Contrast depends on how a text and what is below it are drawn, so of texts that are drawn alike on what is
# drawn alike, two are enough, in all looks of a page that follow one another.
SAMPLE = """(isFirst) => {
  if (isFirst) window.drawn = new Map();
  const grounds = new Map([[null, ""]]);
  const ground = (element) => {
    if (!grounds.has(element)) {
      const style = getComputedStyle(element);
      const { backgroundColor, backgroundImage, opacity, filter, position, mixBlendMode } = style;
      const usual = "rgba(0, 0, 0, 0);none;1;none;false;normal";
      const isPlaced = !["static", "relative"].includes(position);
      const own = [backgroundColor, backgroundImage, opacity, filter, isPlaced, mixBlendMode].join(";");
      grounds.set(element, ground(element.parentElement) + (own === usual ? "" : `${own}\\n`));
    }
    return grounds.get(element);
  };
  const ink = (element) => {
    const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(element);
    const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    return [element.localName === "a", color, isLarge, textShadow, textDecorationLine].join(";");
  };
  return [...document.querySelectorAll("body *")].filter((element) => {
    const hasText = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    if (!element.checkVisibility() || !(hasText || element.matches("input, select, textarea"))) {
      return false;
    }
    const name = ground(element) + ink(element);
    const count = window.drawn.get(name) ?? 0;
    window.drawn.set(name, count + 1);
    return count < 2;
  });
}"""

# All rules in one run share what axe finds out about the page first. Names of elements are only for a
# report, and no rule here reads style sheets; both take longer than most rules.
RUN = f"""async ([options, isFirst]) => {{
  const sampled = ({SAMPLE})(isFirst).flatMap((one) => [one, ...one.querySelectorAll("*")]);
  sampled.forEach((one) => one.setAttribute("data-sampled", ""));
  const quick = {{ ...options, selectors: false, preload: {{ assets: ["media"] }} }};
  let found = await axe.run(document, quick);
  if (found.violations.length) found = await axe.run(document, options);
  sampled.forEach((one) => one.removeAttribute("data-sampled"));
  return {{ ran: [...found.passes, ...found.violations].map(({{ id }}) => id),
    violations: found.violations }};
}}"""


def assert_accessible(page: Page) -> None:
    """Fail with axe-core's report if it objects to anything on the page as it is now."""
    with thinned_out(page):
        _run(page, EVERY_RULE, {"target-size", "color-contrast"})


def assert_contrast(page: Page) -> None:
    """Fail with axe-core's report if it objects to a colour on the page as it is now."""
    with thinned_out(page):
        _run(page, COLOR_ALONE, {"color-contrast"})


def assert_accessible_in_every_look(page: Page, *, widths: Sequence[int] = WIDTHS) -> None:
    """The same at every width, light and dark. Only the rules of color depend on the scheme."""
    with thinned_out(page):
        for width in widths:
            is_first = width == widths[0]
            look(page, width=width)
            _run(page, EVERY_RULE, {"target-size"}, is_first=is_first)
            look(page, width=width, scheme="dark")
            _run(page, COLOR_ALONE, {"color-contrast"} if is_first else set(), is_first=False)


def _run(page: Page, rules: dict[str, Any], wanted: set[str], *, is_first: bool = True) -> None:
    page.evaluate("scrollTo(0, 0)")  # what the header covers on the way is no target there
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    response = page.evaluate(RUN, [rules, is_first])
    assert wanted <= set(response["ran"])
    found = AxeResults(response)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
