"""The guidebook as one edits it, in a browser: it follows, it stays where one was, it stays at home."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.adapters.edit_server import EditServer
from tests import samples
from tests.browser.accessibility import assert_accessible_in_every_look
from tests.browser.conftest import make_context, make_page
from tests.browser.driving import wait_until
from tests.edit_parts import follow, make, serve, wait_for


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make(tmp_path)
    steps = [f"Step {number} takes its time." for number in range(12)]
    path = tmp_path / "playbooks/fair/one.yml"
    path.write_bytes(samples.dump(samples.make_minimal(title="One", steps=steps)))
    return tmp_path


@pytest.fixture
def server(home: Path) -> Iterator[EditServer]:
    with follow(home) as stage, serve(stage) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: EditServer) -> Iterator[Page]:
    with make_page(browser) as page:
        page.goto(server.address)
        page.goto(f"{server.guard.origin}/fair/one/")
        yield page


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_the_address_opens_the_site_and_shows_no_key(page: Page, server: EditServer) -> None:
    page.goto(server.guard.origin)
    expect(page.locator("h1")).to_be_visible()
    assert "key" not in page.url
    assert page.evaluate("document.cookie") == ""


def test_a_save_shows_where_one_was(page: Page, home: Path) -> None:
    page.evaluate("scrollTo(0, 400)")
    wait_until(page, "scrollY === 400")
    change(home / "playbooks/fair/one.yml", "Step 3 takes", "Step three takes")
    expect(page.get_by_text("Step three takes its time.")).to_be_attached()
    wait_until(page, "Math.round(scrollY) === 400")  # Firefox keeps half a point of what moved


def test_a_problem_is_on_screen_and_leads_to_its_line(page: Page, home: Path) -> None:
    page.evaluate("scrollTo(0, 300)")
    change(home / "playbooks/fair/one.yml", "purpose:", "purpse:")
    told = page.locator(".gb-preview").get_by_text("Did you mean “purpose”?")
    expect(told).to_be_in_viewport()
    expect(page.locator("h1")).to_have_text("One")
    page.locator(".gb-preview-one--error a").first.click()
    line = page.locator("#L4")
    expect(line).to_contain_text("purpse:")
    expect(line).to_be_in_viewport()


def test_what_is_wrong_elsewhere_changes_the_panel_alone(page: Page, home: Path) -> None:
    page.evaluate("globalThis.isSame = true")
    (home / "playbooks/fair/notes.docx").write_bytes(b"")
    expect(page.locator(".gb-preview")).to_contain_text("notes.docx")
    assert page.evaluate("globalThis.isSame")


def test_what_is_open_in_the_panel_stays_so(page: Page, server: EditServer, home: Path) -> None:
    page.goto(f"{server.guard.origin}/about/")
    fold = page.locator(".gb-preview > details")
    expect(fold).not_to_have_attribute("open", "")
    fold.locator("summary").first.click()
    (home / "playbooks/fair/notes.docx").write_bytes(b"")
    expect(page.locator(".gb-preview")).to_contain_text("notes.docx")
    expect(fold).to_have_attribute("open", "")


def test_a_page_that_is_gone_and_comes_back(
    browser: Browser, server: EditServer, home: Path
) -> None:
    path = home / "playbooks/fair/one.yml"
    content = path.read_bytes()
    with make_context(browser) as context:
        page = context.new_page()
        page.goto(server.address)
        page.goto(f"{server.guard.origin}/fair/one/")
        path.unlink()
        expect(page.locator("h1")).to_have_text("This page is not here")
        path.write_bytes(content)
        expect(page.locator("h1")).to_have_text("One")


def test_the_page_says_when_the_program_has_stopped(browser: Browser, server: EditServer) -> None:
    with make_context(browser) as context:
        page = context.new_page()
        page.goto(server.address)
        server.guard.session = "another"  # as after a new start
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator(".gb-preview-lost")).to_be_visible()


def test_it_reads_without_scripts(browser: Browser, server: EditServer, home: Path) -> None:
    change(home / "playbooks/fair/one.yml", "purpose:", "purpse:")
    wait_for(server.stage, lambda preview: preview.report.counts["error"] == 1)
    with make_page(browser, java_script_enabled=False) as page:
        page.goto(server.address)
        page.goto(f"{server.guard.origin}/fair/one/")
        expect(page.locator(".gb-preview")).to_contain_text("Did you mean “purpose”?")


def test_the_panel_is_accessible(page: Page, home: Path) -> None:
    change(home / "playbooks/fair/one.yml", "purpose:", "purpse:")
    expect(page.locator(".gb-preview")).to_contain_text("Did you mean “purpose”?")
    assert_accessible_in_every_look(page)
    page.locator(".gb-preview-one--error a").first.click()
    expect(page.locator("#L4")).to_be_visible()
    assert_accessible_in_every_look(page, widths=[360])


class _Evil(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>evil</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def be_evil() -> Iterator[int]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Evil) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        yield other.server_port
        other.shutdown()


def test_other_sites_get_nothing(page: Page, server: EditServer) -> None:
    """The browser holds the cookie, and another page of it tries all that a page can."""
    target = f"{server.guard.origin}/fair/one/"
    with be_evil() as port:
        evil = page.context.new_page()
        for name in ("localhost", "127.0.0.1"):  # another site, and another port of the same
            evil.goto(f"http://{name}:{port}/")
            read = evil.evaluate(
                """async (target) => {
                  const ways = [
                    {}, { credentials: "include" }, { mode: "no-cors", credentials: "include" },
                    { method: "POST", mode: "no-cors", credentials: "include", body: "x" },
                    { method: "POST", credentials: "include", body: "{}",
                      headers: { "Content-Type": "application/json", "X-Guidebook": "x" } },
                  ];
                  const found = [];
                  for (const way of ways) {
                    try {
                      const answer = await fetch(target, way);
                      found.push(answer.type === "opaque" ? "" : await answer.text());
                    } catch { found.push(""); }
                  }
                  return found;
                }""",
                target,
            )
            assert read == ["", "", "", "", ""]
            loads = """(target) => new Promise((resolve) => {
              const script = document.createElement("script");
              script.src = target;
              script.onload = () => resolve(true);
              script.onerror = () => resolve(false);
              document.head.append(script);
            })"""
            assert (
                evil.evaluate(loads, f"{server.guard.origin}/assets/guidebook/edition.js") is False
            )
            evil.evaluate(
                """(target) => {
                  const frame = document.createElement("iframe");
                  frame.src = target;
                  document.body.append(frame);
                }""",
                target,
            )
            frame = evil.wait_for_function(
                "() => frames.length && document.querySelector('iframe')"
            )
            inside = frame.as_element().content_frame()
            assert inside is not None
            assert "One" not in inside.content()
            with evil.expect_navigation() as going:
                evil.evaluate("(target) => { location.href = target; }", target)
            assert going.value.status == 403
            evil.goto(f"http://{name}:{port}/")
            with evil.expect_navigation() as sent:
                evil.evaluate(
                    """(target) => {
                      const form = document.createElement("form");
                      Object.assign(form, { action: target, method: "post", enctype: "text/plain" });
                      document.body.append(form);
                      form.submit();
                    }""",
                    target,
                )
            assert sent.value.status == 403


def test_a_name_that_is_bound_to_this_computer_gets_nothing(
    browser: Browser, server: EditServer
) -> None:
    with make_context(browser) as context:
        page = context.new_page()
        page.goto(server.address)
        answer = page.goto(f"http://rebound.localhost:{server.server_port}/")
        assert answer is not None
        assert answer.status == 403
