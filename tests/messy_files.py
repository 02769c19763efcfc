"""Files as people leave them: sound, and in no order that a program would keep by itself."""

from tests.conftest import ROOT

COMMENTS = """\
# On top.
# Kept by Ana; ask her first.

title:   A  'messy'   file    # two words too many
kind: tactic
# Who reads it?
audience:   # all of them
  # the first
  - everyone   # really
  # the second

  # loose
  - managers
    # of the second, further in
 # less far in
reviewed:   '2024-01-02'   # checked by phone

# --- Steps ---
steps:
  # About the first.
  # And more about it.
  - do: Ask.   # nicely
    # why?
    why: Because.
    # after why
  - Tell.

  # About the third.
  - do: >-   # folded
      Show them
      how.
    why: |
      One.

      Two.


  # A loose one at the end.
# About what to say.
say:
-   say:   Come in.
    why: "Short"
# About sitting.
- Sit
  down.
-
  say: 'It''s # late'
# The end.
"""

FLOW = """\
{title: Late, "kind": 'tactic', steps: [Ask., {do: Tell., why: "So, there"}, # third
  'It''s "late"' , [a, b]],
  related: [ a-b , c-d, ], search: [], stop: {text: Stop., go: [x, y]}, say: {}}
"""

MIXED = """\
title:\tTabs
"quoted name": 1
'other name' :\ttwo
steps:
    - do:  Ask.
      why:   Wide.
    -   do: Tell.
        why: Wider.
    - - nested
      - - deeper
        - still
      - back
related: [a-b, "c d", 'e f',
  g-h,   # not i
  j-k]
empty:
nothing: ~
say:
- a: |2
      Two more.
    Two.
  b: |+
    Kept.


- c: "Two
    lines."
  d: plain
    goes on

    here
- >
 One in.
stop:
 text: One in.
 go: [a, {b: c}, d: e]
checklist:
- Done\t
- Late\t
practice:
      quiz:
              prompt: Far in?
              options:
              - text: Yes
                right: yes
              - No"""

SHORT = """\
title: Short
stop: Stop now.   # or later
checklist:   # to tick

    - Done   # all of it
    # not by phone
    - Told
audience: everyone
sign_off: medical
steps: [Ask., "Tell."]
avoid:
  - >-
    Calm down,
    please.
  - |2
      Odd.
    Even.
say:
- One
  line.
"""


def _list_kinds(text: str) -> list[bytes]:
    lines = text.split("\n")
    mixed = "".join(
        f"{line}{end}"
        for number, line in enumerate(lines)
        for end in [("\n", "\r\n", "\r")[number % 3] if number + 1 < len(lines) else ""]
    )
    return [
        text.encode(),
        b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").rstrip("\r").encode(),
        mixed.encode(),
    ]


MESSY = [
    (f"playbooks/messy/{name}.yml", content)
    for name, text in (("comments", COMMENTS), ("flow", FLOW), ("mixed", MIXED), ("short", SHORT))
    for content in _list_kinds(text)
]
SHIPPED = [
    (path.relative_to(ROOT).as_posix(), path.read_bytes())
    for path in [*sorted(ROOT.glob("playbooks/**/*.yml")), ROOT / "examples/harbour-cafe/house.yml"]
]
"""Every file that comes with the project."""

TELLING = [
    (f"playbooks/problems/{path.name}", path.read_bytes())
    for path in sorted(ROOT.glob("tests/problems/*.yml"))
]
"""What trainers get wrong; most of it YAML cannot read."""
