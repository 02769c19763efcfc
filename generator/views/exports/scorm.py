"""Exercises as a course in SCORM, 1.2 and 2004: one package with one page."""

from collections.abc import Iterable, Mapping
from functools import partial
from xml.etree.ElementTree import Element

from generator.views.exports import course, xml_text
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords
from generator.views.exports.xml_text import make as element

_SCRIPT = "course-scorm.js"
_MANIFEST = "imsmanifest.xml"
_OLD = "scorm12"
_NEW = "scorm2004"

_NAMES = {
    _OLD: {
        "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    },
    _NEW: {
        "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
    },
}
_VERSIONS = {_OLD: "1.2", _NEW: "2004 3rd Edition"}
_KIND = {_OLD: "adlcp:scormtype", _NEW: "adlcp:scormType"}


def make(version: str, chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """A package of all that is to be practiced."""
    units = course.list_units(chosen, words)
    if not units:
        return {}
    course.refuse_too_long(units)
    files = course.make_files(version, _SCRIPT, chosen.title, units)
    files |= course.list_player(_SCRIPT)
    manifest = _make_manifest(version, chosen, sorted(files))
    return {_MANIFEST: xml_text.write(manifest), **files}


def _make_manifest(version: str, chosen: Chosen, paths: Iterable[str]) -> Element:
    title = element("title", {}, chosen.title)
    item = element("item", {"identifier": "item", "identifierref": "course"}, title)
    if version == _NEW:
        # What the page says counts, not that it has been open.
        item.append(
            element(
                "imsss:sequencing",
                {},
                element(
                    "imsss:deliveryControls",
                    {"completionSetByContent": "true", "objectiveSetByContent": "true"},
                ),
            )
        )
    organization = element(
        "organization",
        {"identifier": "organization"},
        element("title", {}, chosen.title),
        item,
    )
    resource = element(
        "resource",
        {
            "identifier": "course",
            "type": "webcontent",
            _KIND[version]: "sco",
            "href": course.PAGE,
        },
        *(element("file", {"href": path}) for path in paths),
    )
    return element(
        "manifest",
        {"identifier": chosen.name, "version": "1.0", **_NAMES[version]},
        element(
            "metadata",
            {},
            element("schema", {}, "ADL SCORM"),
            element("schemaversion", {}, _VERSIONS[version]),
        ),
        element("organizations", {"default": "organization"}, organization),
        element("resources", {}, resource),
    )


FORMATS = tuple(
    ExportFormat(
        name=name,
        summary=f"questions and role-plays as a course in SCORM {words}; a zip",
        holds="anything to practice",
        make=partial(make, name),
        file=f"guidebook-{name}.zip",
        sign=b"player/course-scorm.js",
    )
    for name, words in ((_OLD, "1.2"), (_NEW, "2004"))
)
