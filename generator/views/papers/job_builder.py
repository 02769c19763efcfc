"""Builds jobs from what all kinds of papers show of a guidebook."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from generator.checks import pixel_picture
from generator.model import files
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import ALARM, EMERGENCY_NUMBER, SITE_ADDRESS, Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook, StandardPlaybook
from generator.views import pictogram
from generator.views.dates import write_day
from generator.views.emergency_call import Call, describe_call
from generator.views.papers.job import Job
from generator.views.papers.kinds import OF_ALL, SESSIONS, PaperKind, Size, Volume
from generator.views.papers.page_data import (
    AddressData,
    CallData,
    NumberData,
    PageData,
    StopData,
    TabData,
    TextData,
)
from generator.views.papers.paper_text import TextCollector, clean, find_direction
from generator.views.papers.template_data import AboutData, PaperData, PlaybookData
from generator.views.sign_off import describe_approval, describe_sign_off

# Letters of a word that surely fit on a line of large type; a longer word may break anywhere.
_LONGEST = {PaperKind.POSTER: 14, PaperKind.CARD: 28, PaperKind.DECK: 28, PaperKind.TREE: 20}


@dataclass(frozen=True)
class JobContext:
    """What the jobs of one guidebook share."""

    guidebook: Guidebook
    inline: Inline

    @cached_property
    def call(self) -> Call:
        """Whom to call in an emergency."""
        return describe_call(self.guidebook, self.inline)

    @cached_property
    def logo(self) -> str | None:
        """The logo as an SVG picture; one of dots is put inside one."""
        content = self.guidebook.logo
        if content is None:
            return None
        size = pixel_picture.measure(content)
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

    def finish(
        self,
        name: str,
        data: PaperData,
        *,
        template: str | None = None,
        volume: Volume | None = None,
    ) -> Job:
        """Make the job, for A4. `name` is the title of a reader's window.

        `template` is needed where it is not called like the kind.
        """
        return Job(
            playbook=None if self.kind in OF_ALL or self.kind in SESSIONS else self.playbooks[0],
            kind=self.kind,
            template=f"{template or self.kind.value}.typ",
            size=Size.A4,
            data=data,
            document={"name": clean(name), **find_direction(name)},
            about=self._describe_guidebook(),
            texts=tuple(self.texts.found),
            reviewed=max(one.reviewed for one in self.playbooks),
            volume=volume,
        )

    def name(self, playbook: Playbook, form: str) -> str:
        """The name of a paper of one playbook, such as “Someone is shouting: checklist”."""
        return f"{self.context.inline.plain(playbook.title)}: {form}"

    def text(self, playbook: Playbook, *loc: str | int, spoken: bool = False) -> TextData:
        """The text at a location of a playbook."""
        return self.texts.write(playbook.path, loc, find_value(playbook, *loc), spoken=spoken)

    def list_texts(self, playbook: Playbook, *loc: str | int) -> list[TextData]:
        """The texts of a list at a location of a playbook, or none."""
        count = len(find_value(playbook, *loc) or ())
        return [self.text(playbook, *loc, number) for number in range(count)]

    def list_items(self, playbook: Playbook) -> list[TextData]:
        """The boxes to tick."""
        items = range(len(playbook.checklist.items))
        return [self.text(playbook, "checklist", "items", one, "text") for one in items]

    def describe_page(self, playbook: Playbook) -> PageData:
        """What every sheet and poster of any playbook shows."""
        return {
            "id": playbook.id,
            "title": self.title(playbook),
            "chapter": self.chapter(playbook),
            "tab": self._describe_tab(playbook),
            "owner": self.texts.plain(playbook.path, ("owner",), playbook.owner),
            "reviewed": write_day(playbook.reviewed),
            "due": self.due(playbook),
            "approval": self.approve(playbook),
            "call": self.call() if isinstance(playbook, Emergency) else None,
            **self.address(playbook.url),
        }

    def describe(self, playbook: StandardPlaybook) -> PlaybookData:
        """The same with what a standard playbook is for and says first."""
        return {
            **self.describe_page(playbook),
            "purpose": self.text(playbook, "purpose"),
            "say": self.text(playbook, "say", 0, "say", spoken=True),
            "stop": self.stop(playbook),
            "stops_first": self.context.guidebook.stops_first(playbook),
        }

    def due(self, playbook: Playbook) -> str:
        """The day of the next review."""
        return write_day(self.context.guidebook.review_due(playbook))

    def approve(self, playbook: Playbook, branch: int | None = None) -> str:
        """Who approved a playbook or a branch of it, or who still has to; "" if nobody has to."""
        loc = ("sign_off",) if branch is None else ("branches", branch, "sign_off")
        line = (
            describe_approval(playbook)
            if branch is None
            else describe_sign_off(find_value(playbook, *loc), playbook)
        )
        return self.texts.plain(playbook.path, loc, line) if line else ""

    def number(self) -> list[NumberData]:
        """Whom to call in an emergency."""
        return [
            {
                "t": self.texts.write_value(EMERGENCY_NUMBER, one.words),
                "dials": one.dials is not None,
            }
            for one in self.context.call.number
        ]

    def call(self) -> CallData:
        """The bar of an emergency."""
        call = self.context.call
        return {
            "number": self.number(),
            "address": self.texts.write_value(SITE_ADDRESS, call.address),
            "alarm": self.texts.write_value(ALARM, call.alarm),
            "names_site": call.names_site,
        }

    def title(self, playbook: Playbook) -> TextData:
        """The title of a playbook, which may break where it is too long for the paper."""
        return self.texts.write(playbook.path, ("title",), playbook.title, longest=self.longest)

    def chapter(self, playbook: Playbook) -> TextData:
        """The title of a playbook's chapter."""
        chapters = self.context.guidebook.chapters
        loc = ("chapters", list(chapters).index(playbook.chapter), "title")
        return self.texts.write(files.GUIDEBOOK, loc, chapters[playbook.chapter].title)

    def stop(self, playbook: StandardPlaybook) -> StopData:
        """When to stop."""
        known = self.context.guidebook.by_id
        return {
            "level": playbook.stop.level.value,
            "lead": self.text(playbook, "stop", "lead"),
            "text": self.text(playbook, "stop", "text"),
            "go": [self.text(known[name], "title") for name in playbook.stop.go if name in known],
        }

    def list_steps(self, playbook: StandardPlaybook, *, most: int | None = None) -> list[TextData]:
        """Steps in short, at most so many: what to do, or the words to say."""
        return [
            self.text(playbook, "steps", number, "do")
            if one.do
            else self.text(playbook, "steps", number, "say", spoken=True)
            for number, one in enumerate(playbook.steps[:most])
        ]

    def address(self, url: str) -> AddressData:
        """Address and code of a page; `url` is from the top of the site."""
        site = self.context.guidebook.about.address
        if site is None:
            return {"url": None, "code": None}
        whole = f"{site.rstrip('/')}/{url}"
        return {"url": whole, "code": _draw_code(whole)}

    def _describe_tab(self, playbook: Playbook) -> TabData:
        chapters = self.context.guidebook.chapters
        sign = chapters[playbook.chapter].icon
        return {
            "index": list(chapters).index(playbook.chapter),
            "count": len(chapters),
            "sign": pictogram.make_file(sign).replace("#000", "#fff") if sign else None,
        }

    def _describe_guidebook(self) -> AboutData:
        about = self.context.guidebook.about
        version = self.texts.plain(files.GUIDEBOOK, ("version",), about.version or "")
        return {
            "title": self.texts.plain(files.GUIDEBOOK, ("title",), about.title),
            "version": version or None,
            "accent": about.accent,
            "logo": self.context.logo,
        }


def find_value(playbook: Playbook, *loc: str | int) -> Any:
    """What a playbook has at a location."""
    value: Any = playbook
    for part in loc:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return value


@cache
def _draw_code(url: str) -> str:
    import segno  # noqa: PLC0415  # with what it needs for colours and links, a tenth of a check

    picture = io.BytesIO()
    # Any mask can be read; trying all eight for the smoothest takes most of a sheet's time.
    code = segno.make(url, error="m", micro=False, mask=3)
    code.save(picture, kind="svg", xmldecl=False, border=0, omitsize=True)
    return picture.getvalue().decode()
