"""Lists that answer: what rows say, what one can do from them, and who the pages are for."""

from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import StandardPlaybook
from generator.reader import guidebook_reader
from generator.site import project_export
from generator.views import pages, papers
from generator.views.pages.page import Page
from generator.views.papers.kinds import PaperKind, Size, name_file
from tests import samples


def render(guidebook: Guidebook, printed: list[str] | None = None) -> dict[str, Page]:
    links = papers.list_links(guidebook, printed or [])
    return {page.path: page for page in pages.render(guidebook, papers=links)}


def list_rows(page: Page) -> list[LexborNode]:
    return LexborHTMLParser(page.html).css(".gb-row")


def read_links(row: LexborNode, selector: str) -> list[tuple[str, str]]:
    return [
        (" ".join(link.text().split()), link.attributes["href"] or "") for link in row.css(selector)
    ]


@pytest.mark.parametrize("path", ["put-it-right/index.md", "checklists.md", "practice.md"])
def test_rows_show_the_first_sentence(guidebook: Guidebook, path: str) -> None:
    plain = Inline(guidebook).plain
    text = LexborHTMLParser(render(guidebook)[path].html).text()
    for playbook in guidebook.by_chapter["put-it-right"]:
        assert isinstance(playbook, StandardPlaybook)
        assert f"“{plain(playbook.say[0].say)}”" in text


def test_rows_of_emergencies_show_what_to_do_first(guidebook: Guidebook) -> None:
    rows = list_rows(render(guidebook)["hurt-or-ill/index.md"])
    plain = Inline(guidebook).plain
    own = guidebook.emergencies
    first = {plain(one.title): plain(one.first or one.branches[0].now[0]) for one in own}
    assert len(rows) == len(guidebook.by_chapter["hurt-or-ill"])
    for row in rows:
        title = row.css_first(".gb-row-head a").text()
        assert row.css_first(".gb-row-opening").text() == first[title]


@pytest.mark.parametrize(("icons", "shown"), [(("hand", "sun"), 2), (("hand",), 0), ((), 0)])
def test_all_rows_of_a_list_have_a_pictogram_or_none(icons: tuple[str, ...], shown: int) -> None:
    fields: list[dict[str, str]] = [{"icon": icon} for icon in icons]
    first, other = (*fields, {}, {})[:2]
    page = samples.make_site(
        {"fair/one": samples.make_minimal(**first), "fair/other": samples.make_minimal(**other)}
    ).pages["fair/index.md"]
    rows = list_rows(page)
    assert len(rows) == 2
    assert sum(len(row.css("svg.gb-icon")) for row in rows) == shown


def test_a_chapter_of_both_kinds_has_danger_under_its_own_heading() -> None:
    site = samples.make_site(
        {"fair/one": samples.make_minimal(), "fair/two": samples.make_emergency()}
    )
    page = site.pages["fair/index.md"]
    assert [(one.id, one.style) for one in page.content.main] == [
        ("act-now", ""),
        ("situations", ""),
    ]
    assert [one.id for one in page.content.below] == ["more"]
    assert "gb-row--danger" in page.sections[0].html
    assert "gb-row--danger" not in page.sections[1].html
    (only,) = (
        samples.make_site({"fair/one": samples.make_minimal()}).pages["fair/index.md"].content.main
    )
    assert only.style == "gb-untitled"


def test_a_checklist_starts_and_prints_from_its_row(guidebook: Guidebook) -> None:
    playbook = guidebook.by_id["shouting-customer"]
    files = [name_file(PaperKind.CHECKLIST, size, playbook) for size in Size]
    page = render(guidebook, files)["checklists.md"]
    (row,) = (
        one for one in list_rows(page) if one.attributes["data-ticks"] == f"{playbook.id}.check"
    )
    assert row.attributes["data-boxes"] == str(len(playbook.checklist.items))
    title = "Someone is shouting"
    assert read_links(row, ".gb-act") == [
        (f"Start: {title}", f"../{playbook.url}#check"),
        (f"Print A4: {title}", f"../{files[0]}"),
        (f"Print Letter: {title}", f"../{files[1]}"),
    ]
    assert 'name="paper"' in page.html
    assert 'name="paper"' not in render(guidebook)["checklists.md"].html


def test_practice_starts_and_prints_from_its_row(guidebook: Guidebook) -> None:
    playbook = guidebook.by_id["shouting-customer"]
    practice = playbook.practice
    assert practice
    kinds = (PaperKind.CUE_CARDS, PaperKind.HAND_OUT)
    files = [name_file(kind, Size.A4, playbook) for kind in kinds]
    rows = list_rows(render(guidebook, files)["practice.md"])
    (row,) = (one for one in rows if one.css_first("a").text() == "Someone is shouting")
    links = read_links(row, ".gb-act")
    assert [words.partition(":")[0] for words, _ in links] == [
        "Start the quiz",
        "Role-play",
        "Cue cards A4",
        "Hand-out A4",
    ]
    assert [address for _, address in links] == [
        f"../{playbook.url}#quiz",
        f"../{playbook.url}#role-play",
        *(f"../{one}" for one in files),
    ]
    assert f"{len(practice.quiz)} question" in row.css_first(".gb-aside").text()


def test_managers_see_how_much_is_filled_in_and_reviews_by_day(guidebook: Guidebook) -> None:
    page = render(guidebook)["managers.md"]
    tree = LexborHTMLParser(page.html)
    asked = len(guidebook.about.house_values)
    assert tree.css_first(".gb-task-lead").text() == f"Fill in {asked} house values"
    days = {guidebook.review_due(one) for one in guidebook.playbooks}
    (reviews,) = (one for one in page.sections if one.id == "reviews")
    assert len(LexborHTMLParser(reviews.html).css("details")) == len(days) < 5


def test_long_pages_are_folded_and_list_their_parts(guidebook: Guidebook) -> None:
    rendered = render(guidebook)
    for path in ("rules.md", "ideas.md", "sources.md", "managers.md", "checklists.md"):
        tree = LexborHTMLParser(rendered[path].html)
        assert len(tree.css(".gb-group > summary h3[id]")) > 3, path
        assert tree.css(".gb-fold"), path
        entries = tree.css(".gb-entries, .gb-rows")
        assert entries, path
        assert all(one.parent and one.parent.tag == "details" for one in entries), path


def test_staff_have_five_pages_in_the_menu_and_the_rest_is_behind_one_door() -> None:
    docs = {
        "prices.md": b"---\naudience: staff\n---\n# Prices\n",
        "house.md": b"# About the house\n",
    }
    site = samples.make_site({"fair/one": samples.make_minimal()}, docs=docs)
    config = yaml.safe_load(project_export.make_files(site)["mkdocs.yml"])
    menu = config["extra"]["guidebook"]["menu"]
    assert [one["title"] for one in menu["pages"]] == [
        "Help me now",
        "Words to use",
        "Checklists",
        "Practice",
        "Who, how much, which number",
        "Prices",
    ]
    assert [one["url"] for one in menu["back_of_house"]] == [
        "trainers/",
        "managers/",
        "sources/",
        "rules/",
        "house/",
    ]


def test_the_menu_of_the_built_site_has_one_door(site: Path) -> None:
    for path, is_open in (("index.html", False), ("rules/index.html", True)):
        tree = LexborHTMLParser((site / path).read_text("utf-8"))
        front, _ = tree.css("#gb-menu > .gb-nav")
        assert len(front.css("a")) == 5
        door = tree.css_first("#gb-menu > .gb-door")
        assert ("open" in door.attributes) is is_open
        assert len(door.css("a")) >= 8


def test_tiles_have_a_pictogram_of_their_own_or_of_what_they_open(guidebook: Guidebook) -> None:
    page = render(guidebook)["index.md"]
    tiles = LexborHTMLParser(page.html).css(".gb-tile")
    assert tiles
    for tile in tiles:
        assert tile.css_first("svg.gb-icon"), tile.text()
    assert [one.id for one in page.sections] == [
        "danger",
        "right-now",
        "recent",
        "look-up",
        "chapters",
    ]


def test_a_preview_leaves_out_pictograms_that_nobody_knows() -> None:
    about = samples.make_about(["fair"], right_now=[{"playbook": "one", "label": "One"}])
    about["right_now"][0]["icon"] = about["chapters"][0]["icon"] = "flamme"
    playbook = samples.make_minimal(icon="flamme")
    reading = guidebook_reader.read(samples.make_folder({"fair/one": playbook}, about))
    assert [one.rule.id for one in reading.errors] == ["unknown-icon"] * 3
    assert reading.guidebook
    assert "gb-tile" in render(reading.guidebook)["index.md"].html
