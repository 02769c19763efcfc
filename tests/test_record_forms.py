"""Forms of owners, chapters, shortcuts, paths, sources and ideas: nothing that is named goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.problem import GuidebookError
from generator.views.editor.fields import Button, FieldGroup, write_key
from tests import commands, samples
from tests.edit_parts import make
from tests.test_form_desk import Project

ABOUT = "guidebook.yml"
FORMS = ("owners", "chapters", "shortcuts", "paths", "paths/new", "sources", "ideas", "rulings")
IDEAS = b"""# Ours.
ideas:
  S1:  # the first
    text: People want to be heard.
    group: People
  S2:
    text: Nobody names this.
    group: People
rulings:
  - id: T1
    one_side: Be quick.
    other_side: Be kind.
    ruling: Be kind quickly.
"""
PATHS = b"""# What to read.
paths:
  - id: new
    title: New here
    purpose: Know the first things.
    steps:
      - playbook: one
        why: It comes first.
      - playbook: two  # then this
        why: It comes next.
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    make(tmp_path)
    folder = tmp_path / "playbooks"
    data = samples.make_minimal(title="One", owner="Training", sources=["D1"], ideas=["S1"])
    (folder / "fair/one.yml").write_bytes(b"# Ours.\n" + samples.dump(data))
    (folder / "fair/two.yml").write_bytes(
        samples.dump(samples.make_minimal(title="Two", owner="Training"))
    )
    (folder / "ideas.yml").write_bytes(IDEAS)
    (folder / "paths.yml").write_bytes(PATHS)
    (folder / ABOUT).write_text(
        "# Ours.\ntitle: Guide\nowners:\n  - Training  # the team\n  - Safety\n"
        "chapters:\n  - id: fair\n    title: Fair\n    audience: everyone\n"
        "right_now:\n  - playbook: one  # first\n    label: One\n"
    )
    made = Project(tmp_path)
    yield made
    made.editing.stop()


def find_group(project: Project, form: str, title: str) -> FieldGroup:
    return next(one for one in project.find_form(form).groups if one.title == title)


def list_buttons(project: Project, form: str) -> list[Button]:
    found = project.editing.stage.preview.forms
    assert found
    shown = found.find_form(form)
    return [one for group in shown.list_groups() for one in group.buttons] if shown else []


def test_who_is_named_stays_and_the_places_are_told(project: Project) -> None:
    for form, title, named in [
        ("owners", "Training", ["One", "Two"]),
        ("sources/D1", "D1", ["One"]),
        ("ideas/S1", "S1", ["One"]),
        ("chapters", "Fair", ["One", "Two"]),
    ]:
        group = find_group(project, form, title)
        assert [one.title for one in group.namers] == named, form
        assert not [one for one in group.buttons if one.label.startswith("Remove")], form
    with pytest.raises(GuidebookError, match="Load"):
        project.act("form-press", form="sources/D1", button="remove")


def test_what_nothing_names_goes(project: Project) -> None:
    project.press("owners", "Remove this owner")
    assert "Safety" not in project.read(f"playbooks/{ABOUT}")
    assert "- Training  # the team\n" in project.read(f"playbooks/{ABOUT}")
    project.press("ideas/S2", "Remove this idea")
    assert project.read("playbooks/ideas.yml") == IDEAS.decode().replace(
        "  S2:\n    text: Nobody names this.\n    group: People\n", ""
    )
    project.press("paths/new", "Remove this step")
    assert "first things" in project.read("playbooks/paths.yml")
    assert "It comes first" not in project.read("playbooks/paths.yml")


def test_an_owner_gets_another_name_everywhere_in_one_step(project: Project) -> None:
    before = project.read("playbooks/fair/one.yml")
    project.save("owners", ABOUT, "owners", 0, "name", value="Service training")
    assert "- Service training  # the team\n" in project.read(f"playbooks/{ABOUT}")
    for name in ("one", "two"):
        assert "owner: Service training\n" in project.read(f"playbooks/fair/{name}.yml")
    project.save("owners", ABOUT, "owners", 1, "contact", value="safety@service.example")
    assert "contact: safety@service.example" in project.read(f"playbooks/{ABOUT}")
    project.act("undo")
    project.act("undo")
    assert project.read("playbooks/fair/one.yml") == before


def test_what_is_new_has_a_name_that_nothing_else_has(project: Project) -> None:
    for form, label, file, words in [
        ("sources", "Add a source", "sources.yml", "D2:"),
        ("ideas", "Add an idea", "ideas.yml", "S3:"),
        ("rulings", "Add a ruling", "ideas.yml", "id: T2"),
        ("paths", "Add a path", "paths.yml", "id: path-2"),
        ("chapters", "Add a chapter", ABOUT, "id: chapter-2"),
        ("shortcuts", "Add a shortcut", ABOUT, "playbook: two"),
    ]:
        button = next(one for one in list_buttons(project, form) if one.label == label)
        project.press(form, label)
        assert words in project.read(f"playbooks/{file}"), form
        if button.leads:
            assert project.editing.stage.preview.answer(f"~edit/{button.leads}/").status == 200
    project.save("chapters", ABOUT, "chapters", 1, "id", value="late")
    assert "id: late" in project.read(f"playbooks/{ABOUT}")
    assert find_group(project, "chapters", "[[Title]]").note


def test_paths_begin_with_a_file(project: Project) -> None:
    (project.home / "playbooks/paths.yml").unlink()
    project.editing.read_now()
    project.press("paths", "Add a path")
    assert project.read("playbooks/paths.yml").startswith("paths:\n  - id: path-1\n")


def test_what_is_wrong_is_told_beside_the_field(project: Project) -> None:
    told = project.check("shortcuts", ABOUT, "right_now", 0, "label", value="x" * 60)["problems"]
    assert "40" in told[0]["message"]
    with pytest.raises(GuidebookError):
        project.save("sources/D1", "sources.yml", "sources", "D1", "work", value="")


def test_every_form_of_records_is_drawn(project: Project) -> None:
    for name in (*FORMS, "guidebook", "sources/D1", "ideas/S1"):
        answer = project.editing.stage.preview.answer(f"~edit/{name}/")
        assert answer.status == 200, name
    for name in ("sources/D9", "ideas/D1", "paths/old", "owners/1", "rulings/T1"):
        assert project.editing.stage.preview.answer(f"~edit/{name}/").status == 404, name
    text = project.editing.stage.preview.answer("~edit/owners/").content.decode()
    assert "Stays while it is named by" in text


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=3, max_size=8))
def test_whatever_is_pressed_can_be_read_and_goes_back(
    project: Project, pressed: list[tuple[int, int]]
) -> None:
    names = ["guidebook.yml", "ideas.yml", "paths.yml", "sources.yml"]
    before = {name: project.read(f"playbooks/{name}") for name in names}
    done = 0
    for which, number in pressed:
        form = FORMS[which % len(FORMS)]
        buttons = list_buttons(project, form)
        if not buttons:
            continue
        button = buttons[number % len(buttons)]
        project.act("form-press", form=form, button=button.name)
        done += 1
        assert project.editing.project.reading
        stops = [
            one for one in project.editing.stage.preview.report.problems
            if one.severity == "error" and one.place.path.endswith(tuple(names))
        ]  # fmt: skip
        assert not [one for one in stops if "[[" not in str(one) and "gap" not in one.rule.id], (
            stops
        )
        assert all(
            "# " in project.read(f"playbooks/{name}") for name in names if "# " in before[name]
        )
    for _ in range(done):
        project.act("undo")
    assert {name: project.read(f"playbooks/{name}") for name in names} == before


def test_a_field_is_known_by_its_place(project: Project) -> None:
    keys = [one.key for form in FORMS for one in project.find_form(form).list_fields()]
    assert len(keys) == len(set(keys))
    assert write_key(ABOUT, ("owners", 0, "name")) in keys


def test_a_guidebook_of_ones_own_says_only_what_differs(tmp_path: Path) -> None:
    home = tmp_path / "own"
    assert commands.run("new", str(home)).exit_code == 0
    own = Project(home)
    try:
        for form, label, file in [
            ("owners", "Add an owner", ABOUT),
            ("shortcuts", "Add a shortcut", ABOUT),
            ("paths", "Add a path", "paths.yml"),
            ("sources", "Add a source", "sources.yml"),
        ]:
            own.press(form, label)
            assert "only_changes: yes" in own.read(f"playbooks/{file}"), form
        problems = own.editing.stage.preview.report.problems
        assert not [one for one in problems if one.severity == "error"]
        with pytest.raises(GuidebookError, match="build on"):
            own.save("owners", ABOUT, "owners", 0, "name", value="Another team")
    finally:
        own.editing.stop()
