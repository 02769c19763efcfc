"""What the guides tell people to type is there: every command, every option, every format."""

import re
from pathlib import Path

import click
import pytest

from generator.cli.main import main
from generator.views.exports import FORMATS
from tests.conftest import ROOT

GUIDES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "Makefile")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "generator/views/templates/project").iterdir()),
    *sorted((ROOT / "examples/hosting").iterdir()),
]
CONTEXT = click.Context(main)
COMMANDS = main.list_commands(CONTEXT)
TYPED = re.compile(r"^(?:[\w./\\$()-]*[/\\])?guidebook ([a-z][^`#|\n]*)")
BLOCKS = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
SPANS = re.compile(r"`([^`\n]+)`")
STEP = re.compile(r"^\s*(?:- |run: |@|- run: |status=0; )*", re.MULTILINE)


def find_options(name: str) -> set[str]:
    command = main.get_command(CONTEXT, name)
    assert command
    return {one for each in command.params for one in (*each.opts, *each.secondary_opts)}


def list_typed(text: str, *, is_guide: bool = True) -> list[list[str]]:
    """The words of each command: of a guide in its consoles and between grave accents."""
    lines = [line for block in BLOCKS.findall(text) for line in block.splitlines()]
    lines = [*lines, *SPANS.findall(text)] if is_guide else STEP.sub("", text).splitlines()
    return [found[1].split() for line in lines if (found := TYPED.match(line))]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_what_a_guide_has_one_type_is_there(guide: Path) -> None:
    for name, *words in list_typed(guide.read_text("utf-8"), is_guide=guide.suffix == ".md"):
        assert name in COMMANDS, f"guidebook {name}"
        options = {one.partition("=")[0] for one in words if re.fullmatch(r"--?[a-z].*", one)}
        assert options <= {*find_options(name), "--help"}, f"guidebook {name}"


def test_guides_are_read() -> None:
    readme = list_typed((ROOT / "README.md").read_text("utf-8"))
    assert {"new", "build", "check", "paper"} <= {name for name, *_ in readme}
    assert list_typed("say guidebook nothing") == []
    assert list_typed("`guidebook due --owner`") == [["due", "--owner"]]
    assert list_typed("```console\n.venv\\Scripts\\guidebook check\n```") == [["check"]]
    workflow = (ROOT / "generator/views/templates/project/github.yml").read_text("utf-8")
    assert ["build"] in list_typed(workflow, is_guide=False)


def test_the_table_of_commands_is_whole() -> None:
    rows = [
        row.split("|")[1]
        for row in (ROOT / "README.md").read_text("utf-8").splitlines()
        if row.startswith("| `guidebook ")
    ]
    told = {one.split()[0] for row in rows for one in re.findall(r"`(?:guidebook )?([^`]+)`", row)}
    assert told == set(COMMANDS)


def test_the_table_of_formats_is_whole() -> None:
    guide = (ROOT / "docs/export.md").read_text("utf-8")
    rows = [row.split("|")[1] for row in guide.splitlines() if row.startswith("| `")]
    told = {one for row in rows for one in re.findall(r"`([a-z0-9]+)`", row)}
    assert told >= FORMATS.keys()
