"""Phrases as a table, for people and for programs that no other format is for."""

import csv
import io
from collections.abc import Mapping

from generator.views.exports import phrase_list
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords

_FILE = "guidebook-phrases.csv"
_FORMULA = ("=", "+", "-", "@")
_HEAD = ("id", "chapter", "playbook", "phrase", "why", "channels", "feelings", "to fill in")


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """A row for each phrase. It begins with the mark by which Excel knows the encoding."""
    rows = [
        (
            one.key,
            one.chapter,
            one.title,
            one.text,
            one.why,
            ", ".join(one.channels),
            ", ".join(one.feelings),
            ", ".join(one.slots),
        )
        for one in phrase_list.list_phrases(chosen, words)
    ]
    written = io.StringIO()
    csv.writer(written).writerows([_HEAD, *(map(_write, row) for row in rows)])
    return {_FILE: written.getvalue().encode("utf-8-sig")} if rows else {}


def _write(cell: str) -> str:
    """A text as a text: a spreadsheet works out what begins as a formula, which no phrase is."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


FORMAT = ExportFormat(
    name="csv",
    summary="phrases as a table",
    holds="a phrase that fits there",
    make=make,
    by_channel=True,
    file=_FILE,
    sign=",".join(_HEAD).encode(),
)
