"""One slip that makes much else look wrong: only the slip is told."""

from typing import Any

import pytest

from generator.model.search_files import WordsFile
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import Reading
from tests import samples, sound_project
from tests.test_model_errors import find_one

OTHER = samples.make_minimal(title="Other")


def read(playbook: dict[str, Any]) -> Reading:
    return guidebook_reader.read(samples.make_folder({"fair/one": playbook, "fair/other": OTHER}))


def read_sound(path: str, old: str, new: str) -> Reading:
    """The sound project with a slip in one of its files."""
    files = {
        name.removeprefix("playbooks/"): text
        for name, text in sound_project.make_files().items()
        if name.startswith("playbooks/")
    }
    assert old in files[path]
    files[path] = files[path].replace(old, new, 1)
    return guidebook_reader.read({name: text.encode() for name, text in files.items()})


def test_two_lines_that_became_one_name_no_unknown_owner() -> None:
    folder = samples.make_folder({"fair/one": samples.make_minimal(), "fair/other": OTHER})
    joined = folder["fair/one.yml"].replace(b"owner: Training\n", b"owner: Training ")
    (told,) = guidebook_reader.read({**folder, "fair/one.yml": joined}).errors
    assert told.rule.id == "two-names"


def test_a_file_with_capitals_in_its_name_is_told_once() -> None:
    folder = samples.make_folder(
        {
            "fair/Shouting Guest": samples.make_minimal(title="One", related=["other"]),
            "fair/other": samples.make_minimal(title="Other", related=["shouting-guest"]),
        }
    )
    told = guidebook_reader.read(folder).problems
    assert [one.rule.id for one in told if one.rule.id in ("unknown-playbook", "orphan")] == []
    assert "file-name" in [one.rule.id for one in told]


def test_an_answer_that_leads_nowhere_leaves_no_question_behind() -> None:
    questions = [
        {"id": "start", "ask": "What?", "answers": [{"say": "Ill", "go": "sick"}]},
        {"id": "ill", "ask": "Who?", "answers": [{"say": "Me", "go": "other"}]},
    ]
    folder = samples.make_folder({"fair/other": OTHER})
    folder["help-me-now.yml"] = samples.dump({"questions": questions})
    told = [one.rule.id for one in guidebook_reader.read(folder).errors]
    assert told == ["unknown-playbook"]


def test_a_title_in_the_place_of_a_name_leads_to_the_name() -> None:
    playbook = samples.make_minimal(title="One", related=["somebody-shouts-at-you"])
    files = {"fair/one": playbook, "fair/other": {**OTHER, "title": "Somebody shouts at you"}}
    (told,) = guidebook_reader.read(samples.make_folder(files)).errors
    assert told.fix == "Write  other  which is the name of the file with this title."


def test_a_chapter_of_another_name_than_its_folder() -> None:
    reading = read_sound("guidebook.yml", "id: counter", "id: countr")
    (told,) = (one for one in reading.errors if one.rule.id == "unknown-chapter")
    assert "rename the folder to  countr  or write  id: counter" in told.fix


def test_an_owner_with_what_leads_to_them() -> None:
    reading = read_sound("guidebook.yml", "- Service training", "- Service training: Ann")
    (told,) = (one for one in reading.errors if one.place.path == "guidebook.yml")
    assert "\n- name: Service training\n  contact: Ann\n" in told.fix


@pytest.mark.parametrize("start", [b"<!DOCTYPE html>\n<p>", b"<html><body><p>title: One"])
def test_a_page_of_the_web(start: bytes) -> None:
    folder = samples.make_folder({"fair/other": OTHER}) | {"fair/one.yml": start}
    (told,) = guidebook_reader.read(folder).errors
    assert "looks like a web page" in told.message


@pytest.mark.parametrize(
    ("written", "meant"),
    [("título", "title"), ("Zweck", "purpose"), ("Schritte", "steps"), ("étapes", "steps")],
)
def test_names_in_other_languages_lead_to_those_that_count(written: str, meant: str) -> None:
    playbook = samples.make_minimal(title="One")
    (told,) = read({written if name == meant else name: v for name, v in playbook.items()}).errors
    assert told.fix == f"Did you mean “{meant}”?"


def test_a_dash_with_a_space_of_another_kind() -> None:
    folder = samples.make_folder({"fair/one": samples.make_minimal(), "fair/other": OTHER})
    content = folder["fair/one.yml"].replace(b"- Listen.", "-\u00a0Listen.\n- Nod.".encode())
    (told,) = guidebook_reader.read({**folder, "fair/one.yml": content}).errors
    assert told.message.startswith("The space after this dash is of another kind")


def test_two_branches_of_one_id_leave_no_name_of_a_branch_unknown() -> None:
    emergency = samples.make_emergency()
    files = samples.make_folder({"fair/choking": emergency, "fair/other": OTHER})
    words = {"es": {"name": "Español", "words": {"choking#baby": ["el bebé se ahoga"]}}}
    files["other-languages.yml"] = samples.dump({"languages": words})
    assert guidebook_reader.read(files).errors == ()
    files["fair/choking.yml"] = files["fair/choking.yml"].replace(b"id: baby", b"id: adult")
    told = [one.rule.id for one in guidebook_reader.read(files).errors]
    assert told == ["duplicate-branch"]


@pytest.mark.parametrize("gap", ["{{spend-limit}}", "[[spend-limit]]"])
def test_a_gap_with_the_name_of_a_value_leads_to_the_value(gap: str) -> None:
    told = read(samples.make_minimal(title="One", purpose=f"Spend {gap}.")).problems
    (fix,) = (one.fix for one in told if one.rule.id == "leftover")
    assert fix.startswith("Write  ((spend-limit))")


def test_steps_of_a_branch_are_what_to_do_now() -> None:
    branch = {"id": "adult", "see": "They can't speak.", "steps": ["Shout."]}
    (told,) = read(samples.make_emergency(branches=[branch])).errors
    assert told.fix == "Did you mean “now”?"


def test_words_that_mean_the_same_without_their_brackets_are_told_once() -> None:
    problem = find_one("same: [loo, toilet, restroom]\n", WordsFile)
    assert problem.fix.endswith("\nsame:\n  - [loo, toilet, restroom]")


def test_a_list_where_each_has_a_name_is_told_with_what_the_name_is_for() -> None:
    problem = find_one("danger: [bomb, knife]\n", WordsFile)
    assert "\ndanger:\n  …: [bomb, knife]\n(words that put a safety playbook first" in problem.fix
