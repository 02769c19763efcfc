"""The causes of a stop, the most telling first. Each offers a repair; a wrong one won't help."""

from collections.abc import Callable, Iterator

from generator.reader.yaml_text import (
    blocks,
    colons,
    indentation,
    lists,
    quotes,
    special_characters,
)
from generator.reader.yaml_text.error_context import ErrorContext
from generator.reader.yaml_text.fault import Fault, StopError
from generator.reader.yaml_text.traced_text import Edit

_CAUSES: tuple[Callable[[ErrorContext], Iterator[Fault]], ...] = (
    blocks.find_conflict,
    indentation.find_tab,
    indentation.find_divider,
    indentation.find_indented_top,
    quotes.find_backslash,
    quotes.find_text_after_quote,
    quotes.find_unclosed,
    special_characters.find_marked_name,
    lists.find_bullet,
    special_characters.find_mark,
    special_characters.find_question_mark,
    special_characters.find_special_start,
    special_characters.find_bracket,
    lists.find_list_on_line,
    lists.find_list_under_text,
    colons.find_colon,
    colons.find_colon_in_next_line,
    colons.find_stuck_name,
    colons.find_group_under_text,
    colons.find_name_under_text,
    lists.find_dash_at_top,
    blocks.find_unindented_block,
    blocks.find_comment_in_text,
    indentation.find_indent,
    lists.find_missing_dash,
    colons.find_missing_colon,
)


def find_causes(text: str, stop: StopError) -> Iterator[Fault]:
    """Offer what may have gone wrong. The last offer takes the line out, whatever it is."""
    context = ErrorContext(text, stop)
    for find in _CAUSES:
        yield from find(context)
    line = context.here
    if line.blank:  # the end of the file, or a comment
        line = context.previous(line) or line
    yield Fault(
        line.start + line.indent,
        line.end,
        "syntax",
        "YAML cannot read this line.",
        "Compare it with its neighbours: a name, a colon, a space and a text, or a dash, a space "
        "and a text. If the text has signs such as : # [ { * in it, put quotes around it.",
        (Edit(line.start, line.end, ""),),
        guess=True,
        lossy=True,
    )
