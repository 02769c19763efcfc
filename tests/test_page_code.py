"""A page that is written by hand holds no script, in whatever way somebody writes one."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters import folder
from generator.cli.main import main
from generator.site import page_code
from tests import samples


def check(text: str, name: str = "notes.md") -> list[tuple[int, str]]:
    docs = samples.list_files("docs", {name: text.encode()})
    return [(one.place.line, one.message) for one in page_code.check_docs(docs)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# A\n\n<script>open()</script>\n", 3, "a script"),
        ("# A\n\nWords <script src='a.js'></script>\n", 3, "a script"),
        ("# A\n\n<div>\n<p\nONCLICK='open()'>B</p>\n</div>\n", 5, "“onclick”"),
        ("Words <b onmouseover=open()>here</b>.", 1, "“onmouseover”"),
        ("<a href='java&#115;cript:open()'>A</a>", 1, "an address that is a script"),
        ("<a href=' \tjava\nscript:open()'>A</a>", 1, "an address that is a script"),
        ("<a href='data:text/html,x'>A</a>", 1, "an address that is a script"),
        ("<iframe src='../'></iframe>", 1, "“iframe”"),
        ("<iframe srcdoc='x'></iframe>", 1, "“iframe”"),
        ("<object data='a.svg'></object>", 1, "“object”"),
        ("<form action='../'></form>", 1, "“form”"),
        ("<base href='https://x.example/'>", 1, "“base”"),
        ("<meta http-equiv='refresh' content='0; url=https://x.example/'>", 1, "“http-equiv”"),
        ("# A\n\n<style>p { color: red }</style>", 3, "a style of its own"),
        ("<p style='color: red'>A</p>", 1, "“style”"),
    ],
)
def test_what_a_page_may_not_hold(text: str, line: int, words: str) -> None:
    found = check(text)
    assert any(line == at and words in message for at, message in found), found


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n```html\n<script>open()</script>\n```\n",
        "Write `<b onclick=open()>` there.",
        "    <script>open()</script>\n",
        "<details><summary>More</summary>\n\nWords\n\n</details>",
        "<p class='on' lang='de'>A</p> <img src='a.png' alt='one'>",
        "<video src='a.mp4' controls></video>",
        "5 < 6 > 3, a <- b",
        "\\<script>",
    ],
)
def test_what_it_may(text: str) -> None:
    assert check(text) == []


def test_other_files_that_a_browser_shows() -> None:
    assert check("<p>A</p>\n<script>open()</script>", "old/page.HTML") == [
        (2, check("<script></script>")[0][1])
    ]
    assert check("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "a.svg")
    html = "<html xmlns='http://www.w3.org/1999/xhtml'><script/></html>"
    assert check(html, "a.xhtml")
    assert check(html, "a.xml")
    assert not check("<svg xmlns='http://www.w3.org/2000/svg'><circle r='9'/></svg>", "a.svg")
    assert not check("<script>", "notes.txt")


@given(st.text(alphabet="<>/ =\"'abonscriptstyle:\n`{}[]()#", max_size=60))
def test_nothing_makes_it_stumble(text: str) -> None:
    check(text)
    check(text, "a.svg")
    check(text, "a.html")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder.write(tmp_path / "playbooks", samples.make_folder({"fair/one": samples.make_minimal()}))
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(project: Path, page: str, *, options: str = "", more: str = "") -> tuple[int, str]:
    (project / "docs/notes.md").write_text(page)
    (project / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\n"
        f"plugins: [guidebook: {{papers: false{options}}}]\n"
        f"markdown_extensions: [attr_list, md_in_html, tables]\n{more}"
    )
    result = CliRunner().invoke(main, ["build"])
    return result.exit_code, result.output


def test_a_page_with_a_script_stops_a_build(project: Path) -> None:
    status, output = build(project, "# A\n\n<script>open()</script>\n")
    assert status == 1
    assert "docs/notes.md:3:1" in output
    assert "[page-code]" in output
    assert CliRunner().invoke(main, ["check"]).exit_code == 1


@pytest.mark.parametrize(
    "page",
    [
        '# A\n\nWords\n{: onclick="open()" }\n',
        "# A\n\n[one](https://x.example){ onclick=open() }\n",
        "# A\n\n# B { style='color: red' }\n",
    ],
)
def test_what_only_an_extension_makes_stops_it_too(project: Path, page: str) -> None:
    status, output = build(project, page)
    assert status == 1
    assert "This page holds “" in output
    assert re.search(r"docs/notes\.md:[34]: ", output)


def test_settings_that_slip_a_script_in_stop_it(project: Path) -> None:
    more = "extra: {guidebook: no}\ntheme: {name: material, palette: {scheme: '\"><script>x</script>'}}"
    (project / "docs/notes.md").write_text("# A\n")
    (project / "mkdocs.yml").write_text(
        f"site_name: x\nplugins: [guidebook: {{papers: false}}]\n{more}\n"
    )
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "This page holds a script" in result.output


def test_a_file_that_the_settings_name_is_a_script_of_the_house(project: Path) -> None:
    (project / "docs/own.js").write_text("var own = 1;")
    (project / "docs/own.css").write_text("p { color: red }")
    status, output = build(
        project, "# A\n", more="extra_javascript: [own.js]\nextra_css: [own.css]\n"
    )
    assert status == 0, output
    assert build(project, "# A\n\n<script src='../own.js'></script>\n")[0] == 1


def test_a_house_may_allow_it(project: Path) -> None:
    page = "# A\n\n<p style='color: red' onclick='open()'>B</p>\n"
    status, output = build(project, page, options=", scripts_in_pages: true")
    assert status == 0, output
    html = (project / "site/notes/index.html").read_text()
    assert "onclick" in html
    assert "'unsafe-inline'" in html
    assert build(project, page)[0] == 1


def test_columns_are_aligned_without_a_style(project: Path) -> None:
    assert build(project, "# A\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n")[0] == 0
    assert '<td align="right">' in (project / "site/notes/index.html").read_text()


@pytest.mark.parametrize(
    "path",
    [
        "worker.js",
        "404.html",
        "_headers",
        "index.html",
        "manifest.webmanifest",
        "guidebook.json",
        "assets/guidebook/finder-engine.js",
        "assets/guidebook/edition.js",
        "assets/guidebook/now-mode.css",
        "assets/guidebook/icon.svg",
        "assets/guidebook/vendor/atkinson-next-latin-normal.woff2",
        "finder/rest.js",
    ],
)
def test_pages_of_ones_own_replace_nothing(project: Path, path: str) -> None:
    (project / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
    (project / "docs" / path).write_text("mine")
    status, output = build(project, "# A\n")
    assert status == 1
    assert f"docs/{path}" in output


def test_nor_a_file_of_material(project: Path) -> None:
    assert build(project, "# A\n")[0] == 0
    (style,) = (project / "site/assets/stylesheets").glob("main.*.css")
    own = project / "docs" / style.relative_to(project / "site")
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    status, output = build(project, "# A\n")
    assert status == 1 or style.read_text() != "mine", output
