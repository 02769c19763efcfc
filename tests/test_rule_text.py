"""Examples of rules as people see them."""

import pytest

from generator.problem import Example, FileState
from generator.views.rule_text import ExampleFile, list_files


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        ("title: One", ExampleFile("", "", "title: One")),
        ("stop:\n\ttext: So.", ExampleFile("", "", "stop:\n‹Tab›text: So.")),
        ("say: a\u00a0b\u200bc", ExampleFile("", "", "say: a‹U+00A0›b‹U+200B›c")),
        ({"docs/a.md": "# Café".encode("cp1252")}, ExampleFile("docs/a.md", "", "# Caf‹byte E9›")),
        ({"docs/a.md": "# Café"}, ExampleFile("docs/a.md", "", "# Café")),
        ({"a.yml": FileState.MISSING}, ExampleFile("a.yml", "is not there", "")),
    ],
)
def test_what_is_hidden_is_shown(example: Example, shown: ExampleFile) -> None:
    assert list_files(example) == [shown]
