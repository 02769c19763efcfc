"""What an author may write inside a text, and what stays as typed."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import GuidebookFile
from generator.model.inline_marks import MarkKind
from generator.model.inline_markup import Inline
from generator.model.inline_references import find_references
from generator.model.playbook import StandardPlaybook
from tests.samples import make_about, make_minimal


def make_inline(title: str = "Listen *first*", **values: str) -> Inline:
    """A guidebook of one playbook and two house values; `values` fills them in."""
    about = make_about(["hot"])
    about["house_values"] = {
        "spend-limit": {"name": "spend limit", "ask": "?", "value": values.get("spend_limit")},
        "alarm": {"name": "alarm", "ask": "?", "value": values.get("alarm")},
    }
    playbook = StandardPlaybook.model_validate(
        {**make_minimal(title=title), "id": "listen-first", "chapter": "hot", "path": "x"}
    )
    return Inline(Guidebook(GuidebookFile.model_validate(about), (playbook,)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain & simple", "Plain &amp; simple"),
        (
            "**bold** *italic* _too_ `a*b*`",
            "<strong>bold</strong> <em>italic</em> <em>too</em> <code>a*b*</code>",
        ),
        ("[help](https://a.example/?x=1&y=2)", '<a href="https://a.example/?x=1&amp;y=2">help</a>'),
        (
            "[call](tel:112) [write](mailto:a@b.example)",
            '<a href="tel:112">call</a> <a href="mailto:a@b.example">write</a>',
        ),
        ("one\ntwo", "one<br>two"),
        ("Say [name].", 'Say <span class="gb-slot">[name]</span>.'),
        ("[[What *to* do]]", "[[What <em>to</em> do]]"),
        (
            "**[[What to do]]** [now]",
            '<strong><span class="gb-gap">What to do</span></strong>'
            ' <span class="gb-slot">[now]</span>',
        ),
        ("[[a]][[b]]", '<span class="gb-gap">a</span><span class="gb-gap">b</span>'),
        (r"\*as typed\*", "*as typed*"),
        ("((listen-first))", '<a class="gb-ref" href="../../hot/listen-first/">Listen first</a>'),
        (
            "((listen-first|hear them))",
            '<a class="gb-ref" href="../../hot/listen-first/">hear them</a>',
        ),
        (
            "**((listen-first|a))**",
            '<strong><a class="gb-ref" href="../../hot/listen-first/">a</a></strong>',
        ),
        ("((spend-limit))", '<span class="gb-value gb-value--unset">spend limit: not set</span>'),
        (
            "((spend-limit|our limit))",
            '<span class="gb-value gb-value--unset">our limit: not set</span>',
        ),
        (
            "Our spend limit: ((spend-limit)).",
            'Our spend limit: <span class="gb-value gb-value--unset">not set</span>.',
        ),
        ("`((listen-first))`", "<code>((listen-first))</code>"),
        (r"\((listen-first))", "((listen-first))"),
        ("((nobody))", "((nobody))"),
        (
            "[a ((listen-first)) b](https://a.example)",
            '<a href="https://a.example">a Listen first b</a>',
        ),
        ("[](tel:112)", '<a href="tel:112">tel:112</a>'),
        ("[a](tel:1)[b](tel:1)", '<a href="tel:1">a</a><a href="tel:1">b</a>'),
        ("*a **b*** c", "<em>a <strong>b</strong></em> c"),
    ],
)
def test_writes(text: str, html: str) -> None:
    assert make_inline().html(text, "../../") == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "[x](data:text/html,x)",
        "[x](//evil.example)",
        "[x](https://((listen-first)).example)",
        "a | b",
        "&lt;b&gt; &amp;",
        "# x",
        "- x",
        "![x](https://a.example/x.png)",
        "https://a.example",
    ],
)
def test_stays_as_typed(text: str) -> None:
    html = make_inline().html(text)
    assert read(html).tags <= ({"a"} if "](https" in text else set())
    assert "javascript" not in " ".join(read(html).addresses).lower()
    if "](https" not in text:
        assert html.unescape() == text


def test_a_house_value_shows_what_the_company_filled_in() -> None:
    inline = make_inline(spend_limit="£50", alarm="[112](tel:112)")
    assert inline.html("up to ((spend-limit))") == 'up to <span class="gb-value">£50</span>'
    assert inline.html("((alarm))") == '<span class="gb-value"><a href="tel:112">112</a></span>'
    assert (
        inline.html("[x ((alarm))](tel:1)")
        == '<a href="tel:1">x <span class="gb-value">112</span></a>'
    )
    assert inline.plain("((alarm)) and ((spend-limit|at most))") == "112 and at most (£50)"


def test_reads_runs_with_their_marks() -> None:
    inline = make_inline(alarm="[112](tel:112)")
    text = "Say **so, ((listen-first))**:\n`x` ((alarm)) or ((spend-limit|at most))"
    assert [
        (run.text, [(mark.kind.name, mark.address) for mark in run.marks])
        for run in inline.read(text)
    ] == [
        ("Say ", []),
        ("so, ", [("BOLD", "")]),
        ("Listen first", [("BOLD", ""), ("REFERENCE", "hot/listen-first/")]),
        (":\n", []),
        ("x", [("CODE", "")]),
        (" ", []),
        ("112", [("VALUE", ""), ("LINK", "tel:112")]),
        (" or ", []),
        ("at most", [("UNSET_VALUE", "")]),
    ]


def test_a_value_inside_a_link_stays_a_value() -> None:
    (run,) = make_inline().read("[((spend-limit))](tel:1)")
    assert run.has(MarkKind.LINK)
    assert run.has(MarkKind.UNSET_VALUE)


def test_two_titles_that_name_each_other_do_not_run_in_a_circle() -> None:
    inline = make_inline(title="See ((listen-first))")
    assert inline.plain("((listen-first))") == "See ((listen-first))"


def test_plain_words_for_search_and_labels() -> None:
    inline = make_inline()
    text = "**Stop** and [call](tel:1) `x`\n((listen-first)), ((spend-limit)) <b>"
    assert inline.plain(text) == "Stop and call x Listen first, spend limit: not set <b>"


def test_finds_references_with_their_places() -> None:
    text = "See ((a-b)) or `((no))` or ((c | own (short) words)), ((not\\)) (x)"
    assert [(one.name, one.words, one.start) for one in find_references(text)] == [
        ("a-b", None, 4),
        ("c", "own (short) words", 27),
        ("not\\", None, 54),
    ]


@given(st.text(alphabet="ab *_`[]()\\|<>&\"'\n!:/.#-é\ufdd0\ufdd1", max_size=60))
def test_never_raises_and_never_writes_other_tags(text: str) -> None:
    html = make_inline().html(text, "../")
    assert read(html).tags <= {"a", "br", "code", "em", "strong", "span"}
    for address in read(html).addresses:
        assert urlsplit(address).scheme in ("http", "https", "mailto", "tel") or address.startswith(
            "../"
        )
    make_inline().plain(text)


@pytest.mark.parametrize(
    "piece", ["[", "*a ", "`", "((", "((a|(", "\\", "**_", "[a](", "((listen-first))"]
)
def test_a_long_text_of_half_finished_signs_is_read(piece: str) -> None:
    text = (piece * 2000)[:2000]
    assert make_inline().html(text)
    find_references(text)


class read(HTMLParser):  # noqa: N801  # reads as what it does
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
