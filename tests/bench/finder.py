"""Measure the finder against stock MiniSearch on the same documents: how good, how fast, how large.

    python -m tests.bench.finder QUERIES.tsv [--misses]

A line of the file is a query, a tab, and the id of the playbook that answers it, or several ids
with a bar between them. Without a file only speed and size are measured.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from py_mini_racer import MiniRacer

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views.finder import FIRST_PATH, make_scripts
from generator.views.finder.engine import SCRIPTS
from generator.views.finder.index import make_index
from tests import samples
from tests.conftest import ROOT

ASSETS = ROOT / "generator/theme/assets/guidebook"
TYPED = ["refund", "no reciept refund", "late parcel broken promise", "pleaze call the manger now"]
OURS = """
globalThis.build = () => {
  const steps = guidebookFinderCore.prepare(guidebookFinderIndex);
  let step;
  do { step = steps.next(); } while (!step.done);
  return step.value;
};
globalThis.find = (query) => guidebookFinderCore.find(finder, query).map((one) => one.id);
"""
STOCK = """
const fields = ["title", "purpose", "signals", "say", "avoid", "steps", "stop", "practice",
  "checklist", "why", "search", "text", "chapter"];
globalThis.build = () => {
  const made = new MiniSearch({ fields, extractField: (one, name) => [one[name] ?? ""].flat().join(" ") });
  made.addAll(guidebookFinderIndex.documents);
  return made;
};
globalThis.find = (query) => finder.search(query).slice(0, 7).map((one) => one.id);
"""
TIME = """
JSON.stringify((() => {
  const start = performance.now();
  globalThis.finder = build();
  const loaded = performance.now() - start;
  const times = [];
  for (const query of TYPED) {
    for (let end = 1; end <= query.length; end += 1) {
      const before = performance.now();
      find(query.slice(0, end));
      times.push(performance.now() - before);
    }
  }
  times.sort((one, other) => one - other);
  return [loaded, times[times.length >> 1], times[Math.floor(times.length * 0.95)], times.at(-1)];
})())
"""
CLOCK = "globalThis.performance ??= { now: () => Date.now() };"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("queries", type=Path, nargs="?")
    options.add_argument("--misses", action="store_true", help="list what did not come first")
    chosen = options.parse_args()
    shipped = guidebook_reader.read(folder.read(ROOT / "playbooks").files).guidebook
    large = guidebook_reader.read(samples.make_files(1000)).guidebook
    assert shipped
    assert large
    if chosen.queries:
        wanted = list(read_queries(chosen.queries))
        for name, make in (("guidebook", make_ours), ("stock MiniSearch", make_stock)):
            measure_answers(name, make, shipped, wanted, chosen.misses and make is make_ours)
    for guidebook in (shipped, large):
        measure_size(guidebook)
        for name, make in (("guidebook", make_ours), ("stock MiniSearch", make_stock)):
            measure_speed(name, make, guidebook)


def read_queries(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            query, _, ids = line.rpartition("\t")
            yield query, ids.split("|")


def make_ours(guidebook: Guidebook) -> MiniRacer:
    return _load(guidebook, [(ASSETS / name).read_text("utf-8") for name in SCRIPTS], OURS)


def make_stock(guidebook: Guidebook) -> MiniRacer:
    script = (Path(__file__).parent / "vendor/minisearch.js").read_text("utf-8")
    return _load(guidebook, [script], STOCK)


def _load(guidebook: Guidebook, scripts: list[str], adapter: str) -> MiniRacer:
    context = MiniRacer()
    index = f"globalThis.guidebookFinderIndex={json.dumps(make_index(guidebook))}"
    for script in (CLOCK, *scripts, index, adapter):
        context.eval(f"{script}\n;0")
    return context


def measure_answers(
    name: str,
    make: Callable[[Guidebook], MiniRacer],
    guidebook: Guidebook,
    wanted: list[tuple[str, list[str]]],
    misses: bool,
) -> None:
    with closing(make(guidebook)) as context:
        context.eval("globalThis.finder = build(); 0")
        asked = json.dumps([query for query, _ in wanted])
        found = json.loads(str(context.eval(f"JSON.stringify({asked}.map(find))")))
    ranks = []
    for (query, ids), answers in zip(wanted, found, strict=True):
        rank = next((place for place, one in enumerate(answers, 1) if one in ids), 99)
        ranks.append(rank)
        if misses and rank > 1:
            print(
                f"  {rank if rank < 99 else '-':>2}  {query}  ->  {'|'.join(ids)}; found {', '.join(answers[:3])}"
            )
    first, third = (sum(rank <= most for rank in ranks) / len(ranks) for most in (1, 3))
    print(f"{name:18}{len(ranks):5} queries: success@1 {first:.1%}, success@3 {third:.1%}")


def measure_size(guidebook: Guidebook) -> None:
    scripts = {path: script.encode() for path, script in make_scripts(guidebook).items()}
    sizes = {path: len(gzip.compress(script, 6)) for path, script in scripts.items()}
    print(
        f"{len(guidebook.playbooks):5} playbooks: index {sum(map(len, scripts.values())) / 1e6:.2f} MB,"
        f" {sum(sizes.values()) / 1e6:.2f} MB gzipped, of which {sizes[FIRST_PATH] / 1e6:.2f} MB"
        f" come first, in {len(sizes)} files"
    )


def measure_speed(name: str, make: Callable[[Guidebook], MiniRacer], guidebook: Guidebook) -> None:
    with closing(make(guidebook)) as context:
        figures = context.eval(TIME.replace("TYPED", json.dumps(TYPED)))
    loaded, middle, most, worst = json.loads(str(figures))
    print(
        f"  {name:18} ready after {loaded:6.0f} ms; a keystroke {middle:5.1f} ms,"
        f" 95 of 100 at most {most:5.1f}, the worst {worst:5.1f}"
    )


if __name__ == "__main__":
    main()
