"""Sets papers in several processes at once: Typst sets one at a time in each."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain, islice
from multiprocessing import get_context

import typst

from generator.views.papers import Fonts, Job, Typesetter
from generator.views.papers.kinds import BOUND

PROCESSES = "GUIDEBOOK_PROCESSES"
"""The environment variable that says how many processes set papers; with 1, this one does."""

_LEAST = 60
"""With fewer papers, starting processes takes longer than they save."""

_MOST_PROCESSES = 4
_CHUNK = 8
_AHEAD = 2
"""Chunks that wait for each process; more would only need memory."""

_typesetters: list[Typesetter] = []

Done = tuple[Job, bytes | None]


def set_all(jobs: Iterable[Job], fonts: Fonts) -> Iterator[Done]:
    """The papers, each with its job; None for those that have to be set once more.

    These are all where there are few or one processor, and those that cannot be set: whoever sets
    them again finds out why. Problems and the rules that they break belong to one process.
    """
    coming = iter(jobs)
    first = list(islice(coming, _LEAST))
    processes = _count_processes()
    if len(first) < _LEAST or processes == 1:
        yield from ((job, None) for job in chain(first, coming))
        return
    chunks = _cut(chain(first, coming))
    given: deque[Sequence[Job]] = deque()
    futures: deque[Future[list[bytes | None]]] = deque()
    with ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(fonts.added, dict(fonts.contents)),
    ) as pool:
        try:
            for chunk in chunks:
                given.append(chunk)
                bare = [replace(one, playbook=None, texts=()) for one in chunk]
                futures.append(pool.submit(_set, bare))
                if len(given) >= processes * _AHEAD:
                    yield from _take(given, futures)
            while given:
                yield from _take(given, futures)
        except BrokenProcessPool:  # the system has ended one, such as for want of memory
            left = chain.from_iterable(chain(given, chunks))
            yield from ((job, None) for job in left)


def _count_processes() -> int:
    chosen = os.environ.get(PROCESSES, "")
    most = int(chosen) if chosen.isdecimal() else _MOST_PROCESSES
    return max(1, min(os.cpu_count() or 1, most))


def _cut(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Jobs in chunks; what holds many playbooks is one of its own."""
    chunk: list[Job] = []
    for job in jobs:
        if job.kind in BOUND:
            yield [job]
        else:
            chunk.append(job)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _take(
    given: deque[Sequence[Job]], futures: deque[Future[list[bytes | None]]]
) -> Iterator[Done]:
    """What comes of the first chunk that was given out; it stays so if its process is lost."""
    done = futures.popleft().result()
    yield from zip(given.popleft(), done, strict=True)


def _start(added: str | None, contents: Mapping[str, bytes]) -> None:
    _typesetters.append(Typesetter(Fonts(added, contents)))


def _set(jobs: Sequence[Job]) -> list[bytes | None]:
    return [_try(job) for job in jobs]


def _try(job: Job) -> bytes | None:
    try:
        return _typesetters[0].compile(job)
    except typst.TypstError:
        return None
