"""What comes of pasting a text: fences around it, and spaces that are lost or too many."""

import re
from collections.abc import Iterator, Sequence

from generator.problem import Edit, Group, Rule
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.columns import INDENT
from generator.reader.yaml_text.error_context import ErrorContext, SourceLine
from generator.reader.yaml_text.excerpts import count, shorten
from generator.reader.yaml_text.fault import Fault

_FENCE = re.compile(r"[ \t]*(?:```|~~~)[ \t]*[\w-]*[ \t]*")
_QUOTED = re.compile(r"(?:> ?)+")
_MANY = 3  # lines that have lost their spaces: then it was no slip of one line

FENCE = Rule(
    id="fence",
    group=Group.LINES,
    summary="A file holds nothing of what a chat or a mail puts around a text, such as “```” or"
    " “>”.",
    why="Only the text itself is YAML.",
    fault="```yaml\npurpose: Say when the order comes.\n```",
    fix="purpose: Say when the order comes.",
)


@cause(Stage.MARKS)
def find_fence(context: ErrorContext) -> Iterator[Fault]:
    """Report lines such as “```yaml”, all of them at once."""
    # Lines as they are: taking all of a large file apart takes long, and most have no fence.
    found = [number for number, raw in enumerate(context.lines.all, 1) if _FENCE.fullmatch(raw)]
    if not found:
        return
    lines = [context.line(number) for number in found]
    first = lines[0]
    numbers = " and ".join(str(line.number) for line in lines[:2])
    yield Fault(
        first.start,
        first.end,
        FENCE,
        f"“{first.raw.strip()}” marks in a chat where a text starts or ends, and is no part of it.",
        f"Delete {'lines' if lines[1:] else 'line'} {numbers}.",
        tuple(Edit(line.start, min(line.end + 1, len(context.text)), "") for line in lines[:2]),
        certain=True,
    )


@cause(Stage.MARKS)
def find_mail_quotes(context: ErrorContext) -> Iterator[Fault]:
    """Report “> ” before every line, as a mail program writes before what it answers to."""
    words = sum(bool(raw.strip()) for raw in context.lines.all)
    found = [number for number, raw in enumerate(context.lines.all, 1) if _QUOTED.match(raw)]
    if len(found) < 2 or len(found) * 2 < words:
        return
    lines = [context.line(number) for number in found]
    marked = [(line, match) for line in lines if (match := _QUOTED.match(line.raw))]
    first, match = marked[0]
    yield Fault(
        first.start,
        first.start + match.end(),
        FENCE,
        "This line starts with “>”, as a mail program writes before what it answers to."
        f" The same in {count(len(marked) - 1, 'more line')} below.",
        "Delete the “>” and the space after it in each of these lines.",
        tuple(Edit(line.start, line.start + one.end(), "") for line, one in marked),
        certain=True,
    )


@cause(Stage.MARKS)
def find_indented_rest(context: ErrorContext) -> Iterator[Fault]:
    """Report that all lines but the first are indented, so that they seem to belong to it."""
    all_lines = context.lines.all
    words = [n for n, raw in enumerate(all_lines, 1) if raw.strip() and raw.lstrip()[0] != "#"]
    if len(words) < _MANY or not all(all_lines[n - 1].startswith(" ") for n in words[1:]):
        return
    first = context.line(words[0])
    if first.indent or not first.value or not first.key:
        return
    rest = [context.line(number) for number in words[1:]]
    spaces = rest[0].indent
    names = [line for line in rest if line.indent == spaces and line.key and line.dash < 0]
    if not spaces or len(names) < 2 or any(line.indent < spaces for line in rest):
        return
    if any("-" in line.key for line in names):  # made up by a guidebook, so never at the top
        return
    yield Fault(
        rest[0].start,
        rest[0].start + spaces,
        INDENT,
        f"This line and all below it start after {count(spaces, 'space')} or more, but the first"
        " name of the file starts after none.",
        f"Move all of them to the left by {count(spaces, 'space')}.",
        tuple(Edit(line.start, line.start + spaces, "") for line in rest),
        labels=((first.start, first.start + len(first.key), "line up with this"),),
        certain=True,
    )


@cause(Stage.QUOTES)
def find_lost_spaces(context: ErrorContext) -> Iterator[Fault]:
    """Report names of list items that have lost the spaces before them, one or all of a file."""
    found = _find_fallen(context, context.here)
    if not found:
        return
    line, item = found
    spaces = item.content
    lines = list(_list_lines(context))
    fallen = {found[0].number for one in lines if (found := _find_fallen(context, one))}
    alike = {one.number for one in lines if one.key == line.key and one.dash < 0 and not one.indent}
    if len(fallen) >= _MANY or alike - fallen:
        yield Fault(
            line.start,
            line.start + max(line.indent, 1),
            INDENT,
            "The spaces before the lines are lost, here and further down, as happens when a text is"
            " pasted. They show what belongs together.",
            "Undo the paste, and paste the text with its spaces. Or type them again:\n"
            f"  - {item.key}: …\n    {line.key}: …",
            (Edit(0, len(context.text), ""),),  # what it says can only be guessed
            guess=True,
            lossy=True,
        )
        return
    yield Fault(
        line.start,
        line.start + max(line.indent, 1),
        INDENT,
        f"The spaces before “{line.key}” are lost, so that it no longer belongs to the item on"
        f" line {item.number}.",
        f"Put {count(spaces, 'space')} before it, so that it lines up with “{item.key}”:  "
        f"{' ' * spaces}{line.key}: {shorten(line.value)}",
        tuple(
            Edit(one.start, one.start + one.indent, " " * spaces)
            for one in _list_between(context, line, context.here)
        ),
        labels=((item.start + item.key_column, item.start + item.colon, "line up with this"),),
        certain=True,
    )


def _find_fallen(context: ErrorContext, line: SourceLine) -> tuple[SourceLine, SourceLine] | None:
    """The name above an item that belongs to the item before it, and that item, if it is so.

    Its group has a text, so it cannot be the name of the list; and it is left of the names in the
    item.
    """
    above = context.previous(line)
    if line.dash < 0 or not above:
        return None
    owner = context.text_owner(above)
    if not owner.key or not owner.value or owner.dash >= 0 or owner.key_column > line.dash:
        return None
    item = next((one for one in context.above(owner) if one.dash >= 0), None)
    if not item or not item.key or item.dash != line.dash or item.key == owner.key:
        return None
    between = _list_between(context, item, owner)[1:]
    return (owner, item) if all(one.indent >= item.content for one in between) else None


def _list_between(
    context: ErrorContext, first: SourceLine, end: SourceLine
) -> Sequence[SourceLine]:
    """The lines from one up to another that have something on them."""
    lines = (context.line(number) for number in range(first.number, end.number))
    return [line for line in lines if not line.blank]


def _list_lines(context: ErrorContext) -> Iterator[SourceLine]:
    return (context.line(number + 1) for number in range(len(context.lines.all)))
