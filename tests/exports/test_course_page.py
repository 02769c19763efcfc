"""The page of a course in a real browser, in a window that a platform opened or in a frame of it."""

import json
import shutil
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model.guidebook import Guidebook
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_context, make_page
from tests.browser.looks import WIDTHS, assert_nothing_is_cut, look
from tests.exports.readers import READERS, export_file, needs_readers
from tests.exports.test_cmi5 import LAUNCH, check
from tests.serving import Server, serve

UNITS = ("shouting-customer", "broken-promise")
PLATFORM = """<!doctype html><html lang="en"><title>Platform</title><link rel="icon" href="data:,">
<script src="scorm12.js"></script><script src="scorm2004.js"></script>
<script>
  "use strict";
  function begin(kept) {
    window.API = new Scorm12API({ autocommit: false });
    window.API_1484_11 = new Scorm2004API({ autocommit: false });
    API.cmi.suspend_data = API_1484_11.cmi.suspend_data = kept;
  }
  begin("");
</script>
<iframe title="Course" style="width: 100%; height: 850px"></iframe></html>"""
NAMES = {"scorm12": ("API", "LMSGetValue"), "scorm2004": ("API_1484_11", "GetValue")}


def unpack(content: bytes, place: Path) -> None:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        packed.extractall(place)


@pytest.fixture(scope="module")
def place(guidebook: Guidebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A platform with a course of each version, and one for itself."""
    made = tmp_path_factory.mktemp("courses")
    for version in NAMES:
        unpack(export_file(version, guidebook, *UNITS), made / version)
        shutil.copy(READERS / f"node_modules/scorm-again/dist/{version}.js", made)
    unpack(export_file("cmi5", guidebook, *UNITS), made / "cmi5")
    (made / "index.html").write_text(PLATFORM)
    return made


@contextmanager
def open_course(browser: Browser, place: Path, version: str) -> Iterator[tuple[Page, Page]]:
    """A platform's page, and the window with the course that it opened."""
    elsewhere = []
    with serve(place) as address, make_page(browser) as platform:
        platform.context.on(
            "request",
            lambda one: one.url.startswith((address, "data:")) or elsewhere.append(one.url),
        )
        platform.goto(address)
        with platform.context.expect_page() as opened:
            platform.evaluate(f"window.course = open('{version}/index.html')")
        course = opened.value
        course.on("pageerror", lambda error: pytest.fail(str(error)))
        expect(course.get_by_role("button", name="Save and close")).to_be_visible()
        yield platform, course
    assert not elsewhere


def read(platform: Page, version: str, field: str) -> str:
    api, get = NAMES[version]
    return str(platform.evaluate(f"{api}.{get}('{field}')"))


def press(here: Locator) -> None:
    """As somebody without a mouse does it: the focus goes there by Tab alone."""
    page = here.page
    expect(here).to_be_visible()
    for _ in range(60):
        if here.evaluate("(element) => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    pytest.fail("no Tab leads there")


def take_questions(course: Page) -> int:
    """Answer each question with its first answer; returns how many there were."""
    count = 0
    while course.get_by_role("heading", name="Question", exact=True).count():
        press(course.locator(".course-choice").first)
        expect(course.locator(".course-after")).to_be_focused()
        press(course.get_by_role("button", name="Next"))
        count += 1
    return count


def play(course: Page) -> int:
    """Play a role-play with the first replies; returns how many there were."""
    count = 0
    while not course.locator(".course-forks").count():
        press(course.get_by_role("button", name="Show the replies"))
        expect(course.locator(".course-now")).to_be_focused()
        press(course.locator(".course-choice").first)
        count += 1
    return count


@needs_readers
def test_a_double_click_chooses_nothing_that_was_not_seen(
    browser: Browser, place: Path, guidebook: Guidebook
) -> None:
    with open_course(browser, place, "scorm12") as (_, course):
        course.get_by_role("button", name=guidebook.by_id[UNITS[0]].title).dblclick()
        expect(course.get_by_role("heading", name="Question", exact=True)).to_be_visible()
        expect(course.locator(".course-after")).to_have_count(0)
        take_questions(course)
        course.get_by_role("button", name="Show the replies").dblclick()
        expect(course.locator(".course-choice").first).to_be_visible()


@needs_readers
@pytest.mark.parametrize("version", NAMES)
def test_a_unit_is_learned_by_keyboard_and_goes_on_later(
    browser: Browser, place: Path, version: str, guidebook: Guidebook
) -> None:
    with open_course(browser, place, version) as (platform, course):
        press(course.get_by_role("button", name=guidebook.by_id[UNITS[0]].title))
        choices = take_questions(course) + play(course)
        assert read(platform, version, "cmi.interactions._count") == str(choices)
        far = course.locator("#far").inner_text()
        press(course.get_by_role("button", name="Save and close"))
        expect(course.get_by_text("Saved. You can close this window.")).to_be_visible()
        kept = platform.evaluate(f"{NAMES[version][0]}.cmi.suspend_data")
        questions = guidebook.by_id[UNITS[0]].quizzes
        assert kept.count(";") == len(questions) + 1  # and what was played
        platform.evaluate("(kept) => { course.close(); begin(kept); }", kept)
        platform.evaluate(f"document.querySelector('iframe').src = '{version}/index.html'")
        frame = platform.frame_locator("iframe")
        expect(frame.locator("#far")).to_have_text(far)
        frame.get_by_role("button", name="Go on where you left off").click()
        title = guidebook.by_id[UNITS[1]].title
        expect(frame.locator(".course-where")).to_contain_text(title)


@needs_readers
def test_a_course_that_is_closed_says_so_to_the_platform(browser: Browser, place: Path) -> None:
    with open_course(browser, place, "scorm12") as (platform, course):
        course.get_by_role("button", name="Start").click()
        course.locator(".course-choice").first.click()
        course.close(run_before_unload=False)
        platform.wait_for_function("API.isTerminated()")
        assert read(platform, "scorm12", "cmi.core.lesson_status") == "incomplete"


@needs_readers
def test_every_part_is_accessible_and_fits(browser: Browser, place: Path) -> None:
    with open_course(browser, place, "scorm2004") as (_, course):

        def check_looks() -> None:
            assert_accessible_in_every_look(course, widths=(360, 1280))
            for width in WIDTHS:
                look(course, width=width, large=True)
                assert_nothing_is_cut(course)
            look(course, width=1280)

        check_looks()
        course.get_by_role("button", name="Start").click()
        check_looks()
        take_questions(course)
        check_looks()
        play(course)
        check_looks()


def test_a_page_that_no_platform_opened_can_be_practiced(browser: Browser, place: Path) -> None:
    for path in ("scorm12/index.html", f"cmi5/units/{UNITS[0]}.html"):
        with make_page(browser) as page:
            page.goto((place / path).as_uri())
            expect(page.get_by_text("opened outside a learning platform")).to_be_visible()
            expect(page.get_by_role("button", name="Save and close")).to_be_hidden()
            page.get_by_role("button", name="Start").click()
            page.locator(".course-choice").first.click()
            expect(page.locator("#far")).to_contain_text("1 of ")


class _Platform(BaseHTTPRequestHandler):
    """A platform of cmi5 that keeps what it is told, and serves the course."""

    protocol_version = "HTTP/1.1"
    place: Path
    statements: list[Any]
    kept: dict[str, Any]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        state = parse_qs(address.query).get("stateId", [""])[0]
        file = self.place / address.path.strip("/")
        if state == "LMS.LaunchData":
            self._answer(json.dumps(LAUNCH | {"returnURL": "/back.html"}).encode())
        elif state in self.kept:
            self._answer(json.dumps(self.kept[state]).encode())
        elif file.is_file():
            kinds = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
            self._answer(file.read_bytes(), kinds.get(file.suffix, "font/woff2"))
        else:
            self._answer(b"{}", status=404)

    def do_POST(self) -> None:
        given = json.loads(self._read() or b"{}")
        if self.path.startswith("/xapi/statements"):
            self.statements.extend(given if isinstance(given, list) else [given])
        self._answer(b'{"auth-token": "c2VjcmV0"}')

    def do_PUT(self) -> None:
        state = parse_qs(urlsplit(self.path).query)["stateId"][0]
        self.kept[state] = json.loads(self._read())
        self._answer(b"")

    def _read(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", "0")))

    def _answer(self, content: bytes, kind: str = "application/json", *, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def platform(place: Path) -> Iterator[tuple[type[_Platform], str]]:
    handler = type("Kept", (_Platform,), {"place": place / "cmi5", "statements": [], "kept": {}})
    (place / "cmi5/back.html").write_text("<title>Back</title><link rel='icon' href='data:,'>")
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield handler, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_unit_of_cmi5_is_learned_and_goes_on_later(
    browser: Browser, platform: tuple[type[_Platform], str]
) -> None:
    kept, address = platform
    actor = {"account": {"homePage": "https://lms.example", "name": "learner-7"}}
    given = {
        "endpoint": f"{address}xapi/",
        "fetch": f"{address}token",
        "actor": json.dumps(actor),
        "registration": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
        "activityId": "https://lms.example/activities/42",
    }
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in given.items())
    elsewhere = []
    # Chromium notes in its console that nothing was kept yet, which platforms answer with 404.
    with make_context(browser) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.on("request", lambda one: one.url.startswith(address) or elsewhere.append(one.url))
        page.goto(f"{address}units/{UNITS[0]}.html?{query}")
        page.get_by_role("button", name="Start").click()
        choices = take_questions(page)
        page.goto(f"{address}back.html")  # the window is left without a word
        wait_for(lambda: kept.statements[-1]["verb"]["id"].endswith("terminated"))
        first = [*kept.statements]
        kept.statements.clear()
        page.goto(f"{address}units/{UNITS[0]}.html?{query}")
        page.get_by_role("button", name="Go on where you left off").click()
        choices += play(page)
        page.get_by_role("button", name="Save and close").click()
        page.wait_for_url(f"{address}back.html")
    assert not elsewhere
    for statements in (first, kept.statements):
        check({"statements": statements, "faults": [], "requests": ["POST https://lms.example/"]})
    answered = [one for one in (*first, *kept.statements) if one["verb"]["id"].endswith("answered")]
    assert len(answered) == choices


def wait_for(is_so: Any) -> None:
    """Wait for what the page sends while it goes."""
    for _ in range(200):
        if is_so():
            return
        threading.Event().wait(0.05)
    pytest.fail("it never came")
