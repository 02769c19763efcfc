"""What a template, a draft or a web page left behind in a text."""

import re
from collections.abc import Iterator

from generator.checks.check import Finding, guidebook_check, playbook_check
from generator.checks.context import GuidebookContext, PlaybookContext
from generator.checks.prose import blank_code
from generator.model import files
from generator.model.emergency_playbook import Emergency
from generator.model.yaml_model import Loc, walk_texts
from generator.problem import Group, Place, Rule, Severity

_LEFTOVER = re.compile(
    r"\{\{.*?\}\}|\[\[.*?\]\]|\{%.*?%\}|\$\{\w+\}|<<.*?>>"
    r"|\b(?:TB[ACD]|T\.B\.[ACD]\.?|TO-?DO|FIXME|XXX+|[Ll]orem ipsum)\b"
    r"|\((?:[xX]{1,3}|\.\.\.|…|\?+)\)"
)
_MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|br|center|d[dlt]|del|div|em|font|h[1-6]|head|hr|html|i"
    r"|iframe|img|ins|li|link|mark|meta|ol|p|pre|s|script|section|small|span|strike|strong|style"
    r"|su[bp]|table|tbody|t[dhr]|thead|tt|ul?|video)"
    r"(?:\s[^<>]*)?/?>|<!--|&(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip|bull|euro"
    r"|pound|#x?[0-9a-f]+);",
    re.IGNORECASE,
)

LEFTOVER = Rule(
    id="leftover",
    group=Group.WORDS,
    summary="No text has a gap that was to be filled in, such as {{name}}, [[name]], TBC or XXX.",
    why="Staff would read it out, or not know what to do.",
    fault="purpose: Say when {{thing}} comes.",
    fix="purpose: Say when the order comes.",
    severity=Severity.WARNING,
    switchable=True,
)

GAP_IN_EMERGENCY = Rule(
    id="gap-in-emergency",
    group=Group.WORDS,
    summary="An emergency is published when every text of it is written.",
    why="Whoever opens it has seconds, and finds “[[What to do at once.]]”.",
    fault={
        "playbooks/counter/choking.yml": "purpose: Get [[what is stuck]] out.",
    },
    fix={
        "playbooks/counter/choking.yml": "purpose: Get what is stuck out.",
    },
)

MARKUP = Rule(
    id="html",
    group=Group.WORDS,
    summary="No text has HTML in it.",
    why="The page shows it letter by letter.",
    fault="purpose: Say <b>when</b> the order comes.",
    fix="purpose: Say **when** the order comes.",
    severity=Severity.WARNING,
    switchable=True,
)


def is_leftover(words: str) -> bool:
    """Whether words begin with a gap that somebody was to fill in."""
    return bool(_LEFTOVER.match(words))


def is_html(words: str) -> bool:
    """Whether words begin with a tag of HTML."""
    return bool(_MARKUP.match(words))


@playbook_check(LEFTOVER)
def find_leftovers(one: PlaybookContext) -> Iterator[Finding]:
    """Find gaps that nobody filled in; those of an emergency are another rule’s."""
    if not isinstance(one.playbook, Emergency):
        yield from _find_own_gaps(one)


@playbook_check(GAP_IN_EMERGENCY, of_parts=True)
def find_gaps_in_emergency(one: PlaybookContext) -> Iterator[Finding]:
    """Find the same in an emergency, which is not published with them."""
    if isinstance(one.playbook, Emergency):
        yield from _find_own_gaps(one)


@guidebook_check(LEFTOVER)
def find_shared_leftovers(context: GuidebookContext) -> Iterator[Finding]:
    """Find gaps in what belongs to the whole guidebook, and in the company’s answers."""
    for loc, text in walk_texts(context.guidebook.about):
        yield from _find_gaps(context, files.GUIDEBOOK, loc, text)


@playbook_check(MARKUP)
def find_markup(one: PlaybookContext) -> Iterator[Finding]:
    """Find tags of HTML, and letters written as HTML writes them."""
    for loc, text in one.prose.written:
        if match := _MARKUP.search(blank_code(text)) if "<" in text or "&" in text else None:
            yield Finding(
                _place(one.whole, one.playbook.path, loc, match),
                f"“{match[0]}” will be shown as it is.",
                "Delete it. Write **bold** or *italic* if words are to stand out.",
            )


def _find_own_gaps(one: PlaybookContext) -> Iterator[Finding]:
    for loc, text in one.prose.written:
        yield from _find_gaps(one.whole, one.playbook.path, loc, text)


def _find_gaps(context: GuidebookContext, path: str, loc: Loc, text: str) -> Iterator[Finding]:
    for match in _LEFTOVER.finditer(text):
        name = match[0].strip("{}[]<>$ ")
        known = name in context.ids or name in context.guidebook.values
        yield Finding(
            _place(context, path, loc, match),
            f"“{match[0]}” looks like a gap that somebody was to fill in.",
            f"Write  (({name}))  if you mean what is called so."
            if known
            else "Write what belongs there, or delete it.",
        )


def _place(context: GuidebookContext, path: str, loc: Loc, match: re.Match[str]) -> Place:
    return context.locate(path, loc, offset=match.start(), width=match.end() - match.start())
