"""Measure the papers: checklists alone, and a build with its papers, on request, and without.

Figures are seconds of processor time, all processes together; after them stand the seconds that it
took, and the most memory that all processes had at a time. Run it with `make bench`.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.adapters import folder, paper_cache
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import Fonts, PaperKind
from tests import samples

SETTINGS = """\
site_name: Ours
theme: {{name: material, font: false}}
plugins: [{{guidebook: {{papers: {papers}}}}}]
"""
PRINT = """
import sys
from pathlib import Path
from generator.adapters import paper_cache, project
if __name__ == "__main__":
    found = project.find(Path(sys.argv[1]))
    reading = project.read(found)
    batch = paper_cache.print_all(found.playbooks, reading.guidebook, reading.locate, home=found.home)
    print(len(batch.files), batch.made)
"""
READ = PRINT.partition("    batch")[0]


class Cost(NamedTuple):
    """What a command took; memory is in MB."""

    processor: float
    clock: float
    memory: int


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--checklists", type=int, default=200)
    options.add_argument("--size", type=int, default=1000, help="playbooks of which all is printed")
    options.add_argument("--limit", type=float, default=6.0, help="seconds for the checklists")
    options.add_argument("--cold", type=float, default=60, help="seconds for all papers")
    options.add_argument("--again", type=float, default=1.0, help="seconds for unchanged papers")
    options.add_argument("--memory", type=int, default=600, help="MB for all papers")
    chosen = options.parse_args()
    sheets = print_checklists(chosen.checklists)
    with tempfile.TemporaryDirectory() as place:
        cold, again = print_everything(Path(place), chosen.size)
        compare_builds(Path(place), chosen.size)
    sys.exit(
        sheets > chosen.limit
        or cold.processor > chosen.cold
        or cold.memory > chosen.memory
        or again.processor > chosen.again
    )


def print_checklists(count: int) -> float:
    many = guidebook_reader.read(samples.make_files(count))
    assert many.guidebook
    start = time.process_time()
    jobs = papers.plan(many.guidebook, kinds=[PaperKind.CHECKLIST])
    batch = paper_cache.print_papers(jobs, Fonts(), many.locate)
    seconds = time.process_time() - start
    tell(f"{count} checklists", Cost(seconds, 0, 0))
    if len(batch.files) != count:
        sys.exit("Not every checklist was printed.")
    return seconds


def print_everything(place: Path, size: int) -> tuple[Cost, Cost]:
    """Print all papers three times; what reading alone takes is taken off the seconds."""
    project = lay_out(place / "print", size, papers="true")
    reading = run(project, sys.executable, "-c", READ, ".")
    costs = []
    for name in ("cold", "nothing changed", "one edit"):
        if name == "one edit":
            edited = project / "playbooks" / "chapter-000" / "playbook-00003.yml"
            text = edited.read_text("utf-8")
            edited.write_text(text.replace("purpose: ", "purpose: Please ", 1), "utf-8")
        cost = run(project, sys.executable, "-c", PRINT, ".")
        seconds = (max(0.0, cost[one] - reading[one]) for one in range(2))
        costs.append(Cost(*seconds, cost.memory))
        tell(f"all papers of {size} playbooks, {name}", costs[-1])
    return costs[0], costs[1]


def compare_builds(place: Path, size: int) -> None:
    build = sys.executable, "-c", "from generator.cli.main import main; main()", "build"
    without = lay_out(place / "without", size, papers="false")
    asked = lay_out(place / "asked", size, papers="true", about={"papers": "on request"})
    tell(f"build of {size} playbooks without papers", run(without, *build))
    tell("the same, with papers on request", run(asked, *build))
    printed = lay_out(place / "printed", size, papers="true")
    tell("the same, with all papers", run(printed, *build))
    tell("once more, with all papers there", run(printed, *build))


def lay_out(place: Path, size: int, *, papers: str, about: Mapping[str, str] | None = None) -> Path:
    (place / "docs").mkdir(parents=True)
    (place / "mkdocs.yml").write_text(SETTINGS.format(papers=papers))
    folder.write(place / "playbooks", samples.make_files(size))
    with (place / "playbooks" / "guidebook.yml").open("a") as stream:
        stream.writelines(f"{name}: {value}\n" for name, value in (about or {}).items())
    return place


def run(place: Path, *command: str) -> Cost:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    child = subprocess.Popen(
        command,
        cwd=place,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    most = [0]
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.2):
            most[0] = max(most[0], measure_memory(child.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, _ = child.communicate()
    ended.set()
    watcher.join()
    if child.returncode:
        sys.exit(f"{command} failed:\n{output}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(used, time.monotonic() - start, most[0])


def measure_memory(top: int) -> int:
    """MB of a process and of those that it started, as Linux tells; shared ones count once."""
    known, total = [top], 0
    while known:
        process = Path("/proc", str(known.pop()))
        try:
            rollup = (process / "smaps_rollup").read_text()
            total += int(rollup.partition("\nPss:")[2].split()[0])
            for task in (process / "task").iterdir():
                known += map(int, (task / "children").read_text().split())
        except (OSError, IndexError):  # it has just ended
            continue
    return total // 1000


def tell(name: str, cost: Cost) -> None:
    more = f"{cost.clock:8.1f} s {cost.memory:6} MB" if cost.clock else ""
    print(f"{name:48}{cost.processor:8.2f} s CPU{more}", flush=True)


if __name__ == "__main__":
    main()
