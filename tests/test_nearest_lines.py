"""How near pages are to what people type: the second ranking of the search."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.scripts import Call, load

SCRIPTS = (
    "vendor/porter2",
    "finder-words",
    "finder-weights",
    "finder-lookup",
    "finder-best",
    "finder-nearest",
)
MEASURE = """(documents, words, touched) => {
  const steps = guidebookFinderLookup.build({ documents });
  let step;
  do { step = steps.next(); } while (!step.done);
  const number = (word) => step.value.numbers.get(guidebookFinderWords.key(word));
  const units = words.map((word) => ({ word, forms: new Map([[number(word), 1]]) }));
  const all = step.value.passages.map((_, place) => place);
  const found = guidebookFinderNearest.measureNearness(step.value, units, touched ?? all);
  return [...found];
}"""


@pytest.fixture(scope="module")
def call() -> Any:
    with load(*SCRIPTS) as ready:
        yield ready


def measure(
    call: Call, typed: Mapping[str, Sequence[str]], query: str, *, kind: str = "scenario"
) -> dict[str, float]:
    """How near each document is, by its id."""
    documents = [
        {"id": name, "title": "", "kind": kind, "typed": lines} for name, lines in typed.items()
    ]
    found: list[float] = call(MEASURE, documents, query.split(), None)
    return dict(zip(typed, found, strict=True))


def test_many_lines_that_are_alike_count_more_than_one(call: Call) -> None:
    lines = {
        "one": ["late parcel", "red door", "blue bag"],
        "many": ["late parcel", "a parcel is late", "parcel too late"],
    }
    near = measure(call, lines, "late parcel")
    assert near["many"] > near["one"] > 0


def test_a_line_that_is_just_that_counts_more_than_a_long_one(call: Call) -> None:
    lines = {
        "just": ["late parcel"],
        "long": ["he asks about the colour of the late parcel and of all other things"],
    }
    near = measure(call, lines, "late parcel")
    assert near["just"] > near["long"] > 0


def test_a_rare_word_counts_more(call: Call) -> None:
    lines = {"corkage": ["corkage here"], "fee": ["fee here", "fee there", "fee now"]}
    near = measure(call, lines, "corkage fee")
    assert near["corkage"] > near["fee"]


@pytest.mark.parametrize("typed", ["surchrage", "srucharge", "surchargd", "charge"])
def test_slips_and_forms_count_as_far_as_they_are_alike(call: Call, typed: str) -> None:
    lines = {"fees": ["sunday surcharge"], "other": ["sunday opening"]}
    near = measure(call, lines, typed)
    whole = measure(call, lines, "surcharge")
    assert whole["fees"] > near["fees"] > near["other"]


def test_only_lines_that_hold_a_word_of_the_query_are_compared(call: Call) -> None:
    documents = [{"id": "one", "title": "", "kind": "scenario", "typed": ["late parcel"]}]
    assert call(MEASURE, documents, ["late"], []) == [0]


@pytest.mark.parametrize("kind", ["emergency", "branch"])
def test_emergencies_have_a_search_of_their_own(call: Call, kind: str) -> None:
    assert measure(call, {"one": ["late parcel"]}, "late parcel", kind=kind) == {"one": 0}


ORDER = """(ranked) => guidebookFinderOrder.putNearestFirst(ranked).map(({ document }) => document.id)"""


def make_found(
    name: str,
    nearness: float,
    *,
    kind: str = "scenario",
    called: bool = False,
    score: float = 1,
    readers: str = "",
) -> Any:
    document = {"id": name, "kind": kind, "readers": readers}
    return {"document": document, "nearness": nearness, "called": called, "score": score}


@pytest.fixture(scope="module")
def order() -> Any:
    with load("vendor/porter2", "finder-words", "finder-learned", "finder-order") as ready:
        yield ready


def test_what_is_nearest_comes_before_what_holds_a_little_more(order: Call) -> None:
    found = [make_found("holds", 0.2), make_found("near", 0.9), make_found("far", 0.1)]
    assert order(ORDER, found) == ["near", "holds", "far"]


def test_what_is_about_as_near_stays_behind_what_holds_more(order: Call) -> None:
    found = [make_found("holds", 0.8), make_found("near", 0.9)]
    assert order(ORDER, found) == ["holds", "near"]


def test_emergencies_and_pages_asked_for_by_name_keep_their_places(order: Call) -> None:
    found = [
        make_found("named", 0, called=True),
        make_found("holds", 0.1),
        make_found("choking", 0, kind="emergency"),
        make_found("near", 0.9),
        make_found("nobody", 0, kind="unanswered"),
    ]
    assert order(ORDER, found) == ["named", "near", "choking", "holds", "nobody"]


def test_nothing_near_leaves_all_as_it_was(order: Call) -> None:
    names = ["a", "b", "c"]
    assert order(ORDER, [make_found(name, 0) for name in names]) == names


def test_a_page_for_managers_that_holds_most_is_seen(order: Call) -> None:
    found = [make_found(name, 0.5) for name in "abcd"]
    page = make_found("print", 0, kind="page", readers="managers", score=2)
    assert order(ORDER, [*found, page])[:3] == ["a", "b", "print"]
    page["score"] = 0.9
    assert order(ORDER, [*found, page])[-1] == "print"


NO_ANSWER = "(ranked, found) => guidebookFinderOrder.isNoAnswer(ranked, found) ?? null"


@pytest.mark.parametrize(
    ("kind", "nearness", "is_none"),
    [
        ("scenario", 0.5, True),
        ("scenario", 0.9, False),
        ("emergency", 0.1, False),
        ("page", 0, False),
    ],
)
def test_what_no_page_answers_is_told_by_nearness(
    order: Call, kind: str, nearness: float, is_none: bool
) -> None:
    found = [make_found("one", nearness, kind=kind)]
    nobody = make_found("nobody", 0.7, kind="unanswered")
    assert order(NO_ANSWER, [*found, nobody], found) is is_none
