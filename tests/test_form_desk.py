"""What forms have done: only what the guidebook knows, at its place, in its own words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.adapters import conflict_desk, editor_desk
from generator.adapters.edit_desk import Desk
from generator.adapters.editing import Editing
from generator.adapters.followed_project import FollowedProject
from generator.problem import GuidebookError
from generator.views.editor.fields import Form, write_key
from tests import samples
from tests.edit_parts import make

ONE = "fair/one.yml"


class Project:
    """A project while it is edited, without a server."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.editing = Editing.start(FollowedProject(home))
        self.desk: Desk = editor_desk.open_desk(self.editing)

    def act(self, name: str, /, **asked: Any) -> Any:
        return self.desk.actions[name](asked)

    def save(self, form: str, file: str, *loc: str | int, value: Any) -> Any:
        return self.act("form", form=form, field=write_key(file, loc), value=value)

    def check(self, form: str, file: str, *loc: str | int, value: Any) -> Any:
        return self.act("form-check", form=form, field=write_key(file, loc), value=value)

    def press(self, form: str, label: str, number: int = 0) -> Any:
        found = self.find_form(form)
        buttons = [one for group in found.list_groups() for one in group.buttons]
        named = [one.name for one in buttons if one.label == label]
        return self.act("form-press", form=form, button=named[number])

    def find_form(self, name: str) -> Form:
        pages = self.editing.stage.preview.forms
        assert pages
        form = pages.find_form(name)
        assert form
        return form

    def read(self, path: str) -> str:
        return (self.home / path).read_text()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    make(tmp_path)
    path = tmp_path / "playbooks/fair/one.yml"
    data = samples.make_minimal(
        title="One",
        related=["two"],
        search=["loud", "angry"],
        practice=samples.make_practice(roleplay=True),
    )
    path.write_bytes(b"# Ours.\n" + samples.dump(data))
    questions = samples.make_questions({"start": [("Loud", "one"), ("Else", "two")]})
    for name, content in questions.items():
        (tmp_path / "playbooks" / name).write_bytes(content)
    made = Project(tmp_path)
    yield made
    made.editing.stop()


def test_a_field_is_saved_at_its_place(project: Project) -> None:
    before = project.read(f"playbooks/{ONE}")
    project.save("about/one", ONE, "search", value=["loud", "very loud", "angry"])
    project.save("about/one", ONE, "poster", value="yes")
    project.save("about/one", ONE, "stop", "level", value="danger")
    after = project.read(f"playbooks/{ONE}")
    assert after.startswith("# Ours.\n")
    assert "- loud\n- very loud\n- angry\n" in after
    assert "poster: yes\n" in after
    shown = project.find_form("about/one")
    key = write_key(ONE, ("stop", "level"))
    field = shown.find_field(key)
    assert field
    assert field.value == "danger"
    for _ in range(3):
        project.act("undo")
    assert project.read(f"playbooks/{ONE}") == before


def test_what_is_wrong_is_told_in_the_words_of_the_check(project: Project) -> None:
    found = project.check("about/one", ONE, "owner", value="Training")
    assert found == {"problems": []}
    told = project.check("about/one", ONE, "review_every", value="soon")["problems"]
    assert "soon" in told[0]["message"]
    before = project.read(f"playbooks/{ONE}")
    with pytest.raises(GuidebookError, match="soon"):
        project.save("about/one", ONE, "review_every", value="soon")
    with pytest.raises(GuidebookError):
        project.save("about/one", ONE, "audience", value=[])
    assert project.read(f"playbooks/{ONE}") == before


def test_what_the_page_cannot_ask_is_refused(project: Project) -> None:
    for asked in [
        {"form": "about/three", "field": "x", "value": ""},
        {"form": "about/one", "field": "fair-one-title", "value": "T"},
        {"form": "about/one", "field": ["x"], "value": ""},
        {"form": ["about/one"], "field": "x", "value": ""},
        {"form": "../about", "field": "x", "value": ""},
        {"form": "about/one", "field": write_key(ONE, ("related",)), "value": ["three"]},
        {"form": "about/one", "field": write_key(ONE, ("related",)), "value": "two"},
    ]:
        with pytest.raises(GuidebookError, match="Load"):
            project.act("form", **asked)
    with pytest.raises(GuidebookError, match="Load"):
        project.act("form-press", form="about/one", button="all")
    with pytest.raises(GuidebookError, match="Load"):
        project.act("form-search", about="one", words="x", asked=[])


def test_queries_and_answers_get_a_file_if_there_is_none(project: Project) -> None:
    project.save("about/one", "queries.yml", "queries", "one", value=["loud man"])
    assert project.read("playbooks/queries.yml") == "queries:\n  one:\n    - loud man\n"
    project.save("house", "house.yml", "values", "spend-limit", value="50 for everyone")
    assert "spend-limit: 50 for everyone" in project.read("house.yml")
    project.act("undo")
    assert not (project.home / "house.yml").exists()


def test_the_company_says_what_it_wants_to_hear(project: Project) -> None:
    project.save("house", "house.yml", "learn", "searches", value="yes")
    assert "learn:\n  searches: yes\n" in project.read("house.yml")
    project.save("house", "house.yml", "learn", "answers_to", value="office@service.example")
    assert "answers_to: office@service.example" in project.read("house.yml")
    project.save("house", "house.yml", "learn", "searches", value="")
    assert "searches" not in project.read("house.yml")


def test_the_search_is_asked_with_words_not_yet_saved(project: Project) -> None:
    found = project.act("form-search", about="one", words=["kicking off"], asked=["kicking off"])
    assert (found[0]["words"], found[0]["rank"]) == ("kicking off", 1)
    found = project.act("form-search", about="one", words=[], asked=["kicking off"])
    assert found[0]["rank"] is None


def test_a_role_play_grows_and_shrinks_by_buttons(project: Project) -> None:
    form = "flow/one"
    project.press(form, "Go on with a new round")
    project.press(form, "Add a reply")
    project.press(form, "Make it the best")
    project.press(form, "Add a mixed ending")
    pages = project.editing.stage.preview.forms
    assert pages
    play = pages.guidebook.by_id["one"].practice
    assert play
    assert play.roleplay
    rounds = play.roleplay.rounds
    assert [one.id for one in rounds] == ["start", "more", "round-3"]
    assert len(rounds[0].replies) == 3
    assert rounds[0].replies[0].go == "round-3"
    assert [reply.best for reply in rounds[0].replies] == [True, False, False]
    assert [one.outcome for one in play.roleplay.endings] == ["good", "poor", "mixed"]
    project.press(form, "Remove this ending")
    project.press(form, "Remove this reply")
    for _ in range(6):
        project.act("undo")
    assert "round-3" not in project.read(f"playbooks/{ONE}")


def test_only_what_nothing_leads_to_is_removed(project: Project) -> None:
    form = project.find_form("flow/one")
    labels = [button.label for group in form.list_groups() for button in group.buttons]
    assert not [one for one in labels if one in ("Remove this round", "Remove this ending")]


def test_help_me_now_grows_by_buttons(project: Project) -> None:
    project.press("flow", "Ask on with a new question")
    project.press("flow", "Add an answer")
    project.press("flow", "Down")
    text = project.read("playbooks/help-me-now.yml")
    assert "question-2" in text
    form = project.find_form("flow")
    assert form.groups[1].note == "Led to by: “Loud”"


def test_a_playbook_is_made_renamed_and_taken_away(project: Project) -> None:
    new = {"title": "A new thing", "kind": "policy", "chapter": "fair", "owner": "Training"}
    made = project.act("create", **new, before="one")
    assert made == {"url": "/fair/a-new-thing/"}
    assert "a-new-thing" in project.read(f"playbooks/{ONE}")
    assert project.editing.stage.preview.answer("fair/a-new-thing/").status == 200
    with pytest.raises(GuidebookError, match="taken"):
        project.act("rename", about="a-new-thing", name="two")
    with pytest.raises(GuidebookError, match="taken"):
        project.act("rename", about="a-new-thing", name="con")
    with pytest.raises(GuidebookError, match="no name"):
        project.act("rename", about="a-new-thing", name="../x")
    assert project.act("rename", about="a-new-thing", name="thing") == {"url": "/fair/thing/"}
    assert "- thing" in project.read(f"playbooks/{ONE}")
    with pytest.raises(GuidebookError, match="Load"):
        project.act("delete", about="thing", instead="thing")
    project.act("delete", about="thing", instead="two")
    assert not (project.home / "playbooks/fair/thing.yml").exists()
    assert "formerly" in project.read("playbooks/fair/two.yml")
    for _ in range(3):
        project.act("undo")
    assert not (project.home / "playbooks/fair/a-new-thing.yml").exists()
    assert "related:\n- two\nsearch:" in project.read(f"playbooks/{ONE}")


def test_what_others_write_before_it_is_read_stays(project: Project) -> None:
    project.editing.stop()
    path = project.home / "playbooks" / ONE
    path.write_text(path.read_text().replace("- loud\n", "- loud\n- shouts\n"))
    digests = project.desk.questions["form-digests"]({"form": "about/one"})
    assert isinstance(digests, dict)
    asked = {"field": write_key(ONE, ("search",)), "digest": digests[ONE]}
    project.act("form", form="about/one", **asked, value=["loud", "angry", "cross"])
    assert "- loud\n- shouts\n- angry\n- cross\n" in path.read_text()


def test_every_page_is_drawn(project: Project) -> None:
    preview = project.editing.stage.preview
    for name in ("about/one", "flow/one", "flow", "house", "new", "rename/one", "delete/one",
                 "settings", "chapters", "words", "queries"):  # fmt: skip
        answer = preview.answer(f"~edit/{name}/")
        assert answer.status == 200, name
        assert b"<h1>" in answer.content
    assert preview.answer("~edit").location == "/~edit/"
    for name in ("about/three", "flow/two", "nothing", "rename", "new/one"):
        assert preview.answer(f"~edit/{name}/").status == 404, name


def test_the_overview_leads_to_what_is_wrong_and_to_all_that_can_be_changed(
    project: Project,
) -> None:
    def read() -> str:
        return project.editing.stage.preview.answer("~edit/").content.decode()

    for address in ("/~edit/chapters/", "/~edit/new/", "/fair/one/", "/~edit/about/two/",
                    "/~edit/hand-in"):  # fmt: skip
        assert f'href="{address}"' in read(), address
    path = project.home / f"playbooks/{ONE}"
    path.write_text(path.read_text().replace("related:", "relatd:"))
    project.editing.read_now()
    main = read().partition("<main")[2].partition("</main>")[0]
    assert "Did you mean “related”?" in main


def test_of_very_many_questions_the_oldest_is_not_kept(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conflict_desk, "_MOST", 1)
    path = project.home / f"playbooks/{ONE}"
    numbers = []
    for seen, theirs, mine in (("loud", "noisy", "hot"), ("noisy", "shouts", "roars")):
        digests = project.desk.questions["form-digests"]({"form": "about/one"})
        assert isinstance(digests, dict)
        path.write_text(path.read_text().replace(f"- {seen}\n", f"- {theirs}\n"))
        asked = {"field": write_key(ONE, ("search",)), "digest": digests[ONE]}
        done = project.act("form", form="about/one", **asked, value=[mine, "angry"])
        numbers += [one["number"] for one in done["conflicts"]]
    with pytest.raises(GuidebookError, match="decided already"):
        project.act("settle", conflict=numbers[0])
    project.act("settle", conflict=numbers[1])


def test_what_two_changed_is_merged_and_where_they_differ_one_is_chosen(project: Project) -> None:
    path = project.home / f"playbooks/{ONE}"
    digests = project.desk.questions["form-digests"]({"form": "about/one"})
    assert isinstance(digests, dict)
    seen = {"digest": digests[ONE]}
    path.write_text(path.read_text().replace("- loud\n", "- noisy\n- hot\n"))
    key = write_key(ONE, ("search",))
    # The program may not have read yet what the other one wrote.
    done = project.act("form", form="about/one", field=key, value=["loud", "cross"], **seen)
    assert done["conflicts"] == []
    assert "- noisy\n- hot\n- cross\n" in project.read(f"playbooks/{ONE}")
    digests = project.desk.questions["form-digests"]({"form": "about/one"})
    seen = {"digest": digests[ONE]}
    project.save("about/one", ONE, "reviewed", value="2026-01-02")
    key = write_key(ONE, ("reviewed",))
    done = project.act("form", form="about/one", field=key, value="2026-03-04", **seen)
    (told,) = done["conflicts"]
    assert (told["theirs"], told["mine"]) == ("2026-01-02", "2026-03-04")
    assert "2026-01-02" in project.read(f"playbooks/{ONE}")
    done = project.act("settle", conflict=told["number"])
    assert (done["conflicts"], done["history"]["undo"]) == ([], True)
    assert "2026-03-04" in project.read(f"playbooks/{ONE}")
    with pytest.raises(GuidebookError, match="decided"):
        project.act("settle", conflict=told["number"])
    with pytest.raises(GuidebookError, match="decided"):
        project.act("settle", conflict=["x"])
