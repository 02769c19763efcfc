"""How much work something is, without a clock: a busy machine changes nothing."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

PROCESSOR_SECONDS = 15


def count_steps(run: Callable[[], object]) -> int:
    """Count the lines of Python that run, each as often as it does."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return steps


@contextmanager
def stop_endless() -> Iterator[None]:
    """Stop what does not come to its end, such as a pattern that tries everything.

    Only this process can use up its processor's seconds, and what is right needs less than one.
    """

    def stop(*_: object) -> None:
        raise AssertionError("It does not come to its end.")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PROCESSOR_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
