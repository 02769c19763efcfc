"""What the search can learn from what it did not answer: lines to add, each of them tried."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.search_files import Query
from generator.model.search_note import SearchNote
from generator.views.finder.engine import Engine
from generator.views.finder.expected_results import QueryResult, Trial, try_search
from generator.views.finder.index import make_index

_STRUCK = re.compile(r"\[[a-z-]+\]")
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line for `queries.yml`, and whether its words have to become search words as well.

    `within` is the place among the first at which its playbook comes then; None if it does not.
    Of an emergency the search learns the words of the line as well, if it `is_urgent`.
    """

    query: str
    count: int
    playbook: str
    is_search: bool
    within: int | None
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A search of which nobody said what should come, and the playbooks that are nearest."""

    query: str
    count: int
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class Learned:
    """The lines, what is open, and the queries that would no longer find their playbook."""

    lines: tuple[Line, ...]
    unclear: tuple[Open, ...]
    spoiled: tuple[QueryResult, ...]


def propose(guidebook: Guidebook, notes: Sequence[SearchNote]) -> Learned:
    """Propose lines, and try the whole search with all of them."""
    asked = {
        one.query.casefold() for queries in guidebook.queries.queries.values() for one in queries
    } | {one.casefold() for one in guidebook.queries.unanswered}
    plain = [replace(one, query=" ".join(_STRUCK.sub(" ", one.query).split())) for one in notes]
    new = [one for one in plain if one.query and one.query.casefold() not in asked]
    known = [one for one in new if one.page in guidebook.by_id]
    with Engine(make_index(guidebook)) as engine:
        found = {one.query: engine.ask(one.query) for one in new}
    came = {
        query: list(dict.fromkeys(each["id"].split("#")[0] for each in own["answers"]))
        for query, own in found.items()
    }
    # A page says that it does not know where the search is not sure, whatever comes first.
    needy = [
        one for one in known if not found[one.query]["sure"] or came[one.query][:1] != [one.page]
    ]
    trial = try_search(_add(guidebook, known, needy))
    ranks = {(one.playbook, one.query): one.rank for one in trial.results}
    lines = [
        Line(
            one.query,
            one.count,
            one.page,
            is_search=one in needy,
            within=_limit(ranks.get((one.page, one.query))),
            is_urgent=isinstance(guidebook.by_id[one.page], Emergency),
        )
        for one in known
    ]
    unclear = [
        Open(one.query, one.count, tuple(came[one.query][:_NEAREST]))
        for one in new
        if one.page not in guidebook.by_id
    ]
    return Learned(tuple(lines), tuple(unclear), tuple(_find_spoiled(guidebook, trial)))


def _limit(rank: int | None) -> int | None:
    return rank if rank is not None and rank <= _NEAREST else None


def _add(
    guidebook: Guidebook, known: Sequence[SearchNote], needy: Sequence[SearchNote]
) -> Guidebook:
    """The guidebook as it would be with the lines in it."""
    words: dict[str, list[str]] = {}
    for one in needy:
        words.setdefault(one.page, []).append(one.query)
    playbooks = tuple(
        one.model_copy(update={"search": (*one.search, *words[one.id])}) if one.id in words else one
        for one in guidebook.playbooks
    )
    queries: dict[str, tuple[Query, ...]] = dict(guidebook.queries.queries)
    for note in known:
        own = queries.get(note.page, ())
        queries[note.page] = (*own, Query(query=note.query, within=_NEAREST))
    asked = guidebook.queries.model_copy(update={"queries": queries})
    return replace(guidebook, playbooks=playbooks, queries=asked)


def _find_spoiled(guidebook: Guidebook, after: Trial) -> Iterator[QueryResult]:
    before = try_search(guidebook)
    met = {(one.playbook, one.number) for one in before.results if one.is_met}
    yield from (
        one for one in after.results if (one.playbook, one.number) in met and not one.is_met
    )


def write_learned(learned: Learned, paths: Mapping[str, str]) -> str:
    """The lines as YAML to copy, with what came of trying them. `paths` are those of playbooks."""
    return "".join(f"{line}\n" for line in _write_all(learned, paths))


def _write_all(learned: Learned, paths: Mapping[str, str]) -> Iterator[str]:
    good = [one for one in learned.lines if one.within]
    if good:
        yield "# For queries.yml: each of these was tried, and found its playbook."
        yield "queries:"
        for name in dict.fromkeys(one.playbook for one in good):
            yield f"  {name}:"
            for one in good:
                if one.playbook == name:
                    yield from _write_query(one)
    for name in dict.fromkeys(one.playbook for one in good if one.is_search):
        yield ""
        yield f"# For {paths[name]}, below what is there:"
        yield "search:"
        yield from (
            f"  - {_quote(one.query)}" for one in good if one.is_search and one.playbook == name
        )
    yield from _write_examples([one for one in learned.lines if one.is_urgent])
    yield from _write_rest(learned)


def _write_examples(lines: Sequence[Line]) -> Iterator[str]:
    if lines:
        yield ""
        yield "# For examples.yml, below what is there: the search learns their words."
        yield "emergencies:"
    for name in dict.fromkeys(one.playbook for one in lines):
        yield f"  {name}: |"
        yield from (f"    {one.query}" for one in lines if one.playbook == name)


def _write_query(one: Line) -> Iterator[str]:
    note = f"# {_count(one.count)}{'' if one.is_search else ', found now as it is'}"
    if one.within == 1:
        yield f"    - {_quote(one.query)}  {note}"
    else:
        yield f"    - query: {_quote(one.query)}  {note}"
        yield f"      within: {one.within}"


def _write_rest(learned: Learned) -> Iterator[str]:
    if bad := [one for one in learned.lines if not one.within]:
        yield ""
        yield "# Not found even with these words. Write about it on the page, as staff say it:"
        yield from (f"#   {one.query} ({_count(one.count)}): {one.playbook}" for one in bad)
    if learned.unclear:
        yield ""
        yield "# Nobody said which page it should have been. Choose one, or write it below"
        yield "# “unanswered:” in queries.yml, or a playbook that is missing:"
        for other in learned.unclear:
            nearest = f"nearest: {', '.join(other.nearest)}" if other.nearest else "nothing is near"
            yield f"#   {other.query} ({_count(other.count)}), {nearest}"
    if learned.spoiled:
        yield ""
        yield "# With these words, the search would no longer find what queries.yml asks for:"
        yield from (f"#   {one.query}: {one.playbook}" for one in learned.spoiled)


def _count(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _quote(text: str) -> str:
    """A text as YAML in quotation marks, which is one whatever is in it."""
    return f"'{text.replace(chr(39), chr(39) * 2)}'"
