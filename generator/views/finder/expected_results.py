"""What staff type into the search, and the playbook that is expected to come up."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version

from generator.checks.search import ASKED_BELOW, NOT_FOUND, TOO_SURE, UNBACKED
from generator.model import files
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.model.search_files import Query
from generator.model.yaml_model import Loc, Locate
from generator.problem import Problem
from generator.views.finder.danger_words import name_branch
from generator.views.finder.document import Index
from generator.views.finder.engine import Engine, read_scripts
from generator.views.finder.index import leave_out_typed, make_index, make_written_index
from generator.views.finder.word_parts import is_large, take_searched

_SHOWN = 7
_NEAR = 3
"""The first so many are seen at once, so one of them is nearly as good as the first."""
_NAMED = 3
_WORDS = 5
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What came up for a query: ids of playbooks, the best first."""

    playbook: str
    number: int
    query: str
    within: int
    found: tuple[str, ...]
    branch: str | None = None

    @property
    def rank(self) -> int | None:
        """At which place the expected playbook or branch came, from 1."""
        wanted = name_branch(self.playbook, self.branch) if self.branch else None
        for place, name in enumerate(self.found, 1):
            if name == wanted or (wanted is None and name.split("#")[0] == self.playbook):
                return place
        return None

    @property
    def is_met(self) -> bool:
        """Whether it came high enough."""
        return self.rank is not None and self.rank <= self.within


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of asking the search.

    `results` are those of the queries that have to find something, `too_sure` the numbers of those
    that must not, and `unbacked` the search words that no text of their page takes up, by the id of
    the playbook.
    """

    results: tuple[QueryResult, ...] = ()
    too_sure: tuple[int, ...] = ()
    unbacked: Mapping[str, Sequence[str]] = field(default_factory=dict)


def write_trial(trial: Trial) -> bytes:
    """A trial as text, for the next run."""
    return json.dumps(asdict(trial)).encode()


def read_trial(content: bytes) -> Trial:
    """A trial that was written. Raises ValueError if this is none."""
    try:
        data = json.loads(content)
        results = [QueryResult(**{**one, "found": tuple(one["found"])}) for one in data["results"]]
        return Trial(tuple(results), tuple(data["too_sure"]), data["unbacked"])
    except (KeyError, TypeError) as error:
        raise ValueError from error


@dataclass(frozen=True)
class Questions:
    """All that a trial asks, as data that nothing else holds: it may be asked in another thread.

    `in_parts` says that only what a large guidebook searches at once may answer.
    """

    index: Index
    meant: Mapping[str, Sequence[str]]
    asked: Sequence[tuple[str, int, Query]]
    unanswered: Sequence[str]
    in_parts: bool = False

    @property
    def name(self) -> str:
        """A name that changes with everything that their answers depend on."""
        asked = [(name, number, one.model_dump(mode="json")) for name, number, one in self.asked]
        program = [read_scripts(), version("mini-racer")]
        made_of = [self.index, self.meant, asked, self.unanswered, self.in_parts, program]
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()

    def ask(self) -> Trial:
        """Ask them. It takes some seconds, in which other threads go on."""
        plain = leave_out_typed(self.index)
        searched = take_searched(self.index) if self.in_parts else self.index
        with Engine(searched if self.asked or self.unanswered else plain) as engine:
            found = engine.find_all([one.query for _, _, one in self.asked], _SHOWN)
            too_sure = [at for at, text in enumerate(self.unanswered) if engine.ask(text)["sure"]]
            if (self.asked or self.unanswered) and plain != searched:
                engine.take(plain)
            unbacked: dict[str, list[str]] = {}
            for page, text in engine.list_unbacked(self.meant):
                unbacked.setdefault(page, []).append(text)
        results = [
            QueryResult(
                name, number, one.query, one.within, tuple(each["id"] for each in own), one.branch
            )
            for (name, number, one), own in zip(self.asked, found, strict=True)
        ]
        return Trial(tuple(results), tuple(too_sure), unbacked)


def list_questions(guidebook: Guidebook) -> Questions | None:
    """Every query whose playbook exists, and every search word; None if there is nothing to ask."""
    asked = [
        (name, number, one)
        for name, queries in guidebook.queries.queries.items()
        if name in guidebook.by_id
        for number, one in enumerate(queries)
    ]
    unanswered = guidebook.queries.unanswered
    if not any((asked, unanswered, *map(_list_search_words, guidebook.playbooks))):
        return None
    in_parts = is_large(guidebook)
    return Questions(make_index(guidebook), guidebook.words.meant, asked, unanswered, in_parts)


def try_search(guidebook: Guidebook) -> Trial:
    """Ask every query whose playbook exists, and compare search words with texts."""
    questions = list_questions(guidebook)
    return questions.ask() if questions else Trial()


def compare_words(guidebook: Guidebook, playbook: Playbook) -> Trial:
    """Compare the search words of one playbook with its texts, and ask nothing."""
    if not _list_search_words(playbook):
        return Trial()
    with Engine(make_written_index(guidebook)) as engine:
        found = engine.list_unbacked(guidebook.words.meant, page=playbook.id)
    return Trial(unbacked={playbook.id: [text for _, text in found]})


def find_problems(
    guidebook: Guidebook, trial: Trial, locate: Locate, *, is_below: Callable[[str], bool]
) -> Iterator[Problem]:
    """Report what the search does not find, what it is too sure of, and words without a text.

    `is_below` says of a file whether it is of a guidebook that this one builds on: what is asked
    there, and comes nearly as high, stops nobody here.
    """
    yield from _find_misses(trial.results, locate, is_below=is_below)
    for number in trial.too_sure:
        place = locate(files.QUERIES, ("unanswered", number))
        yield Problem(
            place,
            ASKED_BELOW if is_below(place.path) else TOO_SURE,
            f"The search is sure to have an answer to “{guidebook.queries.unanswered[number]}”.",
            "Delete the search words that bring it up, or the line if a page does answer it.",
        )
    for name, words in trial.unbacked.items():
        playbook = guidebook.by_id[name]
        if UNBACKED.id not in playbook.allow:
            yield from _find_unbacked(playbook, words, locate)


def _find_unbacked(
    playbook: Playbook, unbacked: Collection[str], locate: Locate
) -> Iterator[Problem]:
    """Report search words without a text, once for each list that holds some."""
    for loc, own in _list_search_words(playbook).items():
        words = [word for word in own if word in unbacked]
        shown = ", ".join(f"“{word}”" for word in words[:_WORDS])
        more = f" and {len(words) - _WORDS} more" if len(words) > _WORDS else ""
        if words:
            yield Problem(
                locate(playbook.path, loc, of_key=True),
                UNBACKED,
                f"No text of this page takes up {shown}{more}.",
                "Write about it, add it below  same:  or  meant:  in words.yml, or delete it.",
            )


def _list_search_words(playbook: Playbook) -> dict[Loc, tuple[str, ...]]:
    """The search words that are in a playbook's file, by the location of their list."""
    lists: dict[Loc, tuple[str, ...]] = {("search",): playbook.search}
    if isinstance(playbook, Emergency):
        for index, branch in enumerate(playbook.branches):
            lists["branches", index, "search"] = branch.search
    return {loc: words for loc, words in lists.items() if words}


def _find_misses(
    answers: Sequence[QueryResult], locate: Locate, *, is_below: Callable[[str], bool]
) -> Iterator[Problem]:
    """Report each query that does not find its playbook, and what came instead."""
    for one in answers:
        if one.is_met:
            continue
        others = [name for name in one.found if name != one.playbook][:_NAMED]
        came = f"Found instead: {', '.join(others)}." if others else "Nothing else comes either."
        place = f"comes {_ORDINALS[one.rank - 1]}" if one.rank else "does not come up"
        wanted = "first" if one.within == 1 else f"among the first {one.within}"
        asked = locate(files.QUERIES, ("queries", one.playbook, one.number))
        is_near = one.rank is not None and one.rank <= _NEAR
        yield Problem(
            asked,
            ASKED_BELOW if is_near and is_below(asked.path) else NOT_FOUND,
            f"“{one.query}” should bring up “{one.playbook}” {wanted}, but it {place}. {came}",
            "Give the playbook the words that staff use, in its title, signals or search words; or"
            " move this line to the playbook that is the better answer.",
        )


def write_successes(answers: Sequence[QueryResult]) -> str:
    """How often the expected playbook comes first, and among the first three."""
    if not answers:
        return ""
    first, third = (count_successes(answers, within) for within in (1, 3))
    count = len(answers)
    return (
        f"Search: {first} of {count} queries find their playbook first ({first / count:.1%}),"
        f" {third} among the first three ({third / count:.1%}).\n"
    )


def count_successes(answers: Sequence[QueryResult], within: int) -> int:
    """How many expected playbooks come among the first so many."""
    return sum(one.rank is not None and one.rank <= within for one in answers)
