"""A preview: it shows what is wrong beside all that is right, and keeps what was right before."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from selectolax.lexbor import LexborHTMLParser

from tests import samples
from tests.projects import load, make_project


def preview(folder: Path, files: dict[str, bytes]) -> MkDocsConfig:
    """Build a project once as `mkdocs serve` does, and be ready to build it again."""
    config = load(make_project(folder, files))
    config.strict = False
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return config


def test_preview_shows_what_is_wrong_and_keeps_what_is_right(tmp_path: Path) -> None:
    files = samples.make_folder(
        {
            "fair/one": samples.make_minimal(
                title="One", related=["other"], stop={"text": "Leave.", "go": "other"}
            ),
            "fair/other": samples.make_minimal(),
        },
        samples.make_about(["fair"], right_now=[{"playbook": "other", "label": "Other"}]),
    )
    files["fair/other.yml"] += b"ownr: x\n"
    preview(tmp_path, files)
    page = (tmp_path / "site/fair/one/index.html").read_text()
    assert "“ownr” is not a name" in page
    assert "1 error in 1 file" not in page
    assert not (tmp_path / "site/fair/other").exists()


def test_nothing_of_another_project_is_kept(tmp_path: Path) -> None:
    """One process may show two projects, with the same playbooks in them."""
    about = samples.make_about(["fair"])
    playbooks = {"fair/one": samples.make_minimal(title="One"), "fair/two": samples.make_minimal()}
    files = samples.make_folder(playbooks, about)
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    preview(tmp_path / "first", files)
    preview(tmp_path / "second", {**files, "fair/two.yml": files["fair/two.yml"] + b"ownr: x\n"})
    assert (tmp_path / "first/site/fair/two").exists()
    assert not (tmp_path / "second/site/fair/two").exists()


def test_preview_shows_warnings_too(tmp_path: Path) -> None:
    files = samples.make_folder({"fair/one": samples.make_minimal(title="One")})
    files["fair/stray.docx"] = b""
    preview(tmp_path, files)
    page = LexborHTMLParser((tmp_path / "site/fair/one/index.html").read_text())
    banner = page.css_first(".gb-problems")
    assert banner is not None
    assert "Nothing here stops publishing" in banner.text()
    assert "“stray.docx” is not a playbook" in banner.text()
    assert "{" not in banner.text()


def test_preview_survives_a_path_that_leads_nowhere(tmp_path: Path) -> None:
    replies = [{"say": "So", "leads": "On", "go": "nowhere", "best": "yes"}]
    roleplay = {
        "setting": "Here",
        "rounds": [
            {
                "id": "a",
                "customer": "Hello",
                "replies": [*replies, {"say": "No", "leads": "Off", "go": "end"}],
            }
        ],
        "endings": [{"id": "end", "outcome": "good", "text": "Done", "debrief": "Good"}],
    }
    files = samples.make_folder(
        {"fair/one": samples.make_minimal(title="One", practice={"roleplay": roleplay})}
    )
    files["help-me-now.yml"] = (
        b"questions:\n- id: a\n  ask: Why?\n  answers:\n  - {say: Both, go: [one, b]}\n"
        b"  - {say: Other, go: b}\n- id: b\n  ask: And?\n  answers:\n  - {say: So, go: one}\n"
        b"  - {say: No, go: one}\n"
    )
    preview(tmp_path, files)
    page = (tmp_path / "site/fair/one/index.html").read_text()
    assert "“nowhere”" in page
    assert (tmp_path / "site/help-me-now/index.html").exists()


def test_preview_keeps_the_last_good_guidebook(tmp_path: Path) -> None:
    files = samples.make_folder({"fair/one": samples.make_minimal(title="One")})
    config = preview(tmp_path, files)
    (tmp_path / "playbooks" / "guidebook.yml").write_text("title: [\n")
    build(config)
    page = (tmp_path / "site/fair/one/index.html").read_text()
    assert "guidebook.yml:1:8" in page


def test_preview_keeps_the_last_good_version_of_a_page(tmp_path: Path) -> None:
    files = samples.make_folder(
        {
            "fair/one": samples.make_minimal(title="One"),
            "fair/other": samples.make_minimal(related=["one"]),
        }
    )
    config = preview(tmp_path, files)
    one = tmp_path / "playbooks" / "fair" / "one.yml"
    one.write_text(one.read_text().replace("purpose:", "purpse:"))
    build(config)
    page = (tmp_path / "site/fair/one/index.html").read_text()
    assert "<h1><span>One</span></h1>" in page
    assert "Did you mean “purpose”?" in page
    assert 'href="../../fair/one/"' in (tmp_path / "site/fair/other/index.html").read_text()
    one.unlink()
    build(config)
    assert not (tmp_path / "site/fair/one").exists()


def test_a_preview_has_no_worker(tmp_path: Path) -> None:
    files = samples.make_folder({"fair/one": samples.make_minimal()})
    config = preview(tmp_path, files)
    page = tmp_path / "site" / "fair" / "one" / "index.html"
    assert "data-worker" not in page.read_text()
    assert "unregister()" in (tmp_path / "site" / "worker.js").read_text()
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert "data-worker" in page.read_text()
    assert "self.guidebookVersion=" in (tmp_path / "site" / "worker.js").read_text()
