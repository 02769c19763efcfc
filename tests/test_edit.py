"""What is saved is shown, whatever kind of file it is; what is broken stays as it was, and is told."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.adapters import project
from generator.adapters.edit_server import Stage
from generator.adapters.followed_project import FollowedProject
from generator.adapters.watcher import Bell
from generator.problem import Severity
from generator.reader.guidebook_reader import Reading
from generator.site.preview import Preview
from generator.views import finder
from generator.views.problem_panel.live_report import find_source
from tests import samples
from tests.conftest import ROOT
from tests.edit_parts import FILES, follow, make, read, wait_for
from tests.projects import write_settings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make(tmp_path)


@pytest.fixture
def stage(home: Path) -> Iterator[Stage]:
    with follow(home) as stage:
        wait_for(stage, lambda preview: not preview.report.is_checking)
        yield stage


def says(address: str, words: str) -> Callable[[Preview], bool]:
    return lambda preview: words in read(preview, address)


def tells(rule: str) -> Callable[[Preview], bool]:
    return lambda preview: any(one.rule.id == rule for one in preview.report.problems)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def find_on_page(preview: Preview, address: str) -> str:
    """What the panel says first: what is wrong with this page."""
    page = LexborHTMLParser(read(preview, address))
    panel = page.css_first(".gb-preview")
    assert panel is not None
    heading = panel.css_first("h2")
    listed = panel.css_first("ul")
    return listed.text() if listed and heading and heading.text() == "On this page" else ""


def test_a_changed_playbook(home: Path, stage: Stage) -> None:
    change(home / "playbooks/fair/one.yml", "Listen.", "Listen longer.")
    wait_for(stage, says("fair/one/", "Listen longer."))


def test_editors_that_put_a_new_file_in_the_place_of_the_old(home: Path, stage: Stage) -> None:
    path = home / "playbooks/fair/one.yml"
    new = path.with_suffix(".new")
    new.write_text(path.read_text().replace("Listen.", "Listen longer."))
    new.replace(path)
    wait_for(stage, says("fair/one/", "Listen longer."))


def test_playbooks_that_come_and_go(home: Path, stage: Stage) -> None:
    path = home / "playbooks/fair/three.yml"
    path.write_bytes(samples.dump(samples.make_minimal(title="Three")))
    wait_for(stage, says("fair/", "Three"))
    path.unlink()
    preview = wait_for(stage, lambda one: one.answer("fair/three/").status == 404)
    assert "Three" not in read(preview, "fair/")


def test_a_house_file_that_comes_and_goes(home: Path, stage: Stage) -> None:
    path = home / "house.yml"
    path.write_text("title: The Corner Shop\nvalues:\n  spend-limit: 20 euro\n")
    wait_for(stage, says("", "The Corner Shop"))
    change(path, "20 euro", "30 euro")
    wait_for(stage, says("managers/", "30 euro"))
    path.write_text("title: [\n")
    preview = wait_for(stage, lambda one: "house.yml:1" in read(one, ""))
    assert any(one.severity is Severity.ERROR for one in preview.report.problems)
    path.unlink()
    wait_for(stage, lambda one: not any(p.place.path == "house.yml" for p in one.report.problems))


def test_a_house_file_that_the_settings_come_to_name(home: Path, stage: Stage) -> None:
    write_settings(home, theme="", house="shop.yml")
    preview = wait_for(stage, lambda one: "shop.yml" in one.report.fault)
    assert "One" in read(preview, "fair/one/")
    assert "cannot be read" in read(preview, "fair/one/")
    (home / "shop.yml").write_text("title: The Corner Shop\n")
    preview = wait_for(stage, says("", "The Corner Shop"))
    assert not preview.report.fault


def test_a_logo(home: Path, stage: Stage) -> None:
    before = stage.preview.stamp("")
    (home / "house.yml").write_text("logo: logo.svg\n")
    wait_for(stage, lambda one: any(p.place.path == "house.yml" for p in one.report.problems))
    draw = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}v9z"/></svg>'
    (home / "logo.svg").write_text(draw.format(9))
    preview = wait_for(
        stage, lambda one: one.site is not None and one.site.guidebook.logo is not None
    )
    first = preview.stamp("")
    assert first.page != before.page
    (home / "logo.svg").write_text(draw.format(5))
    wait_for(stage, lambda one: one.stamp("").page != first.page)


def test_the_file_of_the_guidebook(home: Path, stage: Stage) -> None:
    path = home / "playbooks/guidebook.yml"
    whole = path.read_text()
    path.write_text("title: [\n")
    preview = wait_for(stage, says("fair/one/", "guidebook.yml:1:8"))
    assert "<h1><span>One</span></h1>" in read(preview, "fair/one/")
    path.write_text(whole.replace("A sample", "Another"))
    wait_for(stage, says("fair/one/", "Another"))
    path.unlink()
    wait_for(stage, lambda one: bool(one.report.fault or one.report.counts["error"]))
    path.write_text(whole)
    wait_for(stage, says("fair/one/", "A sample"))


def test_words_of_the_search(home: Path, stage: Stage) -> None:
    (home / "playbooks/words.yml").write_text("same:\n- [brolly, umbrella]\n")
    wait_for(stage, lambda one: any("brolly" in read(one, path) for path in finder.PATHS))


def test_a_query_that_finds_nothing(home: Path, stage: Stage) -> None:
    (home / "playbooks/queries.yml").write_text("queries:\n  one: [zebra crossing]\n")
    preview = wait_for(stage, tells("not-found"))
    assert "zebra crossing" in read(preview, "")


def test_the_questions_of_help_me_now(home: Path, stage: Stage) -> None:
    questions = samples.make_questions({"a": [("It is this", ["one"]), ("It is that", ["two"])]})
    (home / "playbooks/help-me-now.yml").write_bytes(questions["help-me-now.yml"])
    wait_for(stage, says("help-me-now/", "It is this"))


def test_the_file_of_a_country(home: Path, stage: Stage) -> None:
    age = {"name": "age limit", "ask": "How old?", "common": "Ask your manager."}
    about = samples.make_about(["fair"], country="uk", country_facts={"age": age})
    (home / "playbooks/guidebook.yml").write_bytes(samples.dump(about))
    change(home / "playbooks/fair/one.yml", "Listen.", "Know the ((age)).")
    wait_for(stage, says("fair/one/", "Ask your manager"))
    (home / "playbooks/countries").mkdir()
    (home / "playbooks/countries/uk.yml").write_text(
        "name: The United Kingdom\nfacts:\n  age:\n    text: Eighteen years.\n    sources: [D1]\n"
    )
    wait_for(stage, says("fair/one/", "Eighteen"))


def test_pages_written_by_hand(home: Path, stage: Stage) -> None:
    page = read(stage.preview, "about/")
    assert 'href="../fair/one/"' in page
    assert 'href="../more/"' in page
    (home / "docs/about.md").write_text("# About\n\nNew words, **bold**.\n")
    wait_for(stage, says("about/", "<strong>bold</strong>"))
    (home / "docs/deep").mkdir()
    (home / "docs/deep/new.md").write_text("# A new page\n")
    wait_for(stage, says("deep/new/", "A new page"))
    shutil.rmtree(home / "docs")
    wait_for(stage, lambda one: one.answer("about/").status == 404)


def test_a_picture_of_the_pages(home: Path, stage: Stage) -> None:
    (home / "docs/plan.svg").write_text("<svg/>")
    preview = wait_for(stage, lambda one: one.answer("plan.svg").status == 200)
    before = preview.stamp("about/")
    (home / "docs/plan.svg").write_text("<svg></svg>")
    wait_for(stage, lambda one: one.stamp("about/") != before)


def test_a_layer_below(home: Path, stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> None:
    below = tmp_path_factory.mktemp("below") / "playbooks"
    shutil.copytree(home / "playbooks", below)
    (home / "playbooks/fair/two.yml").unlink()
    (home / "mkdocs.yml").write_text(
        f"site_name: x\nplugins:\n- guidebook:\n    papers: false\n    layers: ['{below}']\n"
    )
    wait_for(stage, says("fair/two/", "<h1><span>Two</span></h1>"))
    change(below / "fair/two.yml", "Listen.", "From below.")
    wait_for(stage, says("fair/two/", "From below."))


def test_a_template_of_the_theme(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(project.THEME, theme)
    monkeypatch.setattr(project, "THEME", theme)
    with follow(home) as stage:
        change(theme / "guidebook.html", "</main>", "<hr></main>")
        wait_for(stage, says("fair/one/", "<hr></main>"))
        before = stage.preview.stamp("fair/one/")
        change(theme / "assets/guidebook/base.css", "html {", "html, .gb-new {")
        preview = wait_for(stage, lambda one: one.stamp("fair/one/").page != before.page)
        assert ".gb-new" in read(preview, "assets/guidebook/core.css")


def test_a_broken_playbook_shows_the_last_good_page_and_the_problem(
    home: Path, stage: Stage
) -> None:
    change(home / "playbooks/fair/one.yml", "purpose:", "purpse:")
    preview = wait_for(stage, says("fair/one/", "Did you mean “purpose”?"))
    page = LexborHTMLParser(read(preview, "fair/one/"))
    assert page.css_first("h1").text() == "One"
    assert page.css_first(".gb-preview > details[open]") is not None
    assert "Bring the heat down." in page.css_first("main").text()
    (link,) = {
        one.attributes["href"]
        for one in page.css(".gb-preview-one--error a")
        if "one.yml" in (one.attributes["href"] or "")
    }
    address, _, line = link.partition("#")
    assert line == "L4"
    file = read(preview, address.removeprefix("/"))
    assert "purpse: Bring the heat down." in LexborHTMLParser(file).css_first("#L4").text()
    assert "Did you mean" in LexborHTMLParser(file).css_first("#L4").text()
    assert "Did you mean" in find_on_page(preview, "fair/one/")
    assert "Did you mean" not in find_on_page(preview, "fair/two/")
    assert "Did you mean" in read(preview, "fair/two/")
    change(home / "playbooks/fair/one.yml", "purpse:", "purpose:")
    preview = wait_for(stage, lambda one: not one.report.counts["error"])
    assert "Did you mean" not in read(preview, "fair/one/")


def test_a_warning_stands_on_its_page(home: Path, stage: Stage) -> None:
    change(home / "playbooks/fair/one.yml", "Listen.", "Listen #5 times.")
    wait_for(
        stage,
        lambda one: (
            "Listen #5" in find_on_page(one, "fair/one/") or bool(find_on_page(one, "fair/one/"))
        ),
    )


def test_stray_files_are_told(home: Path, stage: Stage) -> None:
    (home / "playbooks/fair/notes.docx").write_bytes(b"")
    wait_for(stage, says("fair/one/", "“notes.docx” is not a playbook"))


def test_a_guidebook_that_is_broken_at_the_start(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "playbooks/guidebook.yml").write_text("title: [\n")
    with follow(tmp_path) as stage:
        answer = stage.preview.answer("fair/one/")
        assert answer.status == 503
        assert "guidebook.yml:1:8" in answer.content.decode()
        assert "title: [" in read(stage.preview, find_source("playbooks/guidebook.yml"))
        (tmp_path / "playbooks/guidebook.yml").write_bytes(FILES["guidebook.yml"])
        wait_for(stage, says("fair/one/", "<h1><span>One</span></h1>"))


def test_what_is_told_is_what_the_check_tells(
    home: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    change(home / "playbooks/fair/one.yml", "Listen.", "Listen (TODO).")
    (home / "playbooks/fair/notes.docx").write_bytes(b"")
    change(home / "playbooks/fair/two.yml", "owner:", "ownr:")
    preview = wait_for(
        stage,
        lambda one: (
            not one.report.is_checking and tells("stray-file")(one) and tells("unknown-name")(one)
        ),
    )
    reading = project.read(project.find(home))
    assert set(reading.point_to_own(reading.problems)) <= set(preview.report.problems)


def test_a_page_is_drawn_when_it_is_asked_for(home: Path) -> None:
    preview = FollowedProject(home).read_quickly({})
    assert not preview.drawn
    read(preview, "fair/one/")
    assert list(preview.drawn) == ["fair/one/"]


def test_papers_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    make(tmp_path, papers=True)
    long = "Do it slowly and well, and look at them while you do it. " * 30
    full = samples.make_minimal(title="Two", steps=[long] * 3)
    (tmp_path / "playbooks/fair/two.yml").write_bytes(samples.dump(full))
    preview = FollowedProject(tmp_path).read_quickly({})
    assert 'href="../../papers/one-checklist-a4.pdf"' in read(preview, "fair/one/")
    assert not (tmp_path / ".cache").exists()
    assert preview.answer("papers/one-checklist-a4.pdf").content.startswith(b"%PDF-")
    answer = preview.answer("papers/two-card-a4.pdf")
    assert answer.status == 404
    assert "A pocket card holds" in answer.content.decode()
    assert preview.answer("papers/nobody-card-a4.pdf").status == 404


def test_without_papers_nothing_links_to_them(home: Path) -> None:
    preview = FollowedProject(home).read_quickly({})
    assert "papers/" not in read(preview, "fair/one/")
    assert preview.answer("papers/one-checklist-a4.pdf").status == 404


def test_a_project_whose_settings_name_other_folders() -> None:
    preview = FollowedProject(ROOT / "examples/harbour-cafe").read_quickly({})
    assert not preview.report.fault
    assert "Harbour Café" in read(preview, "")
    assert preview.answer("about/").status == 200


def test_a_preview_has_no_worker(home: Path) -> None:
    preview = FollowedProject(home).read_quickly({})
    assert "data-worker" not in read(preview, "fair/one/")
    assert "unregister()" in read(preview, "worker.js")


def test_disks_that_tell_of_no_change(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bell, "watch", lambda *_: None)
    with follow(home) as stage:
        wait_for(stage, lambda preview: not preview.report.is_checking)
        change(home / "playbooks/fair/one.yml", "Listen.", "Listen longer.")
        wait_for(stage, says("fair/one/", "Listen longer."))


def test_a_fault_of_the_program_does_not_stop_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_truly = project.read

    def read_or_fail(*args: Any, **options: Any) -> Reading:
        if (home / "house.yml").exists():
            raise ZeroDivisionError("unforeseen")
        return read_truly(*args, **options)

    monkeypatch.setattr(project, "read", read_or_fail)
    with follow(home) as stage:
        (home / "house.yml").write_text("title: Ours")
        preview = wait_for(stage, lambda one: "unforeseen" in one.report.fault)
        assert "<h1><span>One</span></h1>" in read(preview, "fair/one/")
        (home / "house.yml").unlink()
        change(home / "playbooks/fair/one.yml", "Listen.", "Listen longer.")
        wait_for(stage, says("fair/one/", "Listen longer."))


def test_whatever_a_playbook_holds_is_told_beside_the_last_good_page(home: Path) -> None:
    followed = FollowedProject(home)
    followed.read_quickly({})
    path = home / "playbooks/fair/one.yml"
    for example in sorted((ROOT / "tests/problems").glob("*.yml")):
        path.write_bytes(example.read_bytes())
        looked = followed.read_quickly({})
        checked = followed.check(bool)
        for preview in (looked, checked):
            answer = preview.answer("fair/one/")
            assert answer.status == 200, example.name
            assert "<h1>" in answer.content.decode(), example.name
        found = [one for one in checked.report.problems if one.place.path.endswith("fair/one.yml")]
        shown = LexborHTMLParser(read(checked, "fair/one/")).css_first(".gb-preview").text()
        assert found, example.name
        assert all(one.message in shown for one in found), example.name


def test_a_quick_look_forgets_what_was_mended_and_nothing_else(home: Path) -> None:
    followed = FollowedProject(home)
    followed.read_quickly({})
    (home / "playbooks/fair/notes.docx").write_bytes(b"")
    change(home / "playbooks/fair/one.yml", "purpose:", "purpse:")
    assert tells("unknown-name")(followed.read_quickly({}))
    assert tells("stray-file")(followed.check(bool))
    change(home / "playbooks/fair/one.yml", "purpse:", "purpose:")
    preview = followed.read_quickly({})
    assert not tells("unknown-name")(preview)
    assert tells("stray-file")(preview)
