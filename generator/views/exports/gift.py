"""Questions in GIFT, a text that Moodle and other platforms read."""

import re
from collections.abc import Iterator, Mapping

from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.exercise import Question
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords

_FILE = "guidebook.gift"
_MARKS = re.compile(r"[~=#{}:\\]")
_READ_AS_FORMAT = re.compile(r"%|\[(?:html|markdown|moodle|plain)\]")


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """All questions, by chapter, each with its id and with feedback on every answer."""
    blocks: list[str] = []
    category = ""
    for playbook in chosen.playbooks:
        questions = [_write(one) for one in exercise.list_questions(playbook, words)]
        chapter = exercise.name_chapter(chosen.guidebook, playbook)
        if questions and chapter != category:
            category = chapter
            names = (_escape_category(one) for one in (chosen.guidebook.about.title, chapter))
            blocks.append(f"$CATEGORY: $course$/{'/'.join(names)}")
        blocks += questions
    return {_FILE: ("\n\n".join(blocks) + "\n").encode()} if blocks else {}


def _write(question: Question) -> str:
    return "\n".join(
        [
            f"// [id:{question.key}]",
            f"::{question.key}::[plain]{_escape(question.prompt)} {{",
            *_write_answers(question),
            "}",
        ]
    )


def _write_answers(question: Question) -> Iterator[str]:
    for one in question.answers:
        mark = "=" if one.is_right else "~"
        yield f"{mark}{_write_text(one.text)}#{_write_text(one.feedback)}"


def _write_text(text: str) -> str:
    """A text that begins like a share of the points or a name of a format is said to be plain."""
    return f"{'[plain]' if _READ_AS_FORMAT.match(text) else ''}{_escape(text)}"


def _escape(text: str) -> str:
    # Moodle takes an answer with this arrow for a pair to match, even behind a backslash.
    return _MARKS.sub(lambda found: f"\\{found[0]}", text.replace("->", "→"))


def _escape_category(title: str) -> str:
    return title.replace("/", "//")


FORMAT = ExportFormat(
    name="gift",
    summary="questions for Moodle's question bank, as a text",
    holds="questions",
    make=make,
    file=_FILE,
    sign=b"// [id:",
)
