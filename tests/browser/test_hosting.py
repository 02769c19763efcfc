"""The guidebook where it is hosted: by a strict server, in a folder of it, on Pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import yaml
from mkdocs.commands.build import build
from playwright.sync_api import Browser, expect

from generator.adapters import folder
from tests import samples
from tests.browser.conftest import CHOKING, HOT, Open, make_context, search
from tests.browser.hosting import Host
from tests.browser.kinds import EVERY_KIND
from tests.caddy import read, serve_as_container
from tests.conftest import ROOT
from tests.projects import load, make_project

FOLDER = "/guide"
GUARD = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture(scope="module")
def strict(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shipped guidebook as the container serves it."""
    with serve_as_container(site, tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that knows that its address is in a folder: the place that holds the folder."""
    place = tmp_path_factory.mktemp("hosted")
    about = samples.make_about(["fair"], address=f"https://service.example{FOLDER}/")
    files = samples.make_folder(
        {"fair/one": samples.make_minimal(), "fair/two": samples.make_minimal(title="Late order")},
        about,
    )
    config = load(make_project(place, files, docs={"notes.md": b"# Notes\n\nWords.\n"}))
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)
    (place / "host").mkdir()
    (place / "site").rename(place / f"host{FOLDER}")
    return place / "host"


@pytest.fixture(scope="module")
def in_folder(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site as the container serves it, longer than a page of a test is open.

    A page goes on asking when all is drawn that a test waits for.
    """
    with serve_as_container(small, tmp_path_factory.mktemp("home"), folder=FOLDER) as address:
        yield address


def ask(address: str, **headers: str) -> tuple[int, dict[str, str]]:
    try:
        with urlopen(Request(address, headers=headers)) as answer:  # this machine's
            return answer.status, dict(answer.headers)
    except HTTPError as error:
        return error.code, dict(error.headers)


def test_no_page_breaks_the_policy(open_page: Open, strict: str) -> None:
    """What a policy forbids is told in the console, and a page with a word there fails."""
    answers: dict[str, str | None] = {}
    page = open_page(strict)
    page.on(
        "response",
        lambda one: answers.update({one.url: one.header_value("content-security-policy")}),
    )
    for path in EVERY_KIND:
        page.goto(strict + path)
        page.evaluate(
            "async () => { await document.fonts.ready; await new Promise(requestIdleCallback) }"
        )
        assert page.evaluate("document.fonts.check('1rem Atkinson Hyperlegible Next')"), path
        expect(page.locator("h1")).to_be_visible()
    assert {strict + path for path in EVERY_KIND} < set(answers)
    assert {url: one for url, one in answers.items() if not one or "'unsafe" in one} == {}


def test_everything_works_under_the_policy(open_page: Open, strict: str) -> None:
    page = open_page(strict + HOT)
    box = page.get_by_role("checkbox").first
    box.check()
    page.reload()
    expect(box).to_be_checked()
    search(page, "late order")
    page.locator("[data-finder-result]").first.click()
    expect(page.locator("h1")).not_to_have_text("Someone is shouting")
    page.goto(strict + CHOKING)
    expect(page.locator("h1")).to_have_text("Choking")


def test_the_policy_stops_what_is_slipped_in(browser: Browser, strict: str, engine: str) -> None:
    with make_context(browser) as context:
        page = context.new_page()
        told: list[str] = []
        page.on("console", lambda one: told.append(one.text))
        page.route(
            f"{strict}about/",
            lambda route: route.fulfill(
                response=(answer := route.fetch()),
                body=answer.text().replace("</body>", "<script>var slipped = 1</script></body>"),
            ),
        )
        page.goto(f"{strict}about/")
        assert page.evaluate("typeof slipped") == "undefined"
        # Firefox does not tell its driver.
        assert engine == "firefox" or any("Content Security Policy" in one for one in told)


# The policy forbids the page what `wait_for_function` would do in it.
INSTALL = """async (address) => {
  const { installing } = await navigator.serviceWorker.register(
    guidebookLoader.trusted.createScriptURL(address),
  );
  return new Promise((resolve) => {
    installing.addEventListener("statechange", () => {
      if (["activated", "redundant"].includes(installing.state)) resolve(installing.state);
    });
  });
}"""


def test_the_worker_keeps_the_site(browser: Browser, strict: str) -> None:
    with make_context(browser) as context:
        page = context.new_page()
        page.goto(strict)
        assert page.evaluate(INSTALL, f"{strict}worker.js") == "activated"
        context.set_offline(True)
        page.goto(strict + HOT)
        expect(page.locator("h1")).to_have_text("Someone is shouting")


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("", 200, "text/html; charset=utf-8"),
        ("about/", 200, "text/html; charset=utf-8"),
        ("none/", 404, "text/html; charset=utf-8"),
        ("papers/none.pdf", 404, "text/html; charset=utf-8"),
        ("worker.js", 200, "text/javascript; charset=utf-8"),
        ("manifest.webmanifest", 200, "application/manifest+json"),
        ("papers/access-needs-card-a4.pdf", 200, "application/pdf"),
        ("assets/guidebook/vendor/atkinson-next-latin-normal.woff2", 200, "font/woff2"),
    ],
)
def test_every_answer_is_guarded(strict: str, path: str, status: int, kind: str) -> None:
    found, headers = ask(strict + path)
    assert (found, headers["Content-Type"]) == (status, kind)
    assert headers.items() >= GUARD.items()
    assert headers["Cache-Control"] == "no-cache"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers
    policy = headers.get("Content-Security-Policy", "")
    assert ("frame-ancestors 'none'" in policy) is (kind != "application/pdf")


def test_only_a_name_with_its_hash_is_kept_for_good(strict: str, site: Path) -> None:
    hashed = {path.name: path for path in (site / "assets/stylesheets").glob("*.min.css")}
    assert hashed
    for path in site.rglob("*"):
        if path.is_file() and path.suffix != ".pdf":
            _, headers = ask(strict + path.relative_to(site).as_posix())
            assert ("immutable" in headers["Cache-Control"]) is (path.name in hashed), path
    _, headers = ask(strict)
    assert ask(strict, **{"If-None-Match": headers["Etag"]})[0] == 304
    assert ask(strict, **{"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip"


def test_in_a_folder_of_the_strict_host(open_page: Open, in_folder: str) -> None:
    page = open_page(in_folder)
    search(page, "late order")
    page.locator("[data-finder-result]").first.click()
    expect(page.locator("h1")).to_have_text("Late order")
    assert page.url == f"{in_folder}fair/two/"
    page.goto(f"{in_folder}notes/")
    expect(page.locator("h1")).to_have_text("Notes")
    assert ask(f"{in_folder}fair/none/deep")[0] == 404
    page.goto(f"{in_folder}fair/two")
    assert page.url == f"{in_folder}fair/two/"


@pytest.mark.parametrize("host", ["container", "pages"])
def test_a_wrong_address_in_a_folder_leads_back(
    browser: Browser, small: Path, in_folder: str, host: str
) -> None:
    files = folder.read_tree(small / FOLDER.strip("/"))
    pages = Host(f"{FOLDER.strip('/')}/")
    pages.files = files
    with make_context(browser, service_workers="block") as context:
        page = context.new_page()
        top = in_folder if host == "container" else pages.address
        page.goto(f"{top}fair/none/deep/")
        expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
        width = page.evaluate("getComputedStyle(document.querySelector('header')).position")
        assert width == "sticky", "the style sheet was found"
        page.get_by_role("link", name="To the first page").click()
        page.wait_for_url(top)
    pages.stop()


def test_pages_publish_what_is_built() -> None:
    """The recipes of both hosts run the command of the README, and hand over its folder."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    github = yaml.safe_load(read("github-pages.yml"))
    (job,) = github["jobs"].values()
    (command,) = (step["run"] for step in job["steps"] if "run" in step)
    (built,) = (step["with"]["path"] for step in job["steps"] if "upload" in step.get("uses", ""))
    gitlab = yaml.safe_load(read("gitlab-pages.yml"))["pages"]
    assert command == gitlab["script"][0] == "make site"
    assert command.removeprefix("make ") in targets
    assert built == yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["site_dir"]
    assert gitlab["script"][1:] == [f"mv {built} public"]
    assert gitlab["artifacts"]["paths"] == ["public"]


def test_the_container_holds_little_and_may_do_little() -> None:
    lines = [one for one in read("Containerfile").splitlines() if one and one[0] != "#"]
    last = lines[lines.index("FROM scratch") :]
    (user,) = (one for one in last if one.startswith("USER"))
    assert int(user.split()[1].split(":")[0]) > 0
    (port,) = (one for one in last if one.startswith("EXPOSE"))
    assert int(port.split()[1]) > 1024
    assert f"{{$PORT:{port.split()[1]}}}" in read("Caddyfile")
    assert not [one for one in last if one.startswith("RUN")]
