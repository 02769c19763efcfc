"""The index of a large guidebook: parts by words, which answer like the whole that they are of."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views.delivery import Keep, find_delivery
from generator.views.finder import PATHS, list_paths, make_scripts, word_parts
from generator.views.finder.document import Index
from generator.views.finder.engine import SCRIPTS, Engine, Found
from generator.views.finder.expected_results import QueryResult, list_questions, try_search
from generator.views.finder.index import make_index
from generator.views.finder.word_parts import MANY, take_searched
from tests import samples
from tests.indexes import read_index
from tests.scripts import Call, load

MOST_BYTES = 300_000
"""What a phone loads at most for a query."""

# A page loads what it needs over the network; here all parts are there, and are taken when they are needed.
RUN = "const run = (steps) => { let one; do { one = steps.next(); } while (!one.done); return one.value; };"
START = f"""(first, rest, parts) => {{
  {RUN}
  const {{ unpack, complete }} = guidebookFinderPacked;
  globalThis.parts = parts;
  globalThis.index = run(complete(run(unpack(first)), first, rest));
  globalThis.open = () => run(guidebookFinderCore.prepare(index, guidebookFinderParts.open));
  globalThis.lookup = open();
}}"""
ASK = """(queries) => queries.map((query) => {
  const { listMissing, take, measure, listUnshown, takeShown, show } = guidebookFinderParts;
  if (lookup.parts.taken.size > 60) {
    globalThis.lookup = open();
  }
  const missing = listMissing(lookup, query);
  for (const part of missing) {
    take(lookup, part, parts[`words-${part}`]);
  }
  measure(lookup);
  const { sure, answers } = guidebookFinderCore.ask(lookup, query);
  const unshown = listUnshown(lookup, answers);
  for (const part of unshown) {
    takeShown(lookup, part, parts[`shown-${part}`]);
  }
  return { sure, missing, unshown, answers: show(lookup, answers) };
})"""
ALL = f"(first, rest, all) => {{ {RUN} return run(guidebookFinderPacked.complete(index, first, all)); }}"


def read_parts(scripts: dict[str, str]) -> dict[str, Any]:
    return {
        path.removeprefix("finder/").removesuffix(".js"): read_index(one)
        for path, one in scripts.items()
    }


@pytest.fixture(scope="module")
def index(guidebook: Guidebook) -> Index:
    return make_index(guidebook)


@pytest.fixture(scope="module")
def parts(guidebook: Guidebook) -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_parts, "MANY", 1)
        return read_parts(make_scripts(guidebook))


@pytest.fixture(scope="module")
def page(parts: dict[str, Any]) -> Iterator[Call]:
    scripts = [one.removesuffix(".js") for one in SCRIPTS]
    with load(*scripts, "finder-packed", "finder-parts") as call:
        call(START, parts["first"], parts["rest"], parts)
        yield call


@pytest.fixture(scope="module")
def queries(guidebook: Guidebook) -> list[str]:
    return [one.query for own in guidebook.queries.queries.values() for one in own]


EACH = 4
"""Of the queries, so many are one that is asked of parts: these take long to take in again and again."""


def test_only_a_large_guidebook_is_in_parts(guidebook: Guidebook) -> None:
    assert list_paths(guidebook) == [*PATHS]
    assert list(make_scripts(guidebook)) == [*PATHS]
    assert len(guidebook.playbooks) < MANY


def test_a_phone_keeps_what_it_answers_with() -> None:
    assert find_delivery("finder/words-7.js").keep is Keep.ALWAYS
    assert find_delivery("finder/all.js").keep is Keep.ONCE_OPENED


def test_the_names_of_parts_are_known_before_they_are_made(
    guidebook: Guidebook, parts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_parts, "MANY", 1)
    assert sorted(list_paths(guidebook)) == sorted(f"finder/{name}.js" for name in parts)


@pytest.fixture(scope="module")
def wanted(index: Index, queries: list[str]) -> list[Found]:
    """What the whole of what is searched at once answers."""
    with Engine(take_searched(index)) as engine:
        return [engine.ask(one) for one in queries]


def test_parts_answer_like_the_whole(page: Call, wanted: list[Found], queries: list[str]) -> None:
    """Weights are rounded, and words that say little are left out: that may move what comes late."""
    found = page(ASK, queries[::EACH])
    whole = wanted[::EACH]
    names = [[[one["id"] for one in each["answers"]] for each in own] for own in (whole, found)]
    assert [one["sure"] for one in found] == [one["sure"] for one in whole]
    assert [one[:1] for one in names[1]] == [one[:1] for one in names[0]]
    same = sum(one == other for one, other in zip(*names, strict=True))
    assert same > 0.95 * len(found)


def test_what_is_searched_at_once_finds_nearly_all(
    guidebook: Guidebook, wanted: list[Found]
) -> None:
    questions = list_questions(guidebook)
    assert questions
    met = [
        QueryResult(
            name,
            number,
            one.query,
            one.within,
            tuple(each["id"] for each in own["answers"]),
            one.branch,
        ).is_met
        for (name, number, one), own in zip(questions.asked, wanted, strict=True)
    ]
    assert sum(met) > 0.985 * len(met)


def test_the_check_of_a_large_guidebook_asks_what_its_pages_ask(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A query that only a text answers which is not searched at once is a miss."""
    playbook = samples.make_minimal(checklist=["The zebra is back in its stable."])
    files = samples.make_folder({"fair/one": playbook, "fair/two": samples.make_minimal()})
    queries = {"queries": {"one": [{"query": "zebra in stable"}]}}
    reading = guidebook_reader.read({**files, "queries.yml": samples.dump(queries)})
    assert reading.guidebook
    assert try_search(reading.guidebook).results[0].is_met
    monkeypatch.setattr(word_parts, "MANY", 2)
    assert not try_search(reading.guidebook).results[0].is_met


def test_an_answer_says_what_to_say(page: Call, index: Index) -> None:
    (found,) = page(ASK, ["late order"])
    best = found["answers"][0]
    (own,) = (one for one in index["documents"] if one["id"] == best["id"])
    assert best["say"] == own["say"][0]


def test_with_all_texts_it_is_the_whole_index(
    page: Call, parts: dict[str, Any], index: Index
) -> None:
    assert page(ALL, parts["first"], parts["rest"], parts["all"]) == index


def test_a_word_that_is_hardly_begun_loads_nothing(page: Call) -> None:
    before, begun, typed = page(ASK, ["zzzz ", "zzzz qu", "zzzz queue"])
    assert not before["missing"]
    assert not begun["missing"]
    assert typed["missing"]


def test_a_query_loads_what_says_most_and_not_more_than_fits() -> None:
    files = samples.make_files(60)
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_parts, "MANY", 1)
        parts = read_parts(make_scripts(guidebook))
    parts["first"]["parts"]["sizes"] = [60_000] * len(parts["first"]["parts"]["sizes"])
    scripts = [one.removesuffix(".js") for one in SCRIPTS]
    with load(*scripts, "finder-packed", "finder-parts") as call:
        call(START, parts["first"], parts["rest"], parts)
        (found,) = call(ASK, ["refund parcel kettle battery phone promise "])
    assert len(found["missing"]) == 2


def test_a_query_of_a_large_guidebook_loads_little() -> None:
    """What 5,000 playbooks load for a query is at most ten times that of 500."""
    guidebook = guidebook_reader.read(samples.make_files(500)).guidebook
    assert guidebook
    sizes = {
        name: len(gzip.compress(json.dumps(one).encode(), 6))
        for name, one in read_parts(make_scripts(guidebook)).items()
    }
    lines = sorted((size for name, size in sizes.items() if "words-" in name), reverse=True)
    shown = sorted((size for name, size in sizes.items() if "shown-" in name), reverse=True)
    query = sizes["first"] + sizes["rest"] + sum(lines[:6]) + sum(shown[:7])
    assert query * 10 < MOST_BYTES - 40_000  # for the program
