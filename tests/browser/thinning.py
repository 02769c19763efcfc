"""A long page while somebody looks at it: of what is repeated in it, a few are enough."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

# What is repeated takes a look most of its time, and tells nothing new. So of entries at places of the
# same kind that have the same shape (tags, names of attributes, what they say of state and role, how they
# are drawn, and where there is text or none) three stay, and the others are back afterwards. None goes
# that an element elsewhere names, that has the focus, or that would leave nothing beside it.
_THIN_OUT = """() => {
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


@contextmanager
def thinned_out(page: Page) -> Iterator[None]:
    """The page has only a few of the entries that have the same shape; then it is as before."""
    page.evaluate(f"() => {{ window.putBack = ({_THIN_OUT})(); }}")
    try:
        yield
    finally:
        page.evaluate("putBack()")
