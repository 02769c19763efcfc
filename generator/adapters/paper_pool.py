"""Sets papers in several processes at once: Typst sets one at a time in each."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context

import typst

from generator.views.papers import Fonts, Job, Typesetter

_LEAST = 60
"""With fewer papers, starting processes takes longer than they save."""

_MOST_PROCESSES = 4
_CHUNK = 8

_typesetters: list[Typesetter] = []


def set_all(jobs: Sequence[Job], fonts: Fonts) -> Iterator[bytes | None]:
    """The papers in the order of their jobs; None for those that have to be set once more.

    These are all where there are few or one processor, and those that cannot be set: whoever sets
    them again finds out why. Problems and the rules that they break belong to one process.
    """
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if len(jobs) < _LEAST or processes == 1:
        yield from (None for _ in jobs)
        return
    bare = (replace(one, playbook=None, texts=()) for one in jobs)
    done = 0
    with ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=_start,
        initargs=(fonts.added, dict(fonts.contents)),
    ) as pool:
        try:
            for pdf in pool.map(_set, bare, chunksize=_CHUNK):
                done += 1
                yield pdf
        except BrokenProcessPool:  # the system has ended one, such as for want of memory
            yield from (None for _ in jobs[done:])


def _start(added: str | None, contents: Mapping[str, bytes]) -> None:
    _typesetters.append(Typesetter(Fonts(added, contents)))


def _set(job: Job) -> bytes | None:
    try:
        return _typesetters[0].compile(job)
    except typst.TypstError:
        return None
