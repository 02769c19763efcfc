"""Cards for Anki: what to say instead, and the questions.

It is a text, not a deck's own file: Anki's importer takes new words of a card over from a text
whenever they differ, but from a deck only where its clock says that the card is newer, and a file
that is the same every time has no clock.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

from generator.model.playbook import Playbook, StandardPlaybook
from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.exercise import Question
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords

_FILE = "guidebook-anki.txt"
_HEAD = """\
#separator:tab
#html:true
#notetype:Basic
#guid column:1
#deck column:2
#tags column:5
"""


class _Card(NamedTuple):
    """A card as a row; by its `guid` Anki knows it again."""

    guid: str
    deck: str
    front: str
    back: str
    tags: str


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """A row for each card. Every playbook is a tag, so that cards can be chosen by it."""
    top = chosen.guidebook.about.title.replace("::", ":")
    cards = [
        card
        for playbook in chosen.playbooks
        for card in (
            *_list_swaps(playbook, words, f"{top}::Say this instead"),
            *_list_questions(playbook, words, f"{top}::Questions"),
        )
    ]
    written = io.StringIO()
    csv.writer(written, "excel-tab", lineterminator="\n").writerows(cards)
    return {_FILE: (_HEAD + written.getvalue()).encode()} if cards else {}


def _list_swaps(playbook: Playbook, words: ExportWords, deck: str) -> Iterator[_Card]:
    """In front the words to avoid, on the back the better ones and the reason."""
    if not isinstance(playbook, StandardPlaybook):
        return
    title = _write(words, playbook, ("title",), playbook.title)
    for place, (key, one) in enumerate(zip(playbook.avoid_keys, playbook.avoid, strict=True)):
        if one.say and one.instead:
            said = _write(words, playbook, ("avoid", place, "say"), one.say)
            better = _write(words, playbook, ("avoid", place, "instead"), one.instead)
            why = _write(words, playbook, ("avoid", place, "why"), one.why or "")
            back = f"“{better}”" + (f"<br><small>{why}</small>" if why else "")
            front = f"{title}<br><br>Not: “{said}”<br>What do you say instead?"
            yield _Card(f"{playbook.id}.avoid.{key}", deck, front, back, playbook.id)


def _list_questions(playbook: Playbook, words: ExportWords, deck: str) -> Iterator[_Card]:
    for one in exercise.list_questions(playbook, words):
        yield _Card(one.key, deck, _ask(one), _answer(one), playbook.id)


def _ask(question: Question) -> str:
    answers = "".join(f"<li>{escape(one.text, quote=False)}</li>" for one in question.answers)
    return f"{escape(question.prompt, quote=False)}<ul>{answers}</ul>"


def _answer(question: Question) -> str:
    right = question.right
    text, why = escape(right.text, quote=False), escape(right.feedback, quote=False)
    return f"{text}<br><small>{why}</small>"


def _write(words: ExportWords, playbook: Playbook, loc: tuple[str | int, ...], text: str) -> str:
    return escape(words.plain(playbook.path, loc, text), quote=False)


FORMAT = ExportFormat(
    name="anki",
    summary="cards to learn with Anki: say this instead, and questions; a text to import",
    holds="questions, or words to avoid with better ones",
    make=make,
    file=_FILE,
    sign=_HEAD.encode(),
)
