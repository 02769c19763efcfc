"""What axe-core says of a page: every rule of WCAG 2.2 A and AA, and its best practices."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe, AxeResults
from playwright.sync_api import Page

from tests.browser.looks import WIDTHS, look

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOR_RULES = ["color-contrast", "link-in-text-block"]
EVERY_RULE = {
    "runOnly": {"type": "tag", "values": TAGS},
    # The first is of WCAG 2.2, and off unless asked for; those of color follow by themselves.
    "rules": {"target-size": {"enabled": True}}
    | {rule: {"enabled": False} for rule in COLOR_RULES},
    "resultTypes": ["violations"],
}
RULES_OF_COLOR = {
    "runOnly": {"type": "rule", "values": COLOR_RULES},
    "resultTypes": ["violations"],
}

# Contrast takes axe-core most of its time, element by element. It depends on how a text and what is
# below it are drawn, so of texts that are drawn alike all the way up, two are enough.
RUN = """async ([everyRule, rulesOfColor]) => {
  const chains = new Map(), names = new Map();
  const drawing = ["color", "backgroundColor", "backgroundImage", "fontSize", "fontWeight",
    "opacity", "filter", "textShadow", "position", "display"];
  const name = (element) => {
    if (element && !names.has(element)) {
      const style = getComputedStyle(element);
      const chain = [name(element.parentElement), ...drawing.map((one) => style[one])].join(";");
      names.set(element, chains.get(chain) ?? chains.set(chain, chains.size).size);
    }
    return names.get(element);
  };
  const seen = new Map();
  const include = [...document.querySelectorAll("body *")].filter((element) => {
    const hasText = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    if (!element.checkVisibility() || !(hasText || element.matches("input, select, textarea"))) {
      return false;
    }
    const count = seen.get(name(element)) ?? 0;
    seen.set(name(element), count + 1);
    return count < 2;
  });
  const found = everyRule ? [await axe.run(document, everyRule)] : [];
  found.push(await axe.run({ include }, rulesOfColor));
  const all = (kind) => found.flatMap((one) => one[kind]);
  return { ran: [...all("passes"), ...all("violations")].map(({ id }) => id),
    violations: all("violations") };
}"""


def assert_accessible(page: Page) -> None:
    """Fail with axe-core's report if it objects to anything on the page as it is now."""
    _run(page, EVERY_RULE, {"target-size", "color-contrast"})


def assert_contrast(page: Page) -> None:
    """Fail with axe-core's report if it objects to a colour on the page as it is now."""
    _run(page, None, {"color-contrast"})


def assert_accessible_in_every_look(page: Page, *, widths: Sequence[int] = WIDTHS) -> None:
    """The same at every width, light and dark. Only the rules of color depend on the scheme."""
    for width in widths:
        look(page, width=width)
        assert_accessible(page)
        look(page, width=width, scheme="dark")
        assert_contrast(page)


def _run(page: Page, every_rule: dict[str, Any] | None, wanted: set[str]) -> None:
    page.evaluate("scrollTo(0, 0)")  # what the header covers on the way is no target there
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    response = page.evaluate(RUN, [every_rule, RULES_OF_COLOR])
    assert wanted <= set(response["ran"])
    found = AxeResults(response)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
