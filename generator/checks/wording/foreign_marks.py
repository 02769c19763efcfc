"""Signs by which other programs set words apart, and which a page shows as they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.checks.check import Finding, guidebook_check, playbook_check
from generator.checks.context import GuidebookContext, PlaybookContext
from generator.checks.prose import blank_code
from generator.checks.wording.leftovers import is_html
from generator.model import files
from generator.model.yaml_model import Loc, walk_texts
from generator.problem import Group, Rule, Severity

_STAND_OUT = "Delete the signs. Write **bold** or *italic* if words are to stand out."
_PLAIN = "Delete the signs: here is only a text."
_ONE_TEXT = "Delete the sign. What is to be a list of its own has to be one in the file, too."
_LINK = "Write the words in square brackets, and the address right behind them:  [words](https://…)"
_SLOT = "Write what staff are to fill in in square brackets, such as [name]."


class _Mark(NamedTuple):
    """A sign, what a text with it has in it for sure, and what to do about it."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    fix: str


_MARKS = (
    _Mark(("~",), re.compile(r"~~(?=\S)[^~\n]+~~"), _STAND_OUT),
    _Mark(("=",), re.compile(r"==(?=\S)[^=\n]+(?<=\S)=="), _STAND_OUT),
    _Mark(("+",), re.compile(r"\+\+(?=\S)[^+\n]+(?<=\S)\+\+"), _STAND_OUT),
    _Mark(("^",), re.compile(r"\^[^\s^]+\^|\[\^[\w-]+\]"), _PLAIN),
    _Mark(("#",), re.compile(r"^#{1,6} ", re.MULTILINE), _PLAIN),
    _Mark((">",), re.compile(r"^>+ ?(?=\w)", re.MULTILINE), _PLAIN),
    _Mark(("- ", "*", "+"), re.compile(r"^[-*+] (?=\S)", re.MULTILINE), _ONE_TEXT),
    _Mark(
        ("*", "---", "_", "="),
        re.compile(r"^(?:\*{3,}|-{3,}|_{3,}|={3,})(?=\s|$)", re.MULTILINE),
        _PLAIN,
    ),
    _Mark(
        ("|",),
        re.compile(r"^\|.*\|\s*$", re.MULTILINE),
        "Write it as lines: texts have no tables.",
    ),
    _Mark(("!!!", "???"), re.compile(r"^(?:!!!|\?\?\?)\+? \w+", re.MULTILINE), _PLAIN),
    _Mark(("{",), re.compile(r"\{:?\s*[.#][\w-][^{}\n]*\}"), _PLAIN),
    _Mark((" :", "\n:"), re.compile(r"(?<!\S):[a-z]+(?:_[a-z]+)*:(?!\w)"), _PLAIN),
    _Mark(
        ("] (",), re.compile(r"\[[^\[\]\n]+\] +\((?:https?:|www\.|mailto:|tel:)[^()\s]*\)"), _LINK
    ),
    _Mark(("<",), re.compile(r"<https?://[^<>\s]+>"), _LINK),
    _Mark(("[/",), re.compile(r"\[/(?:b|i|u|s|url|color|size|quote)\]", re.IGNORECASE), _STAND_OUT),
    _Mark(("<",), re.compile(r"<(?!https?:)[A-Za-z][\w' -]{1,40}>"), _SLOT),
)

FOREIGN_MARKS = Rule(
    id="foreign-marks",
    group=Group.WORDS,
    summary="No text has signs of other programs in it, such as ~~struck~~, ## or <name>.",
    why="The page shows them as they are: it draws only **bold**, *italic* and links.",
    fault='purpose: "Say when ~~if~~ the order comes."',
    fix="purpose: Say when the order comes.",
    severity=Severity.WARNING,
    switchable=True,
)


@playbook_check(FOREIGN_MARKS)
def find_foreign_marks(one: PlaybookContext) -> Iterator[Finding]:
    """Find them in a playbook."""
    # What a page would not draw is in the plain words as well, and those are known already.
    if marks := _choose(f"\n{one.prose.whole}"):
        yield from _find(one.whole, one.playbook.path, one.prose.written, marks)


@guidebook_check(FOREIGN_MARKS)
def find_shared_marks(context: GuidebookContext) -> Iterator[Finding]:
    """Find them in what belongs to the whole guidebook, and in the company’s answers."""
    yield from _find(context, files.GUIDEBOOK, walk_texts(context.guidebook.about), _MARKS)


def _choose(words: str) -> list[_Mark]:
    """The marks that may be in some words; mostly none, which is quick to know by their signs."""
    chosen = []
    for one in _MARKS:
        for sign in one.signs:
            if sign in words:
                chosen.append(one)
                break
    return chosen


def _find(
    context: GuidebookContext,
    path: str,
    texts: Iterable[tuple[Loc, str]],
    marks: Sequence[_Mark],
) -> Iterator[Finding]:
    for loc, text in texts:
        shown = blank_code(text)
        for mark in marks:
            found = mark.pattern.search(shown)
            if found and not is_html(found[0]):  # which another check reports
                sign = text[found.start() : found.end()]
                yield Finding(
                    context.locate(path, loc, offset=found.start(), width=len(sign)),
                    f"“{sign.strip()}” will be shown as it is.",
                    mark.fix,
                )
