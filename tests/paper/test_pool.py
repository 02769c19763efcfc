"""Papers from several processes: the same as from one, and none is lost when a process is."""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from generator.adapters import paper_cache, paper_pool
from generator.adapters.paper_cache import Batch
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import Fonts, PaperKind, Typesetter
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
    assert batch.made == len(batch.files)  # and not those that could not be


@pytest.mark.parametrize("lost", [1, 2, 5])
def test_a_process_that_ends_costs_time_and_no_paper(
    alone: Batch, monkeypatch: pytest.MonkeyPatch, lost: int
) -> None:
    class Broken(ProcessPoolExecutor):
        def submit(self, function: Any, *jobs: Any, **options: Any) -> Any:
            submitted.append(super().submit(function, *jobs, **options))
            if len(submitted) == lost:
                raise BrokenProcessPool
            if len(submitted) > lost:
                submitted[-1] = Future()
                submitted[-1].set_exception(BrokenProcessPool())
            return submitted[-1]

    submitted: list[Any] = []
    monkeypatch.setattr(paper_pool, "ProcessPoolExecutor", Broken)
    monkeypatch.setattr(paper_pool, "_CHUNK", 2)
    assert print_all(monkeypatch, least=1) == alone
    assert len(submitted) == lost


def test_one_process_is_enough(alone: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paper_pool.PROCESSES, "1")
    monkeypatch.setattr(paper_pool, "ProcessPoolExecutor", None)
    assert print_all(monkeypatch, least=1) == alone


def test_what_binds_many_leaves_nothing_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst forgets what it has worked out when it has set ten other papers."""
    reading = guidebook_reader.read(samples.make_files(2))
    assert reading.guidebook
    compiled: list[int] = []

    class Compiler:
        def compile(self, files: dict[str, bytes], **_: Any) -> bytes:
            compiled.append(len(files))
            return b"%PDF"

    monkeypatch.setattr(Typesetter, "_compiler", Compiler())
    typesetter = Typesetter(Fonts())
    for kind, others in ((PaperKind.CHECKLIST, 0), (PaperKind.BOOKLET, 11), (PaperKind.DECK, 11)):
        compiled.clear()
        typesetter.compile(next(papers.plan(reading.guidebook, kinds=[kind])))
        assert compiled[0] > 1
        assert compiled[1:] == [1] * others
