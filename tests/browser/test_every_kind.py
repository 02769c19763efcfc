"""One page of each kind, opened once: whole, silent, sound on any screen, by keyboard, on paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook
from generator.views.pages.page import Layout
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import HOT, Open, make_page
from tests.browser.driving import add_style, drop_styles
from tests.browser.kinds import EVERY_KIND, HELP, PROSE, TREE, WORDS
from tests.browser.looks import assert_nothing_is_cut, look, unfold
from tests.browser.printing import assert_on_white, print_page, print_to_read, squash
from tests.browser.thinning import thinned_out

# Where the focus is: what it is, whether it is seen, and whether something lies over it.
LOOK = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const drawn = element.matches('.gb-choice input') ? element.nextElementSibling : element;
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
STOPS = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((one) => one.tabIndex >= 0 && !one.disabled
    && one.checkVisibility({ visibilityProperty: true })
    && !(one.type === 'radio' && document.querySelector(`[name=${one.name}]:checked`) !== one))"""
# What was far off the screen gets its true size only when it is drawn.
LOOK_WHEN_DRAWN = f"""async () => {{
  let stop = ({LOOK})();
  for (let frames = 0; stop && !stop.seen && frames < 5; frames += 1) {{
    await new Promise(requestAnimationFrame);
    stop = ({LOOK})();
  }}
  return stop;
}}"""
# Or Chromium scrolls to this stop when the next one has the focus already.
DRAW_AND_LOOK = f"""async () => {{
  await new Promise((one) => requestAnimationFrame(() => requestAnimationFrame(one)));
  return ({LOOK_WHEN_DRAWN})();
}}"""
LOOK_AT_EVERY_STOP = f"""async (upward) => {{
  const stops = [];
  const elements = ({STOPS})();
  for (const one of upward ? elements.reverse() : elements) {{
    one.focus();
    stops.push(await ({LOOK_WHEN_DRAWN})());
  }}
  return stops;
}}"""


def test_every_layout_is_among_them(site: Path) -> None:
    classes = set()
    for path in EVERY_KIND:
        file = site / (path if path.endswith(".html") else f"{path}index.html")
        page = LexborHTMLParser(file.read_text("utf-8")).css_first(".gb-page")
        assert page
        classes |= set((page.attributes["class"] or "").split())
    # Notes about searches are there if a company asks for them; they have tests of their own.
    assert {f"gb-page--{layout}" for layout in Layout if layout is not Layout.NOTES} <= classes


@pytest.fixture(scope="module", params=EVERY_KIND)
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with make_page(browser) as page:
        yield page


@pytest.fixture(scope="module")
def visited(tab: Page, address: str, path: str) -> Page:
    tab.goto(address + path)
    tab.evaluate("window.unfolded = [...document.querySelectorAll('details[open]')]")
    return tab


@pytest.fixture
def page(visited: Page) -> Page:
    """The page, opened once for all tests of its kind, without what another test did to it."""
    visited.evaluate(
        """() => {
          document.activeElement.blur();
          document.querySelectorAll("details").forEach((fold) => {
            fold.open = unfolded.includes(fold);
          });
        }"""
    )
    return visited


def test_it_has_a_title_and_one_heading(page: Page) -> None:
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.title()


# The tree is a poster, with its own tests.
@pytest.mark.parametrize(
    "path", [one for one in EVERY_KIND if one != TREE], indirect=True, scope="module"
)
def test_it_prints_on_white(
    page: Page, guidebook: Guidebook, address: str, path: str, engine: str
) -> None:
    look(page, width=1280, scheme="dark")
    with thinned_out(page):
        printed = print_page(page, "Letter")
        read = printed if engine == "chromium" else print_to_read(page, "Letter")
    assert_on_white(printed)
    assert squash(page.locator("h1").inner_text()) in squash(read.pages[0])
    if engine == "chromium":  # Firefox counts its pages in its own header
        assert f"Page 1 of {len(printed.pages)}" in printed.pages[0]
    # What is thinned out may end right at the foot of a page.
    assert f"version {guidebook.about.version}" in "".join(printed.pages[-2:])
    assert address + path in printed.pages[-1]
    assert "Shared computer" not in printed.text


@pytest.mark.parametrize(("width", "large"), [(320, False), (320, True), (768, True), (1024, True)])
def test_nothing_is_cut(page: Page, width: int, large: bool) -> None:
    look(page, width=width, height=640, large=large)
    unfold(page)
    assert_nothing_is_cut(page)


WAYS = [(320, False, "down"), (320, False, "up"), (320, True, "down"), (1280, False, "up")]
"""How wide the screen is, whether type is large, and from where to where the keyboard goes."""


def test_every_stop_of_the_keyboard_is_seen(page: Page) -> None:
    look(page, width=320, height=640)
    unfold(page)
    with thinned_out(page):
        for width, large, way in WAYS:
            look(page, width=width, height=640, large=large)
            unfold(page)
            page.evaluate("document.activeElement.blur()")
            page.keyboard.press("Tab")  # from here on, the focus is the keyboard's
            stops = page.evaluate(LOOK_AT_EVERY_STOP, way == "up")
            assert stops
            assert [one for one in stops if not is_sound(one)] == [], (width, large, way)


# What WCAG 2.2 says that readers may set (1.4.12).
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
HIDDEN_TEXT = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const { overflowX, overflowY, clipPath } = getComputedStyle(one);
  const hides = (clip, measure) => {
    const [content, box] = clip === 'hidden' ? measure() : [0, 0];
    return content > box + 1;
  };
  return clipPath === 'none'
    && (hides(overflowX, () => [one.scrollWidth, one.clientWidth])
      || hides(overflowY, () => [one.scrollHeight, one.clientHeight]))
    && one.textContent.trim() && one.checkVisibility();
}).map((one) => one.outerHTML.slice(0, 120))"""


def test_nothing_is_lost_with_more_space_between_letters(page: Page) -> None:
    add_style(page, SPACING)
    for width in (320, 1280):
        look(page, width=width)
        unfold(page)
        assert_nothing_is_cut(page)
        assert page.evaluate(HIDDEN_TEXT) == [], width
    drop_styles(page)


INKS = """() => ['--gb-quiet', '--gb-line', '--gb-ink'].map((name) => {
  const one = document.body.appendChild(document.createElement('i'));
  one.style.color = `var(${name})`;
  const { color } = getComputedStyle(one);
  one.remove();
  return color;
})"""


@pytest.mark.chromium("only its driver asks for more contrast")
def test_more_contrast_leaves_no_grey(page: Page) -> None:
    look(page, width=1280)
    usual = page.evaluate(INKS)
    page.emulate_media(contrast="more")
    strong = page.evaluate(INKS)
    page.emulate_media(contrast="no-preference")
    assert len(set(usual)) == 3
    assert len(set(strong)) == 1


# A shape that is cut out of a background is lost where a system draws all backgrounds alike.
LOST_SHAPES = """() => [...document.querySelectorAll('body *')].flatMap((one) =>
  ['', '::before', '::after'].filter((part) => {
    const style = getComputedStyle(one, part || undefined);
    const shown = !part || style.content !== 'none';
    if (!one.checkVisibility() || !shown || style.maskImage === 'none' || style.display === 'none') {
      return false;
    }
    // A strip that is filled under the sign is another part of the same element.
    const strip = getComputedStyle(one, part === '::before' ? '::after' : '::before');
    const below = strip.content !== 'none' && strip.maskImage === 'none' ? [strip] : [];
    for (let around = part ? one : one.parentElement; around; around = around.parentElement) {
      below.push(getComputedStyle(around));
    }
    const behind = below.map(({ backgroundColor }) => backgroundColor)
      .find((color) => color !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
    return ['rgba(0, 0, 0, 0)', behind].includes(style.backgroundColor);
  }).map((part) => one.outerHTML.slice(0, 80) + part))"""


def find_in_forced_colors(page: Page, script: str) -> Any:
    look(page, width=1280)
    unfold(page)
    page.emulate_media(forced_colors="active")
    found = page.evaluate(script)
    page.emulate_media(forced_colors="none")
    return found


def test_every_sign_is_drawn_in_forced_colors(page: Page) -> None:
    assert find_in_forced_colors(page, LOST_SHAPES) == []


# The system puts its own ground behind words, so that words in the color of that ground are lost.
LOST_WORDS = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const own = [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
  const { color, forcedColorAdjust } = getComputedStyle(one);
  const ground = getComputedStyle(document.body).backgroundColor;
  return own && forcedColorAdjust !== 'none' && color === ground && one.checkVisibility();
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.chromium("only it tells which words the system draws anew")
def test_all_words_are_read_in_forced_colors(page: Page) -> None:
    assert find_in_forced_colors(page, LOST_WORDS) == []


def is_sound(stop: dict[str, Any] | None) -> bool:
    return bool(stop and stop["seen"] and stop["ring"] and stop["name"])


def test_axe_finds_nothing(page: Page) -> None:
    unfold(page)
    assert_accessible_in_every_look(page)


# These have between them every script of the site.
@pytest.mark.parametrize("kind", [HOT, HELP, WORDS, PROSE])
def test_tab_goes_from_stop_to_stop(open_page: Open, kind: str) -> None:
    page = open_page(kind)
    look(page, width=320, height=640)
    unfold(page)
    wanted = page.evaluate(f"() => ({STOPS})().map((one) => one.outerHTML.slice(0, 120))")
    assert len(wanted) > 12
    for html in [*wanted, None][:80]:
        page.keyboard.press("Tab")
        stop = page.evaluate(DRAW_AND_LOOK)
        assert (stop and stop["html"]) == html
        assert html is None or is_sound(stop), stop
