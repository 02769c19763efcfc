"""The fuzzer finds what is planted, makes it small, and repeats it; a first piece of its run is here."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.reader.yaml_text import formatting
from tests.conftest import ROOT
from tests.fuzz import fault_folder, grammar, measurement, trial
from tests.fuzz.case import FILE, PROJECT, Case, make_case
from tests.fuzz.run import Run
from tests.fuzz.shrinking import shrink

PATH = "playbooks/counter/late-order.yml"
MARK = b"needle"
Apart = Callable[..., Any]


@pytest.fixture(scope="module")
def run_apart() -> Iterator[Apart]:
    """Runs in a process without threads, since those that follow are forked from it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield lambda run, *given: pool.apply(run, given)


def _try_some(kind: str, count: int, out: Path) -> tuple[int, list[str]]:
    run = Run(kind, 1, out)
    run.try_all(range(count))
    return run.tried, list(run.faults)


@pytest.mark.parametrize(("kind", "count"), [(FILE, 150), (PROJECT, 5)])
def test_nothing_falls_over(run_apart: Apart, kind: str, count: int, tmp_path: Path) -> None:
    assert run_apart(_try_some, kind, count, tmp_path) == (count, [])
    assert list(tmp_path.iterdir()) == []


def test_a_number_is_always_the_same_input() -> None:
    code = (
        "from hashlib import sha256; from tests.fuzz.case import make_case\n"
        "cases = [make_case(kind, 1, number) for kind in ('file', 'project') for number in range(40)]\n"
        "print(sha256(repr([sorted(one.files.items()) for one in cases]).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert len({repr(make_case(FILE, 1, number)) for number in range(100)}) > 95


def test_every_kind_of_file_is_tried() -> None:
    own = {f"playbooks/{one}.yml" for one in grammar.list_models()}
    own -= {f"playbooks/{one}.yml" for one in ("playbook", "emergency", "country", "house")}
    others = ("mkdocs.yml", "guidebook.lock", "searches.json", "house.yml", f"over/{PATH}", PATH)
    left = own | set(others)
    endings = {"yml", "json", "md", "svg", "png", "ttf", "lock"}
    for number in range(12_000):  # which numbers they are changes with the shipped files
        for path in make_case(FILE, 1, number).files:
            left.discard(path)
            endings.discard(path.rpartition(".")[2])
        if not left and not endings:
            break
    assert not left
    assert not endings


def test_what_a_change_needs_may_have_gone_with_the_one_before() -> None:
    """In the one of these projects the settings are renamed, in the other all files are deleted."""
    assert all(make_case(PROJECT, 20261128, number).files for number in (70, 5101))


@dataclass
class _Clock:
    """A clock on which only what is planted takes time: that is found, and nothing else, on any machine."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


def _plant(fault: str, clock: _Clock) -> Callable[[str, bytes], bytes]:
    """A formatter to which files with a word in them do what nothing may do."""
    real = formatting.format_file
    held: list[bytes] = []

    def format_file(path: str, content: bytes) -> bytes:
        if MARK not in content:
            return real(path, content)
        if fault == "slow":
            clock.seconds += 2 * measurement.MOST_SECONDS
        elif fault == "large":
            held[:] = [b"x" * (300 << 20)]
        elif fault == "ended":
            os._exit(9)
        elif fault == "raises":
            raise KeyError(path)
        return content

    return format_file


def _find_planted(fault: str, out: Path) -> tuple[str, bytes, int]:
    content = b"title: A\n" * 3 + b"say:\n  - a needle b\n" + b"steps: x\n"
    case = Case(FILE, {PATH: content})
    for step in trial.list_steps(case):
        step()  # what is read once is read in this process
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measurement, "process_time", clock := _Clock())
        patch.setattr(formatting, "format_file", _plant(fault, clock))
        return _find_and_keep(case, out)


def _find_and_keep(case: Case, out: Path) -> tuple[str, bytes, int]:
    outcome = measurement.measure_apart(case, out / "told")

    def shows(one: Case) -> bool:
        return measurement.measure_apart(one, out / "told").fault == outcome.fault

    small = shrink(case, shows, attempts=12)
    fault_folder.keep(out / "kept", small, outcome, seed=1, number=2)
    assert fault_folder.read(out / "kept") == small
    return outcome.fault, small.files[PATH], fault_folder.repeat(out / "kept")


@pytest.mark.parametrize("fault", ["slow", "large", "ended", "raises"])
def test_what_is_planted_is_found_and_made_small(
    run_apart: Apart, fault: str, tmp_path: Path
) -> None:
    found, small, status = run_apart(_find_planted, fault, tmp_path)
    assert found == ("KeyError in tests/test_fuzz.py format_file" if fault == "raises" else fault)
    assert MARK in small
    assert len(small) < 40
    assert status == 1
