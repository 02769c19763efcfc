"""Measure the search box as staff meet it: in a real Chromium, with the shipped site and a large one.

From a keystroke until its answers stand in the page, in milliseconds; and how long the box needs to
get ready when it is first used. Run it with `make bench`.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.build import lay_out_ours
from tests.bench.finder import TYPED
from tests.browser.driving import wait_until
from tests.conftest import ROOT
from tests.serving import serve

WATCH = """() => {
  const input = document.querySelector(".gb-finder-input");
  const list = document.querySelector(".gb-results [role=listbox]");
  globalThis.times = [];
  let started;
  input.addEventListener("input", () => { started = performance.now(); }, { capture: true });
  new MutationObserver(() => {
    if (started !== undefined) {
      times.push(performance.now() - started);
      started = undefined;
    }
  }).observe(list, { childList: true });
}"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shipped-limit", type=float, default=5, help="ms, for 95 of 100")
    options.add_argument("--large-limit", type=float, default=50, help="ms, for 95 of 100")
    options.add_argument("--size", type=int, default=1000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        large = Path(place) / "large"
        lay_out_ours(large, chosen.size)
        shipped = build(ROOT, Path(place) / "shipped")
        slow = [
            measure(name, site) > limit
            for name, site, limit in (
                ("shipped guidebook", shipped, chosen.shipped_limit),
                (f"{chosen.size} playbooks", build(large, large / "site"), chosen.large_limit),
            )
        ]
    sys.exit(any(slow))


def build(home: Path, site: Path) -> Path:
    command = [str(Path(sys.executable).with_name("guidebook")), "build", "-d", str(site)]
    subprocess.run(command, cwd=home, check=True, capture_output=True)
    return site


def measure(name: str, site: Path) -> float:
    """Type some queries letter by letter; return what 95 of 100 keystrokes take at most."""
    browser_path = (ROOT / ".browser/path").read_text().strip()
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path)
        page = browser.new_page(service_workers="block")
        page.goto(address)
        times = type_queries(page)
        ready = page.evaluate(
            "() => performance.getEntriesByName('finder ready').at(-1)?.duration ?? NaN"
        )
        browser.close()
    times.sort()
    most = times[int(len(times) * 0.95)]
    print(
        f"{name:18} ready after {ready:5.0f} ms; {len(times)} keystrokes: median"
        f" {times[len(times) // 2]:.1f} ms, 95 of 100 at most {most:.1f}, the worst {times[-1]:.1f}"
    )
    return most


def type_queries(page: Page) -> list[float]:
    box = page.locator(".gb-finder-input")
    page.evaluate(WATCH)
    box.focus()
    wait_until(page, "() => performance.getEntriesByName('finder ready').length")
    for query in TYPED:
        box.fill("")
        box.press_sequentially(query, delay=30)
    return page.evaluate("() => times")


if __name__ == "__main__":
    main()
