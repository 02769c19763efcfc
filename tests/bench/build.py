"""Measure the whole build against stock MkDocs Material on the same content, in one run.

Both build the same folders and the same words, in turns, so that both meet the same machine load.
Figures are seconds of processor time, the least of the rounds: other work on a machine only adds.
Both run from compiled modules, as installed packages do. Run it with `make bench`.
"""

import argparse
import compileall
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

import generator
from generator.adapters import folder
from tests import samples

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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000])
    options.add_argument("--peer-size", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument(
        "--limit", type=float, default=0.4, help="largest share of the peer's time"
    )
    chosen = options.parse_args()
    compileall.compile_dir(Path(generator.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as place:
        failed = compare(Path(place), chosen)
    sys.exit(failed)


def compare(place: Path, chosen: argparse.Namespace) -> bool:
    sizes, peer_size, limit = chosen.sizes, chosen.peer_size, chosen.limit
    lay_out_peer(place / "peer", peer_size)
    for size in {*sizes, peer_size}:
        lay_out_ours(place / f"ours-{size}", size)
    runs: dict[tuple[str, int], list[float]] = {}
    for _ in range(chosen.rounds):
        for name, size, *command in [
            ("stock Material, prune + indexes", peer_size, "peer", "mkdocs", "build", "--strict"),
            *(("guidebook build", size, f"ours-{size}", "guidebook", "build") for size in sizes),
            ("guidebook check", sizes[0], f"ours-{sizes[0]}", "guidebook", "check"),
        ]:
            folder_name, *words = command
            runs.setdefault((name, size), []).append(measure(place / folder_name, *words))
    for (name, size), seconds in runs.items():
        every = ", ".join(f"{one:.2f}" for one in seconds)
        print(f"{name:34}{size:6} pages {min(seconds):8.2f} s CPU   (rounds: {every})")
    times = {size: min(runs["guidebook build", size]) for size in sizes}
    share = times[peer_size] / min(runs["stock Material, prune + indexes", peer_size])
    print(f"share of the peer's time: {share:.2f} (at most {limit})")
    small, large = min(times), max(times)
    growth = (times[large] / times[small]) / (large / small)
    print(f"time a page at {large} against {small}: x {growth:.2f} (linear is 1, at most 1.2)")
    return share > limit or growth > 1.2


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


def measure(place: Path, command: str, *arguments: str) -> float:
    """Run a command and return its seconds of processor time, its children's included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [str(Path(sys.executable).with_name(command)), *arguments],
        cwd=place,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{command} failed:\n{done.stdout}\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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
