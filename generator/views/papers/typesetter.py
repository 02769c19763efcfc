"""Sets papers with Typst, and reports what cannot be set in plain words."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property
from importlib import resources
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator.checks.paper_rules import EMERGENCY_TOO_FULL, NO_LETTER, PAPER, TOO_FULL
from generator.model import files
from generator.model.yaml_model import Locate
from generator.problem import Place, Problem
from generator.views.papers.fonts import Fonts
from generator.views.papers.job import Job
from generator.views.papers.kinds import BOUND, PaperKind
from generator.views.papers.paper_text import SourceText

if TYPE_CHECKING:
    import typst

_KEPT = 10
"""For how many papers Typst remembers what it has worked out."""
_NOTHING = {"main.typ": b'#set document(title: "x")'}
_TEMPLATES = resources.files("generator.views") / "templates" / "paper"
_TOO_FULL = re.compile(r"too-full:(\d+):([a-z0-9-]+)(?::(\d+))?")
_CARD = (
    "A pocket card holds the title, the first thing to say, three steps and the stop line, and they"
    " do not fit on it."
)
_BRANCH_CARD = (
    "A pocket card of an emergency holds the number to call, a sign and what to do now, and they do"
    " not fit on it."
)
_EMERGENCY_POSTER = (
    "A poster of an emergency holds the number to call and every sign with what to do now, what not"
    " to do and what to say, and they do not fit on it."
)
_SIDES = (
    "The front of the sheet holds the title, the purpose, the stop line, the first thing to say and"
    " all steps with their reasons, and they do not fit on it.",
    "The back of the sheet holds all else that there is to say, what not to say and the boxes, and"
    " they do not fit on it.",
)
_ROOM = 40
_ROOM_ON_POSTER = 100
"""Letters of each of a company’s answers for which there is room beside the shipped words."""
_LEFT_OUT = " Until then there is no such paper."
_SURFACES = {
    PaperKind.CARD: _CARD,
    PaperKind.DECK: _CARD,
    PaperKind.POSTER: "A poster holds the title, the purpose, the first thing to say, all steps"
    " and the stop line, and they do not fit on it.",
    PaperKind.CUE_CARDS: "A cue card holds what the customer says and what follows from each reply,"
    " or a question or its answer, and they do not fit on it.",
}


@dataclass(frozen=True)
class Printed:
    """A paper, or why there is none."""

    job: Job
    pdf: bytes | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Typesetter:
    """Makes PDF files. It keeps the fonts and templates that Typst has read, for many papers."""

    fonts: Fonts
    locate: Locate | None = None

    def key(self, job: Job) -> str:
        """A name for the paper that changes whenever it would look different."""
        return job.key(self.fonts.families, self.digest)

    @cached_property
    def digest(self) -> str:
        """Changes with every template and font, and with the version of Typst."""
        digest = hashlib.sha256(version("typst").encode())
        for template in sorted(_TEMPLATES.iterdir(), key=lambda one: one.name):
            digest.update(template.read_bytes())
        return f"{digest.hexdigest()}{self.fonts.digest}"

    def set(self, job: Job) -> Printed:
        """Make one paper. PDF/UA-1 is enforced: Typst refuses what breaks its rules."""
        import typst  # noqa: PLC0415  # as in `Fonts`

        problems = tuple(self.find_missing_letters(job))
        if problems:
            return Printed(job, None, problems)
        try:
            return Printed(job, self.compile(job))
        except typst.TypstError as error:
            return Printed(job, None, (self._explain(job, error.message),))

    def has_unknown_letters(self, job: Job) -> bool:
        """Whether no font has some letter of a paper."""
        return any(True for _ in self.find_missing_letters(job))

    def compile(self, job: Job) -> bytes:
        """Make one paper, of which every letter is known. Raises TypstError if it cannot be set."""
        day = datetime.combine(job.reviewed, time(), UTC)
        inputs = job.inputs(self.fonts.families)
        pdf = self._compiler.compile(
            {  # type: ignore[type-var]  # it takes files by name, and its types do not say so
                "main.typ": f'#include "{job.template}"'.encode(),
                **{f"{name}.json": text.encode() for name, text in inputs.items()},
            },
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=int(day.timestamp()),
        )
        if not isinstance(pdf, bytes):  # pragma: no cover  # pictures alone come as a list
            raise TypeError(type(pdf))
        if job.kind in BOUND:
            self._forget()
        return pdf

    def _forget(self) -> None:
        """Have Typst forget what it worked out: after a paper of many playbooks that is a lot."""
        for _ in range(_KEPT + 1):
            self._compiler.compile(_NOTHING, format="pdf")  # type: ignore[type-var]  # as above

    @cached_property
    def _compiler(self) -> "typst.Compiler":
        import typst  # noqa: PLC0415  # as in `Fonts`

        return typst.Compiler(
            root=str(_TEMPLATES), font_paths=self.fonts.fonts, ignore_system_fonts=True
        )

    def find_missing_letters(self, job: Job) -> Iterator[Problem]:
        """Report texts with letters that no font has."""
        texts = (one for text in job.texts for one in (text, *text.values))
        for text in dict.fromkeys(texts):
            if missing := self.fonts.find_missing(text.shown):
                one = missing[0]
                letters = " ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
                yield Problem(
                    self._place(text, text.raw.find(one)),
                    NO_LETTER,
                    f"No font of the papers can show  {letters}",
                    f"Write it in words, or put a font that has it (such as {_name_font(one)})"
                    " into a folder “fonts” in that of your playbooks, as a .ttf or .otf file.",
                )

    def _place(self, text: SourceText, offset: int = -1) -> Place:
        if self.locate is None:
            return Place(text.path)
        if offset < 0:
            return self.locate(text.path, text.loc)
        return self.locate(text.path, text.loc, offset=offset)

    def _explain(self, job: Job, message: str) -> Problem:
        full = _TOO_FULL.search(message)
        if full and job.kind is PaperKind.TREE:
            return self._report_full_tree()
        if full and (job.kind in _SURFACES or job.kind is PaperKind.TWO_SIDES):
            own = list(_list_own(job, full[2], full[3]))
            surface = _describe_surface(job, full[3])
            is_emergency = surface in (_BRANCH_CARD, _EMERGENCY_POSTER)
            rule = EMERGENCY_TOO_FULL if is_emergency else TOO_FULL
            answers = list(_list_answers(job, own))
            total = sum(map(_measure, (*own, *answers)))
            excess = max(5, total - total * 100 // int(full[1]))
            room = _ROOM_ON_POSTER if job.kind is PaperKind.POSTER else _ROOM
            longest = max(own, key=_measure)
            answer = max(answers, key=_measure, default=longest)
            # Letters of the bar are larger than those that were counted.
            is_longest = _measure(answer) > max(room, _measure(longest))
            if is_longest or sum(max(0, _measure(one) - room) for one in answers) >= excess:
                return Problem(
                    self._place(answer),
                    rule,
                    f"{surface} This answer is the longest on it.",
                    f"Write it in up to {room} letters, for which there is room. What is more can"
                    " stand on the wall.",
                )
            return Problem(
                self._place(longest),
                rule,
                f"{surface} This text is the longest of them.",
                f"Shorten it, or the others, by about {excess} letters in all."
                f"{'' if is_emergency else _LEFT_OUT}",
            )
        first = job.texts[0]
        return Problem(
            self._place(first),
            PAPER,
            f"The paper {job.path} cannot be made: {message}",
            "Tell whoever looks after the guidebook’s program, and show them this message.",
        )

    def _report_full_tree(self) -> Problem:
        place = Place(files.TRIAGE)
        if self.locate:
            place = self.locate(files.TRIAGE, ("questions",), of_key=True)
        return Problem(
            place,
            TOO_FULL,
            "One sheet holds all questions, their answers and the playbooks that they lead to, and"
            " they do not fit on it.",
            "Ask fewer questions, or shorten them, their answers, or the titles of playbooks."
            f"{_LEFT_OUT}",
        )


def _measure(text: SourceText) -> int:
    return len(text.shown)


def _list_answers(job: Job, own: Sequence[SourceText]) -> Iterator[SourceText]:
    """What the company says in texts that have to fit, and above them."""
    for text in (*job.texts, *(value for one in own for value in one.values)):
        if text.path == files.GUIDEBOOK and text.loc[:1] == ("house_values",):
            yield text


def _list_own(job: Job, playbook: str, part: str | None) -> Iterator[SourceText]:
    """The texts that have to fit: those of a playbook, of a branch of it, or of a side."""
    for text in job.texts:
        # A poster of an emergency that is too full is too full without what comes after that, too.
        is_own = text.path.endswith(f"/{playbook}.yml") and "then" not in text.loc
        if is_own and (part is None or _is_on(job.kind, int(part), text)):
            yield text


def _is_on(kind: PaperKind, part: int, text: SourceText) -> bool:
    if kind is not PaperKind.TWO_SIDES:
        return text.loc[:2] in [("title",), ("branches", part)]
    is_behind = text.loc[0] in ("avoid", "checklist") or (text.loc[0] == "say" and text.loc[1] != 0)
    return is_behind == bool(part)


def _describe_surface(job: Job, part: str | None) -> str:
    if part is not None:
        return _SIDES[int(part)] if job.kind is PaperKind.TWO_SIDES else _BRANCH_CARD
    return _EMERGENCY_POSTER if "branches" in job.data else _SURFACES[job.kind]


def _name_font(letter: str) -> str:
    code = ord(letter)
    if 0x2E80 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF or 0xF900 <= code <= 0xFAFF:
        return "Noto Sans SC"
    if 0xAC00 <= code <= 0xD7FF:
        return "Noto Sans KR"
    return "Noto Emoji" if code >= 0x1F000 or 0x2600 <= code <= 0x27BF else "one of the Noto fonts"
