"""Builds jobs from what all kinds of papers show of a guidebook."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import segno

from generator.checks.house_style import measure_png
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook
from generator.views.dates import write_day
from generator.views.papers.job import Job
from generator.views.papers.kinds import OF_ALL, PaperKind, Size, name_file
from generator.views.papers.paper_text import TextCollector, find_direction
from generator.views.papers.template_data import (
    AboutData,
    AddressData,
    PaperData,
    PlaybookData,
    StopData,
    TextData,
)

# Letters of a word that surely fit on a line of large type; a longer word may break anywhere.
_LONGEST = {PaperKind.POSTER: 14, PaperKind.CARD: 28, PaperKind.DECK: 28, PaperKind.TREE: 20}


@dataclass(frozen=True)
class JobContext:
    """What the jobs of one guidebook and one size of paper share."""

    guidebook: Guidebook
    size: Size
    inline: Inline

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


@dataclass
class JobBuilder:
    """Builds one job, and keeps for problems where its texts are from."""

    context: JobContext
    kind: PaperKind
    playbooks: Sequence[Playbook]

    def __post_init__(self) -> None:
        """Start without texts."""
        self.texts = TextCollector(self.context.inline)

    @property
    def longest(self) -> int:
        """How many letters of a word surely fit on a line of large type."""
        return _LONGEST.get(self.kind, 22)

    def finish(self, name: str, data: PaperData) -> Job:
        """Make the job. `name` is the title of a reader's window."""
        alone = None if self.kind in OF_ALL else self.playbooks[0]
        named_in = alone.path if alone else files.GUIDEBOOK
        return Job(
            path=name_file(self.kind, self.context.size, alone),
            kind=self.kind,
            size=self.context.size,
            data=data,
            document={
                "name": self.texts.plain(named_in, ("title",), name),
                **find_direction(name),
            },
            about=self._describe_guidebook(),
            texts=tuple(self.texts.found),
            reviewed=max(one.reviewed for one in self.playbooks),
        )

    def name(self, playbook: Playbook, form: str) -> str:
        """The name of a paper of one playbook, such as “Someone is shouting: checklist”."""
        return f"{self.context.inline.plain(playbook.title)}: {form}"

    def text(self, playbook: Playbook, *loc: str | int, spoken: bool = False) -> TextData:
        """The text at a location of a playbook."""
        value: Any = playbook
        for part in loc:
            value = value[part] if isinstance(part, int) else getattr(value, part)
        return self.texts.write(playbook.path, loc, value, spoken=spoken)

    def describe(self, playbook: Playbook) -> PlaybookData:
        """What every large paper of a playbook shows."""
        guidebook = self.context.guidebook
        return {
            "id": playbook.id,
            "title": self.title(playbook),
            "chapter": self.chapter(playbook),
            "purpose": self.text(playbook, "purpose"),
            "owner": self.texts.plain(playbook.path, ("owner",), playbook.owner),
            "reviewed": write_day(playbook.reviewed),
            "due": write_day(guidebook.review_due(playbook)),
            "say": self.text(playbook, "say", 0, "say", spoken=True),
            "stop": self.stop(playbook),
            "stops_first": guidebook.stops_first(playbook),
            **self.address(playbook.url),
        }

    def title(self, playbook: Playbook) -> TextData:
        """The title of a playbook, which may break where it is too long for the paper."""
        return self.texts.write(playbook.path, ("title",), playbook.title, longest=self.longest)

    def chapter(self, playbook: Playbook) -> TextData:
        """The title of a playbook's chapter."""
        chapters = self.context.guidebook.chapters
        loc = ("chapters", list(chapters).index(playbook.chapter), "title")
        return self.texts.write(files.GUIDEBOOK, loc, chapters[playbook.chapter].title)

    def stop(self, playbook: Playbook) -> StopData:
        """When to stop."""
        known = self.context.guidebook.by_id
        return {
            "lead": self.text(playbook, "stop", "lead"),
            "text": self.text(playbook, "stop", "text"),
            "go": [self.text(known[name], "title") for name in playbook.stop.go if name in known],
        }

    def step(self, playbook: Playbook, number: int) -> TextData:
        """A step in short: what to do, or the words to say."""
        if playbook.steps[number].do is None:
            return self.text(playbook, "steps", number, "say", spoken=True)
        return self.text(playbook, "steps", number, "do")

    def address(self, url: str) -> AddressData:
        """Address and code of a page; `url` is from the top of the site."""
        site = self.context.guidebook.about.address
        if site is None:
            return {"url": None, "code": None}
        whole = f"{site.rstrip('/')}/{url}"
        return {"url": whole, "code": _draw_code(whole)}

    def _describe_guidebook(self) -> AboutData:
        about = self.context.guidebook.about
        version = self.texts.plain(files.GUIDEBOOK, ("version",), about.version or "")
        return {
            "title": self.texts.plain(files.GUIDEBOOK, ("title",), about.title),
            "version": version or None,
            "accent": about.accent,
            "logo": self.context.logo,
        }


@cache
def _draw_code(url: str) -> str:
    picture = io.BytesIO()
    # Any mask can be read; trying all eight for the smoothest takes most of a sheet's time.
    code = segno.make(url, error="m", micro=False, mask=3)
    code.save(picture, kind="svg", xmldecl=False, border=0, omitsize=True)
    return picture.getvalue().decode()
