"""What people write into settings is words on every page, and in everything that is made of it."""

import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from playwright.sync_api import Browser

from generator.adapters import folder
from generator.cli.main import main
from tests import hostile_project as hostile
from tests.browser.conftest import HOMES, make_context
from tests.hostile_project import HOUSE, MODELS, SETTINGS, VECTORS, Loc
from tests.samples import dump
from tests.serving import serve
from tests.sound_project import make_files

HELD = "script:not([src]):not([type]), iframe, object, embed, base, img[src=x]"
LOOK = """(held) => [typeof pwned, document.querySelectorAll(held).length,
  [...document.querySelectorAll("*")].filter((one) =>
    one.getAttributeNames().some((name) => name.startsWith("on"))).length]"""
SETTINGS_OF_SITE = "site_name: {text}\nsite_description: {text}\nsite_author: {text}\n"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_every_text_of_settings_is_tried() -> None:
    for name, model in MODELS.items():
        tried = {hostile.name_field(loc, model) for loc in hostile.list_leaves(SETTINGS[name])}
        assert tried == set(hostile.list_fields(model))


@pytest.fixture(scope="module")
def free() -> frozenset[tuple[str, Loc]]:
    """Where any words may be; everywhere else, hostile ones are refused with their place."""
    found = set()
    for name, data in SETTINGS.items():
        for loc in hostile.list_leaves(data):
            reading = hostile.read({**SETTINGS, name: hostile.put(data, loc, hostile.TAG)})
            if not reading.errors:
                found.add((name, loc))
            for problem in reading.errors:
                # An owner that is called so is missing in the playbooks.
                assert problem.place.path == name or problem.rule.id == "unknown-owner"
                assert problem.fix
    assert ("house.yml", ("address",)) not in found
    return frozenset(found)


@pytest.fixture(params=VECTORS)
def project(
    request: pytest.FixtureRequest,
    free: frozenset[tuple[str, Loc]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A built project with one hostile text in every free place."""
    text = VECTORS[request.param]
    # The address of a lower file is not read: that of the company takes its place.
    settings = hostile.fill(text, lambda name, loc: (name, loc) in free and loc != ("address",))
    folder.write(tmp_path / "playbooks", hostile.make_files(settings))
    (tmp_path / "playbooks/logo.svg").write_bytes(hostile.LOGO)
    (tmp_path / "logo.svg").write_bytes(hostile.LOGO)
    (tmp_path / "house.yml").write_bytes(dump({**HOUSE, **settings["house.yml"]}))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# About us\n\nWe are open.\n")
    line = json.dumps(text)
    (tmp_path / "mkdocs.yml").write_text(
        SETTINGS_OF_SITE.format(text=line) + f"copyright: {line}\nrepo_name: {line}\n"
        f"extra: {{one: {line}, social: [{{link: {line}, icon: x}}]}}\n"
        "theme: {name: material, font: false}\n"
        f"plugins: [guidebook: {{papers: {str(request.param == 'template').lower()}}}]\n"
    )
    monkeypatch.chdir(tmp_path)
    status, output = run("build", "--offline", "stick.zip")
    assert status == 0, output
    return tmp_path


def walk(browser: Browser, top: str, pages: list[str]) -> None:
    """Open pages with their policy switched off: what is escaped needs none."""
    told: list[str] = []
    with make_context(browser, bypass_csp=True, service_workers="block") as context:
        page = context.new_page()
        page.on("dialog", lambda one: (told.append(one.message), one.dismiss()))
        page.on("pageerror", lambda one: told.append(f"{page.url}: {one}"))
        page.on("request", lambda one: told.extend([one.url] * (not one.url.startswith(HOMES))))
        for path in pages:
            page.goto(top + path)
            assert page.evaluate(LOOK, HELD) == ["undefined", 0, 0], path
    assert not told


def test_hostile_settings_are_only_words(project: Path, browser: Browser) -> None:
    site = project / "site"
    with serve(site) as address:
        pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
        assert len(pages) > 15
        walk(browser, address, pages)
    check_exports(site)
    with zipfile.ZipFile("stick.zip") as archive:
        assert not [one for one in archive.namelist() if ".." in one or one.startswith("/")]
        archive.extractall("stick")
    walk(browser, (project / "stick").as_uri() + "/", ["Open the guidebook.html"])


def check_exports(site: Path) -> None:
    """What programs read: each file is whole, and its texts are as somebody wrote them."""
    title = json.loads((site / "guidebook.json").read_text())["guidebook"]["title"]
    manifest = json.loads((site / "manifest.webmanifest").read_text())
    assert manifest["name"] == title
    assert manifest["start_url"] == "./"
    for path in site.rglob("*.xml"):
        for one in ElementTree.parse(path).iter():
            assert "pwned" not in (one.tag + one.get("href", "")), path
    worker = (site / "worker.js").read_text()
    first, second, _ = worker.split("\n", 2)
    assert re.fullmatch(r'self\.guidebookVersion="[0-9a-f]{12}";', first)
    json.loads(second.removeprefix("self.guidebookSite=").removesuffix(";"))
    calendar = Calendar.from_ical(run("due", "--format", "ical")[1])
    # As it came, with its escapes: icalendar does not know this name.
    name = re.sub(r"\\([;,\\])", r"\1", str(calendar["X-WR-CALNAME"]))
    assert name.split("\n")[0].startswith(title.split("\n")[0].replace("\r", ""))
    for event in calendar.walk("VEVENT"):
        assert str(event.get("URL", "https://harbour.example/")).startswith("https://harbour")


FIELDS = [
    "theme: {{name: material, font: false, palette: {{scheme: {text}}}}}",
    "theme: {{name: material, font: false, direction: {text}}}",
    "theme: {{name: material, font: {{text: {text}}}}}",
    "theme: {{name: material, font: false, favicon: {text}, logo: {text}}}",
    "extra: {{alternate: [{{name: x, link: {text}, lang: {text}}}], homepage: {text}}}",
    "extra: {{analytics: {{provider: google, property: {text}}}}}",
    "extra_css: [{text}]",
    "extra_javascript: [{text}]",
    "nav: [{{{text}: about.md}}]",
    "site_url: {text}",
    "repo_url: {text}",
    "{{repo_url: https://x.example/, edit_uri: {text}}}",
    "edit_uri_template: {text}",
    "markdown_extensions: [toc: {{permalink: {text}, title: {text}}}]",
]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_the_sites_settings_is_words_or_refused(
    field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    for path, text in make_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    lines = field.format(text=json.dumps(VECTORS["tag"]))
    if lines.startswith("{"):
        lines = lines[1:-1].replace(", ", "\n")
    theme = "" if lines.startswith("theme") else "theme: {name: material, font: false}\n"
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\n{theme}plugins: [guidebook: {{papers: false}}]\n{lines}\n"
    )
    monkeypatch.chdir(tmp_path)
    status, output = run("build")
    assert "Traceback" not in output
    if status:
        named = (
            "mkdocs.yml",
            "docs/about.md",
            "site/",
            "edit_uri",
            *re.findall(r"\w+(?=:)", field),
        )
        assert any(one in output for one in named), output
        return
    with serve(tmp_path / "site") as address:
        walk(browser, address, ["", "about/", "404.html", "counter/late-order/"])
