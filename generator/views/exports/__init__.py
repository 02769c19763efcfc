"""What leaves for the programs of others: questions, role-plays, cards and phrases.

A format is a module that makes an `ExportFormat`, and one more line in the list here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.model.guidebook import Guidebook
from generator.model.playbook_items import Channel
from generator.model.yaml_model import Locate
from generator.problem import Problem
from generator.views.exports import (
    anki,
    cmi5,
    espanso,
    gift,
    help_desks,
    ink,
    llms,
    qti,
    scorm,
    spreadsheet,
)
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords

_FORMATS = (
    *(*scorm.FORMATS, cmi5.FORMAT, qti.FORMAT, gift.FORMAT, anki.FORMAT, ink.FORMAT),
    *(espanso.FORMAT, *help_desks.FORMATS, spreadsheet.FORMAT, llms.FORMAT),
)
FORMATS: Mapping[str, ExportFormat] = {one.name: one for one in _FORMATS}


@dataclass(frozen=True)
class Export:
    """What is written, by path; nothing may be while there are problems."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def make(
    name: str,
    guidebook: Guidebook,
    locate: Locate,
    *,
    ids: Iterable[str] = (),
    channels: Collection[Channel] = (),
) -> Export:
    """Write playbooks in a format; all of them if no ids are given.

    Nothing is in it that is not for one of the channels, if some are given.
    """
    chosen, words = Chosen.of(guidebook, ids, channels), ExportWords(guidebook)
    one = FORMATS[name]
    files = one.pack(one.make(chosen, words))
    return Export(files, tuple(words.list_problems(locate)))
