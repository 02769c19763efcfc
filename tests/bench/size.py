"""Measure what a large guidebook asks of a phone: what its pages weigh, how long they are, and what is
loaded for a query.

Bytes are gzipped, as hosts send them. Goals are what is wanted; the command ends with 1 where a query
of the last of them needs more than its goal. Run it with `python -m tests.bench.size`.
"""

import argparse
import gzip
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

from tests.bench.build import lay_out_ours
from tests.bench.finder import TYPED
from tests.bench.page import build
from tests.browser.driving import wait_until
from tests.conftest import ROOT
from tests.serving import serve

GOAL = 300_000
"""Bytes that a phone loads at most for a query, with the program that answers it, of the largest."""

CALM = 1500
"""Milliseconds after the answers in which nothing more may be loaded."""

PHONE = {"width": 360, "height": 740}
HELP = "help-me-now"
LISTS = ("words", "checklists", "practice")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="*", default=[1000, 5000])
    options.add_argument("--site", type=Path, nargs="*", default=[], help="built already")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        sites = [(one.name, one) for one in chosen.site] or list(
            build_all(Path(place), chosen.sizes)
        )
        worst = [measure(name, site) for name, site in sites]
    sys.exit(worst[-1] > GOAL)


def build_all(place: Path, sizes: list[int]) -> Iterator[tuple[str, Path]]:
    yield "shipped", build(ROOT, place / "shipped")
    for size in sizes:
        lay_out_ours(place / f"of-{size}", size)
        yield f"{size} playbooks", build(place / f"of-{size}", place / f"site-{size}")


def weigh(*files: Path) -> int:
    return sum(len(gzip.compress(one.read_bytes(), 6)) for one in files)


def measure(name: str, site: Path) -> int:
    """Print all of one site; return what the heaviest query loads."""
    browser_path = (ROOT / ".browser/path").read_text().strip()
    print(name)
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path)
        phone = browser.new_page(viewport=PHONE, service_workers="block")
        for path in list_pages(site):
            phone.goto(address + path.removesuffix("index.html"))
            height = phone.evaluate("document.documentElement.scrollHeight")
            size = weigh(site / path / "index.html" if path.endswith("/") else site / path)
            print(f"  {path:40}{size / 1000:8.1f} kB{height:8} px")
        index = list((site / "finder").rglob("*.js"))
        print(f"  the whole index{'':25}{weigh(*index) / 1000:8.1f} kB in {len(index)} files")
        worst = [
            ask(browser.new_page(viewport=PHONE, service_workers="block"), address, site, one)
            for one in TYPED
        ]
        browser.close()
    print(f"  {'the heaviest query':40}{max(worst) / 1000:8.1f} kB   goal {GOAL / 1000:.0f} kB")
    return max(worst)


def list_pages(site: Path) -> Iterator[str]:
    """The first page and the lists, each with the longest of its parts, and the longest chapter."""
    yield "index.html"
    for name in LISTS:
        yield f"{name}/"
        yield from find_longest(site, (site / name / "in").rglob("index.html"))
    chapters = (one.parent for one in site.glob("*/*/index.html"))
    yield from find_longest(
        site,
        {one.parent / "index.html" for one in chapters if one.parent.name not in (*LISTS, HELP)},
    )


def find_longest(site: Path, pages: Iterable[Path]) -> Iterator[str]:
    sizes = {one: one.stat().st_size for one in pages if one.is_file()}
    if sizes:
        longest = max(sizes, key=sizes.__getitem__)
        yield f"{longest.parent.relative_to(site).as_posix()}/"


def ask(page: Page, address: str, site: Path, query: str) -> int:
    """Type a query letter by letter; return what was loaded for it, beyond the first page itself."""
    loaded: list[str] = []

    def note(response: Response) -> None:
        loaded.append(response.url.removeprefix(address).partition("?")[0])

    page.goto(address)
    wait_until(page, "() => document.readyState === 'complete'")
    page.on("response", note)
    box = page.locator(".gb-finder-input")
    box.focus()
    wait_until(page, "() => performance.getEntriesByName('finder ready').length")
    box.press_sequentially(query, delay=30)
    wait_until(page, "() => document.querySelector('.gb-result')")
    page.wait_for_timeout(CALM)
    page.close()
    return weigh(*(site / one for one in loaded if one and (site / one).is_file()))


if __name__ == "__main__":
    main()
