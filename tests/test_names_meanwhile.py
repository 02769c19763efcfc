"""A name is changed in all files that hold it while somebody else writes in them: nothing is lost."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.adapters import whole_file
from generator.adapters.edit_session import EditSession
from generator.problem import GuidebookError
from generator.views.editor.fields import write_key
from tests.test_form_desk import Project
from tests.test_record_forms import ABOUT, project
from tests.test_record_naming import ONE, THREE, TWO, list_files, rename

__all__ = ["project"]


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


def write_last(
    project: Project, monkeypatch: pytest.MonkeyPatch, write: Callable[[], None]
) -> None:
    """Somebody writes after everything was looked at, right before the new name is written."""
    real = EditSession.find_conflicts

    waiting = [write]

    def find_conflicts(*asked: Any) -> Any:
        if waiting:
            waiting.pop()()
        return real(*asked)

    monkeypatch.setattr(EditSession, "find_conflicts", find_conflicts)


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
        write_last(project, monkeypatch, write)
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


def test_of_two_new_ids_for_an_idea_one_is_chosen_for_all_files(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "playbooks/ideas.yml"

    def write() -> None:
        for one in (path, ONE):
            edit(project, one, "S1", "X1")

    write_last(project, monkeypatch, write)
    (told,) = rename(project, "ideas", "S1", "H1")["conflicts"]
    assert (told["was"], told["theirs"], told["mine"]) == ("S1", "X1", "H1")
    assert "ideas:\n- X1\n" in project.read(ONE), "nothing is written before somebody decides"
    monkeypatch.undo()
    assert project.act("settle", conflict=told["number"])["conflicts"] == []
    text = project.read(path)
    assert ("  H1:" in text, "X1" in text, "S1" in text) == (True, False, False)
    assert "ideas:\n- H1\n" in project.read(ONE)


def test_an_id_that_is_taken_meanwhile_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "playbooks/ideas.yml"
    other = THREE.replace(b"S3", b"H1").decode()
    write_last(project, monkeypatch, lambda: edit(project, path, "rulings:", other + "rulings:"))
    with pytest.raises(GuidebookError, match="has made another “H1” meanwhile"):
        rename(project, "ideas", "S1", "H1")
    assert "ideas:\n- S1\n" in project.read(ONE)
    assert "  S1:" in project.read(path)


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
