"""Pages that are opened one after the other as fast as it goes, with the site kept by the browser."""

from pathlib import Path

from playwright.sync_api import Browser

from generator.adapters import folder
from generator.views import pwa
from generator.views.delivery import Keep, find_delivery
from tests.browser.conftest import make_context
from tests.browser.hosting import Host, host, install

__all__ = ["host"]

# What a page looks like and does comes from files of its own.
IS_WHOLE = """getComputedStyle(document.querySelector('.gb-header')).position === 'sticky'
  && typeof guidebookLoader === 'object'"""


def test_many_pages_in_a_row_are_whole_and_ask_the_host_for_nothing(
    host: Host, browser: Browser, site: Path
) -> None:
    host.files = folder.read_tree(site)
    with make_context(browser) as context:
        page = context.new_page()
        page.goto(host.address)
        install(page, host)
        page.goto(host.address)
        host.sent.clear()
        pages = sorted(one for one in host.files if one.endswith("/index.html"))
        # Old editions are kept once somebody opens them.
        paths = [one for one in pages if find_delivery(one).keep is not Keep.ONCE_OPENED][::3]
        assert len(paths) > 30
        for path in paths:
            answer = page.goto(host.address + path.removesuffix("index.html"))
            assert answer
            assert answer.status == 200
            assert page.evaluate(IS_WHOLE), path
        assert {name for name, _ in host.sent} <= {pwa.WORKER}
    host.stop()
