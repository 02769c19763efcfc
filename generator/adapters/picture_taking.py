"""Takes pictures of pages of a built site, for those who look at a change on a phone or a forge."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.adapters import whole_file
from generator.model import paths
from generator.problem import GuidebookError

WIDTHS = {"phone": 390, "screen": 1280}
MOST = 25
"""So many pages are enough to look at; of more the first are taken."""

_HEIGHT = 844

_INDEX = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Pages that changed</title>
<style>
  body {{ margin: 1rem; font: 1rem/1.5 sans-serif }}
  img {{ max-width: 100%; border: 1px solid }}
</style>
<h1>Pages that changed</h1>
{parts}</html>
"""
_PART = """<h2>{title}</h2>
{pictures}"""
_PICTURE = '<p><img src="{name}" alt="{title}, on a {width}"></p>\n'


def take(site: Path, addresses: Sequence[str], out: Path, *, browser: str | None = None) -> int:
    """Take pictures of pages by their addresses from the top of a site; returns of how many pages.

    `browser` is the program of a Chromium; otherwise Playwright's own. Raises GuidebookError if
    there is none, or no such page.
    """
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415  # nobody else needs it
    except ImportError as error:
        raise GuidebookError(
            "Pictures are taken with a browser. Install it:\n"
            "  pip install playwright\n  playwright install --with-deps chromium"
        ) from error
    built = [one for one in addresses if (site / paths.find_output(f"{one}index.md")).is_file()]
    if addresses and not built:
        raise GuidebookError(
            f"None of the {len(addresses)} pages that changed is in {site}. First:  guidebook build"
        )
    chosen = built[:MOST]
    parts = []
    try:
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=browser)
            for address in chosen:
                page = opened.new_page(viewport={"width": 390, "height": _HEIGHT})
                page.goto((site / address / paths.INDEX).absolute().as_uri())
                title = page.title()
                shown = []
                for width, pixels in WIDTHS.items():
                    name = f"{address.strip('/').replace('/', '--') or 'home'}-{width}.png"
                    page.set_viewport_size({"width": pixels, "height": _HEIGHT})
                    whole_file.put(out / name, page.screenshot(full_page=True))
                    shown.append(
                        _PICTURE.format(name=escape(name), title=escape(title), width=width)
                    )
                parts.append(_PART.format(title=escape(title), pictures="".join(shown)))
                page.close()
            opened.close()
    except Error as error:
        raise GuidebookError(f"The browser could not take a picture: {error.message}") from error
    whole_file.put(out / paths.INDEX, _INDEX.format(parts="".join(parts)).encode())
    return len(chosen)
