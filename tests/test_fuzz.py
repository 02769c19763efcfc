"""The fuzzer finds what is planted, makes it small, and repeats it; a first piece of its run is here."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from generator.reader.yaml_text import formatting
from tests.conftest import ROOT
from tests.fuzz import fault_folder, grammar, measurement
from tests.fuzz.case import FILE, PROJECT, Case, make_case
from tests.fuzz.run import Run
from tests.fuzz.shrinking import shrink

PATH = "playbooks/counter/late-order.yml"
MARK = b"needle"


def run_apart(run: Callable[..., Any], *given: object) -> Any:
    """Run in a process without threads, since those that follow are forked from it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(run, given)


def _try_some(kind: str, count: int, out: Path) -> tuple[int, list[str]]:
    run = Run(kind, 1, out)
    run.try_all(range(count))
    return run.tried, list(run.faults)


@pytest.mark.parametrize(("kind", "count"), [(FILE, 150), (PROJECT, 5)])
def test_nothing_falls_over(kind: str, count: int, tmp_path: Path) -> None:
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
    paths = {path for number in range(3_000) for path in make_case(FILE, 1, number).files}
    own = {f"playbooks/{one}.yml" for one in grammar.list_models()}
    own -= {f"playbooks/{one}.yml" for one in ("playbook", "emergency", "country", "house")}
    others = ("mkdocs.yml", "guidebook.lock", "searches.json", "house.yml", f"over/{PATH}", PATH)
    assert own | set(others) <= paths
    endings = {path.rpartition(".")[2] for path in paths}
    assert endings >= {"yml", "json", "md", "svg", "png", "ttf", "lock"}


def _plant(fault: str) -> None:
    """Let files with a word in them be what nothing may be."""
    real = formatting.format_file
    held: list[bytes] = []

    def format_file(path: str, content: bytes) -> bytes:
        if MARK not in content:
            return real(path, content)
        if fault == "slow":
            end = process_time() + 2 * measurement.MOST_SECONDS
            while process_time() < end:
                pass
        elif fault == "large":
            held[:] = [b"x" * (300 << 20)]
        elif fault == "ended":
            os._exit(9)
        elif fault == "raises":
            raise KeyError(path)
        return content

    formatting.format_file = format_file


def _find_planted(fault: str, out: Path) -> tuple[str, bytes, int]:
    measurement.MOST_SECONDS = 0.2
    _plant(fault)
    content = b"title: A\n" * 3 + b"say:\n  - a needle b\n" + b"steps: x\n"
    case = Case(FILE, {PATH: content})
    outcome = measurement.measure_apart(case, out / "told")

    def shows(one: Case) -> bool:
        return measurement.measure_apart(one, out / "told").fault == outcome.fault

    small = shrink(case, shows, attempts=20)
    fault_folder.keep(out / "kept", small, outcome, seed=1, number=2)
    assert fault_folder.read(out / "kept") == small
    return outcome.fault, small.files[PATH], fault_folder.repeat(out / "kept")


@pytest.mark.parametrize("fault", ["slow", "large", "ended", "raises"])
def test_what_is_planted_is_found_and_made_small(fault: str, tmp_path: Path) -> None:
    found, small, status = run_apart(_find_planted, fault, tmp_path)
    assert found == ("KeyError in tests/test_fuzz.py format_file" if fault == "raises" else fault)
    assert MARK in small
    assert len(small) < 40
    assert status == 1
