"""What a browser keeps only once somebody asked for it: papers, and pages of a large site."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from generator.adapters import folder
from generator.views import pwa
from tests.browser.conftest import CALM
from tests.browser.hosting import (
    Host,
    choose,
    context,
    host,
    mark,
    open_kept,
    read_versions,
    update,
)

__all__ = ["context", "host"]


@pytest.fixture(scope="module")
def built(site: Path) -> dict[str, bytes]:
    return choose(folder.read_tree(site))


def test_a_paper_is_kept_once_it_was_asked_for(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    page = open_kept(context, host, built | {"papers/x.pdf": b"%PDF-1.7 words"})
    page.goto(host.address)
    ask = "async () => (await fetch('papers/x.pdf')).text()"
    assert "papers/x.pdf" not in dict(host.sent)
    assert page.evaluate(ask) == "%PDF-1.7 words"
    context.set_offline(True)
    host.stop()
    assert page.evaluate(ask) == "%PDF-1.7 words"


def test_a_paper_that_was_asked_for_stays_with_the_next_version(
    host: Host, context: BrowserContext, built: dict[str, bytes]
) -> None:
    papers = {f"papers/{number}.pdf": b"%PDF-1.7 words" for number in range(500)}
    page = open_kept(context, host, built | papers)
    page.goto(host.address)
    ask = "async (number) => (await fetch(`papers/${number}.pdf`)).text()"
    for number in (7, 8):
        assert page.evaluate(ask, number) == "%PDF-1.7 words"
    host.files = mark(built | papers | {"papers/8.pdf": b"other"}, "two")
    host.sent.clear()
    update(page, host)
    page.reload()
    sent = [name for name, _ in host.sent if name.endswith((".pdf", ".asked.json"))]
    assert len(sent) <= 2
    assert all(name.endswith(".asked.json") for name in sent)
    assert page.evaluate(ask, 8) == "other"
    context.set_offline(True)
    host.stop()
    assert page.evaluate(ask, 7) == "%PDF-1.7 words"
    assert page.evaluate(ask, 8) == "other"


def test_of_a_large_site_a_page_is_kept_once_it_was_visited(
    host: Host, context: BrowserContext, built: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pwa, "WHOLE", 2)
    page = open_kept(context, host, built)
    host.sent.clear()
    page.goto(host.address + CALM)
    assert f"{CALM}index.html" in dict(host.sent)
    assert read_versions(page) == {"one"}
    # A version that the browser has not taken in brings its own files with its pages.
    host.files = mark(built, "two") | {pwa.WORKER: host.files[pwa.WORKER]}
    page.goto(host.address + CALM)
    assert read_versions(page) == {"one"}
    context.set_offline(True)
    host.stop()
    page.goto(host.address + CALM)
    assert read_versions(page) == {"one"}
    page.goto(host.address)
    assert read_versions(page) == {"one"}
