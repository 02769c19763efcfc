"""Every fault that people make in a playbook, beside its field on the page as it was before."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.model_path import Shape, find_slot
from generator.model.playbook import StandardFile
from generator.model.yaml_model import Loc
from generator.reader import draft_reading, guidebook_reader
from generator.reader.field_places import FieldPlaces
from generator.reader.guidebook_reader import Reading
from generator.views.page_editor import field_problem
from tests import samples
from tests.conftest import ROOT
from tests.scripts import Call, load
from tests.test_problems import FILES

NAME = "fair/one.yml"
MANY = 12

NOT_ON_THE_PAGE = {
    "": "it is about the file as a whole, or about lines that belong to no field",
    "allow": "no page shows it",
    "Anzeichen": "it is no field: it is in another language",
    "and": "it is no field: a text was torn in two",
    "audience": "it is chosen",
    "channels": "they are chosen",
    "chapter": "the folder says it",
    "Der Zweck": "it is no field: it is in another language",
    "description": "it is no field",
    "don't": "it is no field",
    "feelings": "they are chosen",
    "icon": "it is chosen",
    "id": "the name of the file says it",
    "kind": "it is chosen",
    "onwer": "it is no field, and the one that is meant is chosen",
    "Owner": "it is no field, and the one that is meant is chosen",
    "owner": "it is chosen",
    "related": "they are chosen",
    "review_every": "it is chosen",
    "reviewed": "it is chosen",
    "Schritte": "it is no field: it is in another language",
    "search": "no page shows it",
    "Signals": "it is no field; the panel names the one that is meant",
    "title Late": "it is no field: the colon is missing",
    'title "Late parcel': "it is no field: the colon is missing",
}
"""What no text of a page can stand for, by the name on top of the file; the panel tells it."""


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    folder = ROOT / "generator/views/page_editor"
    with load("page-editor-state", folder=folder, editor="guidebookEditorState") as call:
        yield call


@pytest.fixture(scope="module")
def reading() -> Reading:
    playbooks = {"fair/one": samples.make_minimal(title="One")}
    return guidebook_reader.read(samples.make_folder(playbooks, samples.make_about(["fair"])))


def list_texts(loc: Loc = ()) -> Iterator[Loc]:
    """Every text that a page could show: of each list as many items as anybody writes."""
    slot = find_slot(StandardFile, loc)
    assert slot
    if slot.shape is Shape.TEXT and not (loc and loc[0] in NOT_ON_THE_PAGE):
        yield loc
    for name in slot.fields:
        yield from list_texts((*loc, name))
    if slot.shape is Shape.LIST:
        for index in range(MANY if len(loc) < 3 else 3):
            yield from list_texts((*loc, index))


ATS = [[NAME, *loc] for loc in list_texts()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_fault_stands_beside_its_field(path: Path, reading: Reading, call: Call) -> None:
    draft = draft_reading.read(reading, NAME, path.read_bytes())
    if draft.parsed is None:  # nothing in it can be read, so nothing in it has a place
        assert draft.problems
        return
    placed = list(
        field_problem.place_all(
            NAME, StandardFile, draft.parsed, FieldPlaces(draft.parsed), draft.problems
        )
    )
    assert len(placed) == len(draft.problems)
    texts = call("editor.placeProblems", ATS, [{"at": one["at"]} for one in placed])
    for problem, text in zip(placed, texts, strict=True):
        _, *loc = problem["at"]
        top = str(loc[0]) if loc else ""
        if text is None:
            assert top in NOT_ON_THE_PAGE, (loc, problem["message"])
        else:
            assert ATS[text][1] == top
            slot = find_slot(StandardFile, tuple(loc))
            if slot and slot.shape is Shape.TEXT:
                assert ATS[text] == [NAME, *loc]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_missing_is_asked_for_without_a_word_about_lines(
    path: Path, reading: Reading
) -> None:
    """Of these a page can be the cause; other slips are only made in a file."""
    draft = draft_reading.read(reading, NAME, path.read_bytes())
    about = [one for one in draft.problems if one.rule.id in ("empty", "missing", "one-of")]
    told = field_problem.write_refusal(about)
    assert not {"dash", "line", "colon"} & set(re.findall(r"\w+", told.lower())), told


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("switch", "This must be yes or no, but it is “maybe”."),
        ("count-go", "“stop > go” has 5 items; at most 3 fit."),
        ("form-accents", "“écoutez d'abord” cannot be used for this."),
        ("missing-in-option", "“feedback” is missing here."),
    ],
)
def test_the_way_to_a_field_is_not_told_beside_it(
    name: str, message: str, reading: Reading
) -> None:
    path = next(one for one in FILES if one.stem == name)
    draft = draft_reading.read(reading, NAME, path.read_bytes())
    assert draft.parsed
    places = FieldPlaces(draft.parsed)
    placed = field_problem.place_all(NAME, StandardFile, draft.parsed, places, draft.problems)
    assert next(placed)["message"] == message
