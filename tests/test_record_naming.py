"""Owners, sources and ideas move, and get another name in every file that names them, in one step."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.adapters import whole_file
from generator.problem import GuidebookError
from generator.views.editor.fields import write_key
from tests import commands
from tests.test_form_desk import Project
from tests.test_record_forms import ABOUT, IDEAS, find_group, list_buttons, project

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


def write_meanwhile(
    project: Project, monkeypatch: pytest.MonkeyPatch, write: Callable[[], None]
) -> None:
    """Somebody writes right after the files are read the next time."""
    real = project.editing.read_now
    waiting = [write]

    def read_now() -> None:
        real()
        if waiting:
            waiting.pop()()

    monkeypatch.setattr(project.editing, "read_now", read_now)


def edit(project: Project, path: str, old: str, new: str) -> None:
    text = project.read(path)
    (project.home / path).write_text(text.replace(old, new))


@pytest.mark.parametrize("is_read", [True, False])
def test_what_others_write_while_a_name_is_changed_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch, *, is_read: bool
) -> None:
    """In a file that names it, and in its own: before the last look at the files, or after."""

    def write() -> None:
        edit(project, TWO, "title: Two", "title: Too")
        edit(project, f"playbooks/{ABOUT}", "- Safety", "- Safety  # of all")

    if is_read:
        write()
    else:
        write_meanwhile(project, monkeypatch, write)
    done = project.save("owners", ABOUT, "owners", 0, "name", value="Service training")
    assert done["conflicts"] == []
    assert "title: Too\n" in project.read(TWO)
    assert "owner: Service training\n" in project.read(TWO)
    text = project.read(f"playbooks/{ABOUT}")
    assert "- Service training  # the team\n  - Safety  # of all\n" in text
    project.act("undo")
    assert "title: Too\n" in project.read(TWO)
    assert "owner: Training\n" in project.read(TWO)


def test_no_page_shows_a_step_half_done(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads while the files of a step are written waits for the last of them."""
    real, readers = whole_file.put, []

    def put(place: Path, content: bytes) -> None:
        real(place, content)
        readers.append(Thread(target=project.editing.read_now))
        readers[-1].start()
        readers[-1].join(0.3)  # time enough to read, if nothing holds it up

    shown = []
    show = project.editing.stage.show
    monkeypatch.setattr(
        project.editing.stage, "show", lambda preview: shown.append(preview) or show(preview)
    )
    monkeypatch.setattr(whole_file, "put", put)
    rename(project, "sources", "D1", "ISO")
    for one in readers:
        one.join()
    assert shown
    for preview in shown:
        assert not [one for one in preview.report.problems if one.severity == "error"]


def test_who_names_it_only_now_gets_the_new_name_too(project: Project) -> None:
    edit(project, TWO, "title: Two", "title: Two\nideas: [S1]\nsources: [D1]")
    rename(project, "ideas", "S1", "H1")
    rename(project, "sources", "D1", "ISO")
    assert "ideas: [H1]\nsources: [ISO]\n" in project.read(TWO)


def test_what_others_say_in_a_record_stays_when_its_id_changes(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_meanwhile(
        project,
        monkeypatch,
        lambda: edit(project, "playbooks/ideas.yml", "be heard", "be heard out"),
    )
    assert rename(project, "ideas", "S1", "H1")["conflicts"] == []
    assert "  H1:  # the first\n    text: People want to be heard out.\n" in project.read(
        "playbooks/ideas.yml"
    )


def test_of_two_new_names_for_an_owner_one_is_chosen_for_all_files(project: Project) -> None:
    digests = project.desk.questions["form-digests"]({"form": "owners"})
    assert isinstance(digests, dict)
    for path in (ONE, TWO, f"playbooks/{ABOUT}"):
        edit(project, path, "Training", "Coaching")
    before = list_files(project)
    field = write_key(ABOUT, ("owners", 0, "name"))
    asked = {"form": "owners", "field": field, "digest": digests[ABOUT]}
    done = project.act("form", **asked, value="Service training")
    (told,) = done["conflicts"]
    assert (told["was"], told["theirs"], told["mine"]) == (
        "Training",
        "Coaching",
        "Service training",
    )
    assert list_files(project) == before, "nothing is written before somebody decides"
    done = project.act("settle", conflict=told["number"])
    assert done["conflicts"] == []
    for path in (ONE, TWO):
        assert "owner: Service training\n" in project.read(path)
    assert "- Service training  # the team\n" in project.read(f"playbooks/{ABOUT}")
    project.act("undo")
    assert list_files(project) == before


def test_an_owner_that_somebody_took_out_comes_back_only_if_wanted(project: Project) -> None:
    digests = project.desk.questions["form-digests"]({"form": "owners"})
    assert isinstance(digests, dict)
    edit(project, f"playbooks/{ABOUT}", "  - Training  # the team\n", "")
    field = write_key(ABOUT, ("owners", 0, "name"))
    asked = {"form": "owners", "field": field, "digest": digests[ABOUT]}
    (told,) = project.act("form", **asked, value="Service")["conflicts"]
    assert told["theirs"] is None
    assert "owner: Training\n" in project.read(ONE)
    project.act("settle", conflict=told["number"])
    assert "owners:\n  - Safety\n  - Service\n" in project.read(f"playbooks/{ABOUT}")
    assert "owner: Service\n" in project.read(ONE)


@pytest.mark.parametrize("is_read", [True, False])
def test_a_playbook_is_renamed_and_taken_away_with_what_others_write_meanwhile(
    project: Project, monkeypatch: pytest.MonkeyPatch, *, is_read: bool
) -> None:
    def write() -> None:
        edit(project, ONE, "title: One", "title: First")

    def name() -> None:
        edit(project, ONE, "title: First", "title: First\nrelated: [two]")

    name() if is_read else None
    if is_read:
        write()
        name()
    else:
        write_meanwhile(project, monkeypatch, write)
    project.act("rename", about="two", name="late")
    assert "title: First\n" in project.read(ONE)
    if is_read:
        assert "related: [late]\n" in project.read(ONE)
    project.act("delete", about="late", instead="one")
    assert "title: First\n" in project.read(ONE)
    assert "formerly:" in project.read(ONE)


def test_a_file_that_is_to_go_stays_if_somebody_writes_in_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_meanwhile(project, monkeypatch, lambda: edit(project, TWO, "title: Two", "title: Too"))
    with pytest.raises(GuidebookError, match="by somebody else"):
        project.act("rename", about="two", name="late")
    assert "title: Too\n" in project.read(TWO)
    assert not (project.home / "playbooks/fair/late.yml").exists()


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
