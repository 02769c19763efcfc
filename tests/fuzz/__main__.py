"""`python -m tests.fuzz`: thousands of inputs, the same for the same seed; what falls over is kept.

Each fault is made as small as it goes, written into a folder with what was raised, and told once with
the command that repeats it. Ends with 1 if there is one.
"""

import argparse
import sys
import time
from pathlib import Path

from tests.fuzz import fault_folder
from tests.fuzz.case import FILE, PROJECT
from tests.fuzz.run import Run


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="otherwise of the day and time"
    )
    parser.add_argument("--files", type=int, default=100_000, help="how many single files are read")
    parser.add_argument(
        "--projects", type=int, default=10_000, help="how many projects are checked and built"
    )
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument(
        "--minutes", type=float, default=600, help="stop after so many, and say how far it came"
    )
    parser.add_argument("--jobs", type=int, default=2, help="how many processes work at once")
    parser.add_argument(
        "--out", type=Path, default=Path("fuzz-faults"), help="where faults are kept"
    )
    parser.add_argument("--again", type=Path, help="try a kept fault once more, and nothing else")
    return parser.parse_args()


def main() -> int:
    """Run it; returns the number that the process ends with."""
    given = _read_arguments()
    if given.again:
        return fault_folder.repeat(given.again)
    print(f"--seed {given.seed}", flush=True)
    end = time.monotonic() + given.minutes * 60
    failed = False
    for kind, count in ((FILE, given.files), (PROJECT, given.projects)):
        run = Run(kind, given.seed, given.out, jobs=given.jobs)
        run.try_all(range(given.first, given.first + count), end=end)
        print(run.summarize(), flush=True)
        failed |= bool(run.faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
