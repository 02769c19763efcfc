"""Pages as values: their order, their two forms, and that no text of an author becomes markup."""

import re
from collections.abc import Iterator
from functools import cache
from html import escape

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook
from generator.views import pages
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.papers import PaperKind, PaperLink, PaperLinks, Size
from tests.page_samples import make_guidebook, render

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></div><b onclick=x>",
    "{{ 7*7 }} {% raw %}",
    "[x](javascript:alert(1))",
    "a | b | c",
    "{: onclick=x }",
    "{ #say .x }",
    "&amp; &lt;b&gt; &#42;",
    "# x",
    "1. x",
    '--8<-- "pyproject.toml"',
    "[^1]",
    "*[HTML]: x",
    "$x$ $$y$$",
    "==x== ~~y~~ ^^z^^",
    ":smile: :material-check:",
    "!!! note",
    "``` x",
    "\x60\x60\x60\nx\n\x60\x60\x60",
    "one\n\n\ntwo",
    "🙂 مرحبا é",
    "\"double\" 'single'",
    "https://a.example/x_y_z",
]
PLAIN_MARKDOWN = ["attr_list", "md_in_html", "toc"]
EVERY_EXTENSION = [
    *PLAIN_MARKDOWN,
    "abbr",
    "admonition",
    "def_list",
    "footnotes",
    "smarty",
    "tables",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]


def test_every_page_of_a_guidebook() -> None:
    rendered = render(make_guidebook())
    assert {
        "index.md",
        "help-me-now.md",
        "hot/index.md",
        "hot/full.md",
        "cool/index.md",
        "cool/other.md",
        "words.md",
        "checklists.md",
        "practice.md",
        "who-and-how-much.md",
        "sources.md",
    } <= set(rendered)
    assert all(page.path == path for path, page in rendered.items())
    assert rendered["hot/full.md"].url == "hot/full/"
    assert rendered["hot/full.md"].layout == Layout.PLAYBOOK


def test_a_playbook_in_the_order_staff_need_it() -> None:
    page = render(make_guidebook())["hot/full.md"]
    assert [section.id for section in page.sections] == [
        "say",
        "do",
        "check",
        "avoid",
        "signals",
        "next",
        "practice",
        "sources",
    ]
    assert page.html.index("gb-stop") < page.html.index('id="say"')


def test_the_least_playbook_has_no_empty_section() -> None:
    page = render(make_guidebook())["cool/other.md"]
    assert [section.id for section in page.sections] == ["say", "do", "check"]
    assert page.html.index('id="do"') < page.html.index("gb-stop") < page.html.index('id="check"')
    assert "more way" not in page.html


def test_search_words_are_never_shown() -> None:
    assert "never shown" not in "".join(page.html for page in render(make_guidebook()).values())


def test_an_edit_link_only_where_there_is_something_to_edit() -> None:
    guidebook = make_guidebook()
    base = "https://code.example/edit/playbooks/"
    page = render(guidebook, edit_base=base)["hot/full.md"]
    assert f'href="{base}hot/full.yml"' in page.html
    assert "Edit this" not in render(guidebook)["hot/full.md"].html


def test_links_lead_to_pages_and_marks_that_are_there() -> None:
    rendered = render(make_guidebook())
    by_url = {page.url: set(find_ids(page)) for page in rendered.values()}
    for page in rendered.values():
        for address in find_all(page.html, "a", "href"):
            url, _, mark = address.partition("#")
            target = url.replace("../", "") if url else page.url
            assert url.count("../") in (0, page.url.count("/")), address
            assert target in by_url, address
            assert not mark or mark in by_url[target], address


def test_the_same_guidebook_makes_the_same_pages() -> None:
    one, other = render(make_guidebook()), render(make_guidebook())
    assert [page.html for page in one.values()] == [page.html for page in other.values()]


@cache
def render_text(text: str) -> dict[str, Page]:
    """The pages of a guidebook that says the same text everywhere, drawn once for all that read them."""
    return render(make_guidebook(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_typed(text: str) -> None:
    for page in render_text(text).values():
        tree = LexborHTMLParser(page.html)
        assert not tree.css("script, img, b, iframe")
        assert not re.search(
            r"<[^>]* on\w+=(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*>)", page.html.replace(escape(text), "")
        )
        assert all(
            address.startswith(
                ("../", "#", "hot/", "cool/", "help", "who-", "words", "checklists", "practice")
            )
            or not address
            for address in find_all(page.html, "a", "href")
        )
    if "\n" not in text and "javascript" not in text and "``" not in text:
        assert text in read_text(render_text(text)["hot/full.md"].html)


@cache
def make_converter(is_plain: bool) -> markdown.Markdown:
    return markdown.Markdown(extensions=PLAIN_MARKDOWN if is_plain else EVERY_EXTENSION)


@cache
def compare(path: str, written: str, html: str, is_plain: bool) -> None:
    """A page that says nothing of an author's is the same for all texts, and is compared once."""
    converted = make_converter(is_plain).reset().convert(written)
    assert read_text(converted) == read_text(html)
    up = "" if path.endswith("index.md") else "../"
    assert [
        address if re.match(r"#|https?:", address) else up + address
        for address in find_all(converted, "a", "href")
    ] == find_all(html, "a", "href")
    for tag, attribute in (
        ("[id]", "id"),
        ("[data-channels]", "data-channels"),
        ("input", "data-item"),
        ("[class]", "class"),
    ):
        assert find_all(converted, tag, attribute) == find_all(html, tag, attribute)
    assert read_headings(converted) == read_headings(html)


@pytest.mark.parametrize("is_plain", [True, False], ids=["plain", "every"])
@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_gives_the_same_page(text: str, is_plain: bool) -> None:
    for page in render_text(text).values():
        compare(page.path, page.markdown, page.html, is_plain)


def test_markdown_keeps_the_indentation_of_code() -> None:
    code = "<pre><code>allow:\n  title-length: Short.</code></pre>"
    content = Content("<h1>X</h1>", (Section("a", "A", code),))
    page = Page("x.md", "X", "X", Layout.LIST, lambda: content)
    converted = markdown.markdown(page.markdown, extensions=PLAIN_MARKDOWN)
    assert find_code(converted) == find_code(page.html) == ["allow:\n  title-length: Short."]


def test_markdown_of_every_shipped_page(guidebook: Guidebook) -> None:
    converter = markdown.Markdown(extensions=PLAIN_MARKDOWN)
    for page in render(guidebook).values():
        converted = converter.reset().convert(page.markdown)
        assert read_text(converted) == read_text(page.html)
        assert read_headings(converted) == read_headings(page.html)


def test_every_shipped_page_describes_itself(guidebook: Guidebook) -> None:
    for page in render(guidebook).values():
        assert page.title
        assert page.description
        assert len(LexborHTMLParser(page.html).css("h1")) == 1


def test_without_questions_help_is_a_list_of_shortcuts() -> None:
    rendered = render(make_guidebook())
    assert "help-me-now/tree.md" not in rendered
    page = rendered["help-me-now.md"]
    assert page.layout is Layout.LIST
    assert [section.id for section in page.sections] == ["danger", "right-now"]
    assert "gb-urgent-stop" in page.sections[0].html


def test_the_questions_link_to_the_papers_that_there_are(guidebook: Guidebook) -> None:
    link = PaperLink(
        PaperKind.TREE, "Tree of questions", Size.A4, "A3", "papers/help-me-now-a3.pdf"
    )
    for tree in ((), (link,)):
        links = PaperLinks(tree=tree)
        rendered = {page.path: page for page in pages.render(guidebook, papers=links)}
        page = rendered["help-me-now/tree.md"]
        assert [one.id for one in page.sections] == ["papers", "list"][not tree :]
        assert (f'href="../../{link.path}"' in page.html) is bool(tree)
        assert ("as a tree to print" in rendered["help-me-now.md"].html) is bool(tree)


def find_ids(page: Page) -> Iterator[str]:
    yield from find_all(page.html, "[id]", "id")


def find_all(html: str, selector: str, attribute: str) -> list[str]:
    tree = LexborHTMLParser(html)
    return [
        node.attributes[attribute] or ""
        for node in tree.css(selector)
        if attribute in node.attributes
    ]


def find_code(html: str) -> list[str]:
    return [node.text() for node in LexborHTMLParser(html).css("pre")]


def read_headings(html: str) -> list[tuple[str | None, str | None, str]]:
    tree = LexborHTMLParser(html)
    return [
        (node.tag, node.attributes.get("id"), " ".join(node.text().split()))
        for node in tree.css("h1, h2, h3, h4")
    ]


def read_text(html: str) -> str:
    """The visible words, whatever white space stands between them."""
    body = LexborHTMLParser(html).body
    return " ".join(body.text(separator=" ").split()) if body else ""
