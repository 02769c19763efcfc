"""Exercises as a course in cmi5: a unit for each playbook, in a block for each chapter."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from generator.views.exports import course, xml_text
from generator.views.exports.chosen import Chosen
from generator.views.exports.course import Unit
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords
from generator.views.exports.xml_text import make as element

_SCRIPT = "course-cmi5.js"
_NAMES = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
_PRACTICE = "practice/"


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """A package in which every playbook is a page of its own."""
    units = course.list_units(chosen, words)
    if not units:
        return {}
    files = {"cmi5.xml": xml_text.write(_make_structure(chosen, units))}
    for one in units:
        data = f"units/{one['id']}.js"
        page = course.write_page(_SCRIPT, one["title"], data, root="../")
        files[_locate(one)] = page.encode()
        files[data] = course.write_data("cmi5", one["title"], [one])
    return files | dict(course.list_player(_SCRIPT))


def _locate(unit: Unit) -> str:
    return f"units/{unit['id']}.html"


def _make_structure(chosen: Chosen, units: list[Unit]) -> Element:
    about = chosen.guidebook.about
    # By these names a platform knows a course again, so a playbook keeps its own in any chapter.
    base = (
        f"{about.address.rstrip('/')}/{_PRACTICE}" if about.address else "urn:guidebook:practice:"
    )
    chapters = {one.title: one for one in about.chapters}
    blocks: dict[str, Element] = {}
    for one in units:
        chapter = chapters[one["chapter"]]
        if chapter.id not in blocks:
            purpose = chapter.purpose or chapter.title
            blocks[chapter.id] = element(
                "block",
                {"id": f"{base}chapter-{chapter.id}"},
                *_describe(chapter.title, purpose),
            )
        blocks[chapter.id].append(_make_unit(base, one))
    top = element(
        "course", {"id": f"{base}course-{chosen.name}"}, *_describe(chosen.title, about.purpose)
    )
    return element("courseStructure", {"xmlns": _NAMES}, top, *blocks.values())


def _make_unit(base: str, unit: Unit) -> Element:
    return element(
        "au",
        {
            "id": f"{base}{unit['id']}",
            "moveOn": "Passed",
            "masteryScore": f"{course.PASSED / 100}",
            "launchMethod": "AnyWindow",
        },
        *_describe(unit["title"], unit["purpose"]),
        element("url", {}, _locate(unit)),
    )


def _describe(title: str, purpose: str | None) -> tuple[Element, Element]:
    def say(name: str, text: str) -> Element:
        return element(name, {}, element("langstring", {"lang": "en"}, text))

    return say("title", title), say("description", purpose or title)


FORMAT = ExportFormat(
    name="cmi5",
    summary="questions and role-plays as a course in cmi5 (xAPI), a unit for each playbook; a zip",
    holds="anything to practice",
    make=make,
    file="guidebook-cmi5.zip",
    sign=b"player/course-cmi5.js",
)
