"""The site without a network, kept by the browser: one whole version at a time."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from generator.adapters import folder
from generator.views import pwa
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import CALM, HOT, search, stop_clock
from tests.browser.driving import wait_until
from tests.browser.hosting import (
    SOURCE,
    Host,
    choose,
    context,
    expect_installed,
    host,
    install,
    mark,
    open_kept,
    read_versions,
    try_update,
    update,
)
from tests.bundle_paths import find_path
from tests.conftest import ROOT

__all__ = ["context", "host"]

LIMIT = 250_000
PATIENCE = 3_000
"""Milliseconds that install.js waits."""
OFF = (ROOT / "generator/theme/assets/guidebook/worker-off.js").read_bytes()


@pytest.fixture(scope="module")
def whole(site: Path) -> dict[str, bytes]:
    return folder.read_tree(site)


@pytest.fixture(scope="module")
def built(whole: dict[str, bytes]) -> dict[str, bytes]:
    return choose(whole)


def test_pages_search_and_404_without_a_network(
    host: Host, context: BrowserContext, whole: dict[str, bytes]
) -> None:
    host.files = whole
    page = context.new_page()
    page.goto(host.address)
    install(page, host)
    context.set_offline(True)
    host.stop()
    page.goto(host.address + CALM)
    heading = page.get_by_role("heading", level=1)
    search(page, "shouting")
    page.locator("[data-finder-result]").first.click()
    expect(heading).to_have_text("Someone is shouting")
    assert page.url == host.address + HOT
    page.goto(f"{host.address}words?x#gb-content")
    assert page.url == f"{host.address}words/?x#gb-content"
    page.goto(f"{host.address}about/index.html?x=1")
    expect(heading).to_have_text("About this guidebook")
    answer = page.goto(f"{host.address}deep/er/nowhere/")
    assert answer
    assert answer.status == 404
    expect(heading).to_have_text("This page is not here")
    page.get_by_role("link", name="Help me now").first.click()
    expect(heading).to_have_text("Help me now")
    wait_until(page, "document.fonts.check('16px Atkinson Hyperlegible Next')")


def test_a_first_visit_is_light_and_the_rest_comes_later(
    host: Host, context: BrowserContext, whole: dict[str, bytes]
) -> None:
    host.files = whole
    page = context.new_page()
    stop_clock(page)
    page.goto(host.address + HOT)
    page.clock.run_for(PATIENCE - 1)
    page.wait_for_load_state("networkidle")
    first = list(host.sent)
    assert 50_000 < sum(size for _, size in first) < LIMIT, first
    assert pwa.WORKER not in dict(first)
    page.clock.run_for(1)
    expect_installed(page)
    names = {name for name, _ in host.sent} - {pwa.EDITION}
    assert "finder/rest.js" in names
    assert not [name for name in names if name.endswith((".pdf", ".json", ".map", ".gz"))]


def test_a_new_version_takes_over_as_a_whole(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    host.files = mark(built, "one")
    page, other = context.new_page(), context.new_page()
    page.goto(host.address)
    install(page, host)
    for one in (page, other):
        one.goto(host.address + HOT)
        assert read_versions(one) == {"one"}
    host.files = mark(built, "two")
    page.reload()
    assert read_versions(page) in ({"one"}, {"two"})
    update(page, host)
    # Open pages go on as they are, whatever they still load.
    assert read_versions(other) == {"one"}
    page.reload()
    assert read_versions(page) == {"two"}
    assert read_versions(other) == {"one"}
    search(other, "refund")
    context.set_offline(True)
    host.stop()
    page.goto(host.address + CALM)
    assert read_versions(page) == {"two"}
    assert read_versions(other) == {"one"}
    other.reload()
    assert read_versions(other) == {"two"}


@pytest.mark.chromium("its driver can end a worker")
def test_a_version_is_remembered_when_the_worker_was_ended(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    page = open_kept(context, host, built)
    page.goto(host.address + HOT)
    host.files = mark(built, "two")
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    update(page, host)
    session.send("ServiceWorker.stopAllWorkers")
    assert read_versions(page) == {"one"}
    page.reload()
    session.send("ServiceWorker.stopAllWorkers")
    assert read_versions(page) == {"two"}


def test_a_site_that_changes_meanwhile_is_not_taken_in(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    page = open_kept(context, host, built)
    page.goto(host.address + HOT)
    two, three = mark(built, "two"), mark(built, "three")
    # The list is of version two, one style sheet already of version three.
    sheet = find_path(two, "core.css")
    host.files = two | {sheet: three[sheet]}
    assert try_update(page, host) == "redundant"
    page.reload()
    assert read_versions(page) == {"one"}
    host.files = three
    update(page, host)
    page.reload()
    assert read_versions(page) == {"three"}


def test_only_what_changed_is_fetched(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    def release(files: dict[str, bytes]) -> dict[str, bytes]:
        return files | pwa.make_files(SOURCE, files)

    host.files = release(built)
    page = context.new_page()
    page.goto(host.address)
    install(page, host)
    page.goto(host.address)
    changed = built[f"{CALM}index.html"].replace(b"</h1>", b" (new)</h1>")
    host.files = release(built | {f"{CALM}index.html": changed})
    host.sent.clear()
    update(page, host)
    page.goto(host.address + CALM)
    expect(page.get_by_role("heading", level=1)).to_contain_text("(new)")
    changed_files = {pwa.WORKER, pwa.EDITION, f"{CALM}index.html"}
    assert {name for name, _ in host.sent} == changed_files


def test_a_page_that_only_the_host_knows_brings_its_own_files(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    page = open_kept(context, host, built)
    two = mark(built | {"new/index.html": built["about/index.html"]}, "two")
    # The new version cannot be taken in: its list is not there yet.
    host.files = two | {pwa.WORKER: host.files[pwa.WORKER]}
    page.goto(f"{host.address}new/")
    assert read_versions(page) == {"two"}
    page.goto(host.address + HOT)
    assert read_versions(page) == {"one"}


def test_the_reader_is_told_quietly(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    page = open_kept(context, host, built)
    page.goto(host.address + HOT)
    told = page.get_by_role("complementary", name="New version")
    expect(told).to_have_count(0)
    host.files = mark(built, "two")
    update(page, host)
    expect(told.get_by_role("status")).to_have_text("There is a newer version.")
    expect(told).to_be_in_viewport()
    assert_accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    told.get_by_role("button", name="Close").click()
    expect(told).to_have_count(0)
    assert read_versions(page) == {"one"}
    host.files = mark(built, "three")
    page.reload()
    update(page, host)
    with page.expect_event("load"):
        told.get_by_role("button", name="Show it").click()
    expect(told).to_have_count(0)
    assert read_versions(page) == {"three"}


def test_old_versions_go(host: Host, context: BrowserContext, built: dict[str, bytes]) -> None:
    page = open_kept(context, host, built)
    page.goto(host.address)
    stores = "async () => (await caches.keys()).filter((name) => !name.endsWith('notes')).length"
    for version in ("two", "three"):
        host.files = mark(built, version)
        update(page, host)
        page.goto(host.address)
    assert page.evaluate(stores) == 3
    # A day later; the notes' times are the only clock there is.
    page.evaluate(
        """async () => {
          const notes = await caches.open((await caches.keys()).find((name) => name.endsWith("notes")));
          for (const request of await notes.keys()) {
            const note = await (await notes.match(request)).json();
            await notes.put(request, new Response(JSON.stringify({ ...note, since: 0 })));
          }
        }"""
    )
    host.files = mark(built, "four")
    update(page, host)
    assert page.evaluate(stores) == 2
    assert read_versions(page) == {"three"}


def test_a_preview_takes_away_what_an_earlier_site_left(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    host.caching = "no-cache"
    page = open_kept(context, host, built)
    page.goto(host.address + HOT)
    host.files = mark(built, "two") | {pwa.WORKER: OFF}
    del host.files[pwa.EDITION]  # a preview has none
    page.reload()
    gone = "async () => !navigator.serviceWorker.controller && !(await caches.keys()).length"
    wait_until(page, gone)
    page.goto(host.address + HOT)
    assert read_versions(page) == {"two"}
