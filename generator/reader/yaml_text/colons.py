"""Names and their colons: one too many, one missing, or stuck to its text."""

import re
from collections.abc import Iterator

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.comments import Whole, take_whole
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine, quote_edits
from generator.reader.yaml_text.excerpts import shorten
from generator.reader.yaml_text.fault import Fault
from generator.reader.yaml_text.quotes import is_quoted

_COLON = re.compile(r":(?=\s|$)")
_STUCK_NAME = re.compile(r"([A-Za-z][\w-]*(?: [\w-]+)?):(?=\S)(?!//)")
_ODD_COLON = re.compile(r"([A-Za-z][\w-]*)[ \u00a0]*([：﹕][ \u00a0]*|:\u00a0+)")
# “title: Late parcel owner: Service” may be two lines that became one.
_NAME_AT_END = re.compile(r"\S\s+[a-z][a-z_]*:$")
_FIRST_WORD = re.compile(r"([a-z][a-z_-]*)(?:\s*([;=,.])(?=\s)|(?=\s|$))")
# The name that a short text means, by the list it is an item of; “text” elsewhere.
SHORT_FORMS = {
    "avoid": "say",
    "owners": "name",
    "say": "say",
    "sign_off": "expert",
    "steps": "do",
}


# The groups that a text alone can represent: its name, and the names that can follow it.
SHORT_GROUPS = {"stop": ("text", ("level", "lead", "go"))}


COLON = Rule(
    id="colon",
    group=Group.SIGNS,
    summary="A text that has a colon and a space in it, or a colon at its end, is in quotation"
    " marks.",
    why="YAML reads what is before a colon and a space as a name.",
    fault="purpose: One thing first: say when the order comes.",
    fix='purpose: "One thing first: say when the order comes."',
)

SHORT_FORM = Rule(
    id="short-form",
    group=Group.LINES,
    summary="If something follows below a text, the text has a name of its own.",
    why="A name cannot have a text and other names below it at once.",
    fault="stop: The order is lost.\n  go: broken-promise",
    fix="stop:\n  text: The order is lost.\n  go: broken-promise",
)

SPACE = Rule(
    id="space",
    group=Group.SIGNS,
    summary="A space follows the colon after a name.",
    why="Without it, YAML takes the name for a part of the text.",
    fault="stop:\n  lead:Stop if\n  text: the order is lost.",
    fix="stop:\n  lead: Stop if\n  text: the order is lost.",
)

MISSING_COLON = Rule(
    id="missing-colon",
    group=Group.SIGNS,
    summary="A line is a list item, or has a name with a colon, or goes on with a text above it.",
    why="YAML cannot know where a line without a name belongs.",
    fault="purpose Say when the order comes.",
    fix="purpose: Say when the order comes.",
)


@cause(Stage.COLONS)
def find_colon(context: ErrorContext) -> Iterator[Fault]:
    """Report a colon and a space inside a text: “say: Remember: be kind”."""
    line = context.here
    match = _COLON.search(line.value)
    if not match or not line.key or is_quoted(line):
        return
    is_item = line.dash >= 0 and is_wordy(line.key)
    start = line.start + (line.key_column if is_item else line.value_column)
    of = "This text" if is_item else f"The text of “{line.key}”"
    intro = "- " if is_item else f"{line.key}: "
    colon = line.start + line.colon if is_item else line.value_start + match.start()
    has = "has a colon followed by a space, which YAML reads as a new name"
    if match.end() == len(line.value) and not is_item:
        has = "ends with a colon, which YAML reads as the end of a new name"
    whole = _take_whole(context.text, start, context.text_end(line).value_end, intro)
    fix = f"Put the text in quotes:  {whole.fix}"
    name = line.value[: match.start()]
    is_name = not is_item and not is_wordy(name) and match.end() < len(line.value)
    if is_name:  # “stop: level: help” may lack a line end, and quotes would publish the name
        fix = f"If “{name}” is a name, write it on a line of its own.\nIf it is a word: {fix}"
    yield Fault(
        colon,
        colon + 1,
        COLON,
        f"{of} {has}.",
        fix,
        quote_edits(context.text, start, whole.end),
        certain=whole.sure
        and not is_name
        and not _NAME_AT_END.search(context.text[start : colon + 1]),
    )


@cause(Stage.COLONS)
def find_colon_in_next_line(context: ErrorContext) -> Iterator[Fault]:
    """Report a colon in a text that goes on over several lines."""
    line = context.here
    above = context.previous(line)
    if not above or not line.key or line.dash >= 0 or not is_wordy(line.key):
        return
    owner = context.text_owner(above)
    column = owner.key_column if owner.key else owner.dash
    first = owner
    if not owner.value:  # the text starts below its name
        first = next((one for one in context.below(owner) if not one.blank), owner)
    if not first.value or first.value[0] in "'\"|>[{" or line.indent <= column:
        return
    start, end = first.value_start, context.text_end(line, column).value_end
    whole = _take_whole(context.text, start, end, context.intro(owner))
    colon = line.start + line.colon
    yield Fault(
        colon,
        colon + 1,
        COLON,
        f"The text that starts on line {first.number} has a colon followed by a space here, "
        "which YAML reads as a new name.",
        f"Put all of the text in quotes:  {whole.fix}",
        quote_edits(context.text, start, whole.end),
        certain=whole.sure and not context.text[first.end : line.start].strip(" \n"),
    )


@cause(Stage.COLONS)
def find_stuck_name(context: ErrorContext) -> Iterator[Fault]:
    """Report a colon with no space after it, on the line or the one above."""
    for line in (context.here, context.previous(context.here)):
        if not line or line.key or is_quoted(line):
            continue
        odd = _ODD_COLON.match(line.value)
        match = odd or _STUCK_NAME.match(line.value)
        if not match:
            continue
        colon = line.value_start + (match.start(2) if odd else match.end() - 1)
        end = line.value_start + match.end()
        yield Fault(
            colon,
            end,
            SPACE,
            f"The colon or the space after “{match[1]}” is of another kind than YAML knows."
            if odd
            else f"A space is missing after “{match[1]}:”.",
            f"Write  {match[1]}: {shorten(line.value[match.end() :].strip())}",
            (Edit(colon, end, ": "),),
            certain=True,
        )


@cause(Stage.COLONS)
def find_group_under_text(context: ErrorContext) -> Iterator[Fault]:
    """Report names that follow below a short text: “- Stop.” with “why: …” under it."""
    line = context.here
    above = context.previous(line)
    if not above or not line.key or line.dash >= 0 or is_wordy(line.key):
        return
    owner = context.text_owner(above)
    if owner.key or owner.dash < 0 or not owner.value or line.key_column != owner.content:
        return
    name = SHORT_FORMS.get(context.group_name(owner.dash + 1, owner), "text")
    if _STUCK_NAME.match(owner.value):
        return  # “- say:Hello” with “why: …” under it only lacks a space
    at = line.start + line.key_column
    yield Fault(
        at,
        at + len(line.key),
        SHORT_FORM,
        f"“{line.key}” cannot follow a text that has no name of its own.",
        f"Give the text on line {owner.number} a name too:  - {name}: {shorten(owner.value)}",
        (Edit(owner.value_start, owner.value_start, f"{name}: "),),
        labels=((owner.value_start, owner.value_end, "this text has no name"),),
        certain=True,
    )


@cause(Stage.COLONS)
def find_name_under_text(context: ErrorContext) -> Iterator[Fault]:
    """Report names below a text that is short for a group: “stop: …” with “go: …” under it."""
    line = context.here
    above = context.previous(line)
    if not above or not line.key or line.dash >= 0 or is_wordy(line.key):
        return
    owner = context.text_owner(above)
    name, others = SHORT_GROUPS.get(owner.key, ("", ()))
    if line.key not in others or not owner.value or line.indent <= owner.key_column:
        return
    at = line.start + line.key_column
    spaces = " " * line.indent
    between = [context.line(number) for number in range(owner.number + 1, line.number)]
    text = " ".join([owner.value, *(one.value for one in between)])
    yield Fault(
        at,
        at + len(line.key),
        SHORT_FORM,
        f"“{line.key}” cannot follow the text of “{owner.key}”, because that text has no name "
        "of its own.",
        f"Give the text a name too:\n{owner.key}:\n  {name}: {shorten(text)}\n"
        f"  {line.key}: {shorten(line.value)}",
        (
            Edit(owner.start + owner.colon + 1, owner.value_start, f"\n{spaces}{name}: "),
            *(Edit(one.start, one.start, spaces) for one in between if not one.blank),
        ),
        labels=((owner.value_start, owner.value_end, "this text has no name"),),
        certain=True,
    )


@cause(Stage.REST)
def find_missing_colon(context: ErrorContext) -> Iterator[Fault]:
    """Report a line that has neither a name nor a dash, or the first line of the file."""
    line = context.here
    above = context.previous(line)
    if above and context.intro(line) and not context.intro(context.text_owner(above)):
        line = above
    if context.intro(line) or not line.value:
        return
    start, end = line.value_start, line.value_end
    below = next((one for one in context.below(line) if not one.blank), None)
    word = _FIRST_WORD.match(line.value)
    if word and word.end() == len(line.value) and below and below.indent > line.indent:
        yield Fault(
            start,
            end,
            MISSING_COLON,
            f"There is no colon after “{line.value}”.",
            f"Write  {line.value}:",
            (Edit(end, end, ":"),),
            certain=True,
        )
        return
    deeper = _say_how_to_continue(context, line)
    if word:
        rest = shorten(line.value[word.end() :].strip())
        yield Fault(
            start,
            start + word.end(),
            MISSING_COLON,
            f"There is “{word[2]}” instead of a colon after “{word[1]}”."
            if word[2]
            else f"There is no colon after “{word[1]}”.",
            f"If “{word[1]}” is a name, write  {word[1]}: {rest}".rstrip() + f"\n{deeper}",
            (Edit(start + word.end(1), start + word.end(), ":"),),
            guess=True,
            lossy=True,
        )
    yield Fault(
        start,
        end,
        MISSING_COLON,
        "This line has no name with a colon, and it does not continue a text above it.",
        deeper,
        (Edit(start, end, ""),),
        guess=True,
        lossy=True,
    )


def _say_how_to_continue(context: ErrorContext, line: SourceLine) -> str:
    above = context.previous(line)
    if not above:
        return "A file starts with a name, a colon and a space, such as  title: …"
    owner = context.text_owner(above)
    column = owner.key_column if owner.key else max(owner.dash, owner.indent)
    return f"If it goes on with the text of line {owner.number}, put {column + 2} spaces before it."


def is_wordy(name: str) -> bool:
    """Whether it is words of a text and no name: names are small letters without spaces."""
    return not re.fullmatch(r"[a-z][a-z0-9_-]*", name)


def _take_whole(text: str, start: int, end: int, intro: str) -> Whole:
    """Take a text to be quoted, without the curly marks that someone may have tried first."""
    shown = shorten(text[start:end])
    if len(shown) > 1 and shown[0] in "“”„‘" and shown[-1] in "“”’":
        return take_whole(text, start, end, intro, shown[1:-1])
    return take_whole(text, start, end, intro)
