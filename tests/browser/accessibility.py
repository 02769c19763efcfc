"""What axe-core says of a page: every rule of WCAG 2.2 A and AA, and its best practices."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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

# What is repeated takes axe-core most of its time, and tells nothing new. So of entries at places of the
# same kind that have the same shape (tags, names of attributes, what they say of state and role, how they
# are drawn, and where there is text or none) three stay, and the others are back when it has looked. None goes
# that an element elsewhere names, that has the focus, or that would leave nothing beside it.
THIN_OUT = """() => {
  const telling = /^(class|role|type|hidden|open|style|tabindex|lang|dir|aria-(?!label|details|desc|controls|owns).*)$/;
  const naming = ["for", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
    "aria-details", "aria-activedescendant"];
  const entries = "li, tr, article, section, details";
  const numbers = new Map(), shapes = new Map(), seen = new Map(), taken = [];
  const number = (text) => numbers.get(text) ?? numbers.set(text, numbers.size).get(text);
  const measure = (element) => {
    const { color, backgroundColor, opacity, display } = getComputedStyle(element);
    const parts = [element.localName, color, backgroundColor, opacity, display];
    for (const { name, value } of element.attributes) {
      parts.push(telling.test(name) ? `${name}=${value}` : `${name}${value.trim() ? "" : "?"}`);
    }
    for (const node of element.childNodes) {
      if (node.nodeType === 1) parts.push(measure(node));
      else if (node.nodeType === 3 && node.data.trim()) parts.push("text");
    }
    const once = parts.filter((one, count) => one !== parts[count - 1]);
    shapes.set(element, number(once.join()));
    return shapes.get(element);
  };
  measure(document.body);
  const named = new Map();
  for (const element of document.querySelectorAll(naming.map((name) => `[${name}]`).join())) {
    for (const id of naming.flatMap((name) => element.getAttribute(name)?.split(/\\s+/) ?? [])) {
      named.set(id, [...(named.get(id) ?? []), element]);
    }
  }
  const isNeeded = (element) => element.contains(document.activeElement)
    || [element, ...element.querySelectorAll("[id]")].some((one) =>
      named.get(one.id)?.some((from) => !element.contains(from)));
  const walk = (parent, place) => {
    let left = false;
    for (const element of parent.children) {
      const key = `${place} ${shapes.get(element)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      if (left && seen.get(key) > 3 && element.matches(entries) && !isNeeded(element)) {
        taken.push(element);
        continue;
      }
      left ||= element.matches(entries);
      walk(element, number(`${place} ${element.localName} ${element.className}`));
    }
  };
  walk(document.body, number(""));
  const marks = taken.map((element) => {
    const mark = document.createComment("");
    element.replaceWith(mark);
    return mark;
  });
  return () => marks.forEach((mark, count) => mark.replaceWith(taken[count]));
}"""

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

RUN = f"""async ([everyRule, rulesOfColor, isFirst]) => {{
  const found = everyRule ? [await axe.run(document, everyRule)] : [];
  const include = ({SAMPLE})(isFirst);
  if (include.length) found.push(await axe.run({{ include }}, rulesOfColor));
  const all = (kind) => found.flatMap((one) => one[kind]);
  return {{ ran: [...all("passes"), ...all("violations")].map(({{ id }}) => id),
    violations: all("violations") }};
}}"""


def assert_accessible(page: Page) -> None:
    """Fail with axe-core's report if it objects to anything on the page as it is now."""
    with _thinned_out(page):
        _run(page, EVERY_RULE, {"target-size", "color-contrast"})


def assert_contrast(page: Page) -> None:
    """Fail with axe-core's report if it objects to a colour on the page as it is now."""
    with _thinned_out(page):
        _run(page, None, {"color-contrast"})


def assert_accessible_in_every_look(page: Page, *, widths: Sequence[int] = WIDTHS) -> None:
    """The same at every width, light and dark. Only the rules of color depend on the scheme."""
    with _thinned_out(page):
        for width in widths:
            is_first = width == widths[0]
            look(page, width=width)
            _run(page, EVERY_RULE, {"target-size"}, is_first=is_first)
            look(page, width=width, scheme="dark")
            _run(page, None, {"color-contrast"} if is_first else set(), is_first=False)


@contextmanager
def _thinned_out(page: Page) -> Iterator[None]:
    page.evaluate(f"() => {{ window.putBack = ({THIN_OUT})(); }}")
    try:
        yield
    finally:
        page.evaluate("putBack()")


def _run(
    page: Page, every_rule: dict[str, Any] | None, wanted: set[str], *, is_first: bool = True
) -> None:
    page.evaluate("scrollTo(0, 0)")  # what the header covers on the way is no target there
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    response = page.evaluate(RUN, [every_rule, RULES_OF_COLOR, is_first])
    assert wanted <= set(response["ran"])
    found = AxeResults(response)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
