"""Owners, sources and ideas move, and get another name in every file that names them, in one step."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.problem import GuidebookError
from generator.views.editor.fields import write_key
from tests import commands
from tests.test_form_desk import Project
from tests.test_record_forms import IDEAS, find_group, list_buttons, project

__all__ = ["project"]

ONE, TWO = "playbooks/fair/one.yml", "playbooks/fair/two.yml"
SOURCES = "playbooks/sources.yml"
THREE = b"""  S3:  # the last
    text: Nobody wants to wait.
    group: People
"""


def rename(project: Project, what: str, old: str, new: str, **more: Any) -> Any:
    field = write_key(f"{what}.yml", (what, old))
    return project.act("form", form=f"{what}/{old}", field=field, value=new, **more)


def list_files(project: Project) -> dict[Path, bytes]:
    return {one: one.read_bytes() for one in sorted((project.home / "playbooks").rglob("*.yml"))}


@pytest.mark.parametrize(("what", "old", "new"), [("sources", "D1", "ISO"), ("ideas", "S1", "H-1")])
def test_an_id_is_changed_in_every_playbook_that_names_it_in_one_step(
    project: Project, what: str, old: str, new: str
) -> None:
    before = list_files(project)
    done = rename(project, what, old, f" {new} ")
    assert (done["leads"], done["conflicts"]) == (f"{what}/{new}", [])
    assert f"{what}:\n- {new}\n" in project.read(ONE)
    text = project.read(f"playbooks/{what}.yml")
    assert text == before[project.home / f"playbooks/{what}.yml"].decode().replace(old, new)
    assert project.find_form(f"{what}/{new}").title.endswith(new)
    assert [one.title for one in find_group(project, f"{what}/{new}", new).namers] == ["One"]
    assert not [
        one for one in project.editing.stage.preview.report.problems if one.severity == "error"
    ]
    project.act("undo")
    assert list_files(project) == before
    project.act("redo")
    assert f"- {new}\n" in project.read(ONE)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("S2", "taken"),
        ("", "needed"),
        ("a b", "no id"),
        ("1", "no id"),
        ("Ä", "no id"),
        ("x" * 41, "no id"),
    ],
)
def test_an_id_that_cannot_be_used_is_told_as_it_is_typed(
    project: Project, new: str, why: str
) -> None:
    before = list_files(project)
    told = project.check("ideas/S1", "ideas.yml", "ideas", "S1", value=new)["problems"]
    assert why in told[0]["message"]
    assert told[0]["severity"] == "error"
    with pytest.raises(GuidebookError, match=why):
        rename(project, "ideas", "S1", new)
    assert list_files(project) == before


def test_the_same_id_changes_nothing(project: Project) -> None:
    assert project.check("ideas/S1", "ideas.yml", "ideas", "S1", value="S1") == {"problems": []}
    assert project.check("ideas/S1", "ideas.yml", "ideas", "S1", value="S9") == {"problems": []}
    assert "leads" not in rename(project, "ideas", "S1", "S1")
    assert not project.desk.questions["history"]({})["undo"]  # type: ignore[index]


def test_ideas_move_among_those_below_their_heading(project: Project) -> None:
    path = project.home / "playbooks/ideas.yml"
    other = THREE.replace(b"S3", b"S9").replace(b"group: People", b"group: Work")
    text = IDEAS.replace(b"rulings:", other + THREE + b"rulings:")
    path.write_bytes(text)
    project.editing.read_now()
    labels = {
        name: [one.label for one in list_buttons(project, f"ideas/{name}")]
        for name in ("S1", "S2", "S3", "S9")
    }
    assert labels == {
        "S1": ["Down"],
        "S2": ["Up", "Down", "Remove this idea"],
        "S3": ["Up", "Remove this idea"],
        "S9": ["Remove this idea"],
    }
    assert find_group(project, "ideas/S2", "S2").note.startswith("It comes after S1 and before S3.")
    project.press("ideas/S3", "Up")
    project.press("ideas/S3", "Up")
    (group, _) = (one for one in project.find_form("ideas").groups if one.contents)
    assert [one.title[:2] for one in group.contents] == ["S3", "S1", "S2"]
    assert sorted(path.read_bytes().splitlines()) == sorted(text.splitlines())
    project.act("undo")
    project.act("undo")
    assert path.read_bytes() == text


def test_sources_move(project: Project) -> None:
    project.press("sources", "Add a source")
    project.press("sources/D2", "Up")
    assert list(samples_of(project)) == ["D2", "D1"]
    project.press("sources/D2", "Down")
    assert list(samples_of(project)) == ["D1", "D2"]


def samples_of(project: Project) -> Any:
    parsed = project.editing.stage.preview.forms
    assert parsed
    found = parsed.find_parsed("sources.yml")
    assert found
    return found.data["sources"]  # type: ignore[index,call-overload]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Project]:
    home = tmp_path / "own"
    assert commands.run("new", str(home)).exit_code == 0
    made = Project(home)
    yield made
    made.editing.stop()


def test_in_a_guidebook_of_ones_own_a_new_source_is_called_as_one_wants(own: Project) -> None:
    button = next(one for one in list_buttons(own, "sources") if one.label == "Add a source")
    own.press("sources", "Add a source")
    (name,) = (button.leads.partition("/")[2],)
    labels = [one.label for one in list_buttons(own, f"sources/{name}")]
    assert labels == ["Remove this source"], "what differs has no order of its own"
    rename(own, "sources", name, "ours-1")
    text = own.read(SOURCES)
    assert "  ours-1:\n" in text
    assert name not in text
    with pytest.raises(GuidebookError, match="build on"):
        rename(own, "sources", "D1", "ISO")
