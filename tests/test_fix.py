"""Repairs that leave no choice: they fix, and never add anything."""

from collections import Counter
from pathlib import Path

import click
import pytest
from hypothesis import given, settings

from generator.checks.suggestions import find_misspelt
from generator.problem import Severity
from generator.reader import fixes
from generator.reader.yaml_text.repairs import REPAIRS
from tests import samples
from tests.commands import run
from tests.projects import make_project
from tests.test_problems import FILES
from tests.test_properties import mutants

NAME = "counter/late.yml"


def count_errors(content: bytes) -> Counter[str]:
    found = fixes.find_problems(NAME, NAME, content)
    return Counter(one.rule.id for one in found if one.severity is Severity.ERROR)


def fix_text(text: str) -> str:
    return fixes.fix(NAME, NAME, text.encode()).content.decode()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_repair_adds_an_error(path: Path) -> None:
    content = path.read_bytes()
    fixed = fixes.fix(NAME, NAME, content)
    assert bool(fixed.solved) == (fixed.content != content)
    assert count_errors(fixed.content) <= count_errors(content)
    assert fixes.fix(NAME, NAME, fixed.content).content == fixed.content


@settings(max_examples=60, deadline=None)
@given(mutants())
def test_no_repair_of_a_playbook_adds_an_error(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    fixed = fixes.fix(NAME, NAME, content)
    assert count_errors(fixed.content) <= count_errors(content)


def test_more_slips_than_a_check_reports_are_fixed_all() -> None:
    steps = [f"  - do: Remember: it is {number}\n" for number in range(3 * REPAIRS)]
    fixed = fix_text(f"title: Late\nsteps:\n{''.join(steps)}")
    assert fixed.count('"Remember: it is') == 3 * REPAIRS


@pytest.mark.parametrize(
    ("pad", "least", "most"), [(0, 100, 100), (20_000, 20, 40), (200_000, 3, 4)]
)
def test_of_a_long_file_fewer_slips_are_looked_past_in_one_go(
    pad: int, least: int, most: int
) -> None:
    """Each try reads a file again: the longer it is, the fewer there are."""
    steps = "".join(f"  - do: Remember: it is {number}\n" for number in range(100))
    text = f"title: Late\nsteps:\n{steps}#{'x' * pad}\n"
    found = fixes.find_problems(NAME, NAME, text.encode())
    assert least <= sum(one.rule.id == "colon" for one in found) <= most


FIXED = {
    "a Tab": ("stop:\n\ttext: It is lost.", "stop:\n  text: It is lost."),
    "Tabs before a name and a dash": (
        "steps:\n  - do: Ask.\n\twhy: It helps.\n\t- do: Go.\n\t  why: It is late.",
        "steps:\n  - do: Ask.\n    why: It helps.\n  - do: Go.\n    why: It is late.",
    ),
    "a colon": ("purpose: First: ask.", 'purpose: "First: ask."'),
    "a colon before a comment": (
        "purpose: First: ask.  # and wait",
        'purpose: "First: ask."  # and wait',
    ),
    "a full-width colon": ("title: A\npurpose：Ask them.", "title: A\npurpose: Ask them."),
    "no space": ("title:Late\npurpose: Ask.", "title: Late\npurpose: Ask."),
    "curly quotes": ("purpose: “Ask them.”", 'purpose: "Ask them."'),
    "a sign": ("purpose: *Always* ask.", 'purpose: "*Always* ask."'),
    "a space of another kind": (
        "stop:\n\u00a0\u00a0text: It is lost.",
        "stop:\n  text: It is lost.",
    ),
    "a bullet": ("signals:\n  - One\n  • Two", "signals:\n  - One\n  - Two"),
    "a list in brackets": (
        "related: [queue-fight,\n  # why\n  late-parcel,  # and this\ntitle: One",
        "related: [queue-fight,\n  # why\n  late-parcel]  # and this\ntitle: One",
    ),
    "columns": (
        "stop:\n  lead: Stop if\n   text: it is lost.",
        "stop:\n  lead: Stop if\n  text: it is lost.",
    ),
    "a name": ("purpse: Ask them.", "purpose: Ask them."),
    "a word": ("kind: Scenrio", "kind: scenario"),
    "a date": ("reviewed: 20/11/2026", "reviewed: 2026-11-20"),
    "a month in words": ("reviewed: 20 November 2026", "reviewed: 2026-11-20"),
    "a dash before a text": ("purpose: - Ask them.", "purpose: Ask them."),
    "a date in curly quotes": ("reviewed: “2026-11-20”", "reviewed: 2026-11-20"),
    "a word in curly quotes": ("kind: “scenario”", "kind: scenario"),
    "a name in curly quotes": ("related: [“listen-first”]", "related: [listen-first]"),
    "a list of one": ("related: queue-fight", "related: [queue-fight]"),
    "a hidden character": ("purpose: As\u200bk.", "purpose: Ask."),
}


@pytest.mark.parametrize("before", [one[0] for one in FIXED.values()], ids=FIXED)
def test_fixed(before: str) -> None:
    after = dict(FIXED.values())[before]
    note = "# a note   \n"
    assert fix_text(f"{note}{before}\n{note}") == f"{note}{after}\n{note}"
    windows = fixes.fix(NAME, NAME, f"\ufeff{note}{before}\n".replace("\n", "\r\n").encode())
    assert windows.content.decode() == f"\ufeff{note}{after}\n".replace("\n", "\r\n")


LEFT = {
    "a date with two readings": "reviewed: 03/04/2026",
    "a year of two digits": "reviewed: 20/11/26",
    "a comment or a text": "purpose: Find order #12 first.",
    "a comment or a text after a colon": "title: The cake: order #12",
    "a comment or a text after a sign": "purpose: *Always* find order #12 first.",
    "a comment between the lines of a text": "purpose: First: ask.  # why\n  And wait.",
    "two lines that became one": "title: Late parcel owner: Service training",
    "two versions": "<<<<<<< a\npurpose: Ask.\n=======\npurpose: Say.\n>>>>>>> b",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_left_to_people(text: str) -> None:
    assert fix_text(f"{text}\n") == f"{text}\n"


def test_a_name_like_two_others_is_not_chosen() -> None:
    assert find_misspelt("leed", ["lead", "text"]) == "lead"
    assert find_misspelt("leed", ["lead", "need"]) is None
    assert find_misspelt("to", ["text", "title"]) is None


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a slip in one of its two files."""
    one = samples.make_minimal(title="One")
    files = samples.make_folder({"fair/one": one, "fair/other": samples.make_minimal(title="Two")})
    make_project(tmp_path, files)
    path = tmp_path / "playbooks/fair/one.yml"
    path.write_text(path.read_text("utf-8").replace("title: One", "# why\ntitel: One"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def fix(*arguments: str, answer: str = "") -> str:
    return run("fix", *arguments, typed=answer).output


def test_the_difference_is_shown_before_anything_changes(project: Path) -> None:
    before = project.read_bytes()
    output = fix(answer="n\n")
    assert "-titel: One\n+title: One\n" in output
    assert output.endswith("Nothing was changed.\n")
    assert project.read_bytes() == before
    assert "Fixed 1 problem in 1 file." in fix(answer="y\n")
    assert project.read_bytes() == before.replace(b"titel", b"title")


def test_what_is_written_while_the_question_stands_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = project.read_bytes() + b"# more\n"

    def agree(_: str) -> bool:
        project.write_bytes(later)
        return True

    monkeypatch.setattr(click, "confirm", agree)
    done = run("fix")
    assert done.exit_code == 1
    assert "one.yml has changed meanwhile" in done.output
    assert project.read_bytes() == later


def test_a_new_name_that_is_taken_while_the_question_stands_is_left_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write_text(project.read_text("utf-8").replace("titel", "title"), "utf-8")
    odd = project.rename(project.with_suffix(".YML"))

    def agree(_: str) -> bool:
        project.write_text("title: Mine\n")
        return True

    monkeypatch.setattr(click, "confirm", agree)
    assert "one.YML has changed meanwhile" in run("fix").output
    assert (odd.exists(), project.read_text()) == (True, "title: Mine\n")


def test_without_a_question(project: Path) -> None:
    assert "Fixed 1 problem in 1 file." in fix("--yes")
    assert fix("--yes") == "Nothing here can be fixed in one way only.\n"


def test_where_nobody_can_answer_it_says_so(project: Path) -> None:
    before = project.read_bytes()
    done = run("fix")
    assert (done.exit_code, project.read_bytes()) == (1, before)
    assert "Nobody was there to answer, so nothing was done." in done.output
    assert "add --yes" in done.output
