"""A hand-written page where no Material is: the guidebook's own style sheet draws all of Markdown."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser, expect

from tests import samples
from tests.browser.accessibility import assert_accessible
from tests.projects import load, make_project

PAGE = """# Notes

Words with `code`, a [link](#more) and <kbd>Ctrl</kbd>.

- one
- two
    1. deep

| What | Where |
|---|---|
| A | B |
| A file | `playbooks/<chapter>/<name>.yml` and `docs/` |

> Said.

!!! warning "Mind"
    Inside.

??? note "Folded"
    Hidden.

```yaml
name: a value that is far too long for the small screen of a phone, as it goes on and on # and on
```

## More

Words.
"""
TEXT = "\nWords.\n" * 20
LONG = "# Long\n\nWords.\n" + "".join(f"\n## Part {one} & more\n{TEXT}" for one in range(6))
EXTENSIONS = "markdown_extensions: [admonition, tables, pymdownx.details, pymdownx.superfences]\n"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("own-prose")
    files = samples.make_folder({"hot/loud": samples.make_minimal()})
    docs = {"notes.md": PAGE.encode(), "long.md": LONG.encode()}
    build(load(make_project(place, files, docs=docs, theme="", more=EXTENSIONS)))
    return place / "site" / "notes" / "index.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_everybody(browser: Browser, page_file: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 360, "height": 740})
    page.goto(page_file.as_uri())
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    code = page.locator("pre > code")
    assert code.evaluate("element => element.scrollWidth > element.clientWidth")
    expect(code).to_have_attribute("tabindex", "0")
    page.get_by_text("Folded").click()
    expect(page.get_by_text("Hidden.")).to_be_visible()
    page.close()


def test_it_prints_black_on_white(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(page_file.as_uri())
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    page.emulate_media(media="print")
    for name, tone in (("color", "rgb(0, 0, 0)"), ("background-color", "rgb(255, 255, 255)")):
        expect(page.locator("body")).to_have_css(name, tone)
    expect(page.locator("header")).to_be_hidden()
    page.close()


def test_names_of_files_in_tables_break_after_a_slash(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(page_file.as_uri())
    names = page.locator("td code")
    html = "playbooks/<wbr>&lt;chapter&gt;/<wbr>&lt;name&gt;.yml"
    assert [one.inner_html() for one in names.all()] == [html, "docs/"]
    assert names.first.inner_text() == "playbooks/<chapter>/<name>.yml"


def test_the_parts_of_a_long_page_stand_beside_it(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 740})
    page.goto((page_file.parents[1] / "long" / "index.html").as_uri())
    parts = page.get_by_role("navigation", name="On this page")
    expect(parts.get_by_role("link")).to_have_text([f"Part {one} & more" for one in range(6)])
    parts.get_by_role("link", name="Part 4").click()
    expect(page.get_by_role("heading", name="Part 4")).to_be_in_viewport()
    expect(parts.get_by_role("link", name="Part 0")).to_be_in_viewport()
    assert_accessible(page)
    page.emulate_media(media="print")
    expect(parts).to_be_hidden()
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_parts_of_a_long_page_are_folded(
    browser: Browser, page_file: Path, scripts: bool
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page.goto((page_file.parents[1] / "long" / "index.html").as_uri())
    parts = page.get_by_role("navigation", name="On this page")
    expect(page.get_by_role("heading", name="Long")).to_be_in_viewport()
    expect(parts.get_by_role("link")).to_have_count(0)
    parts.get_by_text("On this page").press("Enter")
    parts.get_by_role("link", name="Part 5").press("Enter")
    expect(page.get_by_role("heading", name="Part 5")).to_be_in_viewport()
    page.close()


def test_a_page_with_few_parts_has_no_list_of_them(browser: Browser, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    expect(page.get_by_role("heading", name="More")).to_be_attached()
    expect(page.locator(".gb-contents")).to_have_count(0)
    page.close()
