"""Take a picture of every kind of page and of every state, and lay all of them out in one page.

Widths from a small phone to a large screen, light and dark, usual and twice as large type. Nothing is
compared: they are for looking. Run it with `make photos`, or for single pages and states:

    python -m tests.photos words/ managers/ now-mode
"""

import argparse
import itertools
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser

from tests.browser.conftest import make_page
from tests.browser.kinds import EVERY_KIND
from tests.browser.looks import look
from tests.engines import ROOT, find_program, launch
from tests.photo_states import STATES, State
from tests.serving import serve

ENGINE = "chromium"
WIDTHS = (360, 768, 1280, 1920)
HEIGHTS = {360: 740, 768: 1024, 1280: 800, 1920: 1080}

_SHEET = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every kind of page and every state</title>
<style>
  body {{ margin: 1rem; font: 1rem/1.5 sans-serif }}
  section {{ display: flex; gap: .5rem; overflow-x: auto }}
  img {{ height: 24rem; border: 1px solid }}
</style>
<h1>Every kind of page and every state</h1>
{parts}</html>
"""
_PART = "<h2>{title}</h2>\n<section>{pictures}</section>\n"
_PICTURE = '<a href="{name}" title="{name}"><img src="{name}" alt="" loading="lazy"></a>'


class Look(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]
    large: bool

    @property
    def name(self) -> str:
        return f"{self.width}-{self.scheme}-{200 if self.large else 100}"


EVERY_LOOK = [
    Look(width, scheme, large)
    for width, large, scheme in itertools.product(WIDTHS, (False, True), ("light", "dark"))
]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "subjects", nargs="*", help=f"addresses from the top of the site, or {', '.join(STATES)}"
    )
    options.add_argument("--site", type=Path, default=ROOT / "site")
    options.add_argument("--out", type=Path, default=ROOT / "photos")
    options.add_argument(
        "--look", action="append", help="such as 360-dark-100; otherwise every one"
    )
    options.add_argument(
        "--screen", action="store_true", help="the first screen, not all of a page"
    )
    chosen = options.parse_args()
    looks = [one for one in EVERY_LOOK if not chosen.look or one.name in chosen.look]
    chosen.out.mkdir(parents=True, exist_ok=True)
    with serve(chosen.site) as address, launch(ENGINE, find_program(ENGINE)) as browser:
        parts = [
            _PART.format(
                title=escape(subject if subject in STATES else f"/{subject}"),
                pictures="".join(
                    _PICTURE.format(name=escape(one))
                    for one in photograph(
                        browser, address, subject, looks, chosen.out, whole=not chosen.screen
                    )
                ),
            )
            for subject in chosen.subjects or (*EVERY_KIND, *STATES)
        ]
    (chosen.out / "index.html").write_text(_SHEET.format(parts="".join(parts)), "utf-8")
    print(f"Pictures of {len(parts)} pages and states: {chosen.out / 'index.html'}")


def photograph(
    browser: Browser, address: str, subject: str, looks: Sequence[Look], out: Path, *, whole: bool
) -> Iterator[str]:
    """Take the pictures of one page or state, which is reached anew for each width; yields their names.

    Of a state there is the screen, as it is before those who use it.
    """
    state = STATES.get(subject, State(subject, lambda _: None))
    for width, same in itertools.groupby(looks, lambda one: one.width):
        size = {"width": width, "height": HEIGHTS[width]}
        with make_page(browser, viewport=size) as page:
            page.goto(address + state.path)
            page.wait_for_load_state("networkidle")
            state.reach(page)
            page.mouse.move(0, 0)
            for one in same:
                name = f"{subject.strip('/').replace('/', '--') or 'home'}-{one.name}.png"
                look(
                    page,
                    width=width,
                    height=HEIGHTS[width],
                    scheme=one.scheme,
                    large=one.large,
                )
                page.locator(state.at).first.evaluate("one => one.scrollIntoView()")
                page.screenshot(path=out / name, full_page=whole and subject not in STATES)
                yield name


if __name__ == "__main__":
    main()
