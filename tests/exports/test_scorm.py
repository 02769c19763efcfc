"""SCORM, both versions: every exercise learned to the end with scorm-again as the platform.

It forgives what others do not: texts that are too long, and what is written after the end. Both are
asserted here.
"""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.model.guidebook import Guidebook
from generator.problem import GuidebookError
from generator.views.exports import course
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_words import ExportWords
from tests.exports.readers import export_file, make_guidebook, make_question, needs_readers, read

VERSIONS = ["scorm12", "scorm2004"]
SCRIPTS = ["player/course-state.js", "player/course-scorm.js", "course-data.js"]


def unpack(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def make_attempt(version: str, guidebook: Guidebook, *ids: str, **more: Any) -> dict[str, Any]:
    files = unpack(export_file(version, guidebook, *ids))
    return {"version": version, "scripts": [files[one].decode() for one in SCRIPTS], **more}


def list_choices(guidebook: Guidebook) -> tuple[int, int]:
    """How many questions there are, and how many role-plays."""
    practices = [one.practice for one in guidebook.playbooks if one.practice]
    return sum(len(one.quiz) for one in practices), sum(bool(one.roleplay) for one in practices)


@needs_readers
@pytest.mark.parametrize("version", VERSIONS)
def test_every_choice_is_recorded_and_the_attempt_goes_on(
    guidebook: Guidebook, version: str
) -> None:
    attempt = make_attempt(version, guidebook, way="right")
    few = make_attempt(version, guidebook, "shouting-customer", "broken-promise", way="wrong")
    half, failed = read("scorm", [{**attempt, "way": "half"}, few])
    whole, rest = read("scorm", [attempt, {**attempt, "kept": half["end"]["kept"]}])
    for one in (whole, failed, half, rest):
        assert one["refused"] == []
        assert one["after"] == 0
        assert one["isSame"]
        check_lengths(version, one["written"])
    questions, plays = list_choices(guidebook)
    count = whole["end"]["count"]
    assert count > questions + plays
    ids = [value for field, value in whole["written"] if re.search(r"interactions\.\d+\.id", field)]
    assert len(ids) == count == len(set(ids))
    assert read_result(whole) == ("passed", 100)
    assert read_result(failed)[0] == "failed"
    assert read_result(failed)[1] < 20
    assert read_result(half)[0] == "open"
    assert 0 < half["end"]["count"] < count
    assert rest["resumed"]["done"] == half["end"]["kept"].count(";")
    assert rest["resumed"]["score"] == read_result(half)[1]
    assert read_result(rest)[1] > read_result(half)[1]


def read_result(one: dict[str, Any]) -> tuple[str, int]:
    """Passed, failed or open, and the score of 100."""
    end = one["end"]
    if end["cmi.core.lesson_status"]:
        state = end["cmi.core.lesson_status"].replace("incomplete", "open")
        return state, int(end["cmi.core.score.raw"])
    state = end["cmi.success_status"].replace("unknown", "open")
    assert end["cmi.completion_status"] == ("incomplete" if state == "open" else "completed")
    return state, round(float(end["cmi.score.scaled"]) * 100)


LENGTHS = {
    "scorm12": {"suspend_data": 4096, "id": 255},
    "scorm2004": {"suspend_data": 4000, "id": 4000, "description": 250},
}


def check_lengths(version: str, written: list[list[str]]) -> None:
    for field, value in written:
        assert len(value) <= LENGTHS[version].get(field.rpartition(".")[2], 255), field


FAULTS = {
    "scorm12": {
        '"passed" : "failed"': '"done" : "failed"',
        "String(score)]": "String(score + 85)]",
    },
    "scorm2004": {
        '"passed" : "failed"': '"done" : "failed"',
        "String(score / 100)": "String(score)",
    },
}


@needs_readers
@pytest.mark.parametrize("version", VERSIONS)
def test_a_fault_is_refused(guidebook: Guidebook, version: str) -> None:
    attempt = make_attempt(version, guidebook, "shouting-customer", way="right")
    for right, wrong in FAULTS[version].items():
        scripts = [one.replace(right, wrong) for one in attempt["scripts"]]
        assert scripts != attempt["scripts"]
        (found,) = read("scorm", [{**attempt, "scripts": scripts}])
        assert found["refused"]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_manifest_lists_each_file_once(guidebook: Guidebook, version: str) -> None:
    files = unpack(export_file(version, guidebook))
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    space = manifest.tag.partition("}")[0] + "}"
    listed = [one.attrib["href"] for one in manifest.iter(f"{space}file")]
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    (resource,) = manifest.iter(f"{space}resource")
    (item,) = manifest.iter(f"{space}item")
    assert item.attrib["identifierref"] == resource.attrib["identifier"]
    assert resource.attrib["href"] in listed
    assert "sco" in resource.attrib.values()
    for one in re.findall(r'(?:src|href)="([^"]+)"', files["index.html"].decode()):
        assert one in files or one == "data:,"
    for one in re.findall(r'url\("([^"]+)"\)', files["player/tokens.css"].decode()):
        assert f"player/{one}" in files


def test_names_stay_and_tell_courses_apart(guidebook: Guidebook) -> None:
    def find_name(*ids: str) -> str:
        files = unpack(export_file("scorm12", guidebook, *ids))
        return ElementTree.fromstring(files["imsmanifest.xml"]).attrib["identifier"]

    assert find_name() == "guidebook"
    assert find_name("shouting-customer") == "guidebook-shouting-customer"
    many = ("broken-promise", "shouting-customer", "closing-time", "listen-first")
    assert find_name(*many) == find_name(*reversed(many)) != find_name(*many[:3])


def test_a_course_that_could_not_be_kept_is_refused() -> None:
    question = make_question("a", "b")["quiz"]
    quiz = [{**question, "prompt": f"What now, {number}?"} for number in range(20)]
    units = [one for _ in range(34) for one in course_units({"quiz": quiz})]
    with pytest.raises(GuidebookError, match="680 exercises are too many for one course"):
        course.refuse_too_long(units)
    course.refuse_too_long(units[:30])


def course_units(practice: dict[str, Any]) -> list[Any]:
    guidebook = make_guidebook(practice)
    return list(course.list_units(Chosen.of(guidebook), ExportWords(guidebook)))
