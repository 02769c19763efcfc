"""Who names a playbook, in words: what its removal would touch."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.paths import find_id
from generator.reader.deletion import Naming
from generator.views.editor.fields import write_label

_FILES: Mapping[str, str] = {
    files.GUIDEBOOK: "The guidebook’s own file",
    files.QUERIES: "What the search has to find",
    files.WORDS: "Words of the search",
    files.LANGUAGES: "Other languages",
    files.EXAMPLES: "What people typed",
    files.SITUATIONS: "What people typed",
    files.TRIAGE: "Help me now",
    files.PATHS: "Paths",
    files.IDEAS: "Ideas",
}
_PLACES: Mapping[str, str] = {
    "chapters": "the order of its chapter",
    "right_now": "a shortcut on the home page",
    "queries": "what staff type who need it",
    "danger": "words of danger",
    "languages": "words of other languages",
    "emergencies": "what people typed who meant it",
    "situations": "what people typed who meant it",
    "questions": "an answer that leads here",
    "paths": "a step of a path",
    "rulings": "where staff meet a ruling",
    "without": "what the company leaves out",
}
_TEXT = "in the text"


class Namer(NamedTuple):
    """A page or a file that names a playbook, and where in it."""

    title: str
    url: str
    places: Sequence[str]


def list_namers(guidebook: Guidebook, namings: Sequence[Naming]) -> Iterator[Namer]:
    """Each file once, with the words for the places in it."""
    places: dict[str, dict[str, None]] = {}
    for one in namings:
        places.setdefault(one.path, {})[_describe(one)] = None
    for path, found in places.items():
        playbook = guidebook.by_id.get(find_id(path)) if "/" in path else None
        title = playbook.title if playbook else _FILES.get(path, path)
        yield Namer(title, f"/{playbook.url}" if playbook else "", list(found))


def _describe(naming: Naming) -> str:
    if naming.text and "((" in naming.text:
        return f"{_TEXT}: “{naming.text}”"
    names = [part for part in naming.loc if isinstance(part, str)]
    place = _PLACES.get(names[0])
    return place or " ".join(write_label(name).lower() for name in names)
