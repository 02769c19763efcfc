"""One text is exchanged, and nothing else in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.yaml_model import Loc
from generator.problem import GuidebookError, Severity
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.hidden_characters import find_hidden
from generator.reader.yaml_text.parsed_file import Data, ParsedFile
from generator.reader.yaml_text.scalar_edit import replace_scalar
from tests.effort import stop_endless
from tests.test_properties import OF_FILES, PIECES, PLAYBOOKS, mutants

MESSY = """\
# Kept by Ana; ask her first.
title:   A  'messy'   file    # two words too many

reviewed:   '2024-01-02'   # checked by phone
purpose: >-   # folded
    Say when
    it comes.
# Between two names.
why: |
  One.

  Two.


steps: [ "Ask.", 'It''s late', plain words ,  "a \\"b\\"" ]
say:
-   say:   Come in.
    why: "Short"
- Sit
  down.
"""

nasty = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=8).map("".join)


def read(content: bytes) -> ParsedFile:
    text, problems = read_text("a.yml", content)
    assert text is not None
    assert not [one for one in problems if one.severity is Severity.ERROR]
    return parse("a.yml", text)


def list_texts(data: Data, loc: Loc = ()) -> list[Loc]:
    if isinstance(data, dict):
        return [one for name, inner in data.items() for one in list_texts(inner, (*loc, name))]
    if isinstance(data, list):
        return [one for at, inner in enumerate(data) for one in list_texts(inner, (*loc, at))]
    return [loc] if isinstance(data, str) else []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    ("loc", "value", "old", "new"),
    [
        (("title",), "A tidy file", "A  'messy'   file ", "A tidy file "),
        (("title",), "Order #1", "A  'messy'   file ", "Order #1 "),
        (("title",), "Late: order", "A  'messy'   file ", '"Late: order" '),
        (("title",), "[name], order #1", "A  'messy'   file ", '"[name], order #1" '),
        (("title",), "null", "A  'messy'   file ", '"null" '),
        (("reviewed",), "2026-11-27", "'2024-01-02'", "'2026-11-27'"),
        (("reviewed",), "it's", "'2024-01-02'", "'it''s'"),
        (("reviewed",), " it's\n", "'2024-01-02'", "'it''s'"),
        (("steps", 0), "Ask.\n\n", '"Ask."', '"Ask."'),
        (("reviewed",), "one\ntwo", "'2024-01-02'", '"one\\ntwo"'),
        (("purpose",), "Ask: who?", "    Say when\n    it comes.\n", "    Ask: who?\n"),
        (("why",), "1\n\n2", "  One.\n\n  Two.\n", "  1\n\n  2\n"),
        (("steps", 0), "Tell.", '"Ask."', '"Tell."'),
        (("steps", 2), "a, b", "plain words ", '"a, b" '),
        (("steps", 3), 'a "c"', '"a \\"b\\""', '"a \\"c\\""'),
        (("say", 0, "say"), "Hello.", "Come in.", "Hello."),
        (("say", 1), "Stand up.", "Sit\n  down.", "Stand up."),
    ],
)
def test_only_that_text_changes(
    loc: Loc, value: str, old: str, new: str, mark: bytes, end: str
) -> None:
    if value == "Order #1":
        new = '"Order #1" '

    def write(text: str) -> bytes:
        return mark + text.replace("\n", end).encode()

    changed = replace_scalar("a.yml", write(MESSY), loc, value)
    assert changed == write(MESSY.replace(old, new, 1))


def test_a_long_text_is_folded_as_the_old_one_was() -> None:
    words = "word " * 40
    changed = replace_scalar("a.yml", MESSY.encode(), ("purpose",), words).decode()
    assert "purpose: >-   # folded\n    word word" in changed
    assert max(map(len, changed.split("\n"))) <= 100
    assert read(changed.encode()).value(("purpose",)) == words.strip()


@pytest.mark.parametrize(
    ("content", "loc", "told"),
    [
        (b"title: a\ntitle: b\n", ("title",), "has mistakes"),
        (b"title: caf\xe9\n", ("title",), "has mistakes"),
        (b"title: a\n", ("reviewed",), "has no text at “reviewed”"),
        (b"say: [a, b]\n", ("say", 0, "why"), "has no text at “say 1 why”"),
        (b"steps: [a, b]\n", ("steps",), "has no text at “steps”"),
        (b"title: a\nreviewed:\n", ("reviewed",), "has no text at “reviewed”"),
    ],
)
def test_what_is_not_sure_is_refused(content: bytes, loc: Loc, told: str) -> None:
    with pytest.raises(GuidebookError, match=told):
        replace_scalar("a.yml", content, loc, "new")


def test_what_no_file_can_hold_is_refused() -> None:
    with pytest.raises(GuidebookError, match="cannot be written"):
        replace_scalar("a.yml", b"title: a\n", ("title",), "a \ud800 b")


def edit_and_compare(content: bytes, loc: Loc, value: str) -> None:
    """Every byte outside the text stays, and the file says what is meant."""
    before = read(content)
    with stop_endless():
        changed = replace_scalar("a.yml", content, loc, value)
    after = read(changed)
    new = after.value(loc)
    assert isinstance(new, str)
    assert new.strip() == value.strip()
    assert list_texts(after.data) == list_texts(before.data)
    for other in list_texts(before.data):
        assert other == loc or after.value(other) == before.value(other)
    start, end = before.span(loc)
    raw, written = before.text, after.text
    size = len(raw[start:end].rstrip())
    assert written.startswith(raw[:start])
    assert written.endswith(raw[start + size :])
    back = replace_scalar("a.yml", changed, loc, str(before.value(loc)))
    assert read(back).data == before.data


@OF_FILES
@given(st.data(), st.sampled_from([*PLAYBOOKS, MESSY, MESSY]), st.sampled_from(["\n", "\r\n"]))
def test_any_text_of_any_file_takes_any_words(data: st.DataObject, text: str, end: str) -> None:
    content = text.replace("\n", end).encode()
    loc = data.draw(st.sampled_from(list_texts(read(content).data)))
    value = data.draw(nasty.filter(str.strip))
    try:
        edit_and_compare(content, loc, value)
    except GuidebookError:
        assert list(find_hidden(value)), "only what no file may hold is refused"


@OF_FILES
@given(st.data(), mutants())
def test_a_day_is_confirmed_or_the_file_stays(data: st.DataObject, text: str) -> None:
    """Files after slips of the hand, in which the day may be anything."""
    content = text.encode("utf-8", "replace")
    day = data.draw(st.dates()).isoformat()
    try:
        changed = replace_scalar("a.yml", content, ("reviewed",), day)
    except GuidebookError:
        return
    assert read(changed).value(("reviewed",)) == day
    edit_and_compare(content, ("reviewed",), day)
