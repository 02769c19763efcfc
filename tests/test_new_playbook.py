"""A new playbook from the template of its kind: it can be read at once, and says what is missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import paths
from generator.model.guidebook import Guidebook
from generator.model.playbook import Kind
from generator.problem import GuidebookError
from generator.reader import guidebook_reader
from generator.site import new_playbook
from generator.views.file import File
from tests import samples

TODAY = date(2026, 11, 27)
BARE = guidebook_reader.read(
    samples.make_folder({"fair/one": samples.make_minimal()}, samples.make_about(["fair"]))
).guidebook


def make(guidebook: Guidebook, title: str = "A new thing", kind: str = "scenario") -> File:
    chapter, owner = next(iter(guidebook.chapters)), guidebook.about.owners[-1].name
    return new_playbook.make_file(
        guidebook, title=title, kind=kind, chapter=chapter, owner=owner, today=TODAY
    )


@pytest.mark.parametrize("kind", list(Kind))
def test_it_can_be_read_and_each_gap_is_told(kind: Kind) -> None:
    """One with gaps can be published, but not an emergency."""
    assert BARE
    file = make(BARE, kind=kind)
    files = samples.make_folder(
        {"fair/one": samples.make_minimal()}, samples.make_about(["fair"])
    ) | {file.path: file.content}
    reading = guidebook_reader.read(files, today=TODAY)
    gap = "gap-in-emergency" if kind is Kind.EMERGENCY else "leftover"
    assert {one.rule.id for one in reading.errors} == ({gap} if kind is Kind.EMERGENCY else set())
    assert reading.guidebook
    made = reading.guidebook.by_id["a-new-thing"]
    assert (made.title, made.kind, made.chapter) == ("A new thing", kind, "fair")
    gaps = [text for _, text in made.texts if "[[" in text]
    own = [one for one in reading.problems if one.place.path == file.path]
    told = {one.message for one in own if one.rule.id == gap}
    assert told == {f"“{text}” looks like a gap that somebody was to fill in." for text in gaps}
    # Nothing that a person did not write is wrong: the rest says only what there is to add.
    others = {one.rule.id for one in own} - {gap, "not-signed-off"}
    assert others <= {"count", "orphan", "no-practice"}
    short = {one.message.split("”")[0] for one in own if one.rule.id == "count"}
    assert short == (set() if kind is Kind.EMERGENCY else {"“related", "“search"})


def test_it_takes_its_audience_from_where_it_is(guidebook: Guidebook) -> None:
    file = make(guidebook)
    text = file.content.decode()
    assert f'owner: "{guidebook.about.owners[-1].name}"' in text
    assert "reviewed: 2026-11-27" in text


def test_names_are_never_taken_twice(guidebook: Guidebook) -> None:
    assert new_playbook.find_free_name(guidebook, "Shouting customer!") == "shouting-customer-2"
    assert new_playbook.find_free_name(guidebook, "Yes/No") == "yes-no"
    assert new_playbook.find_free_name(guidebook, "…") == "playbook"
    assert new_playbook.find_free_name(guidebook, "CON") == "con-2"


@given(st.text(min_size=1, max_size=130))
def test_any_title_makes_a_file_or_a_sentence(title: str) -> None:
    assert BARE
    if not 0 < len(" ".join(title.split())) <= 120:
        with pytest.raises(GuidebookError):
            make(BARE, title)
        return
    file = make(BARE, title)
    name = paths.find_id(file.path)
    assert paths.make_slug(name) == name
    about = samples.dump(samples.make_about(["fair"]))
    reading = guidebook_reader.read({"guidebook.yml": about, file.path: file.content})
    if not reading.errors:  # some signs may stand in no text
        assert reading.guidebook
        assert reading.guidebook.by_id[name].title == " ".join(title.split())


def test_what_is_no_choice_is_refused(guidebook: Guidebook) -> None:
    for words, more in [
        ("title", {"title": " "}),
        ("too long", {"title": "x" * 121}),
        ("kind", {"kind": "novel"}),
        ("chapter", {"chapter": "../up"}),
        ("chapter", {"chapter": ""}),
        ("owner", {"owner": "Nobody"}),
        ("owner", {"owner": ""}),
    ]:
        owner = guidebook.about.owners[0].name
        good = {
            "title": "A new thing", "kind": "policy", "chapter": "put-it-right", "owner": owner,
        }  # fmt: skip
        with pytest.raises(GuidebookError, match=words):
            new_playbook.make_file(guidebook, **{**good, **more}, today=TODAY)
