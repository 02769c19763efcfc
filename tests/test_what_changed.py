"""The pages and the feed of what changed."""

from datetime import date

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.adapters import edition_folder
from generator.model.edition import make_edition
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.kept_edition import KeptEdition, keep
from generator.views import pages, theme_context
from generator.views.changes import feed
from generator.views.changes.report import EditionChanges, report, report_all
from generator.views.pages import edition_page, what_changed
from generator.views.pages.page import Page
from generator.views.pages.renderer import Renderer
from generator.views.pages.seen_mark import describe_mark
from tests import samples
from tests.conftest import ROOT
from tests.test_changes import read as make
from tests.test_pages import HOSTILE

DAYS = [date(2026, 11, day) for day in (21, 24, 27)]
ADDRESS = "https://service.example/guide/"
PATHS = (what_changed.PATH, "what-changed/edition.md")
"""The two pages of an edition without a name."""


def tell(*guidebooks: Guidebook) -> list[EditionChanges]:
    history = [keep(make_edition(one), day) for one, day in zip(guidebooks, DAYS, strict=False)]
    return report_all(history, guidebooks[-1])


def render(guidebook: Guidebook, changes: list[EditionChanges]) -> dict[str, Page]:
    return {one.path: one for one in pages.render(guidebook, changes=changes)}


def find_mark(guidebook: Guidebook) -> str:
    renderer = Renderer(guidebook, Inline(guidebook))
    return describe_mark(renderer, guidebook.by_id["lost"])["print"]


@pytest.fixture(scope="module")
def history() -> list[Guidebook]:
    return [
        make({"steps": [step], "say": [say]}, version=version, address=ADDRESS)
        for step, say, version in (
            ("Look for it.", "I'll look for it.", "1.0"),
            ("Ask the driver first.", "I'll look for it.", "1.1"),
            ("Ask the driver first.", "I'll find it for you.", "2.0"),
        )
    ]


def read_page(rendered: dict[str, Page], path: str) -> LexborHTMLParser:
    return LexborHTMLParser(rendered[path].html)


def test_the_page_tells_the_newest_edition_and_leads_to_older_ones(
    history: list[Guidebook],
) -> None:
    rendered = render(history[-1], tell(*history))
    page = rendered[what_changed.PATH]
    assert [one.heading for one in page.sections] == ["Version 2.0, 27 Nov 2026", "Older editions"]
    newest, older = (LexborHTMLParser(one.html) for one in page.sections)
    assert "Compared with version 1.1 of 24 Nov 2026: 1 playbook worth a look." in newest.text()
    (line,) = newest.css("#edition-2-0-lost")
    assert " ".join(line.text().split()) == "The parcel is lost 1 change"
    assert find_links(line) == ["../what-changed/edition-2-0/#edition-2-0-lost"]
    (earlier,) = older.css("li#edition-1-1")
    assert " ".join(earlier.text().split()) == "Version 1.1, 24 Nov 2026 1 playbook to read again."
    assert find_links(earlier) == ["../what-changed/edition-1-1/"]


def find_links(node: LexborNode) -> list[str | None]:
    return [one.attributes["href"] for one in node.css("a")]


def test_what_must_be_read_again_is_in_sight_and_the_rest_a_link_away(
    history: list[Guidebook],
) -> None:
    rendered = render(history[-1], tell(history[0], history[-1]))
    page, edition = (
        read_page(rendered, path) for path in (what_changed.PATH, "what-changed/edition-2-0.md")
    )
    row = page.css_first("details:has(#edition-2-0-lost)")
    assert [" ".join(one.text().split()) for one in row.css("li")] == [
        "Step added Ask the driver first.",
        "Step taken out Look for it.",
    ]
    assert find_links(row) == [
        "../goods/lost/",
        "../what-changed/edition-2-0/#edition-2-0-lost-more",
    ]
    whole = edition.css_first("details:has(#edition-2-0-lost)")
    assert "find it for you." not in page.text()
    assert [one.text() for one in whole.css("h4")] == ["Read again", "Worth a look"]
    assert whole.css_first("#edition-2-0-lost-more").text() == "Worth a look"
    assert "find it for you." in whole.text()
    assert find_links(edition.css_first(".gb-where")) == ["../../what-changed/"]


def test_every_edition_has_a_page_of_its_own_name(history: list[Guidebook]) -> None:
    named = ["1.0", "1.1", "1.1", "1.1 again 2", "", ""]
    kept = [
        KeptEdition(DAYS[0], {**make_edition(history[number % 2]), "version": name})
        for number, name in enumerate(named)
    ]
    rendered = render(history[-1], report_all(kept, history[-1]))
    titles = {path: one.title for path, one in rendered.items() if "/edition-" in path}
    assert titles == {
        "what-changed/edition-2026-11-21-again-2.md": "What changed on 21 Nov 2026",
        "what-changed/edition-2026-11-21.md": "What changed on 21 Nov 2026",
        "what-changed/edition-1-1-again-2-again-2.md": "What changed in version 1.1 again 2",
        "what-changed/edition-1-1-again-2.md": "What changed in version 1.1",
        "what-changed/edition-1-1.md": "What changed in version 1.1",
    }


def test_a_mark_leads_to_the_lightest_page_that_tells_of_the_playbook(
    history: list[Guidebook],
) -> None:
    def find_url(guidebook: Guidebook, changes: list[EditionChanges]) -> str:
        renderer = Renderer(guidebook, Inline(guidebook), changes=changes)
        return describe_mark(renderer, guidebook.by_id["lost"])["url"]

    assert find_url(history[1], tell(*history[:2])) == "what-changed/#edition-1-1-lost"
    assert find_url(history[2], tell(*history)) == "what-changed/edition-2-0/#edition-2-0-lost"
    assert find_url(history[0], []) == ""


def test_the_page_grows_no_longer_with_the_number_of_editions() -> None:
    def measure(number: int) -> int:
        guidebooks = [make({"steps": [f"Look {'up and ' * one}down."]}) for one in range(number)]
        kept = [
            KeptEdition(DAYS[0], {**make_edition(one), "version": f"1.{count}"})
            for count, one in enumerate(guidebooks, start=10)
        ]
        page = render(guidebooks[-1], report_all(kept, guidebooks[-1]))[what_changed.PATH]
        return len(page.html)

    grown = measure(9) - measure(8)
    assert 0 < grown < 250


def test_there_is_nothing_without_two_editions(history: list[Guidebook]) -> None:
    rendered = render(history[0], [])
    assert what_changed.PATH not in rendered
    assert "what-changed" not in "".join(one.html for one in rendered.values())


def test_home_leads_to_it_and_the_menu_keeps_its_five_entries(history: list[Guidebook]) -> None:
    rendered = render(history[-1], tell(*history))
    home = rendered["index.md"].html
    assert 'href="what-changed/"' in home
    context = theme_context.describe(history[-1], list(rendered.values()), theme={})
    titles = [one["title"] for one in context["menu"]["pages"]]
    assert what_changed.TITLE not in titles
    assert len(titles) <= 5


def test_many_new_playbooks_are_folded() -> None:
    def make_many(count: int) -> Guidebook:
        found = samples.make_site(
            {f"goods/p{one}": samples.make_minimal(title=f"Title {one}") for one in range(count)}
        )
        return found.guidebook

    for count, folds in ((edition_page.MANY, 0), (edition_page.MANY + 1, 1)):
        one, many = make_many(1), make_many(count + 1)
        changes = tell(one, many)
        rendered = render(many, changes)
        for path in (what_changed.PATH, f"what-changed/{changes[0].mark}.md"):
            assert len(read_page(rendered, path).css(".gb-fold")) == folds


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_of_an_edition_show_as_typed(text: str) -> None:
    guidebook = make({})
    edition = make_edition(guidebook)
    lost = {**edition["playbooks"]["lost"], "title": text, "steps": [{"do": f"Say {text}"}]}
    old: KeptEdition = KeptEdition(
        DAYS[0],
        {**edition, "version": text, "playbooks": {"lost": lost, text: {"title": text}}},
    )
    for before, now in ((old, keep(edition, DAYS[1])), (keep(edition, DAYS[1]), old)):
        changes = [report(before, now, guidebook)]
        rendered = render(guidebook, changes)
        for path in PATHS:
            assert not read_page(rendered, path).css("script, img, b, iframe")
        read = feedparser.parse(feed.make_feed(guidebook, changes, page=what_changed.URL))
        assert not read.bozo


def test_the_feed_is_read_as_it_is_meant(history: list[Guidebook]) -> None:
    changes = tell(*history)
    written = feed.make_feed(history[-1], changes, page=what_changed.URL)
    read = feedparser.parse(written)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "A sample: what changed"
    assert read.feed.updated == "2026-11-27T00:00:00Z"
    links = {one.rel: one.href for one in read.feed.links}
    assert links == {
        "self": f"{ADDRESS}{feed.PATH}",
        "alternate": f"{ADDRESS}{what_changed.URL}",
    }
    assert [one.updated for one in read.entries] == ["2026-11-27T00:00:00Z", "2026-11-24T00:00:00Z"]
    assert read.entries[1].title == "Version 1.1: 1 playbook to read again."
    assert read.entries[1].content[0].value == "Read again:\n- The parcel is lost (2)"
    assert read.entries[0].link == f"{ADDRESS}{what_changed.URL}#edition-2-0"
    assert len({read.feed.id, *(one.id for one in read.entries)}) == 3


def test_an_edition_keeps_its_name_in_the_feed(history: list[Guidebook]) -> None:
    def list_names(*guidebooks: Guidebook) -> list[str]:
        written = feed.make_feed(guidebooks[-1], tell(*guidebooks), page=what_changed.URL)
        return [one.id for one in feedparser.parse(written).entries]

    assert list_names(*history)[1:] == list_names(*history[:2])


def test_a_mark_changes_with_what_counts_alone() -> None:
    base = {"steps": ["Look for it, up to ((reply-time))."], "search": ["where is it"]}
    mark = find_mark(make(base))
    same = [
        {**base, "search": ["lost"]},
        {**base, "reviewed": "2026-11-25"},
        {**base, "steps": ["Look for it up to the ((reply-time))"]},
    ]
    other = [
        {**base, "steps": ["Look for it twice, up to ((reply-time))."]},
        {**base, "stop": "Leave."},
        {**base, "audience": "managers"},
    ]
    assert {find_mark(make(one)) for one in same} == {mark}
    assert mark not in {find_mark(make(one)) for one in other}


def test_a_mark_changes_with_the_house_value_on_its_page() -> None:
    def fill(value: str | None) -> str:
        guidebook = make({"steps": ["Give up to ((spend-limit))."]})
        limit = guidebook.about.house_values["spend-limit"].model_copy(update={"value": value})
        about = guidebook.about.model_copy(
            update={"house_values": {**guidebook.about.house_values, "spend-limit": limit}}
        )
        return find_mark(Guidebook(about, guidebook.playbooks))

    assert len({fill(None), fill("20 each"), fill("50 each")}) == 3


# The guidebook of this project


def test_the_first_release_is_compared_with_today(guidebook: Guidebook) -> None:
    recorded = edition_folder.read(ROOT / "editions", shown="editions")
    assert not recorded.problems
    first = next(iter(recorded.editions.values()))
    assert (first.name, len(first.content["playbooks"])) == ("1.0", 45)
    now = keep(make_edition(guidebook), DAYS[-1])
    told = report(first, now, guidebook)
    assert len(told.must_read) == 45
    assert len(told.added) == len(guidebook.playbooks) - 45
    assert not told.removed
    rendered = render(guidebook, [told])
    html = rendered[what_changed.PATH].html
    assert html.count("to read again</span></summary>") == 45
    assert len(html) < 120_000
    assert len(rendered[PATHS[1]].html) < 450_000
