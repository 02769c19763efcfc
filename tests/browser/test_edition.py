"""An open page and the site behind it: new words come to it where it stands."""

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Route, expect

from generator.views import pwa
from generator.views.pages import what_changed
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import CALM, CHOKING, HOT, make_context, search
from tests.browser.driving import wait_until, wait_until_true
from tests.browser.editions import (
    NEW,
    OLD,
    Edition,
    built,
    open_kept,
    release,
    reword,
    stay,
    wait_for_looks,
)
from tests.browser.hosting import Host, context, host

__all__ = ["built", "context", "host"]

NOTICE = "New words"


def test_a_new_emergency_number_reaches_an_open_page(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    number = page.locator(".gb-call-number")
    expect(number).to_contain_text(OLD)
    box = page.get_by_role("checkbox").first
    box.check()
    expect(page.locator(".gb-told")).not_to_be_empty()
    page.evaluate("dispatchEvent(new Event('blur')); scrollTo(0, 300)")
    fold = page.locator("details summary").first
    page.clock.install()
    page.clock.run_for(11_000)  # the reader has not touched anything for a while
    host.files = release(reword(built, CHOKING, OLD, NEW))
    page.clock.resume()
    expect(number).to_contain_text(NEW)
    told = page.get_by_role("complementary", name=NOTICE).get_by_role("status")
    expect(told).to_have_text("This page has just changed. You see its new words.")
    expect(box).to_be_checked()
    wait_until(page, "scrollY === 300")
    expect(fold).to_be_attached()
    assert_accessible(page)


def test_the_number_comes_to_who_reads_step_by_step(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built), f"{CHOKING}#now=adult/2")
    step = page.locator(".gb-mode-head")
    expect(step).to_be_visible()
    words = step.inner_text()
    host.files = release(reword(built, CHOKING, OLD, NEW))
    expect(page.locator(".gb-mode-call")).to_contain_text(NEW)
    expect(page.get_by_role("complementary", name=NOTICE)).to_be_in_viewport()
    assert step.inner_text() == words
    assert page.url.endswith("#now=adult/2")


def test_who_types_or_ticks_is_only_told(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    stays = stay(page)
    box = page.get_by_role("combobox")
    box.fill("is she")
    host.files = release(reword(built, CHOKING, OLD, NEW))
    told = page.get_by_role("complementary", name=NOTICE)
    expect(told.get_by_role("status")).to_have_text("The words on this page have changed.")
    wait_for_looks(page, host)
    assert stays()
    expect(box).to_have_value("is she")
    expect(page.locator(".gb-call-number")).to_contain_text(OLD)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    told.get_by_role("button", name="Show them").click()
    expect(page.locator(".gb-call-number")).to_contain_text(NEW)


def test_who_closes_what_is_told_goes_on_where_they_were(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    box = page.get_by_role("combobox")
    box.fill("is she")
    host.files = release(reword(built, CHOKING, OLD, NEW))
    told = page.get_by_role("complementary", name=NOTICE)
    expect(told.get_by_role("status")).to_have_text("The words on this page have changed.")
    told.get_by_role("button", name="Show them").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(told).to_have_count(0)
    expect(box).to_be_focused()


def test_ticks_that_are_not_kept_are_not_taken_away(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    page.evaluate("document.querySelector('.gb-shared input').click()")
    page.get_by_role("checkbox").first.check()
    page.clock.install()
    page.clock.run_for(60_000)
    stays = stay(page)
    host.files = release(reword(built, CHOKING, OLD, NEW))
    page.clock.resume()
    expect(page.get_by_role("complementary", name=NOTICE)).to_be_visible()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    assert stays()


def test_a_covered_screen_stays_covered(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    page.keyboard.press("F2")
    cover = page.get_by_role("dialog", name="Clock")
    expect(cover).to_be_visible()
    host.files = release(reword(built, CHOKING, OLD, NEW))
    expect(page.locator(".gb-newer")).to_be_attached()
    expect(cover).to_be_visible()


def test_a_page_without_a_worker_gets_them_too(
    host: Host, browser: Browser, built: Edition
) -> None:
    with make_context(browser, service_workers="block") as context:
        host.files, host.caching = release(built), "no-cache"
        page = context.new_page()
        page.clock.install()
        page.goto(host.address + CHOKING)
        page.clock.run_for(4_000)
        host.files = release(reword(built, CHOKING, OLD, NEW))
        page.clock.resume()
        expect(page.locator(".gb-call-number")).to_contain_text(NEW)


def test_a_network_that_goes_while_the_site_answers_is_noticed(
    host: Host, browser: Browser, built: Edition
) -> None:
    with make_context(browser, service_workers="block") as context:
        host.files, host.caching = release(built), "no-cache"
        page = context.new_page()
        asked: list[Route] = []

        def hold(route: Route) -> None:
            asked.append(route)

        page.route(f"**/{pwa.EDITION}?site", hold)
        with page.expect_request(f"**/{pwa.EDITION}?site"):
            page.goto(host.address + CHOKING)
        foot = page.locator(".gb-edition")
        expect(foot).to_contain_text("Not compared with the site yet")
        context.set_offline(True)
        asked[0].fulfill(body=host.files[pwa.EDITION], content_type="application/json")
        expect(foot).to_contain_text("Not compared with the site since")


def test_other_pages_change_at_the_next_visit(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built), CALM)
    heading = page.get_by_role("heading", level=1)
    words = heading.inner_text()
    other = context.new_page()
    other.goto(host.address + CHOKING)
    stays, others_stay = stay(page), stay(other)
    host.files = release(reword(built, CALM, "</h1>", " (new)</h1>"))
    wait_for_looks(other, host)  # an urgent page asks, but it is none of its business
    assert others_stay()
    # A page that somebody comes back to looks, says that there is a newer version, and stays. More
    # than once: the browser may just be at a look of its own, which began before the change.
    come_back = "document.dispatchEvent(new Event('visibilitychange'))"
    wait_until(page, f"{come_back} && document.querySelector('.gb-newer') !== null")
    expect(page.get_by_role("complementary", name="New version")).to_be_visible()
    assert stays()
    page.goto(host.address + CALM)
    expect(heading).to_have_text(f"{words} (new)")


def test_only_a_page_that_is_seen_and_has_a_network_asks(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    wait_for_looks(page, host)
    context.set_offline(True)
    expect(page.locator(".gb-edition")).to_contain_text("Not compared with the site since")
    context.set_offline(False)
    wait_for_looks(page, host)
    hide = (
        "Object.defineProperty(document, 'visibilityState', {{ value: '{}', configurable: true }})"
    )
    tell = "; document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(hide.format("hidden") + tell)

    def is_quiet() -> bool:
        count = len(host.sent)
        page.wait_for_timeout(500)  # that nothing comes is no state to wait for
        return len(host.sent) == count

    # What was under way when the page was left is still asked.
    wait_until_true(page, is_quiet, "a page that asks no more")
    page.evaluate(hide.format("visible") + tell)
    wait_for_looks(page, host)


def test_an_older_edition_comes_back(host: Host, context: BrowserContext, built: Edition) -> None:
    old, new = release(built), release(reword(built, CHOKING, OLD, NEW), name="2.1")
    page = open_kept(context, host, old)
    number, foot = page.locator(".gb-call-number"), page.locator(".gb-edition")
    expect(foot).to_contain_text("Version 2.0 of 27 Nov 2026. Compared with the site at")
    host.files = new
    expect(number).to_contain_text(NEW)
    expect(foot).to_contain_text("Version 2.1 of 27 Nov 2026. Compared with the site at")
    host.files = old
    expect(number).to_contain_text(OLD)
    expect(foot).to_contain_text("Version 2.0")


def test_a_build_takes_back_the_worker_of_an_earlier_one(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built))
    unkept = {
        path: content.replace(b' data-worker="../../worker.js"', b"")
        for path, content in reword(built, CHOKING, OLD, NEW).items()
    }
    host.files = release(unkept, keeps=False)
    gone = "async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length"
    wait_until(page, gone)
    expect(page.locator(".gb-call-number")).to_contain_text(NEW)
    page.goto(host.address + CHOKING)
    assert page.evaluate("!navigator.serviceWorker.controller")
    host.files = release(unkept | {"404.html": b"changed"}, keeps=False)
    page.goto(host.address + CALM)
    search(page, "refund")


def test_the_foot_says_how_old_a_page_is(
    host: Host, context: BrowserContext, built: Edition
) -> None:
    page = open_kept(context, host, release(built), CALM)
    foot = page.locator(".gb-edition")
    expect(foot).to_contain_text(re.compile(r"^Version 2\.0 of 27 Nov 2026\. Compared .* at \d"))
    host.faults = {pwa.WORKER: (500, "text/plain", b"")}
    host.files = release(reword(built, CALM, "</h1>", "!</h1>"), name="2.1")
    page.reload()
    expect(foot).to_contain_text(re.compile(r"At \d.* the site had a newer one\.$"))
    context.set_offline(True)
    host.stop()
    page.goto(host.address + HOT)
    expect(foot).to_contain_text(re.compile(r"Not compared with the site since \d"))


def test_the_age_is_told_in_the_foot_and_takes_no_place_of_what_changed(
    host: Host, context: BrowserContext, built: Edition, site: Path
) -> None:
    name = f"{what_changed.URL}index.html"
    page = open_kept(context, host, release(built | {name: (site / name).read_bytes()}))
    page.goto(f"{host.address}{what_changed.URL}")
    expect(page.locator(".gb-foot")).to_contain_text("Version 2.0 of 27 Nov 2026")
    expect(page.get_by_role("link", name="Everything that changed")).to_be_visible()
