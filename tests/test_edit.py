"""What is saved is shown, whatever kind of file it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters import project
from generator.adapters.edit_server import Stage
from generator.problem import Severity
from generator.views import finder
from tests import samples
from tests.bundle_paths import find_path
from tests.edit_parts import (
    change,
    follow,
    make,
    read,
    says,
    tells,
    wait_for,
)
from tests.projects import write_settings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make(tmp_path)


@pytest.fixture
def stage(home: Path) -> Iterator[Stage]:
    with follow(home) as stage:
        wait_for(stage, lambda preview: not preview.report.is_checking)
        yield stage


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
        change(theme / "assets/guidebook/base.css", "html {", "html, .gb-own-look {")
        preview = wait_for(stage, lambda one: one.stamp("fair/one/").page != before.page)
        assert preview.site
        assert ".gb-own-look" in read(preview, find_path(preview.site.made, "core.css"))
