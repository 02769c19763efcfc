"""Items and names are taken out and added; comments and all else stay."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problem import GuidebookError
from generator.reader.yaml_text import list_edit

FILE = """\
# On top.
only_changes: yes  # so it is
title: Ours
steps:
  # About the first.
  - change: breathe-out
    do: Breathe.  # Slowly.
  - leave_out: say-it

  # About the last.
  - at: end
    do: >
      Nod
      twice.
say: [one, two]
stop:
  text: Stop now.
"""


@pytest.mark.parametrize(
    ("loc", "gone"),
    [
        (("title",), "title: Ours\n"),
        (("steps", 0), "  - change: breathe-out\n    do: Breathe.  # Slowly.\n"),
        (("steps", 1), "  - leave_out: say-it\n"),
        (("steps", 2), "  - at: end\n    do: >\n      Nod\n      twice.\n"),
        (("steps", 0, "do"), "    do: Breathe.  # Slowly.\n"),
        (("stop", "text"), "stop:\n  text: Stop now.\n"),
        (("say",), "say: [one, two]\n"),
    ],
)
def test_what_is_taken_out_is_gone_and_nothing_else(loc: tuple[str | int, ...], gone: str) -> None:
    assert gone in FILE
    for text in (FILE, FILE.replace("\n", "\r\n")):
        made = list_edit.remove("f.yml", text.encode(), loc).decode()
        assert made.replace("\r\n", "\n") == FILE.replace(gone, "")


def test_a_comment_that_is_further_in_goes_with_its_item() -> None:
    text = b"list:\n  - one\n    # about one\n  # about two\n  - two\n"
    assert list_edit.remove("f.yml", text, ("list", 0)) == b"list:\n  # about two\n  - two\n"


def test_what_is_in_one_line_with_others_is_left_to_people() -> None:
    with pytest.raises(GuidebookError, match="by hand"):
        list_edit.remove("f.yml", FILE.encode(), ("say", 0))


def test_a_file_with_mistakes_is_not_touched() -> None:
    with pytest.raises(GuidebookError, match="mistakes"):
        list_edit.append("f.yml", b"title: [", "without", "fire")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", "without:\n  - fire\n"),
        ("title: X", "title: X\nwithout:\n  - fire\n"),
        ("without: []\ntitle: X\n", "without: [fire]\ntitle: X\n"),
        ("without:\n", "without:\n  - fire\n"),
        ("without: [birth]  # why\n", "without: [birth, fire]  # why\n"),
        ("without:\n- birth\n# end\n", "without:\n- birth\n- fire\n# end\n"),
        ("without:\n    - birth", "without:\n    - birth\n    - fire\n"),
    ],
)
def test_a_name_is_added_to_a_list(text: str, made: str) -> None:
    assert list_edit.append("house.yml", text.encode(), "without", "fire").decode() == made


WORD = st.text("ab: #-'\"é[", min_size=1, max_size=8).filter(lambda one: one.strip() == one)


@given(st.lists(WORD, min_size=2, max_size=5), st.data())
def test_any_item_can_be_taken_out_of_any_list(items: list[str], data: st.DataObject) -> None:
    lines = "".join(f"  - {json.dumps(one)}\n" for one in items)
    content = f"title: X\nlist:\n{lines}# end\n".encode()
    place = data.draw(st.integers(0, len(items) - 1))
    made = yaml.safe_load(list_edit.remove("f.yml", content, ("list", place)))
    assert made == {"title": "X", "list": items[:place] + items[place + 1 :]}
    more = yaml.safe_load(list_edit.append("f.yml", content, "list", "more"))
    assert more["list"] == [*items, "more"]
