"""What to print: the words of one paper, the form they go into, and the sheet."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.views.papers.kinds import PaperKind, Size
from generator.views.papers.paper_text import PrintedText


@dataclass(frozen=True)
class Job:
    """One paper to make. `data` is all that the template learns; `lines` know where it is from."""

    path: str
    kind: PaperKind
    size: Size
    data: Mapping[str, Any]
    about: Mapping[str, Any]
    lines: tuple[PrintedText, ...]
    reviewed: date

    @property
    def template(self) -> str:
        """The file of the template."""
        return f"{self.kind.value}.typ"

    def inputs(self, families: tuple[str, ...]) -> dict[str, str]:
        """What the template is given, as it takes it: JSON."""
        return {
            "data": _dump(self.data),
            "about": _dump(self.about),
            "fonts": _dump(families),
            "size": self.size.value,
        }

    def key(self, families: tuple[str, ...], tools: str) -> str:
        """A name that changes with everything that the paper depends on."""
        inputs = {"template": self.template, "day": str(self.reviewed), **self.inputs(families)}
        return hashlib.sha256(f"{tools}\n{_dump(inputs)}".encode()).hexdigest()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
