"""Measure the papers: 200 checklists, and all papers of the shipped guidebook made again.

Figures are seconds of processor time. Run it with `make bench`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.adapters import folder, paper_cache
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import Fonts, PaperKind
from tests import samples

SHIPPED = Path(__file__).parents[2] / "playbooks"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=200)
    options.add_argument("--limit", type=float, default=6.0, help="seconds for the checklists")
    options.add_argument("--again", type=float, default=1.0, help="seconds for unchanged papers")
    chosen = options.parse_args()
    many = guidebook_reader.read(samples.make_files(chosen.size))
    printed: list[str] = []

    def print_checklists() -> None:
        assert many.guidebook
        jobs = papers.plan(many.guidebook, kinds=[PaperKind.CHECKLIST])
        printed.extend(paper_cache.print_papers(jobs, Fonts(), many.locate).files)

    sheets = measure(f"{chosen.size} checklists", print_checklists)
    if len(printed) != chosen.size:
        sys.exit("Not every checklist was printed.")
    reading = guidebook_reader.read(folder.read(SHIPPED).files)
    guidebook = reading.guidebook
    assert guidebook
    with tempfile.TemporaryDirectory() as place:

        def make() -> object:
            jobs = paper_cache.plan_all(guidebook)
            return paper_cache.print_papers(jobs, Fonts(), reading.locate, store=Path(place))

        measure("all papers of the shipped guidebook", make)
        again = measure("the same, unchanged", make)
    sys.exit(sheets > chosen.limit or again > chosen.again)


def measure(name: str, work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"{name:40}{seconds:8.2f} s CPU")
    return seconds


if __name__ == "__main__":
    main()
