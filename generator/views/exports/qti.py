"""Questions in QTI 3, the exchange format of test platforms."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generator.views.exports import exercise, xml_text
from generator.views.exports.chosen import Chosen
from generator.views.exports.exercise import Question
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords, shorten
from generator.views.exports.xml_text import make as element

_ITEM = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_TEST = "test.xml"
_SHOWN = 80  # letters of a question in a list of titles


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """An item for each question, and a test of them all, with a section for each chapter."""
    sections: dict[str, list[Question]] = {}
    for playbook in chosen.playbooks:
        if found := list(exercise.list_questions(playbook, words)):
            sections.setdefault(exercise.name_chapter(chosen.guidebook, playbook), []).extend(found)
    if not sections:
        return {}
    questions = [one for each in sections.values() for one in each]
    return {
        "imsmanifest.xml": xml_text.write(_list_parts(chosen.name, questions)),
        _TEST: xml_text.write(_make_test(chosen, sections)),
        **{_locate(one): xml_text.write(_make_item(one)) for one in questions},
    }


def _name(question: Question) -> str:
    return f"item-{question.key}"


def _locate(question: Question) -> str:
    return f"items/{question.key}.xml"


def _make_item(question: Question) -> Element:
    names = {one.key: f"answer-{one.key}" for one in question.answers}
    return element(
        "qti-assessment-item",
        {
            "xmlns": _ITEM,
            "identifier": _name(question),
            "title": shorten(question.prompt, _SHOWN),
            "adaptive": "false",
            "time-dependent": "false",
            "xml:lang": "en",
        },
        element(
            "qti-response-declaration",
            {"identifier": "RESPONSE", "cardinality": "single", "base-type": "identifier"},
            element(
                "qti-correct-response", {}, element("qti-value", {}, names[question.right.key])
            ),
        ),
        _declare("SCORE", "float", "0", {"normal-maximum": "1"}),
        _declare("FEEDBACK", "identifier"),
        element(
            "qti-item-body",
            {},
            element(
                "qti-choice-interaction",
                {"response-identifier": "RESPONSE", "max-choices": "1"},
                element("qti-prompt", {}, question.prompt),
                *(
                    element("qti-simple-choice", {"identifier": names[one.key]}, one.text)
                    for one in question.answers
                ),
            ),
        ),
        _make_scoring(),
        *(
            element(
                "qti-modal-feedback",
                {
                    "outcome-identifier": "FEEDBACK",
                    "identifier": names[one.key],
                    "show-hide": "show",
                },
                element("qti-content-body", {}, element("p", {}, one.feedback)),
            )
            for one in question.answers
        ),
    )


def _make_scoring() -> Element:
    """One point for the right answer, and the feedback of the one that was chosen."""
    is_right = element(
        "qti-match",
        {},
        element("qti-variable", {"identifier": "RESPONSE"}),
        element("qti-correct", {"identifier": "RESPONSE"}),
    )
    return element(
        "qti-response-processing",
        {},
        element(
            "qti-response-condition",
            {},
            element("qti-response-if", {}, is_right, _set("SCORE", _make_number("1"))),
            element("qti-response-else", {}, _set("SCORE", _make_number("0"))),
        ),
        _set("FEEDBACK", element("qti-variable", {"identifier": "RESPONSE"})),
    )


def _set(name: str, value: Element) -> Element:
    return element("qti-set-outcome-value", {"identifier": name}, value)


def _make_number(number: str) -> Element:
    return element("qti-base-value", {"base-type": "float"}, number)


def _declare(
    name: str, base: str, default: str = "", more: xml_text.Attributes | None = None
) -> Element:
    given = [element("qti-default-value", {}, element("qti-value", {}, default))] if default else []
    attributes = {"identifier": name, "cardinality": "single", "base-type": base, **(more or {})}
    return element("qti-outcome-declaration", attributes, *given)


def _make_test(chosen: Chosen, sections: Mapping[str, list[Question]]) -> Element:
    return element(
        "qti-assessment-test",
        {"xmlns": _ITEM, "identifier": f"test-{chosen.name}", "title": chosen.title},
        _declare("SCORE", "float", "0"),
        element(
            "qti-test-part",
            {
                "identifier": "part",
                "navigation-mode": "nonlinear",
                "submission-mode": "individual",
            },
            *(
                element(
                    "qti-assessment-section",
                    {"identifier": f"section-{place}", "title": title, "visible": "true"},
                    *map(_refer, questions),
                )
                for place, (title, questions) in enumerate(sections.items(), start=1)
            ),
        ),
        element(
            "qti-outcome-processing",
            {},
            _set(
                "SCORE",
                element(
                    "qti-sum",
                    {},
                    element("qti-test-variables", {"variable-identifier": "SCORE"}),
                ),
            ),
        ),
    )


def _refer(question: Question) -> Element:
    return element(
        "qti-assessment-item-ref", {"identifier": _name(question), "href": _locate(question)}
    )


def _list_parts(name: str, questions: list[Question]) -> Element:
    return element(
        "manifest",
        {"xmlns": _PACKAGE, "identifier": f"package-{name}"},
        element(
            "metadata",
            {},
            element("schema", {}, "QTI Package"),
            element("schemaversion", {}, "3.0.0"),
        ),
        element("organizations"),
        element("resources", {}, *_list_resources(questions)),
    )


def _list_resources(questions: list[Question]) -> Iterator[Element]:
    yield element(
        "resource",
        {"identifier": "test", "type": "imsqti_test_xmlv3p0", "href": _TEST},
        element("file", {"href": _TEST}),
        *(element("dependency", {"identifierref": _name(one)}) for one in questions),
    )
    for one in questions:
        path = _locate(one)
        yield element(
            "resource",
            {"identifier": _name(one), "type": "imsqti_item_xmlv3p0", "href": path},
            element("file", {"href": path}),
        )


FORMAT = ExportFormat(
    name="qti3",
    summary="questions for test platforms that read QTI 3; a zip",
    holds="questions",
    make=make,
    file="guidebook-qti3.zip",
    sign=b".quiz.",
)
