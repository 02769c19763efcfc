"""Names, colons and dashes: one too many, one missing, or stuck to its text."""

import re
from collections.abc import Iterator

from generator.source.draft import Edit
from generator.source.fault import Fault
from generator.source.scene import Line, Scene, quote_edits
from generator.source.wording import quote, shorten

_COLON = re.compile(r":(?=\s|$)")
_STUCK_NAME = re.compile(r"([A-Za-z][\w-]*(?: [\w-]+)?):(?=\S)(?!//)")
_ODD_COLON = re.compile(r"([A-Za-z][\w-]*)\s*(：[ \u00a0]*|[ \u00a0]*:\u00a0+|\ufe55[ ]*)")
_STUCK_DASH = re.compile(r"(-)(?=[^\s-])|([–—−•·‣▪●*])[ \t\u00a0]*(?=\S)|(-\u00a0+)(?=\S)")
_BLOCK_SIGN = re.compile(r"[|>][-+]?\d?")
_FIRST_WORD = re.compile(r"([a-z][a-z_-]*)(?=\s|$)")
# The name that a short text stands for, by the list it is an item of; “text” elsewhere.
SHORT_FORMS = {"steps": "do", "say": "say", "avoid": "say", "owners": "name", "right_now": "playbook"}


def find_colon(scene: Scene) -> Iterator[Fault]:
    """Blame a colon and a space inside a text: “say: Remember: be kind”."""
    line = scene.here
    match = _COLON.search(line.value)
    if not match or not line.key or line.value[:1] in ("'", '"'):
        return
    is_item = line.dash >= 0 and is_wordy(line.key)
    column = line.key_column if is_item else line.value_column
    start, end = line.start + column, scene.text_end(line).value_end
    of = "This text" if is_item else f"The text of “{line.key}”"
    intro = "- " if is_item else f"{line.key}: "
    colon = line.start + line.colon if is_item else line.value_start + match.start()
    if match.end() == len(line.value) and not is_item:
        has = "ends with a colon, which YAML reads as the end of a new name"
    else:
        has = "has a colon followed by a space, which YAML reads as a new name"
    yield Fault(
        colon,
        colon + 1,
        "colon",
        f"{of} {has}.",
        f"Put the text in quotes:  {intro}{_straighten(scene.text[start:end])}",
        quote_edits(scene.text, start, end),
    )


def find_colon_in_next_line(scene: Scene) -> Iterator[Fault]:
    """Blame a colon in a text that goes on over several lines."""
    line = scene.here
    above = scene.previous(line)
    if not above or not line.key or line.dash >= 0 or not is_wordy(line.key):
        return
    owner = scene.text_owner(above)
    column = owner.key_column if owner.key else owner.dash
    if not owner.value or owner.value[0] in "'\"|>[{" or line.indent <= column:
        return
    start, end = owner.value_start, scene.text_end(line, column).value_end
    colon = line.start + line.colon
    intro = f"{owner.key}: " if owner.key else "- "
    yield Fault(
        colon,
        colon + 1,
        "colon",
        f"The text that starts on line {owner.number} has a colon followed by a space here, "
        "which YAML reads as a new name.",
        f"Put all of the text in quotes:  {intro}{_straighten(scene.text[start:end])}",
        quote_edits(scene.text, start, end),
    )


def find_group_under_text(scene: Scene) -> Iterator[Fault]:
    """Blame names that follow below a short text: “- Stop.” with “why: …” under it."""
    line = scene.here
    above = scene.previous(line)
    if not above or not line.key or line.dash >= 0 or is_wordy(line.key):
        return
    owner = scene.text_owner(above)
    if owner.key or owner.dash < 0 or not owner.value or line.key_column != owner.content:
        return
    group = scene.group_name(owner.dash + 1, owner)
    name = SHORT_FORMS.get(group, "text")
    stuck = _STUCK_NAME.match(owner.value)
    if stuck:
        return  # “- say:Hello” with “why: …” under it: a space is missing, told elsewhere
    yield Fault(
        line.start + line.key_column,
        line.start + line.key_column + len(line.key),
        "short-form",
        f"“{line.key}” cannot follow the text of line {owner.number}, because that text has no "
        "name.",
        f"Give the text a name too:  - {name}: {shorten(owner.value)}",
        (Edit(owner.value_start, owner.value_start, f"{name}: "),),
        labels=((owner.value_start, owner.value_end, "this text needs a name"),),
    )


def find_list_on_line(scene: Scene) -> Iterator[Fault]:
    """Blame a list that starts on the line of its name: “signals: - Their voice”."""
    line = scene.here
    if not line.key or not re.match(r"-\s", line.value):
        return
    below = next((one for one in scene.below(line) if not one.blank), None)
    column = line.key_column + 2
    if below and below.dash >= 0 and below.indent >= line.key_column:
        column = below.indent
    yield Fault(
        line.value_start,
        line.value_start + 1,
        "list",
        f"The list of “{line.key}” starts on the same line as its name.",
        f"Start it on the next line:\n{line.key}:\n  {shorten(line.value)}",
        (Edit(line.start + line.colon + 1, line.value_start, "\n" + " " * column),),
    )


def find_stuck_name(scene: Scene) -> Iterator[Fault]:
    """Blame a colon with no space after it, on the line or the one above."""
    for line in (scene.here, scene.previous(scene.here)):
        if not line or line.key:
            continue
        match = _STUCK_NAME.match(line.value)
        odd = _ODD_COLON.match(line.value)
        if match or odd:
            found = match or odd
            assert found is not None  # noqa: S101  # one of the two
            colon = line.value_start + (found.end() - 1 if match else found.start(2))
            rest = line.value[found.end() :].strip()
            what = "A space is missing after" if match else "There is no plain colon and space after"
            yield Fault(
                colon,
                colon + 1 if match else line.value_start + found.end(),
                "space",
                f"{what} “{found[1]}{':' if match else ''}”.",
                f"Write  {found[1]}: {shorten(rest)}",
                (Edit(colon, line.value_start + found.end(), ": "),),
            )


def find_stuck_dash(scene: Scene) -> Iterator[Fault]:
    """Blame a dash with no space after it, or another sign used as a dash."""
    for line in (scene.here, scene.previous(scene.here)):
        if not line or (line.key and not line.key.startswith("-")) or line.dash >= 0:
            continue
        column = line.key_column if line.key else line.value_column
        match = _STUCK_DASH.match(line.raw, column)
        if not match:
            continue
        yield _blame_dash(scene, line, column, match)


def _blame_dash(scene: Scene, line: Line, column: int, match: re.Match[str]) -> Fault:
    edits, lines = [], 0
    for one in (line, *scene.below(line)):
        again = _STUCK_DASH.match(one.raw, column) if one.indent == column else None
        if again:
            edits.append(Edit(one.start + again.start(), one.start + again.end(), "- "))
            lines += 1
        elif not one.blank and one.indent <= column and one.dash < 0:
            break
    text = shorten(line.raw[match.end() :].strip())
    sign = match[0].strip()
    message = (
        "A space is missing after the dash “-”."
        if sign == "-"
        else f"A list item starts with “- ”, but this one starts with “{sign}”."
    )
    if lines > 1:
        message += f" The same in {lines - 1} more below it."
    start = line.start + column
    return Fault(start, start + 1, "dash", message, f"Write  - {text}", tuple(edits))


def find_unindented_block(scene: Scene) -> Iterator[Fault]:
    """Blame a text under “|” or “>” that is not indented."""
    line = scene.here
    above = scene.previous(line)
    if not above or not _BLOCK_SIGN.fullmatch(above.value) or line.key:
        return
    edits = [Edit(line.start, line.start, "  ")]
    for below in scene.below(line):
        if below.key or below.dash >= 0:
            break
        if not below.blank:
            edits.append(Edit(below.start, below.start, "  "))
    spaces = above.key_column + 2
    yield Fault(
        line.start,
        line.value_end,
        "indent",
        f"The text below “{above.key}: {above.value}” must be indented.",
        f"Put {spaces} spaces before each line of the text.",
        tuple(edits),
    )


def find_comment_in_text(scene: Scene) -> Iterator[Fault]:
    """Blame a “#” that ends a text although it goes on below."""
    line = scene.here
    if line.key or line.dash >= 0 or line.number < 2:
        return
    for number in range(line.number - 1, 0, -1):
        above = scene.line(number)
        if above.raw.strip():
            break
    cut = above.raw.find(" #")
    comment = re.search(r"(?:^|[ \t])#", above.raw)
    if not comment:
        return
    start = above.start + comment.end() - 1
    owner = scene.text_owner(above if not above.blank else line)
    column = owner.key_column if owner.key else owner.dash
    text_start, text_end = owner.value_start, scene.text_end(line, column).value_end
    if not owner.value or owner.value[0] in "'\"|>[{" or cut < 0 and not above.blank:
        return
    yield Fault(
        start,
        above.end,
        "hash",
        "“#” starts a comment here, but the text goes on in the next line.",
        "Put quotes around all of the text:  "
        f"{owner.key + ': ' if owner.key else '- '}{quote(scene.text[text_start:text_end])}\n"
        "If it is a comment, move it above the text.",
        quote_edits(scene.text, text_start, text_end),
    )


def find_missing_colon(scene: Scene) -> Iterator[Fault]:
    """Blame a line that has neither a name nor a dash."""
    line = scene.here
    if line.key or line.dash >= 0 or not line.value:
        return
    start, end = line.value_start, line.value_end
    below = next((one for one in scene.below(line) if not one.blank), None)
    word = _FIRST_WORD.match(line.value)
    if word and word.end() == len(line.value) and below and below.indent > line.indent:
        yield Fault(
            start,
            end,
            "missing-colon",
            f"There is no colon after “{line.value}”.",
            f"Write  {line.value}:",
            (Edit(end, end, ":"),),
        )
        return
    above = scene.previous(line)
    deeper = (
        f"If it goes on with the text of line {above.number}, put more spaces before it."
        if above
        else "Every line of this file starts with a name, or with spaces and a dash."
    )
    if word:
        rest = shorten(line.value[word.end() :].strip())
        yield Fault(
            start,
            start + word.end(),
            "missing-colon",
            f"There is no colon after “{word[1]}”.",
            f"If “{word[1]}” is a name, write  {word[1]}: {rest}".rstrip() + f"\n{deeper}",
            (Edit(start + word.end(), start + word.end(), ":"),),
            lossy=True,
        )
    yield Fault(
        start,
        end,
        "missing-colon",
        "This line has no name with a colon, and it does not continue the text above it.",
        deeper,
        (Edit(start, end, ""),),
        lossy=True,
    )


def is_wordy(name: str) -> bool:
    """Tell words of a text from a name: names here are small letters without spaces."""
    return not re.fullmatch(r"[a-z][a-z0-9_-]*", name)


def _straighten(text: str) -> str:
    """Quote a text, without the curly marks that someone may have tried first."""
    text = shorten(text)
    if len(text) > 1 and text[0] in "“”„‘" and text[-1] in "“”’":
        text = text[1:-1]
    return quote(text)
