"""What to print: the words of one paper, its template, and the size of the sheet."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date

from generator.model.playbook import Playbook
from generator.views.papers.kinds import PaperKind, Size, Volume, name_file
from generator.views.papers.paper_text import SourceText
from generator.views.papers.template_data import AboutData, DocumentData, PaperData


@dataclass(frozen=True)
class Job:
    """One paper to print.

    `playbook` is the one that it is about, if it is about one alone. `template` is the name of a
    file. `data`, `document` and `about` are all that it gets, whatever the size of the sheet;
    `texts` say which files the paper is from, for problems. `reviewed` is the date of the PDF file.
    """

    playbook: Playbook | None
    kind: PaperKind
    template: str
    size: Size
    data: PaperData
    document: DocumentData
    about: AboutData
    texts: tuple[SourceText, ...]
    reviewed: date
    volume: Volume | None = None

    def dated(self, day: date) -> "Job":
        """The same paper of another day."""
        return replace(self, reviewed=day)

    @property
    def path(self) -> str:
        """Where it is, from the top of the site."""
        return name_file(self.kind, self.size, self.playbook, self.volume)

    def inputs(self, families: tuple[str, ...]) -> dict[str, str]:
        """What the template is given, as JSON by name."""
        return {
            "data": _dump(self.data),
            "document": _dump(self.document),
            "about": _dump(self.about),
            "fonts": _dump(families),
            "size": _dump(self.size.value),
        }

    def key(self, families: tuple[str, ...], tools: str) -> str:
        """A name that changes with everything that the paper depends on."""
        inputs = {"template": self.template, "day": str(self.reviewed), **self.inputs(families)}
        return hashlib.sha256(f"{tools}\n{_dump(inputs)}".encode()).hexdigest()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
