"""The rules of papers. They are reported where papers are made.

A paper that is too full is left out, and the site is published: the page says the same. Three
things stop it. The card or poster of an emergency hangs where no screen is, and an old one would
stay up. A letter that no font has, and what Typst refuses, take all papers of a playbook with them,
and the booklet of all.
"""

from generator.problem import Group, Rule, Severity

_REASONS = (
    *("they shout", "they push", "they spit", "they throw", "they block you", "they film you"),
    *("they follow you", "they are hurt", "they cry", "they faint", "they are lost"),
    *("they are alone", "a child is alone", "it burns", "it smells", "it smokes", "it floods"),
    *("it is dark", "it is locked", "you are afraid"),
)

TOO_FULL = Rule(
    id="too-full",
    group=Group.PAPERS,
    summary="What belongs on a card, a poster or a sheet of two sides fits on it.",
    why="Smaller print is not read in a hurry, and a second sheet is lost. The paper is left out.",
    fault="stop:\n  lead: Stop if\n  text: |\n    " + ",\n    ".join(_REASONS) + ".",
    fix="stop:\n  lead: Stop if\n  text: anybody may get hurt, or you are afraid.",
    severity=Severity.WARNING,
)

_EMERGENCY = """\
branches:
  - id: adult
    see: They can't speak.
    now:
      - Shout for help.
      - {act}."""
_CHOKING = "playbooks/counter/choking.yml"

EMERGENCY_TOO_FULL = Rule(
    id="emergency-too-full",
    group=Group.PAPERS,
    summary="What belongs on the card or the poster of an emergency fits on it.",
    why="It hangs where no screen is. Without a new one, an old one stays on the wall.",
    fault={_CHOKING: _EMERGENCY.format(act="Hit their back, " + ", ".join(_REASONS * 3))},
    fix={_CHOKING: _EMERGENCY.format(act="Hit their back")},
)

NO_LETTER = Rule(
    id="no-letter",
    group=Group.PAPERS,
    summary="The fonts of the papers have every letter of a text.",
    why="A box would be printed in its place.",
    fault="say:\n  - I will look for it now 🙂\n  - You will have it at six.",
    fix="say:\n  - I will look for it now.\n  - You will have it at six.",
)

PAPER = Rule(
    id="paper",
    group=Group.PAPERS,
    summary="Every paper can be made.",
    why="A checklist that is missing is missed when somebody needs it.",
    fault={
        "playbooks/guidebook.yml": "logo: logo.svg",
        "playbooks/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="0"/>',
    },
    fix={
        "playbooks/guidebook.yml": "logo: logo.svg",
        "playbooks/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>',
    },
)
