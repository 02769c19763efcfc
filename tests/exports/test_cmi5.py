"""cmi5: the package fits its schema, and what it says when it is learned fits that of statements."""

from collections import Counter
from typing import Any
from xml.etree import ElementTree

import pytest
import xmlschema

from generator.model.guidebook import Guidebook
from tests.conftest import ROOT
from tests.exports.readers import export_file, make_guidebook, make_question, needs_readers, read
from tests.exports.test_scorm import unpack

NAMES = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
VERBS = "http://adlnet.gov/expapi/verbs/"
REGISTRATION = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0"
LAUNCH = {
    "launchMode": "Normal",
    "launchMethod": "AnyWindow",
    "masteryScore": 0.8,
    "moveOn": "Passed",
    "returnURL": "https://lms.example/back",
    "contextTemplate": {
        "contextActivities": {"grouping": [{"id": "https://lms.example/courses/1"}]},
        "extensions": {SESSION: "session-1"},
    },
}
UNIT = "shouting-customer"


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(ROOT / "tests/exports/cmi5/CourseStructure.xsd")


@pytest.fixture(scope="module")
def files(guidebook: Guidebook) -> dict[str, bytes]:
    return unpack(export_file("cmi5", guidebook))


def test_the_structure_fits_the_schema(
    files: dict[str, bytes], schema: xmlschema.XMLSchema, guidebook: Guidebook
) -> None:
    text = files["cmi5.xml"].decode()
    assert schema.is_valid(text)
    assert not schema.is_valid(text.replace('masteryScore="0.8"', 'masteryScore="80"', 1))
    assert not schema.is_valid(text.replace('moveOn="Passed"', 'moveOn="Sometimes"', 1))
    units = list(ElementTree.fromstring(text).iter(f"{NAMES}au"))
    assert len(units) == sum(bool(one.practice) for one in guidebook.playbooks)
    assert len({one.attrib["id"] for one in units}) == len(units)
    for one in units:
        page = files[str(one.findtext(f"{NAMES}url"))].decode()
        assert 'src="../units/' in page
    assert len(list(ElementTree.fromstring(text).iter(f"{NAMES}block"))) > 5


def test_a_unit_keeps_its_name_in_another_chapter_and_beside_others(guidebook: Guidebook) -> None:
    def list_ids(guidebook: Guidebook, *ids: str) -> list[str]:
        text = unpack(export_file("cmi5", guidebook, *ids))["cmi5.xml"]
        return [one.attrib["id"] for one in ElementTree.fromstring(text).iter(f"{NAMES}au")]

    assert list_ids(guidebook, UNIT)[0] in list_ids(guidebook, UNIT, "broken-promise")
    about = make_guidebook(make_question("a", "b"))
    assert list_ids(about) == ["https://service.example/guide/practice/shouting"]


def attend(files: dict[str, bytes], unit: str = UNIT, **more: Any) -> dict[str, Any]:
    names = ["player/course-state.js", "player/course-cmi5.js", f"units/{unit}.js"]
    scripts = [files[one].decode() for one in names]
    return {"scripts": scripts, "launch": LAUNCH, "way": "right", **more}


def list_verbs(one: dict[str, Any]) -> list[str]:
    return [each["verb"]["id"].removeprefix(VERBS) for each in one["statements"]]


def check(one: dict[str, Any]) -> None:
    """What cmi5 asks for that the form of a statement does not say."""
    assert one["faults"] == []
    assert {each.split("/")[2] for each in one["requests"]} == {"lms.example"}
    verbs = list_verbs(one)
    assert verbs[0] == "initialized"
    assert verbs[-1] == "terminated"
    counted = Counter(verbs)
    assert all(counted[name] <= 1 for name in counted.keys() - {"answered"})
    assert not {"passed", "failed"} <= counted.keys()
    assert len({each["id"] for each in one["statements"]}) == len(verbs)
    for verb, each in zip(verbs, one["statements"], strict=True):
        context = each["context"]
        assert context["registration"] == REGISTRATION
        assert context["extensions"][SESSION] == "session-1"
        activities = context["contextActivities"]
        assert activities["grouping"] == LAUNCH["contextTemplate"]["contextActivities"]["grouping"]
        marked = {one["id"] for one in activities.get("category", [])}
        is_judged = verb in ("completed", "passed", "failed")
        assert marked == ({CMI5, MOVE_ON} if is_judged else set() if verb == "answered" else {CMI5})
        assert (context["extensions"].get(MASTERY) == 0.8) == (verb in ("passed", "failed"))
        assert ("duration" in each.get("result", {})) == (verb != "initialized")


@needs_readers
def test_every_choice_of_every_unit_is_said(files: dict[str, bytes], guidebook: Guidebook) -> None:
    units = [one for one in guidebook.playbooks if one.practice]
    found = read("cmi5", [attend(files, one.id) for one in units])
    for playbook, one in zip(units, found, strict=True):
        check(one)
        verbs = list_verbs(one)
        assert verbs[-3:] == ["completed", "passed", "terminated"]
        assert playbook.practice
        plays = bool(playbook.practice.roleplay)
        assert verbs.count("answered") >= len(playbook.practice.quiz) + plays
        answered = [each for each in one["statements"] if each["verb"]["id"].endswith("answered")]
        assert all(each["result"]["success"] for each in answered)
        ids = {each["object"]["id"] for each in answered}
        assert len(ids) == len(answered)
        passed = one["statements"][-2]["result"]
        assert passed["score"]["scaled"] == 1
        assert one["address"] == "https://lms.example/back"


@needs_readers
def test_an_attempt_goes_on_and_says_nothing_twice(files: dict[str, bytes]) -> None:
    (half,) = read("cmi5", [attend(files, way="half")])
    check(half)
    assert "completed" not in list_verbs(half)
    (rest,) = read("cmi5", [attend(files, way="right", state=half["state"])])
    check(rest)
    assert rest["resumed"]["done"] > 0
    (whole,) = read("cmi5", [attend(files)])
    for before in (rest, whole):
        (again,) = read("cmi5", [attend(files, state=before["state"])])
        check(again)
        assert again["resumed"]["completed"]
        assert list_verbs(again) == ["initialized", "terminated"]


@needs_readers
def test_what_was_not_passed_is_said_at_the_end(files: dict[str, bytes]) -> None:
    (one,) = read("cmi5", [attend(files, way="wrong")])
    check(one)
    assert list_verbs(one)[-3:] == ["completed", "failed", "terminated"]


@needs_readers
def test_who_only_looks_leaves_no_trace(files: dict[str, bytes]) -> None:
    (one,) = read("cmi5", [attend(files, launch={**LAUNCH, "launchMode": "Review"})])
    check(one)
    assert list_verbs(one) == ["initialized", "terminated"]
    assert one["state"] is None


@needs_readers
def test_what_did_not_arrive_is_tried_again_in_order(files: dict[str, bytes]) -> None:
    (one,) = read("cmi5", [attend(files, fails=1)])
    check(one)
    assert one["told"][0]
    assert not one["told"][-1]
    (gone,) = read("cmi5", [attend(files, isLeaving=True)])
    check(gone)
    assert list_verbs(gone)[-3:] == ["completed", "passed", "terminated"]


@needs_readers
def test_a_fault_is_refused(files: dict[str, bytes]) -> None:
    given = attend(files)
    scripts = [
        one.replace("http://adlnet.gov/expapi/verbs/answered", "answered")
        for one in given["scripts"]
    ]
    assert scripts != given["scripts"]
    (one,) = read("cmi5", [{**given, "scripts": scripts}])
    assert one["faults"]
