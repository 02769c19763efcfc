"""Hand-written pages that are changed on their page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters import editor_desk
from generator.adapters.edit_server import EditServer
from generator.adapters.editing import Editing
from generator.adapters.followed_project import FollowedProject
from tests.edit_parts import edit, make
from tests.edit_requests import get, post


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make(tmp_path)


@pytest.fixture
def server(home: Path) -> Iterator[EditServer]:
    with edit(home) as server:
        yield server


@pytest.mark.parametrize(
    "name", ["page:../mkdocs.yml", "page:../../x.md", "page:new.md", "about.md", "page:", 7, None]
)
def test_only_hand_written_pages_that_are_there_are_rewritten(
    home: Path, server: EditServer, name: object
) -> None:
    asked = {"name": name, "digest": "", "text": "x"}
    assert post(server, "rewrite", asked)[0] == 409
    assert not (home / "docs/new.md").exists()


def test_a_page_that_somebody_else_changed_is_not_overwritten(
    home: Path, server: EditServer
) -> None:
    found = get(server, "document", page="/about/")
    (home / "docs/about.md").write_text("# Theirs\n")
    asked = {"name": found["name"], "digest": found["digest"], "text": "# Mine\n"}
    assert post(server, "rewrite", asked)[0] == 409
    assert (home / "docs/about.md").read_text() == "# Theirs\n"


def test_what_is_shown_of_a_page_is_what_its_digest_names(home: Path) -> None:
    editing = Editing.start(FollowedProject(home))
    editing.stop()  # so that what follows is not read again
    assert editing.project.site
    assert editing.project.site.docs["about.md"].content
    (home / "docs/about.md").write_text("# Theirs\n")
    found = editor_desk.open_desk(editing).questions["document"]({"page": "/about/"})
    assert isinstance(found, dict)
    assert found["text"] == "# Theirs\n"


def test_lines_of_a_page_end_as_they_did(home: Path, server: EditServer) -> None:
    (home / "docs/about.md").write_bytes(b"# About\r\n\r\nUs.\r\n")
    found = get(server, "document", page="/about/")
    asked = {"name": found["name"], "digest": found["digest"], "text": "# About\n\nThem.\r\n"}
    assert post(server, "rewrite", asked)[0] == 200
    assert (home / "docs/about.md").read_bytes() == b"# About\r\n\r\nThem.\r\n"


def test_a_page_that_is_no_words_has_none_to_change(home: Path, server: EditServer) -> None:
    (home / "docs/about.md").write_bytes("# Größe\n".encode("cp1252"))
    assert get(server, "document", page="/about/") == {}
