"""Trying an input in a child of this process: what it raised, how long it took, how much it held.

Time is that of the processor, and what took too long is measured again, beside something known: a
busy machine changes nothing. Memory is the most that the whole process held meanwhile.
"""

import gc
import json
import os
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from tests.effort import stop_endless
from tests.fuzz import trial
from tests.fuzz.case import FILE, Case

MOST_SECONDS = 1.0
MOST_MEGABYTES = 200
_HARD_SECONDS = 60  # for one input; what no signal stops ends there
_HARD_BYTES = 16 << 30
_LOOPS = 3_000_000
_QUIET = 25e-9  # seconds that a loop of Python takes on a quiet machine
_STATUS = Path("/proc/self/status")
_RESET = Path("/proc/self/clear_refs")
_HOME = str(Path(__file__).parents[2])


@dataclass(frozen=True)
class Outcome:
    """What came of an input. `fault` is how its cause is called, and `words` what is known of it."""

    seconds: float = 0.0
    megabytes: float = 0.0
    fault: str = ""
    words: str = ""


def measure(case: Case) -> Outcome:
    """Try an input in this process."""
    try:
        if case.kind == FILE:
            # The engine of the search, which only projects start, sets aside far more than it takes.
            resource.setrlimit(resource.RLIMIT_AS, (_HARD_BYTES, resource.RLIM_INFINITY))
            return _measure_steps(case)
        here = Path.cwd()
        with trial.write_project(case.files):
            try:
                return _measure_steps(case)
            finally:
                os.chdir(here)
    except BaseException as error:  # this is what we are after
        return Outcome(fault=_name(error), words=traceback.format_exc())


def _measure_steps(case: Case) -> Outcome:
    slowest = largest = 0.0
    for step in trial.list_steps(case):
        seconds = float("inf")
        for _ in range(3):
            _forget_memory()
            before = process_time()
            with stop_endless():
                step()
            seconds = min(seconds, process_time() - before)
            if seconds > MOST_SECONDS:
                seconds /= _find_pace()
            largest = max(largest, _read_memory())
            if seconds <= MOST_SECONDS:
                break
        slowest = max(slowest, seconds)
    if slowest > MOST_SECONDS:
        return Outcome(slowest, largest, "slow", f"It takes {slowest:.2f} s of the processor.")
    if largest > MOST_MEGABYTES:
        return Outcome(slowest, largest, "large", f"It holds {largest:.0f} MB.")
    return Outcome(slowest, largest)


def _find_pace() -> float:
    """How much longer than on a quiet machine something takes now: cores are shared, and their caches."""
    before = process_time()
    for _ in range(_LOOPS):
        pass
    return max(1.0, (process_time() - before) / _LOOPS / _QUIET)


def _name(error: BaseException) -> str:
    """How a fault is called: by what was raised, and where in the program."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if one.filename.startswith(f"{_HOME}/generator/")] or frames
    where = own[-1]
    return f"{type(error).__name__} in {where.filename.removeprefix(_HOME)[1:]} {where.name}"


def _forget_memory() -> None:
    """Let the most that was held be what is held now, where the system can do that.

    What the step before has left to the garbage is not this one's.
    """
    gc.collect()
    if _RESET.exists():
        _RESET.write_text("5")


def _read_memory() -> float:
    """The most that was held, in MB."""
    if _STATUS.exists():
        line = next(one for one in _STATUS.read_text().split("\n") if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def start(make: Callable[[int], Case], numbers: Iterable[int], told: Path) -> int:
    """Try inputs in a child, which writes into a file what comes of each; returns its number."""
    child = os.fork()
    if child:
        return child
    try:
        tempfile.tempdir = str(told.parent)  # what a child leaves that ends goes with the rest
        log = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for number in numbers:
            # Of the two limits only this one may be raised again.
            limit = int(process_time()) + _HARD_SECONDS
            resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
            os.write(log, f"{number} ".encode())
            os.write(log, (json.dumps(asdict(measure(make(number)))) + "\n").encode())
    finally:
        os._exit(0)


def read(told: Path) -> dict[int, Outcome]:
    """What a child wrote. An input without an outcome ended the child."""
    found = {}
    for line in told.read_text().split("\n") if told.exists() else []:
        number, _, outcome = line.partition(" ")
        if number:
            ended = Outcome(fault="ended", words="The process ended: it crashed, or was stopped.")
            found[int(number)] = Outcome(**json.loads(outcome)) if outcome else ended
    return found


def measure_apart(case: Case, told: Path) -> Outcome:
    """Try one input in a child."""
    os.waitpid(start(lambda _: case, [0], told), 0)
    return read(told).get(0, Outcome(fault="ended"))
