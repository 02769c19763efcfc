"""Many inputs, some at a time in children of this process; each fault is told once."""

import os
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.fuzz import fault_folder, measurement, trial
from tests.fuzz.case import FILE, Case, make_case
from tests.fuzz.measurement import Outcome
from tests.fuzz.shrinking import shrink

_BATCH = {FILE: 250}
_FEW = 20  # of projects: each leaves something in the memory of its process
_ATTEMPTS = 200


class Run:
    """Inputs of one kind, and what came of them."""

    def __init__(self, kind: str, seed: int, out: Path, *, jobs: int = 1) -> None:
        self.kind, self.seed, self.out, self.jobs = kind, seed, out, jobs
        self.faults: Counter[str] = Counter()
        self.tried = 0
        self.slowest, self.largest = (0.0, 0), (0.0, 0)

    def try_all(self, numbers: Sequence[int], *, end: float = float("inf")) -> None:
        """Try the inputs of these numbers, as many as there is time for."""
        size = _BATCH.get(self.kind, _FEW)
        self._waiting = [numbers[at : at + size] for at in range(0, len(numbers), size)][::-1]
        make = partial(make_case, self.kind, self.seed)
        trial.load()
        make(0)  # what is read once is read in this process
        running: dict[int, tuple[Sequence[int], Path]] = {}
        with tempfile.TemporaryDirectory(prefix="guidebook-fuzz-") as folder:
            self._told = Path(folder)
            while running or (self._waiting and time.monotonic() < end):
                if self._waiting and len(running) < self.jobs and time.monotonic() < end:
                    batch = self._waiting.pop()
                    told = self._told / str(batch[0])
                    running[measurement.start(make, batch, told)] = (batch, told)
                    continue
                child, _ = os.wait()
                self._take(*running.pop(child))

    def _take(self, batch: Sequence[int], told: Path) -> None:
        found = measurement.read(told)
        told.unlink(missing_ok=True)
        self.tried += len(found)
        if found and (rest := [number for number in batch if number not in found]):
            self._waiting.append(rest)  # what was left when the child ended
        for number, outcome in found.items():
            self.slowest = max(self.slowest, (outcome.seconds, number))
            self.largest = max(self.largest, (outcome.megabytes, number))
            if outcome.fault:
                self._report(number, outcome)

    def _report(self, number: int, outcome: Outcome) -> None:
        self.faults[outcome.fault] += 1
        if self.faults[outcome.fault] > 1:
            return
        print(f"{outcome.fault}: {self.kind} {number}; it is made small now", flush=True)
        case = make_case(self.kind, self.seed, number)
        small = shrink(case, partial(self._shows, outcome.fault), attempts=_ATTEMPTS)
        place = self.out / f"{self.kind}-{self.seed}-{number}"
        fault_folder.keep(place, small, outcome, seed=self.seed, number=number)
        size = sum(map(len, small.files.values()))
        print(f"{size} bytes of it are in {place}")
        print("\n".join(outcome.words.strip().split("\n")[-5:]))
        print(f"again: python -m tests.fuzz --again {place}", flush=True)

    def _shows(self, fault: str, case: Case) -> bool:
        return measurement.measure_apart(case, self._told / "shrunk").fault == fault

    def summarize(self) -> str:
        """How many were tried, and what was the most of each."""
        seconds, slow = self.slowest
        megabytes, large = self.largest
        return (
            f"{self.tried} of the kind “{self.kind}”: {self.faults.total()} faulty"
            f" ({len(self.faults)} different); slowest {seconds:.2f} s ({slow}),"
            f" largest {megabytes:.0f} MB ({large})"
        )
