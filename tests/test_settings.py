"""What is wrong with `mkdocs.yml`, and the company's file that every command finds."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.adapters import folder
from generator.adapters.mkdocs_settings import GuidebookConfig
from generator.cli.main import main
from generator.reader import settings
from tests import samples
from tests.paper.conftest import read_text

HEAD = "site_name: x\ntheme: {name: material, font: false}\nplugins:\n  - guidebook:\n"
VALUES = b"title: Kestrel guide\nvalues: {spend-limit: ten}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    about = samples.make_about(["fair"])
    playbook = samples.make_minimal(purpose="Up to ((spend-limit)).")
    folder.write(tmp_path / "playbooks", samples.make_folder({"fair/one": playbook}, about))
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"{HEAD}      papers: false\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_the_options_are_those_of_the_plugin() -> None:
    assert set(settings.OPTIONS) == set(GuidebookConfig().keys())


@pytest.mark.parametrize(
    ("option", "place", "words"),
    [
        ("      hose: x.yml\n", "mkdocs.yml:6:7", "Did you mean “house”?"),
        ("      house: hous.yml\n", "mkdocs.yml:6:14", "no file “hous.yml” beside mkdocs.yml"),
        ("     house: x.yml\n", "mkdocs.yml:6:1", "Put 6 spaces before it"),
    ],
)
def test_settings_are_told_in_plain_words(
    project: Path, option: str, place: str, words: str
) -> None:
    (project / "mkdocs.yml").write_text(f"{HEAD}      papers: false\n{option}")
    status, output = run("build")
    assert status == 1
    assert place in output
    assert words in output
    assert "Unrecognised" not in output
    assert "isn't an existing" not in output


@pytest.mark.parametrize("command", ["check", "build"])
def test_settings_in_another_encoding_are_told_with_their_place(
    project: Path, command: str
) -> None:
    text = f"# Küche\n{HEAD}      papers: false\n"
    (project / "mkdocs.yml").write_bytes(text.encode("cp1252"))
    status, output = run(command)
    assert status == 1
    assert "mkdocs.yml:1:4: This file is not saved as UTF-8 but probably as Windows text" in output
    assert "Encoding: UTF-8" in output
    assert "MkDocs" not in output


def test_settings_that_mkdocs_can_read_in_another_encoding_stop_nothing(project: Path) -> None:
    (project / "mkdocs.yml").write_bytes(f"{HEAD}      papers: false\n".encode("utf-16"))
    assert run("build")[0] == 0
    assert "Nothing stops publishing" in run("check")[1]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("site_url: 'https://x.example/\"><script>pwned = 1</script>'", 'the character  "'),
        ("site_url: 'http://[::1'", "a host or a port"),
        ("site_url: https://me:secret@x.example/", "a user name"),
        ("repo_url: 'javascript://x.example/%0apwned=1'", "does not start with https://"),
        ("edit_uri: 'javascript://x.example/%0apwned=1'", "does not start with https://"),
        ("{repo_url: https://x.example/, edit_uri: 'a\"><b>'}", 'the character  "'),
    ],
)
def test_an_address_that_is_no_plain_one_is_refused(project: Path, line: str, words: str) -> None:
    before = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(before + line.strip("{}").replace(", ", "\n") + "\n")
    for command in ("build", "check"):
        status, output = run(command)
        assert status == 1
        assert words in output or command == "check"
        assert "mkdocs.yml:" in output
        assert "[address]" in output
        assert "Traceback" not in output


@pytest.mark.parametrize("value", ["http://[::1", 'https://x.example/"><b>'])
def test_an_address_from_outside_the_file_is_refused_too(
    project: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    with (project / "mkdocs.yml").open("a") as stream:
        stream.write("site_url: !ENV SITE_ADDRESS\n")
    monkeypatch.setenv("SITE_ADDRESS", value)
    status, output = run("build")
    assert status == 1
    assert "mkdocs.yml" in output


@pytest.mark.parametrize("named", ["house.yml", "our.yml"])
def test_every_command_finds_the_companys_file(project: Path, named: str) -> None:
    if named != "house.yml":
        (project / "mkdocs.yml").write_text(f"{HEAD}      papers: false\n      house: {named}\n")
        assert run("check")[0] == 2
    (project / named).write_bytes(VALUES)
    status, output = run("check")
    assert status == 0
    assert "not filled in" not in output
    assert run("build")[0] == 0
    page = (project / "site/fair/one/index.html").read_text()
    assert "Kestrel guide" in page
    assert "ten" in page
    assert run("write", "out")[0] == 0
    assert "Kestrel guide" in (project / "out/mkdocs.yml").read_text()
    assert run("paper", "one", "--kind", "checklist", "--out", "papers")[0] == 0
    assert "Kestrelguide" in read_text((project / "papers/one-checklist-a4.pdf").read_bytes())


def test_a_list_is_no_name_of_a_file(project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"{HEAD}      house: [our.yml]\n")
    assert run("check")[0] == 0


def test_a_page_in_another_encoding_is_named(project: Path) -> None:
    (project / "docs" / "team.md").write_bytes("# Our café\n".encode("windows-1252"))
    status, output = run("build")
    assert status == 1
    assert "docs/team.md:1:1: This file is not saved as UTF-8" in output


def test_a_file_that_cannot_be_written_is_named(project: Path) -> None:
    (project / "notes.txt").write_text("mine")
    status, output = run("paper", "one", "--kind", "checklist", "--out", "notes.txt/papers")
    assert status == 1
    assert "notes.txt/papers cannot be written" in output.replace("read or ", "")


def test_what_is_written_replaces_nothing_of_somebody_else(project: Path) -> None:
    before = (project / "mkdocs.yml").read_text()
    status, output = run("write", ".")
    assert status == 1
    assert output.count("Name an empty folder.") == 1
    assert (project / "mkdocs.yml").read_text() == before


def test_the_companys_logo_stands_beside_its_file(project: Path) -> None:
    (project / "house.yml").write_text("logo: our.svg\n")
    status, output = run("check")
    assert status == 1
    assert "house.yml:1:7" in output
    (project / "our.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert run("build")[0] == 0
    assert (project / "site/assets/logo.svg").exists()


def test_what_is_no_guidebook_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    monkeypatch.chdir(tmp_path)
    status, output = run("check")
    assert status == 2
    assert "is not a guidebook" in output
    assert "notes.txt" not in output


@pytest.mark.parametrize(
    ("written", "papers", "opened"),
    [
        ("", True, False),
        ("      papers: false\n      scripts_in_pages: true\n", False, True),
        ("      papers: no\n      scripts_in_pages: yes\n", False, True),
        ("      papers: On\n      scripts_in_pages: Off\n", True, False),
        ("      papers: maybe\n      scripts_in_pages: maybe\n", True, False),
    ],
)
def test_what_is_switched_on_and_off(written: str, papers: bool, opened: bool) -> None:
    """What cannot be read prints papers, and lets no page hold scripts."""
    found = settings.find_paths(f"{HEAD}{written}")
    assert (found.papers, found.opened) == (papers, opened)


def test_a_folder_of_playbooks_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "playbooks").mkdir()
    text = "plugins:\n  - guidebook:\n      playbooks: playbook\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert "names the folder “playbook”, and there is none" in result.output
