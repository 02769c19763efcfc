"""What a person filled in becomes what the file says, in the form in which it was written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.problem import GuidebookError
from generator.reader.yaml_text import parse
from generator.reader.yaml_text.item_edit import Set, change_file
from generator.views.editor import field_value, playbook_form, questions_form, roleplay_form
from generator.views.editor.fields import Control, Field, Form
from tests.conftest import ROOT


def make(control: Control, **more: Any) -> Field:
    return Field("a/b.yml", ("x",), "X", "", control, "", **more)


@pytest.mark.parametrize(
    ("control", "value", "old", "said"),
    [
        (Control.TEXT, " two\n lines ", None, "two lines"),
        (Control.TEXT, " ", "old", None),
        (Control.SWITCH, "yes", None, "yes"),
        (Control.SWITCH, "", "yes", None),
        (Control.LINES, ["a", "", "b", "a"], None, ["a", "b"]),
        (Control.LINES, ["a"], "a", "a"),
        (Control.LINES, ["b"], "a", "b"),
        (Control.LINES, ["a"], ["a", "b"], ["a"]),
        (Control.LINES, [], ["a"], None),
        (Control.LINES, ["b", "c"], [{"query": "b", "within": "3"}], [{"query": "b", "within": "3"}, "c"]),
        (Control.PAIRS, {"a": "why", "b": " "}, None, {"a": "why"}),
        (Control.PAIRS, {"a": ""}, {"a": "why"}, None),
        (Control.SIGN_OFF, {"expert": "medical", "name": ""}, None, "medical"),
        (Control.SIGN_OFF, {"expert": "", "name": "A"}, "medical", None),
        (Control.SIGN_OFF, {"expert": "food", "name": "A"}, "food", {"expert": "food", "name": "A"}),
    ],
)  # fmt: skip
def test_it_says_what_was_filled_in(control: Control, value: Any, old: Any, said: Any) -> None:
    field = make(control)
    assert field_value.write(field, field_value.read(field, value), old) == said


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (Control.TEXT, ["x"]),
        (Control.TEXT, "x" * 5000),
        (Control.LINES, "x"),
        (Control.LINES, [{"x": "y"}]),
        (Control.LINES, ["x"] * 501),
        (Control.PAIRS, ["x"]),
        (Control.CHOICE, "c"),
        (Control.CHOICES, ["a", "c"]),
        (Control.NAMES, ["../up"]),
        (Control.PAIRS, {"c": "why"}),
    ],
)
def test_what_no_page_sends_is_refused(control: Control, value: Any) -> None:
    with pytest.raises(GuidebookError, match="Load it again"):
        field_value.read(make(control, choices={"a": "A", "b": "B"}), value)


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Cf", "Co"]),
    min_size=1,
    max_size=20,
)


@given(st.lists(_WORDS, max_size=6), st.lists(_WORDS, max_size=6))
def test_a_list_is_read_back_as_it_was_filled_in(old: list[str], new: list[str]) -> None:
    field = make(Control.LINES)
    before = field_value.write(field, field_value.read(field, old), None)
    content = b"title: T\n# A note.\n"
    if before:
        content = change_file("a/b.yml", content, [Set(("x",), before)])
    said = field_value.write(field, field_value.read(field, new), before)
    if said is None:
        return
    made = change_file("a/b.yml", content, [Set(("x",), said)])
    assert parse("a/b.yml", made.decode()).data == {"title": "T", "x": said}
    assert b"# A note.\n" in made


def list_forms(guidebook: Guidebook) -> list[Form]:
    plays = filter(None, map(roleplay_form.describe, guidebook.playbooks))
    text = (ROOT / "playbooks/help-me-now.yml").read_text()
    questions = questions_form.describe(guidebook, parse("help-me-now.yml", text))
    assert questions
    return [*plays, questions]


def test_nothing_changes_that_nobody_changed(guidebook: Guidebook) -> None:
    for form in list_forms(guidebook):
        for group in form.list_groups():
            for field in group.fields:
                kept = field_value.read(field, to_json(field.value))
                assert field_value.write(field, kept, field.value) in (to_json(field.value), None)
    for playbook in guidebook.playbooks:
        for group in playbook_form.describe(guidebook, playbook):
            for field in group.fields:
                assert to_json(field_value.read(field, to_json(field.value))) == to_json(
                    field.value
                )


def to_json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def test_names_of_fields_and_buttons_are_single(guidebook: Guidebook) -> None:
    for form in list_forms(guidebook):
        groups = list(form.list_groups())
        keys = [field.key for group in groups for field in group.fields]
        names = [button.name for group in groups for button in group.buttons]
        assert len(keys) == len(set(keys))
        assert len(names) == len(set(names))
