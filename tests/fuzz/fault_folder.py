"""What is kept of a fault: the input as files, what was raised, and the command that repeats it."""

import json
import shutil
import tempfile
from pathlib import Path

from tests.fuzz import measurement
from tests.fuzz.case import Case
from tests.fuzz.measurement import Outcome

_ABOUT, _FILES = "fault.json", "files"


def keep(place: Path, case: Case, outcome: Outcome, *, seed: int, number: int) -> None:
    """Write a fault into a folder."""
    shutil.rmtree(place, ignore_errors=True)
    for path, content in case.files.items():
        target = place / _FILES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    about = {
        "kind": case.kind,
        "seed": seed,
        "number": number,
        "fault": outcome.fault,
        "words": outcome.words.split("\n"),
    }
    (place / _ABOUT).write_text(json.dumps(about, indent=2) + "\n", "utf-8")


def read(place: Path) -> Case:
    """The input in a folder."""
    kind = json.loads((place / _ABOUT).read_text("utf-8"))["kind"]
    top = place / _FILES
    return Case(
        kind,
        {
            path.relative_to(top).as_posix(): path.read_bytes()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        },
    )


def repeat(place: Path) -> int:
    """Try a kept input once more, and say what comes of it; 1 if the fault is still there."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = measurement.measure_apart(read(place), Path(folder, "told"))
    print(f"{outcome.seconds:.2f} s, {outcome.megabytes:.0f} MB: {outcome.fault or 'no fault'}")
    print(outcome.words)
    return int(bool(outcome.fault))
