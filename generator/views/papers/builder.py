"""Where papers are made ready: what all kinds of them show of a guidebook."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any

import segno

from generator.checks.house_style import measure_png
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook, Step
from generator.model.yaml_model import Loc
from generator.views.papers.job import Job
from generator.views.papers.kinds import PaperKind, Size, name_file
from generator.views.papers.paper_text import PaperText, TextData, find_direction

# Letters of a title's word that surely fit on a line; a longer word may break anywhere.
_LONGEST = {PaperKind.POSTER: 14, PaperKind.CARD: 28, PaperKind.DECK: 28}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class PaperBuilder:
    """Makes jobs for one size of paper."""

    guidebook: Guidebook
    size: Size
    _inline: Inline = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Texts are read once for all papers."""
        object.__setattr__(self, "_inline", Inline(self.guidebook))

    def begin(self, kind: PaperKind, playbooks: Sequence[Playbook]) -> "JobBuilder":
        """Start a paper of one playbook, or of several."""
        return JobBuilder(self, kind, tuple(playbooks), PaperText(self._inline))

    @cached_property
    def logo(self) -> str | None:
        """The logo as an SVG picture; one of dots is put inside one."""
        content = self.guidebook.logo
        if content is None:
            return None
        size = measure_png(content)
        if size is None:
            return content.decode("utf-8", "replace")
        width, height = size
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
            f'<image width="{width}" height="{height}" href="data:image/png;base64,'
            f'{base64.b64encode(content).decode()}"/></svg>'
        )


@dataclass(frozen=True)
class JobBuilder:
    """One paper in the making."""

    builder: PaperBuilder
    kind: PaperKind
    playbooks: tuple[Playbook, ...]
    texts: PaperText

    def finish(self, name: str, **data: Any) -> Job:
        """Make the job. `name` is what a reader's window is called."""
        first = self.playbooks[0]
        alone = first if len(self.playbooks) == 1 and "sheets" not in data else None
        about = self.builder.guidebook.about
        direction = find_direction(name)
        return Job(
            path=name_file(self.kind, self.builder.size, alone),
            kind=self.kind,
            size=self.builder.size,
            data={**data, "name": self.texts.plain(first.path, ("title",), name), **direction},
            about={
                "title": self.texts.plain(files.GUIDEBOOK, ("title",), about.title),
                "version": self.texts.plain(files.GUIDEBOOK, ("version",), about.version or "")
                or None,
                "accent": about.accent,
                "logo": self.builder.logo,
            },
            lines=tuple(self.texts.lines),
            reviewed=max(one.reviewed for one in self.playbooks),
        )

    def words(self, text: str) -> str:
        """A text as plain words, for the name of the paper."""
        return self.texts.inline.plain(text)

    def text(self, playbook: Playbook, *loc: str | int, spoken: bool = False) -> TextData:
        """The text that stands at a location of a playbook."""
        value: Any = playbook
        for part in loc:
            value = value[part] if isinstance(part, int) else getattr(value, part)
        return self.texts.write(playbook.path, loc, value, spoken=spoken)

    def describe(self, playbook: Playbook) -> dict[str, Any]:
        """What stands on every kind of paper."""
        guidebook = self.builder.guidebook
        chapters = list(guidebook.chapters)
        here: Loc = ("chapters", chapters.index(playbook.chapter), "title")
        chapter = guidebook.chapters[playbook.chapter].title
        due = guidebook.review_due(playbook)
        return {
            "id": playbook.id,
            "title": self.texts.write(
                playbook.path, ("title",), playbook.title, longest=_LONGEST.get(self.kind, 22)
            ),
            "chapter": self.texts.write(files.GUIDEBOOK, here, chapter),
            "purpose": self.text(playbook, "purpose"),
            "owner": self.texts.plain(playbook.path, ("owner",), playbook.owner),
            "reviewed": _write_day(playbook.reviewed),
            "due": _write_day(due),
            "say": self.text(playbook, "say", 0, "say", spoken=True),
            "stop": {
                "lead": self.text(playbook, "stop", "lead"),
                "text": self.text(playbook, "stop", "text"),
                "go": [
                    self.text(guidebook.by_id[name], "title")
                    for name in playbook.stop.go
                    if name in guidebook.by_id
                ],
            },
            "stops_first": guidebook.stops_first(playbook),
            **self._describe_address(playbook),
        }

    def describe_step(self, playbook: Playbook, number: int) -> TextData:
        """A step in short: what to do, or the words to say."""
        step: Step = playbook.steps[number]
        if step.do is None:
            return self.text(playbook, "steps", number, "say", spoken=True)
        return self.text(playbook, "steps", number, "do")

    def _describe_address(self, playbook: Playbook) -> dict[str, str | None]:
        address = self.builder.guidebook.about.address
        if address is None:
            return {"url": None, "code": None}
        url = f"{address.rstrip('/')}/{playbook.url}"
        return {"url": url, "code": _draw_code(url)}


@cache
def _draw_code(url: str) -> str:
    picture = io.BytesIO()
    # Any mask can be read; trying all eight for the smoothest takes most of a sheet's time.
    code = segno.make(url, error="m", micro=False, mask=3)
    code.save(picture, kind="svg", xmldecl=False, border=0, omitsize=True)
    return picture.getvalue().decode()


def _write_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
