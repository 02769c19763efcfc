"""The forms of what no page shows: every field is somewhere, with the model's own words."""

from collections.abc import Iterator

import pytest
from pydantic import Field as ModelField

from generator.model.emergency_playbook import Emergency, EmergencyFile
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import HouseFile
from generator.model.playbook import PlaybookFile, StandardFile, StandardPlaybook
from generator.model.yaml_model import Text
from generator.views.editor import house_form, playbook_form
from generator.views.editor.fields import Control, Field

_CHOSEN = {Control.CHOICE, Control.CHOICES, Control.NAMES}


def list_fields(guidebook: Guidebook, name: str) -> Iterator[Field]:
    for group in playbook_form.describe(guidebook, guidebook.by_id[name]):
        yield from group.fields


@pytest.mark.parametrize(
    ("name", "model"), [("shouting-customer", StandardFile), ("choking", EmergencyFile)]
)
def test_every_field_is_on_the_form_or_on_the_page(
    guidebook: Guidebook, name: str, model: type[PlaybookFile]
) -> None:
    shown = {one.loc[0] for one in list_fields(guidebook, name)}
    elsewhere = playbook_form.ON_PAGE | playbook_form.BY_PROGRAM
    assert set(model.model_fields) - elsewhere <= shown
    assert not shown & playbook_form.BY_PROGRAM


class _LaterPlaybook(StandardPlaybook):
    """What a playbook may be in a later version."""

    at_hand: tuple[Text, ...] = ModelField((), description="what you need at hand")


def test_a_new_field_is_on_the_form_by_itself(guidebook: Guidebook) -> None:
    names = [one.title for one in playbook_form.describe(guidebook, guidebook.playbooks[-1])]
    assert "More" not in names
    old = guidebook.by_id["shouting-customer"]
    written = {name: getattr(old, name) for name in type(old).model_fields}
    later = _LaterPlaybook.model_validate({**written, "at_hand": ["A pen."]})
    group = next(one for one in playbook_form.describe(guidebook, later) if one.title == "More")
    (field,) = group.fields
    assert (field.loc, field.help, field.value) == (
        ("at_hand",),
        "what you need at hand",
        ("A pen.",),
    )


def test_the_words_are_those_of_the_model(guidebook: Guidebook) -> None:
    fields = {one.loc: one for one in list_fields(guidebook, "shouting-customer")}
    for (name, *inner), field in fields.items():
        if not inner:
            about = StandardFile.model_fields[str(name)]
            assert field.help == about.description
            assert field.is_needed == about.is_required()
    assert fields["review_every",].label == "Review every"


def test_each_field_is_filled_in_in_its_own_way(guidebook: Guidebook) -> None:
    fields = {one.loc: one for one in list_fields(guidebook, "shouting-customer")}
    controls = {loc: one.control for loc, one in fields.items()}
    assert controls["kind",] is Control.CHOICE
    assert controls["audience",] is Control.CHOICES
    assert controls["owner",] is Control.CHOICE
    assert controls["reviewed",] is Control.DAY
    assert controls["review_every",] is Control.NUMBER
    assert controls["sign_off",] is Control.SIGN_OFF
    assert controls["poster",] is Control.SWITCH
    assert controls["search",] is Control.LINES
    assert controls["related",] is Control.NAMES
    assert controls["allow",] is Control.PAIRS
    assert controls["icon",] is Control.TEXT
    assert fields["audience",].value == ("front line",)
    assert fields["poster",].value in ("", "yes")
    assert fields["stop", "level"].value == "danger"
    assert fields["say", 3, "channels"].value == ("phone",)


def test_what_is_chosen_is_among_the_choices(guidebook: Guidebook) -> None:
    for playbook in guidebook.playbooks:
        for one in list_fields(guidebook, playbook.id):
            if one.control in _CHOSEN:
                chosen = [one.value] if isinstance(one.value, str) else one.value
                assert set(filter(None, chosen)) <= one.choices.keys(), one.loc


def test_keys_are_single_and_fit_an_address(guidebook: Guidebook) -> None:
    for name in ("shouting-customer", "choking"):
        keys = [one.key for one in list_fields(guidebook, name)]
        assert len(keys) == len(set(keys))
        assert all(key.replace("-", "").replace("_", "").isalnum() for key in keys)


def test_no_playbook_leads_to_itself_or_changes_its_form(guidebook: Guidebook) -> None:
    fields = {one.loc: one for one in list_fields(guidebook, "choking")}
    assert "choking" not in fields["related",].choices
    assert list(fields["kind",].choices) == ["emergency"]
    kinds = {one.loc: one for one in list_fields(guidebook, "shouting-customer")}["kind",]
    assert "emergency" not in kinds.choices
    assert "policy" in kinds.choices


def test_each_branch_has_its_own_words(guidebook: Guidebook) -> None:
    choking = guidebook.by_id["choking"]
    assert isinstance(choking, Emergency)
    locs = {one.loc for one in list_fields(guidebook, "choking")}
    for at in range(len(choking.branches)):
        assert {("branches", at, "search"), ("branches", at, "danger")} <= locs


def test_the_house_is_asked_every_question_once(guidebook: Guidebook) -> None:
    house = HouseFile(values={"spend-limit": "50"}, title="Ours")
    fields = [one for group in house_form.describe(guidebook, house) for one in group.fields]
    asked = [one.loc[1] for one in fields if one.loc[0] == "values"]
    assert sorted(map(str, asked)) == sorted(guidebook.about.house_values)
    values = {one.loc: one.value for one in fields}
    assert values["values", "spend-limit"] == "50"
    assert values["title",] == "Ours"
    assert {loc[0] for loc in values} == set(HouseFile.model_fields)
