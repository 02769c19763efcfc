"""Items are taken out of lists and put into them, with their comments, and nothing else changes."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reader.yaml_text.item_edit import END, Delete, Insert, change_file

OVERLAY = """\
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
        (
            ("steps", 0),
            "  # About the first.\n  - change: breathe-out\n    do: Breathe.  # Slowly.\n",
        ),
        (("steps", 1), "  - leave_out: say-it\n"),
        (("steps", 2), "\n  # About the last.\n  - at: end\n    do: >\n      Nod\n      twice.\n"),
        (("steps", 0, "do"), "    do: Breathe.  # Slowly.\n"),
        (("stop", "text"), "stop:\n  text: Stop now.\n"),
        (("say",), "say: [one, two]\n"),
    ],
)
def test_what_is_taken_out_is_gone_and_nothing_else(loc: tuple[str | int, ...], gone: str) -> None:
    assert gone in OVERLAY
    for text in (OVERLAY, OVERLAY.replace("\n", "\r\n")):
        made = change_file("f.yml", text.encode(), [Delete(loc)]).decode()
        assert made.replace("\r\n", "\n") == OVERLAY.replace(gone, "")


def test_a_comment_that_is_further_in_goes_with_its_item() -> None:
    text = b"list:\n  - one\n    # about one\n  # about two\n  - two\n"
    assert change_file("f.yml", text, [Delete(("list", 0))]) == b"list:\n  # about two\n  - two\n"


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
    assert (
        change_file("house.yml", text.encode(), [Insert(("without",), END, "fire")])
        == made.encode()
    )


WORD = st.text("ab: #-'\"é[", min_size=1, max_size=8).filter(lambda one: one.strip() == one)


@given(st.lists(WORD, min_size=2, max_size=5), st.data())
def test_any_item_can_be_taken_out_of_any_list(items: list[str], data: st.DataObject) -> None:
    lines = "".join(f"  - {json.dumps(one)}\n" for one in items)
    content = f"title: X\nlist:\n{lines}# end\n".encode()
    place = data.draw(st.integers(0, len(items) - 1))
    made = yaml.safe_load(change_file("f.yml", content, [Delete(("list", place))]))
    assert made == {"title": "X", "list": items[:place] + items[place + 1 :]}
    more = yaml.safe_load(change_file("f.yml", content, [Insert(("list",), END, "more")]))
    assert more["list"] == [*items, "more"]
