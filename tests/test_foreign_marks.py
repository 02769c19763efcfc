"""Signs of other programs that a page would show are told, and what only looks like them is not."""

import pytest

from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House
from tests import samples

RULES = ("foreign-marks", "html")

FOUND = {
    "Say ~~no~~ yes.": "~~no~~",
    "==Now==, say it.": "==Now==",
    "Say ++yes++.": "++yes++",
    "It is 5 m^2^ wide.": "^2^",
    "Say it.[^1]": "[^1]",
    "## Say it": "##",
    "> Say it.": ">",
    "Say this:\n- One thing": "-",
    "* Say it.": "*",
    "*** Say it": "***",
    "Say it.\n---": "---",
    "| one | two |": "| one | two |",
    "!!! warning": "!!! warning",
    "Say it. {: .big }": "{: .big }",
    "Say it :smile:": ":smile:",
    "See [our page] (https://shop.example).": "[our page] (https://shop.example)",
    "See <https://shop.example>.": "<https://shop.example>",
    "[b]Now[/b] say it.": "[/b]",
    "Hello, <name of the guest>.": "<name of the guest>",
    "<mark>Now</mark>": "<mark>",
    "Now<!-- later -->": "<!--",
}
FINE = (
    "Say __yes__, **now**, *please* and _softly_.",
    "***Now***, say it.",
    "See [our page](https://shop.example).",
    "Write `~~no~~` and `<b>`.",
    "Say it -- slowly - and then wait.",
    "5 * 3 = 15, a ^ b, 1 == 1, C++ and 3 < 4 > 2.",
    "Ask for the time: 12:30:15. Note: it counts.",
    "Ask <3 things.",
    "Say [name] (their first name).",
    "-5 degrees, #12, >100 people.",
    "Say AT&T; or Q&A.",
)


def tell(text: str) -> list[str]:
    folder = samples.make_folder({"fair/one": samples.make_minimal(purpose=text)})
    told = guidebook_reader.read(folder).problems
    return [one.message for one in told if one.rule.id in RULES]


@pytest.mark.parametrize(("text", "sign"), FOUND.items(), ids=FOUND)
def test_what_a_page_would_show(text: str, sign: str) -> None:
    assert tell(text) == [f"“{sign}” will be shown as it is."]


@pytest.mark.parametrize("text", FINE)
def test_what_a_page_draws_or_what_is_only_a_text(text: str) -> None:
    assert tell(text) == []


def test_what_a_company_fills_in() -> None:
    folder = samples.make_folder({"fair/one": samples.make_minimal()})
    house = House("house.yml", b'title: "## Ours"\nvalues:\n  spend-limit: "~~20~~ 30"\n')
    told = guidebook_reader.read(folder, house=house).problems
    assert [(one.place.path, one.place.line) for one in told if one.rule.id in RULES] == [
        ("house.yml", 1),
        ("house.yml", 3),
    ]
