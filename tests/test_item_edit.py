"""Items, names and texts are changed at their places, and nothing else in the file."""

import pytest

from generator.problem import GuidebookError
from generator.reader.yaml_text.item_edit import (
    Change,
    Delete,
    Insert,
    Move,
    Rename,
    Set,
    change_file,
)

FILE = """\
# Kept by Ana.
title:\tA 'messy' file    # two words too many
audience: front line
# About the steps.
steps:   # in order

  - Ask.  # first
  # About the second.
  - do: "Tell."
    # why?
    why: >-   # folded
      Because
      of this.

  # A loose one.

  - 'Go'

say:
- One
- say: Two
  channels: [ phone , chat ]   # not by post
related: [a-b, c-d]
stop: The order is lost.   # or late
checklist:
    - Done
    - Late
"""

FIRST = "  - Ask.  # first\n"
SECOND = FILE[FILE.index("  # About the second") : FILE.index("\n  # A loose")]


def edit(text: str, *changes: Change) -> str:
    made = change_file("a/b.yml", text.encode(), changes)
    for end in ("\r\n", "\r"):
        other = change_file("a/b.yml", b"\xef\xbb\xbf" + text.replace("\n", end).encode(), changes)
        assert other == b"\xef\xbb\xbf" + made.decode().replace("\n", end).encode()
    return made.decode()


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Set(("title",), "Tidy"), "A 'messy' file ", "Tidy "),
        (Set(("steps", 0), "Wait"), "- Ask.  #", "- Wait  #"),
        (Set(("steps", 0, "do"), "Wait"), "- Ask.  #", "- Wait  #"),
        (Set(("steps", 0, "why"), "x"), "- Ask.  # first", "- do: Ask.  # first\n    why: x"),
        (Set(("steps", 2, "why"), "x"), "- 'Go'", "- do: 'Go'\n    why: x"),
        (Set(("steps", 1, "say"), "Hi"), '"Tell."\n', '"Tell."\n    say: Hi\n'),
        (
            Set(("steps", 1), {"do": "Tell.", "why": "Short"}),
            "      Because\n      of this.",
            "      Short",
        ),
        (Set(("steps", 1, "why"), "a\nb"), "Because\n      of this.", "a\n\n      b"),
        (Set(("related",), ["a-b", "x", "c-d"]), "a-b, ", "a-b, x, "),
        (Set(("purpose",), "Why"), "front line\n", "front line\npurpose: Why\n"),
        (
            Set(("stop", "go"), ["a-b"]),
            "stop: The order is lost.   # or late",
            "stop:\n  text: The order is lost.   # or late\n  go:\n    - a-b",
        ),
        (
            Set(("checklist", "sign_off"), "yes"),
            "checklist:\n    - Done\n    - Late\n",
            "checklist:\n    items:\n    - Done\n    - Late\n    sign_off: yes\n",
        ),
        (
            Set(("title",), ["a"]),
            "title:\tA 'messy' file    # two words too many",
            "title:    # two words too many\n  - a",
        ),
        (
            Set(("practice", "quiz", 0, "prompt"), "?"),
            "    - Late\n",
            '    - Late\n\npractice:\n  quiz:\n    - prompt: "?"\n',
        ),
        (
            Set(("steps",), "Ask."),
            FILE[FILE.index("steps:") : FILE.index("\nsay:")],
            "steps: Ask.   # in order\n",
        ),
        (
            Set(("steps", 0), {"say": "Hi", "why": "a\nb"}),
            "- Ask.  # first\n",
            "-  # first\n    say: Hi\n    why: |-\n      a\n      b\n",
        ),
        (Insert(("steps",), 0, "New"), "  - Ask.", "  - New\n  - Ask."),
        (Insert(("steps",), 1, "New"), "  # About the second", "  - New\n  # About the second"),
        (Insert(("steps",), 3, {"do": "a"}), "  - 'Go'\n", "  - 'Go'\n  - do: a\n"),
        (
            Insert(("audience",), 1, "x"),
            "audience: front line\n",
            "audience:\n  - front line\n  - x\n",
        ),
        (Insert(("related",), 2, "x: y"), "c-d]", 'c-d, "x: y"]'),
        (
            Insert(("say", 0, "channels"), 0, "chat"),
            "- One\n",
            "- say: One\n  channels:\n    - chat\n",
        ),
        (Insert(("checklist", "items"), 2, "x"), "    - Late\n", "    - Late\n    - x\n"),
        (Delete(("steps", 0)), "  - Ask.  # first\n", ""),
        (
            Delete(("steps", 1, "why")),
            "    # why?\n    why: >-   # folded\n      Because\n      of this.\n",
            "",
        ),
        (Delete(("steps", 1, "do")), 'do: "Tell."\n    # why?', "# why?"),
        (Delete(("related", 0)), "a-b, ", ""),
        (Delete(("related", 1)), ", c-d", ""),
        (Delete(("say", 1, "channels", 1)), " , chat", ""),
        (Delete(("title",)), "title:\tA 'messy' file    # two words too many\n", ""),
        (Move(("related",), 0, 1), "a-b, c-d", "c-d, a-b"),
        (
            Move(("steps", 1), 1, 0),
            SECOND[SECOND.index('do: "Tell') :],
            f'{SECOND[SECOND.index("# why?") :]}    do: "Tell."\n',
        ),
        (Rename(("say", 1, "channels"), "ways"), "channels: [", "ways: ["),
        (Rename(("title",), "a #b"), "title:\tA", '"a #b":\tA'),
        (
            Move(("steps",), 1, 0),
            FIRST + SECOND,
            SECOND + FIRST,
        ),
        (
            Move(("steps",), 0, 2),
            FILE[FILE.index(FIRST) : FILE.index("say:")],
            f"{SECOND}  - 'Go'\n\n  # A loose one.\n\n{FIRST}\n",
        ),
    ],
)
def test_only_what_is_meant_changes(change: Change, old: str, new: str) -> None:
    assert FILE.count(old) == 1
    made = edit(FILE, change)
    assert made == FILE.replace(old, new)


def test_all_of_a_text_goes_when_another_takes_its_place() -> None:
    assert edit("title: Late\u00a0\nowner: A\n", Set(("title",), "A")) == "title: A\nowner: A\n"


def test_lines_in_the_place_of_a_group_do_not_take_in_the_comment_below_it() -> None:
    before = "steps:\n  - do: Ask.\n    why: Because.\n    # after why\n  - Tell.\n"
    made = edit(before, Set(("steps", 0), "a\nb"))
    assert made == 'steps:\n  - "a\\nb"\n    # after why\n  - Tell.\n'


def test_all_of_a_file_can_be_said_at_once() -> None:
    assert edit("# Ours.\n", Set((), {"a": "b", "c": ["d"]})) == "# Ours.\na: b\nc:\n  - d\n"
    assert edit("a: b\nc: d  # so\n", Set((), {"c": "d", "e": None})) == "c: d  # so\ne:\n"
    with pytest.raises(GuidebookError, match="was not changed"):
        edit("a: b\n", Set((), ["a"]))


def test_what_cannot_be_meant_is_refused_in_a_sentence() -> None:
    for change in (
        Set(("title", "x"), "y"),
        Insert(("steps",), 9, "y"),
        Delete(("steps", 9)),
        Move(("steps",), 0, 3),
        Move(("title",), 0, 0),
        Rename(("title",), "steps"),
        Rename(("steps", 0), "x"),
        Rename(("nothing",), "x"),
        Set(("title",), "a \ud800 b"),
    ):
        with pytest.raises(GuidebookError, match=r"a/b\.yml was not changed: “.*\.$"):
            edit(FILE, change)


RECORDS = """\
# All of them.
sources:
  # About complaints
  D1:
    work: One  # first
  D2: {work: Two}
  # About people
  "D3":
    work: Three

  D4:
    work: Four
  D5:
    work: Five
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (
            Move(("sources",), 1, 0),
            "  D1:\n    work: One  # first\n  D2: {work: Two}\n",
            "  D2: {work: Two}\n  D1:\n    work: One  # first\n",
        ),
        (
            Move(("sources",), 3, 2),
            '  "D3":\n    work: Three\n\n  D4:\n    work: Four\n',
            '  D4:\n    work: Four\n\n  "D3":\n    work: Three\n',
        ),
        (
            Move(("sources",), 4, 3),
            "  D4:\n    work: Four\n  D5:\n    work: Five\n",
            "  D5:\n    work: Five\n  D4:\n    work: Four\n",
        ),
        (Rename(("sources", "D3"), "X3"), '"D3":', "X3:"),
        (Rename(("sources", "D2"), "a: b"), "D2:", '"a: b":'),
    ],
)
def test_records_of_a_group_move_and_their_headings_stay(
    change: Change, old: str, new: str
) -> None:
    assert RECORDS.count(old) == 1
    assert edit(RECORDS, change) == RECORDS.replace(old, new)


def test_what_stands_above_a_single_record_is_its_own() -> None:
    text = "a:\n  x:\n    b: c\n  # about y\n  y:\n    b: d\n  z:\n    b: e\n"
    made = "a:\n  # about y\n  y:\n    b: d\n  x:\n    b: c\n  z:\n    b: e\n"
    assert edit(text, Move(("a",), 1, 0)) == made


def test_a_file_with_mistakes_is_not_touched() -> None:
    with pytest.raises(GuidebookError, match=r"has mistakes, so nothing.* In line \d+: "):
        edit("title: a\ntitle: b\n", Set(("title",), "c"))


def test_a_file_of_comments_takes_names() -> None:
    assert edit("# Ours.\n", Set(("title",), "A")) == "# Ours.\ntitle: A\n"
    assert change_file("x.yml", b"", [Insert(("steps",), 0, "A")]) == b"steps:\n  - A\n"


def test_an_anchor_is_told_with_its_line_and_its_remedy() -> None:
    content = b"title: Late\nrelated: &all [one]\n"
    with pytest.raises(GuidebookError) as refused:
        change_file("fair/one.yml", content, [Set(("title",), "Later")])
    assert str(refused.value) == (
        "fair/one.yml has mistakes, so nothing in it was changed. In line 2: “&all” gives YAML an"
        " order, and that cannot be used here. Delete it: related: [one]"
    )
