"""The rules of papers. They are reported where papers are made."""

from generator.problem import Group, Rule

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
    why="Smaller print is not read in a hurry, and a second sheet is lost.",
    fault="stop:\n  lead: Stop if\n  text: |\n    " + ",\n    ".join(_REASONS) + ".",
    fix="stop:\n  lead: Stop if\n  text: anybody may get hurt, or you are afraid.",
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
