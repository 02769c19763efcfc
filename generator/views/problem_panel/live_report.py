"""What is wrong while one edits: on the page that it is about, in a panel, and in its file."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypedDict

from generator.problem import Place, Problem, Severity
from generator.views.pages.renderer import fill

FOLDER = "~edit/"
"""What is below this address belongs to the preview, and is not in a published site."""

SOURCE = f"{FOLDER}file/"
_ORDER = tuple(Severity)


class FileAt(NamedTuple):
    """A page of the site that a file is behind."""

    title: str
    url: str


class Entry(TypedDict):
    """A problem as the panel shows it. `source` leads to its line, `page` to where it is read."""

    severity: str
    place: str
    message: str
    fix: Sequence[str]
    rule: str
    source: str | None
    page: FileAt | None


class Line(TypedDict):
    """A line of a file, with what is wrong on it."""

    number: int
    text: str
    problems: Sequence[Entry]


@dataclass(frozen=True)
class Report:
    """All problems of a guidebook. `texts` are the files by the path that problems show.

    `pages` are the pages that these files are behind. `fault` is what keeps everything from being
    read. While `is_checking`, problems of the whole may be those of before.
    """

    problems: Sequence[Problem]
    texts: Mapping[str, str]
    pages: Mapping[str, FileAt] = field(default_factory=dict)
    fault: str = ""
    is_checking: bool = False

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """All of them, the worst first."""
        ordered = sorted(
            self.problems, key=lambda one: (_ORDER.index(one.severity), one.place, one.message)
        )
        return [self._describe(one) for one in ordered]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each severity."""
        return Counter(one["severity"] for one in self.entries)

    def write_panel(
        self, shown: Sequence[str], *, links: Sequence[tuple[str, str]] = (), **data: str
    ) -> str:
        """The panel for a page that these files are behind; `data` are attributes of it.

        `links` are titles and addresses of what may be opened from the page.
        """
        own = {f"{path}:" for path in shown}
        here = [
            one
            for one in self.entries
            if one["severity"] != Severity.NOTE and f"{one['place'].rsplit(':', 2)[0]}:" in own
        ]
        return fill(
            "preview/panel.html",
            data=data,
            links=links,
            here=here,
            others=[one for one in self.entries if one not in here],
            counts=self.counts,
            fault=self.fault,
            is_checking=self.is_checking,
        )

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The paths of all files by the addresses below which they are shown."""
        return {find_source(path): path for path in self.texts}

    def write_file(self, address: str) -> str | None:
        """A file with what is wrong on its lines; None if no such file was read."""
        path = self.sources.get(address)
        if path is None:
            return None
        return fill(
            "preview/file.html",
            path=path,
            page=self.pages.get(path),
            lines=list(self._list_lines(path, self.texts[path])),
        )

    def _list_lines(self, path: str, text: str) -> Iterator[Line]:
        found: dict[int, list[Entry]] = {}
        for one in self.entries:
            name, line, _ = one["place"].rsplit(":", 2)
            if name == path:
                found.setdefault(int(line), []).append(one)
        lines = text.split("\n")
        for number, line_text in enumerate(lines if lines[-1] else lines[:-1] or [""], 1):
            yield {"number": number, "text": line_text, "problems": found.get(number, ())}

    def _describe(self, problem: Problem) -> Entry:
        path = problem.place.path
        return {
            "severity": problem.severity.value,
            "place": _write_place(problem.place),
            "message": problem.message,
            "fix": problem.fix.split("\n"),
            "rule": problem.rule.id,
            "source": f"{find_source(path)}#L{problem.place.line}" if path in self.texts else None,
            "page": self.pages.get(path),
        }


def find_source(path: str) -> str:
    """The address of a file, from the top of the site. A path may lead anywhere; this does not."""
    digest = hashlib.sha256(path.encode()).hexdigest()[:12]
    return f"{SOURCE}{digest}/{path.rpartition('/')[2]}"


def _write_place(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"
