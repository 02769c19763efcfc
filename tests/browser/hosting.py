"""A host that serves versions of the site, and a browser that keeps them."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.views import pwa
from tests.browser.conftest import CALM, CHOKING, HOT, make_context
from tests.browser.driving import wait_until
from tests.bundle_paths import NAMED
from tests.conftest import ROOT
from tests.serving import Server

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
}
SOURCE = (ROOT / "generator/theme/assets/guidebook/worker.js").read_text("utf-8")
PAGES = {
    "index.html",
    "404.html",
    *(f"{path}index.html" for path in (HOT, CALM, CHOKING, "about/")),
}


class Host:
    """A host that serves a site out of memory, in a folder, and counts."""

    def __init__(self, folder_name: str = "") -> None:
        self.files: dict[str, bytes] = {}
        self.sent: list[tuple[str, int]] = []
        self.top = f"/{folder_name}"
        self.caching = "max-age=600"
        self.faults: dict[str, tuple[int, str, bytes]] = {}
        """What it sends instead of a file: status, type and content."""
        host = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Say nothing: a test that fails reports enough."""

            def do_GET(self) -> None:
                host.answer(self)

        self.server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}{self.top}"

    def stop(self) -> None:
        """From now on nobody is there; a socket that only listens would let browsers wait."""
        self.server.shutdown()
        self.server.server_close()

    def answer(self, asked: BaseHTTPRequestHandler) -> None:
        path = asked.path.partition("?")[0].removeprefix(self.top)
        name = f"{path}index.html" if path.endswith("/") or not path else path
        found = name in self.files and asked.path.startswith(self.top)
        content = self.files[name] if found else self.files["404.html"]
        kind = TYPES.get(name.rpartition(".")[2] if found else "html", "application/octet-stream")
        status = 200 if found else 404
        status, kind, content = self.faults.get(name, (status, kind, content))
        asked.send_response(status)
        asked.send_header("Content-Type", kind)
        asked.send_header("Content-Length", str(len(content)))
        asked.send_header("Cache-Control", self.caching)
        asked.end_headers()
        asked.wfile.write(content)
        self.sent.append((name, len(content)))


@pytest.fixture
def host() -> Iterator[Host]:
    """A host with a site in a folder of it."""
    made = Host("our/guide/")
    yield made
    made.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of a phone."""
    with make_context(browser, viewport={"width": 360, "height": 740}) as made:
        yield made


def choose(files: dict[str, bytes]) -> dict[str, bytes]:
    """A site with a few of its pages, and what these may load: a browser takes all in with each version."""
    pages = b"".join(files[path] for path in PAGES if path in files)
    return {
        path: content
        for path, content in files.items()
        if path in PAGES or not (path.endswith((".html", ".pdf")) or _is_of_others(path, pages))
    }


def _is_of_others(path: str, pages: bytes) -> bool:
    """Whether a file is loaded only by pages that are left out: it is named by these, or lies beside them."""
    named = NAMED.fullmatch(path)
    is_beside = path.endswith(".js") and path.startswith(("practice/", "trainers/"))
    return is_beside or (named is not None and path.rpartition("/")[2].encode() not in pages)


def mark(files: dict[str, bytes], version: str) -> dict[str, bytes]:
    """A version of a site: every page, style and script of it says which one it is."""
    written = {
        path: content + _write_mark(path, version)
        for path, content in files.items()
        if path not in (pwa.WORKER, pwa.EDITION)
    }
    return written | pwa.make_files(SOURCE, written)


def _write_mark(path: str, version: str) -> bytes:
    if path.endswith(".html"):
        return f"<!-- version {version} -->".encode()
    return f"\n/* version {version} */".encode() if path.endswith((".css", ".js")) else b""


READ_MARKS = """async () => {
  const named = [...document.querySelectorAll("link[rel=stylesheet], script[src]")]
    .map((one) => one.href ?? one.src);
  const index = new URL("../../finder/rest.js", document.querySelector("link[rel=icon]").href);
  const comments = [...document.childNodes].map((one) => `<!--${one.data}-->`);
  const texts = [document.documentElement.outerHTML + comments];
  for (const address of [...named, index]) {
    texts.push(await (await fetch(address)).text());
  }
  return texts.map((text) => text.match(/ version (\\w+) (-->|\\*\\/)/)?.[1]);
}"""


def read_versions(page: Page) -> set[str]:
    """The versions of a page and of everything that it loads, now and later."""
    marks = page.evaluate(READ_MARKS)
    assert len(marks) > 6
    return set(marks)


def install(page: Page, host: Host) -> None:
    """What install.js does after a while."""
    page.evaluate(
        "(address) => navigator.serviceWorker.register(guidebookLoader.trusted.createScriptURL(address))",
        f"{host.address}worker.js",
    )
    expect_installed(page)


def expect_installed(page: Page) -> None:
    wait_until(page, "navigator.serviceWorker.controller?.state === 'activated'")


def open_kept(context: BrowserContext, host: Host, built: dict[str, bytes]) -> Page:
    """Open version one of a site, and wait until the browser keeps it."""
    host.files = mark(built, "one")
    page = context.new_page()
    page.goto(host.address)
    install(page, host)
    return page


# A browser looks for a new version by itself some time after a page was opened. update() joins such a
# look if it is under way, and then comes back with what the host had when that began. So look again
# until the version that the host has now was tried.
TRY = """async (version) => {
  const registration = await navigator.serviceWorker.ready;
  const end = (worker) => new Promise((resolve) => {
    const look = () => worker.state !== "installing" && resolve(worker.state);
    worker.addEventListener("statechange", look);
    look();
  });
  for (let tries = 0; tries < 10; tries += 1) {
    await registration.update();
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const state = await end(worker);
    if ((await caches.keys()).some((name) => name.endsWith(` ${version}`))) {
      return state;
    }
  }
}"""


def try_update(page: Page, host: Host) -> str:
    """What becomes of the version that the host has now: “redundant” if it is not taken in."""
    script = host.files[pwa.WORKER].decode()
    (version,) = re.findall(r'^self\.guidebookVersion="(\w+)"', script)
    return str(page.evaluate(TRY, version))


def update(page: Page, host: Host) -> None:
    """What a browser does by itself when a page is opened; waits until it has come to its end."""
    assert try_update(page, host) in ("installed", "activating", "activated")
