"""What the command says of itself, and how little it loads for that."""

import os
import subprocess
import sys

import click
import pytest

from generator.cli.main import main
from tests.commands import run

CONTEXT = click.Context(main)
NAMES = main.list_commands(CONTEXT)

# What the model, the pages and the papers are made with; a second goes by until all is there.
HELP = """
import sys
from generator.cli.main import main
main(["--help"], standalone_mode=False)
loaded = {"generator.model", "pydantic", "jinja2", "yaml"} & set(sys.modules)
assert not loaded, loaded
"""


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_a_command(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command
    assert command.name == name
    assert command.help
    assert run(name, "--help").exit_code == 0


def test_every_command_has_one_line() -> None:
    lines = run("--help").output.splitlines()
    assert max(map(len, lines)) <= 80
    for name in NAMES:
        line = next(one for one in lines if one.startswith(f"  {name} "))
        assert line.endswith(".")
        assert not line.endswith("...")


@pytest.mark.parametrize("written", ["today", "-9", "1.5", "99999999999999", "9" * 30])
def test_a_day_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    done = run("explain")
    assert done.exit_code == 2
    assert f"“{written}”, which is no time" in done.output


def test_a_day_that_is_set_to_nothing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert run("explain").exit_code == 0
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_an_unknown_command_is_refused() -> None:
    result = run("chek")
    assert result.exit_code == 2
    assert "No such command" in result.output


def test_the_help_loads_no_model() -> None:
    done = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Publish:" in done.stdout
