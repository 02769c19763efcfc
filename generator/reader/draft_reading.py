"""One file as it would be read, before it is written: what is wrong with a text as it is typed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from generator.checks import catalogue
from generator.checks.context import DraftContext, GuidebookContext
from generator.model import paths
from generator.model.file_models import find_model
from generator.model.playbook import Playbook, PlaybookFile
from generator.problem import Problem
from generator.reader import playbook_reader
from generator.reader.change_record import ChangeRecord
from generator.reader.file_reader import FileReader
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.reader.yaml_text import ParsedFile


@dataclass(frozen=True)
class Draft:
    """What came of a file. Without `is_readable` nothing in it could be shown."""

    parsed: ParsedFile | None
    problems: tuple[Problem, ...]
    is_readable: bool


def read(
    reading: Reading,
    name: str,
    content: bytes,
    record: ChangeRecord | None = None,
    *,
    deep: bool = True,
) -> Draft:
    """Read one file anew in an otherwise unchanged guidebook, and look at it as at a playbook.

    What only a look at everything can find is not in it. One that is not `deep` finds out only
    whether it can be read.
    """
    own = reading.layers[-1]
    path = reading.find_own(find_name(name)) or name
    # Versions below are those of before; others of the same folder cannot be of one name.
    below = [layer.keep(find_name(name)) for layer in reading.layers[:-1]]
    layers = [*below, own.exchange(path, content)]
    reader = FileReader(layers, record or ChangeRecord())
    made = reader.read_any(path, lambda data: find_model(name, data))
    if not deep:
        return Draft(reader.parsed.get(path), tuple(reader.problems), made is not None)
    problems = list(reader.problems)
    if isinstance(made, PlaybookFile) and reading.whole:
        playbook = playbook_reader.place(made, path)
        problems += _check(_exchange(reading.whole, playbook, reader))
    shown = reading.point_to_own(problems)
    return Draft(reader.parsed.get(path), shown, made is not None)


def _exchange(whole: GuidebookContext, playbook: Playbook, reader: FileReader) -> DraftContext:
    """The guidebook with this version of a playbook in it."""
    others = [one for one in whole.guidebook.playbooks if one.id != paths.find_id(playbook.path)]
    same = {one.name: getattr(whole, one.name) for one in fields(whole)}
    same["guidebook"] = replace(whole.guidebook, playbooks=(*others, playbook))
    same["locate"] = reader.locate
    return DraftContext(**same, draft=playbook)


def _check(context: DraftContext) -> Iterator[Problem]:
    """Look at a playbook, and for names in its words that lead nowhere."""
    for one in context.playbooks:
        yield from catalogue.check_playbook(one)
    shown = context.locate(context.draft.path, ()).path
    yield from (one for one in catalogue.check_each(context) if one.place.path == shown)
