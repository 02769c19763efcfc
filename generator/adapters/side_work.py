"""Work that goes on beside other work of this process, such as that of another engine."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Made = TypeVar("_Made")

ALONE = "GUIDEBOOK_ALONE"
"""Set to anything, everything is done one after the other."""


def begin(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begin work in a thread; what this returns waits until it is done and gives what came of it.

    The work should share nothing that others change or work out meanwhile.
    """
    if os.environ.get(ALONE) or (os.cpu_count() or 1) == 1:
        return work
    pool = ThreadPoolExecutor(1)
    begun = pool.submit(work)
    pool.shutdown(wait=False)
    return begun.result
