"""Papers from several processes: the same as from one, and none is lost when a process is."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from generator.adapters import paper_cache, paper_pool
from generator.adapters.paper_cache import Batch
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import Fonts
from tests import samples

LONG = "Say what happened and when it happened, and to whom. " * 30


@pytest.fixture(autouse=True)
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_pool.os, "cpu_count", lambda: 2)


def print_all(monkeypatch: pytest.MonkeyPatch, *, least: int) -> Batch:
    """Print papers, of which one is too full, and one has a letter that no font has."""
    files = samples.make_folder(
        {
            "fair/one": samples.make_minimal(poster="yes", steps=[LONG, LONG, LONG]),
            "fair/other": samples.make_minimal(title="Other"),
            "fair/third": samples.make_minimal(title="Third 𓀀"),
        }
    )
    reading = guidebook_reader.read(files)
    assert reading.guidebook
    monkeypatch.setattr(paper_pool, "_LEAST", least)
    jobs = papers.plan(reading.guidebook, sizes=[papers.Size.A4])
    return paper_cache.print_papers(jobs, Fonts(), reading.locate)


@pytest.fixture(scope="module")
def alone() -> Iterator[Batch]:
    with pytest.MonkeyPatch.context() as patch:
        yield print_all(patch, least=1_000)


def test_several_processes_print_what_one_prints(
    alone: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    class Counted(ProcessPoolExecutor):
        def __init__(self, processes: int, **options: Any) -> None:
            started.append(processes)
            super().__init__(processes, **options)

    monkeypatch.setattr(paper_pool, "ProcessPoolExecutor", Counted)
    batch = print_all(monkeypatch, least=1)
    assert started == [2]
    assert batch == alone
    assert list(batch.files) == list(alone.files)
    assert {one.rule.id for one in batch.problems} >= {"too-full", "no-letter"}


def test_a_process_that_ends_costs_time_and_no_paper(
    alone: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(ProcessPoolExecutor):
        def map(self, function: Any, *jobs: Any, **options: Any) -> Iterator[Any]:
            yield from list(super().map(function, *jobs))[:3]
            raise BrokenProcessPool

    monkeypatch.setattr(paper_pool, "ProcessPoolExecutor", Broken)
    assert print_all(monkeypatch, least=1) == alone
