"""`guidebook format`: files in order, with the same words, comments and meaning."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.main import main
from generator.reader.yaml_text import parse, read_text
from generator.reader.yaml_text.formatting import format_file
from tests import samples
from tests.conftest import ROOT
from tests.projects import make_project
from tests.test_problems import FILES
from tests.test_properties import PLAYBOOKS, mutants, noise

SHIPPED = sorted((ROOT / "playbooks").rglob("*.yml"))


def order(text: str) -> str:
    return format_file("a.yml", text.encode()).decode()


def check(content: bytes) -> bytes:
    """Format, and make sure of what always holds."""
    made = format_file("a.yml", content)
    before, after = (read_text("a.yml", one)[0] for one in (content, made))
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert parse("a.yml", after).data == parse("a.yml", before).data
        assert "".join(after.split()) == "".join(before.split())
    assert format_file("a.yml", made) == made
    return made


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_files_are_in_order(path: Path) -> None:
    assert check(path.read_bytes()) == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_with_mistakes(path: Path) -> None:
    check(path.read_bytes())


@dataclass
class Spaced:
    """A playbook, and the same one with other spaces; both are too long to be shown."""

    text: str = field(repr=False)
    made: str = field(repr=False)


# What goes on over several lines keeps its place below its first line, wherever that was.
SINGLE = [one for one in PLAYBOOKS if not re.search(r"\[[^\]\n]*\n", one)]


@st.composite
def messy(draw: st.DrawFn) -> Spaced:
    """A playbook with other spaces."""
    text = draw(st.sampled_from(SINGLE))
    times = draw(st.integers(1, 4))
    gap = " " * (2 * times - 1)
    lines = []
    for line in text.split("\n"):
        body = line.lstrip(" ")
        body = re.sub(r"^((?:- )+)", lambda match: match[1].replace("- ", f"-{gap}"), body)
        blanks = draw(st.sampled_from(["", "", "", " ", "\t", "   "])) if body else ""
        lines.append(" " * (times * (len(line) - len(line.lstrip(" ")))) + body + blanks)
    end = draw(st.sampled_from(["", "\n", "\n\n\n"]))
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    return Spaced(text, line_end.join(lines).rstrip("\r\n") + end.replace("\n", line_end))


@settings(max_examples=60, deadline=None)
@given(messy())
def test_other_spaces_come_to_the_same(spaced: Spaced) -> None:
    assert check(spaced.made.encode()).decode() == spaced.text


@settings(max_examples=40, deadline=None)
@given(mutants() | noise)
def test_anything(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


ORDERED = {
    "a list in the column of its name": (
        "a:\n- b\n- c: d\n  e: f\n",
        "a:\n  - b\n  - c: d\n    e: f\n",
    ),
    "four spaces": ("a:\n    b: c\n    d:\n        - e\n", "a:\n  b: c\n  d:\n    - e\n"),
    "a wide dash": ("a:\n  -   b: c\n      d: e\n", "a:\n  - b: c\n    d: e\n"),
    "comments": (
        "a:\n    # of b\n    b: c  # after\n# at the end\n",
        "a:\n  # of b\n  b: c  # after\n# at the end\n",
    ),
    "a text of two lines": ("a:\n    b: one\n      two\n", "a:\n  b: one\n    two\n"),
    "a text of lines": (
        "a:\n    b: |\n        one\n          two\n",
        "a:\n  b: |\n      one\n        two\n",
    ),
    "lists in lists": ("a:\n  - - b\n    - c\n", "a:\n  - - b\n    - c\n"),
    "brackets": ("a:\n    b: [c,\n        d]\n", "a:\n  b: [c,\n      d]\n"),
    "blanks": ("a: b \t\n\n  \nc: d", "a: b\n\n\nc: d\n"),
    "blanks that are words": ("a: |\n  b \n  c\n", "a: |\n  b \n  c\n"),
    "a mistake": ("a:\n    b: c: d \n", "a:\n    b: c: d \n"),
}


@pytest.mark.parametrize("what", ORDERED)
def test_order(what: str) -> None:
    before, after = ORDERED[what]
    assert order(before) == after
    assert order(after) == after


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_project(tmp_path, samples.make_folder({"fair/one": samples.make_minimal(title="One")}))
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    run(main, ["format"])
    assert run(main, ["format", "--check"]).output == "All files are in order.\n"
    path = tmp_path / "playbooks/fair/one.yml"
    ordered = path.read_bytes()
    path.write_bytes(ordered.replace(b"\n", b" \r\n"))
    checked = run(main, ["format", "--check"])
    assert (checked.exit_code, checked.output.split("\n")[0]) == (
        1,
        "playbooks/fair/one.yml is not in order",
    )
    assert path.read_bytes() != ordered
    assert run(main, ["format", str(path)]).exit_code == 0
    assert path.read_bytes() == ordered
    (tmp_path / "house.yml").write_bytes(b"title: Ours\r\n")
    assert run(main, ["format"]).output == "house.yml is now in order\n"
