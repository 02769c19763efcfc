"""What is broken stays as it was while one edits, and is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.adapters import project
from generator.adapters.edit_server import Stage
from generator.adapters.followed_project import FollowedProject
from generator.adapters.watcher import Bell
from generator.reader.guidebook_reader import Reading
from generator.views.problem_panel.live_report import find_source
from tests import samples
from tests.conftest import ROOT
from tests.edit_parts import (
    FILES,
    change,
    find_on_page,
    follow,
    make,
    read,
    says,
    tells,
    wait_for,
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make(tmp_path)


@pytest.fixture
def stage(home: Path) -> Iterator[Stage]:
    with follow(home) as stage:
        wait_for(stage, lambda preview: not preview.report.is_checking)
        yield stage


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


def test_a_quick_look_forgets_what_was_fixed_and_nothing_else(home: Path) -> None:
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
