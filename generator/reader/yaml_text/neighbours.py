"""Lines that have lost their spaces, their dash or their name, as those around them show."""

from collections.abc import Iterator

from generator.model.file_models import MODELS
from generator.problem import Edit
from generator.reader.yaml_text.cause import Stage, cause
from generator.reader.yaml_text.colons import MISSING_COLON
from generator.reader.yaml_text.columns import INDENT
from generator.reader.yaml_text.error_context import ErrorContext
from generator.reader.yaml_text.excerpts import count, shorten
from generator.reader.yaml_text.fault import Fault
from generator.reader.yaml_text.lists import DASH

_FEW = 2  # lines: one alone may as well have been moved
_AT_THE_TOP = frozenset(name for model in MODELS.values() for name in model.model_fields)


@cause(Stage.BLOCKS)
def find_name_without_spaces(context: ErrorContext) -> Iterator[Fault]:
    """Report a name of a group at the start of a line, between others of the same group."""
    below = context.here
    line = context.previous(below)
    if not line or line.indent or line.dash >= 0 or not (line.key and line.value):
        return
    before = context.previous(line)
    if not before or line.key in _AT_THE_TOP or not below.key or below.dash >= 0:
        return
    column = below.key_column
    if before.dash >= 0 or before.key_column != column or not before.key:
        return
    yield Fault(
        line.start,
        line.start + len(line.key),
        INDENT,
        f"The spaces before “{line.key}” are lost, so that it no longer belongs to the same group"
        f" as “{before.key}”.",
        f"Put {count(column, 'space')} before it, so that it lines up with “{before.key}” on line"
        f" {before.number}.",
        (Edit(line.start, line.start, " " * column),),
        labels=((before.start + column, before.start + before.colon, "line up with this"),),
        certain=True,
    )


@cause(Stage.BLOCKS)
def find_item_without_spaces(context: ErrorContext) -> Iterator[Fault]:
    """Report an item that starts further left than what belongs to it, and than the next item."""
    inner = context.here
    line = context.previous(inner)
    if not line or line.dash < 0 or not line.key or not inner.key or inner.dash >= 0:
        return
    after = next((one for one in context.below(inner) if one.dash >= 0), None)
    if not after or after.dash <= line.dash:
        return
    if after.dash + line.content - line.dash != inner.indent:
        return
    spaces = count(line.indent, "space") if line.indent else "none"
    yield Fault(
        line.start,
        line.start + max(line.indent, 1),
        INDENT,
        f"This line starts after {spaces}, but the next item of the list after"
        f" {count(after.indent, 'space')}.",
        f"Put {count(after.indent, 'space')} before it, so that it lines up with line"
        f" {after.number}.",
        (Edit(line.start, line.start, " " * (after.indent - line.indent)),),
        labels=((after.start + after.dash, after.start + after.dash + 1, "line up with this"),),
        certain=True,
    )


@cause(Stage.BLOCKS)
def find_item_without_dash(context: ErrorContext) -> Iterator[Fault]:
    """Report the name that each item of a list starts with, where its dash is missing."""
    line = context.here
    if not line.key or not line.value or line.dash >= 0:
        return
    item = next((one for one in context.above(line) if one.indent <= line.indent), None)
    if not item or item.dash != line.indent or item.key != line.key:
        return
    start = line.start + line.indent
    yield Fault(
        start,
        start + len(line.key),
        DASH,
        f"There is no “- ” before this “{line.key}”, with which an item of the list starts.",
        f"Write  - {line.key}: {shorten(line.value)}".rstrip(),
        (Edit(start, start, "- "),),
        labels=((item.start + item.dash, item.start + item.dash + 1, "as here"),),
        certain=True,
    )


@cause(Stage.BLOCKS)
def find_text_without_name(context: ErrorContext) -> Iterator[Fault]:
    """Report a text below a name to which other names belong, as if it had none."""
    line = context.here
    above = context.previous(line)
    if not above or above.key or above.dash >= 0 or not line.key or line.dash >= 0:
        return
    owner = context.text_owner(above)
    inside = owner.key and not owner.value and owner.key_column < above.indent
    if not inside or above.indent != line.indent or context.previous(above) is not owner:
        return
    yield Fault(
        above.value_start,
        above.value_end,
        MISSING_COLON,
        f"This text has no name, but “{line.key}” below it has one.",
        f"Write its name and a colon before it, such as  text: {shorten(above.value)}",
        (Edit(above.value_start, above.value_start, "text: "),),
        guess=True,
    )


@cause(Stage.BLOCKS)
def find_lines_without_group(context: ErrorContext) -> Iterator[Fault]:
    """Report lines that lost the name that they belong to, such as the answers in house.yml.

    Names with a hyphen are those that a guidebook makes up, so they cannot belong at the top.
    """
    line = context.here
    above = context.previous(line)
    if not above or above.indent or above.dash >= 0 or not (above.key and above.value):
        return
    if not line.indent or line.dash >= 0 or not line.key:
        return
    group = [line]
    for below in context.below(line):
        if not below.blank:
            if below.indent < line.indent:
                break
            group += [below] if below.indent == line.indent else []
    if len(group) < _FEW or not any("-" in one.key for one in group):
        return
    yield Fault(
        line.start + line.indent,
        line.start + line.indent + len(line.key),
        MISSING_COLON,
        f"The name that “{line.key}” belongs to, with all that lines up with it, is missing above"
        " it.",
        f"Write that name and a colon on a line of its own between lines {above.number} and"
        f" {line.number}, without spaces before it. In house.yml it is  values:",
        (Edit(line.start, line.start, "values:\n"),),
        guess=True,
        lossy=True,
        labels=((above.start, above.start + len(above.key), "this has a text already"),),
    )
