"""The browsers that the tests look with: Chromium, or the one that `--engine` names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent

ENGINES = ("chromium", "firefox", "webkit")

# For every window Chromium starts two processes for what drops down from its address bar, which costs
# as much as the page. Naming features here replaces those that Playwright turns off, of which the
# others matter to a page that is looked at.
_SWITCHES = [
    "--disable-dev-shm-usage",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,Translate",
]

_EMULATION = ROOT / "tests/browser/firefox-emulation.cjs"
# As in Chromium without windows and on phones, bars lie over the page; and a page that one comes back to is
# loaded anew, which Playwright waits for.
_PREFERENCES = {"ui.useOverlayScrollbars": 1, "browser.sessionhistory.max_total_viewers": 0}


def find_program(engine: str) -> str:
    """The path of a browser, of WebKit that of its driver: `tools/browser.py` wrote it down."""
    name = {"chromium": "path"}.get(engine, engine)
    variable = {"chromium": "GUIDEBOOK_BROWSER"}.get(engine, f"GUIDEBOOK_{engine.upper()}")
    return os.environ.get(variable) or (ROOT / ".browser" / name).read_text().strip()


@contextmanager
def launch(engine: str, path: str) -> Iterator[Browser]:
    """A real browser."""
    with pytest.MonkeyPatch.context() as patch:
        if engine == "firefox":
            patch.setenv("NODE_OPTIONS", f"--require={_EMULATION}")
        playwright = sync_playwright().start()
    try:
        browser = _launch(playwright, engine, path)
        yield browser
        browser.close()
    finally:
        playwright.stop()


def _launch(playwright: Playwright, engine: str, path: str) -> Browser:
    if engine == "chromium":
        return playwright.chromium.launch(executable_path=path, args=_SWITCHES)
    if path == playwright.firefox.executable_path:
        return playwright.firefox.launch(firefox_user_prefs=_PREFERENCES)
    return playwright.firefox.launch(
        executable_path=path,
        channel="moz-firefox",
        args=["--remote-allow-system-access"],  # for the emulation
        firefox_user_prefs=_PREFERENCES,
    )
