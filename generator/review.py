"""What one file cannot know: references between files, and what is out of date."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator import names, triage
from generator.guidebook import Guidebook, GuidebookFile, HouseFile, Idea, Source
from generator.inline import find_references
from generator.playbook import Kind, Playbook, Quiz, RolePlay, Round
from generator.problem import Place, Problem, Severity
from generator.record import Loc, Locate, walk_texts
from generator.unknown import tell_unknown

ABOUT = "guidebook.yml"
ANY_OWNER = "…"
_IDEAS = "ideas.yml"
_WORDS = "words.yml"
_QUERIES = "queries.yml"
_ROLEPLAY = ("practice", "roleplay")
_UNSHOWN = frozenset(["id", "chapter", "path", "search", "related", "sources", "ideas", "owner"])


@dataclass(frozen=True)
class Known:
    """What may be referred to, including what could not be read. None: don't check."""

    playbooks: frozenset[str]
    sources: Mapping[str, Source] | None
    ideas: Mapping[str, Idea] | None


def find_problems(
    guidebook: Guidebook, locate: Locate, *, known: Known, today: date | None = None
) -> Iterator[Problem]:
    """Check a guidebook as a whole. With `today`, reviews that are overdue are told as well."""
    yield from _check_about(guidebook, locate, known)
    yield from _check_shared(guidebook, locate, known)
    yield from _check_queries(guidebook, locate, known)
    used: set[str] = set()
    for playbook in guidebook.playbooks:
        yield from _Check(guidebook, playbook, locate, known, used).run(today)
    yield from _check_house_values(guidebook, locate, used)
    if guidebook.triage:
        scenarios = [one.id for one in guidebook.playbooks if one.kind is Kind.SCENARIO]
        aims = triage.Aims(known.playbooks, scenarios)
        yield from triage.find_problems(guidebook.triage, locate, aims)


def find_loose_ends(
    guidebook: Guidebook, part: Playbook, locate: Locate, *, known: Known
) -> Iterator[Problem]:
    """Check the names in what could be read of a playbook that has other faults.

    Such a playbook is not in the guidebook. Where its owner could not be read stands ANY_OWNER.
    """
    yield from _Check(guidebook, part, locate, known, set()).run(None)


def find_unknown_values(
    about: GuidebookFile, house: HouseFile, path: str, locate: Locate
) -> Iterator[Problem]:
    """Check that a company's file fills in only values that the guidebook asks for."""
    for name in house.values:
        if name not in about.house_values:
            yield tell_unknown(
                locate(path, ("values", name), of_key=True), name, "house value", about.house_values
            )


def _check_about(guidebook: Guidebook, locate: Locate, known: Known) -> Iterator[Problem]:
    about = guidebook.about
    seen: set[str] = set()
    for index, chapter in enumerate(about.chapters):
        place = locate(ABOUT, ("chapters", index, "id"))
        if chapter.id in seen:
            yield Problem(
                place,
                "duplicate-id",
                f"There are two chapters with the id “{chapter.id}”.",
                "Give one of them another id and its folder the same name.",
            )
        seen.add(chapter.id)
        if names.is_taken(chapter.id):
            yield Problem(
                place,
                "chapter-name",
                f"“{chapter.id}” is an address that the site or Windows keeps for itself.",
                f"Choose another id, for example  {chapter.id}-chapter, and rename the folder.",
            )
    for index, tile in enumerate(about.right_now):
        if tile.playbook not in known.playbooks:
            yield tell_unknown(
                locate(ABOUT, ("right_now", index, "playbook")),
                tile.playbook,
                "playbook",
                known.playbooks,
            )
    for name in set(about.house_values) & known.playbooks:
        yield Problem(
            locate(ABOUT, ("house_values", name), of_key=True),
            "duplicate-id",
            f"“{name}” is the name of a house value and of a playbook.",
            "Rename the house value, so that ((…)) can mean only one thing.",
        )


def _check_shared(guidebook: Guidebook, locate: Locate, known: Known) -> Iterator[Problem]:
    for name in guidebook.words.danger:
        if name not in known.playbooks:
            place = locate(_WORDS, ("danger", name), of_key=True)
            yield tell_unknown(place, name, "playbook", known.playbooks)
    for index, ruling in enumerate(guidebook.rulings):
        for number, name in enumerate(ruling.playbooks):
            if name not in known.playbooks:
                place = locate(_IDEAS, ("rulings", index, "playbooks", number))
                yield tell_unknown(place, name, "playbook", known.playbooks)


def _check_queries(guidebook: Guidebook, locate: Locate, known: Known) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, queries in guidebook.queries.queries.items():
        if name not in known.playbooks:
            place = locate(_QUERIES, ("queries", name), of_key=True)
            yield tell_unknown(place, name, "playbook", known.playbooks)
        for number, one in enumerate(queries):
            words = " ".join(one.query.lower().split())
            if words in first:
                yield Problem(
                    locate(_QUERIES, ("queries", name, number)),
                    "named-twice",
                    f"“{one.query}” already stands below “{first[words]}”.",
                    "Delete one of the two lines: one query has one best answer.",
                )
            first.setdefault(words, name)


def _check_house_values(guidebook: Guidebook, locate: Locate, used: set[str]) -> Iterator[Problem]:
    for name, value in guidebook.about.house_values.items():
        if value.value is None:
            yield Problem(
                locate(ABOUT, ("house_values", name), of_key=True),
                "not-set",
                f"“{value.name}” is not filled in"
                + (
                    ", so its pages say “not set”."
                    if name in used
                    else "; no playbook uses it yet."
                ),
                f"{value.ask} Write the answer after  value:",
                Severity.NOTE,
            )


class _Check:
    """The checks of one playbook."""

    def __init__(
        self, guidebook: Guidebook, playbook: Playbook, locate: Locate, known: Known, used: set[str]
    ) -> None:
        self._guidebook = guidebook
        self._playbook = playbook
        self._locate = locate
        self._known = known
        self._used = used

    def run(self, today: date | None) -> Iterator[Problem]:
        yield from self._check_owner()
        yield from self._check_playbooks("related", self._playbook.related)
        yield from self._check_playbooks("stop", self._playbook.stop.go, "go")
        yield from self._check_records("sources", self._playbook.sources, self._known.sources)
        yield from self._check_records("ideas", self._playbook.ideas, self._known.ideas)
        yield from self._check_texts()
        yield from self._check_items()
        if self._playbook.practice:
            if self._playbook.practice.quiz:
                yield from self._check_quiz(self._playbook.practice.quiz)
            if self._playbook.practice.roleplay:
                yield from self._check_roleplay(self._playbook.practice.roleplay)
        if today:
            yield from self._check_date(today)

    def _place(self, *loc: str | int) -> Place:
        return self._locate(self._playbook.path, loc)

    def _check_owner(self) -> Iterator[Problem]:
        owners = [owner.name for owner in self._guidebook.about.owners]
        if self._playbook.owner not in (*owners, ANY_OWNER):
            yield tell_unknown(self._place("owner"), self._playbook.owner, "owner", owners)

    def _check_playbooks(self, field: str, ids: Sequence[str], *inner: str) -> Iterator[Problem]:
        seen: set[str] = set()
        for index, name in enumerate(ids):
            loc: Loc = (field, *inner, index)
            if name == self._playbook.id:
                yield Problem(
                    self._place(*loc),
                    "leads-to-itself",
                    f"“{field}” leads to this very playbook.",
                    "Name another playbook, or delete the line.",
                )
            elif name not in self._known.playbooks:
                yield tell_unknown(self._place(*loc), name, "playbook", self._known.playbooks)
            elif name in seen:
                yield Problem(
                    self._place(*loc),
                    "named-twice",
                    f"“{name}” is already in this list.",
                    "Delete one of the two lines.",
                )
            seen.add(name)

    def _check_records(
        self, field: str, ids: Sequence[str], known: Mapping[str, object] | None
    ) -> Iterator[Problem]:
        for index, name in enumerate(ids):
            if known is not None and name not in known:
                yield tell_unknown(self._place(field, index), name, field.removesuffix("s"), known)

    def _check_texts(self) -> Iterator[Problem]:
        if "((" not in self._playbook.model_dump_json():
            return  # walking all texts takes ten times as long, and few playbooks need it
        values = self._guidebook.about.house_values
        for loc, text in walk_texts(self._playbook):
            if "((" not in text or loc[0] in _UNSHOWN:
                continue
            for reference in find_references(text):
                if reference.name in values:
                    self._used.add(reference.name)
                elif reference.name not in self._known.playbooks:
                    place = self._locate(
                        self._playbook.path,
                        loc,
                        offset=reference.start,
                        width=reference.end - reference.start,
                    )
                    known = self._known.playbooks | set(values)
                    yield tell_unknown(place, reference.name, "playbook or house value", known)

    def _check_items(self) -> Iterator[Problem]:
        first: dict[str, int] = {}
        for index, item in enumerate(self._playbook.checklist.items):
            if item.key in first:
                yield Problem(
                    self._place("checklist", "items", index),
                    "named-twice",
                    f"Items {first[item.key] + 1} and {index + 1} of the checklist are the same.",
                    "Delete one of them, or say how they differ.",
                )
            first.setdefault(item.key, index)

    def _check_quiz(self, quiz: Quiz) -> Iterator[Problem]:
        right = [index for index, option in enumerate(quiz.options) if option.right]
        if len(right) != 1:
            yield Problem(
                self._place("practice", "quiz", "options", *right[1:2]),
                "one-right-answer",
                "No answer of the quiz is marked as right."
                if not right
                else f"{len(right)} answers of the quiz are marked as right.",
                "Write  right: yes  below the one right answer, and nowhere else.",
            )

    def _check_roleplay(self, play: RolePlay) -> Iterator[Problem]:
        ids = [one.id for one in play.rounds] + [one.id for one in play.endings]
        for name, count in Counter(ids).items():
            if count > 1:
                yield Problem(
                    self._place(*_ROLEPLAY),
                    "duplicate-id",
                    f"“{name}” is the id of {count} rounds or endings of this role-play.",
                    "Give each round and each ending an id of its own.",
                )
        for index, one in enumerate(play.rounds):
            yield from self._check_round(index, one, ids)
        yield from self._check_way(play)

    def _check_round(self, index: int, one: Round, ids: Sequence[str]) -> Iterator[Problem]:
        if sum(reply.best for reply in one.replies) != 1:
            yield Problem(
                self._place(*_ROLEPLAY, "rounds", index),
                "one-best-reply",
                f"The round “{one.id}” needs exactly one best reply.",
                "Write  best: yes  below one of its replies.",
            )
        for number, reply in enumerate(one.replies):
            if reply.go not in ids:
                place = self._place(*_ROLEPLAY, "rounds", index, "replies", number, "go")
                yield tell_unknown(place, reply.go, "round or ending", ids)

    def _check_way(self, play: RolePlay) -> Iterator[Problem]:
        reached, circle = _follow({one.id: one for one in play.rounds}, play.rounds[0].id)
        places = [("rounds", index, one.id) for index, one in enumerate(play.rounds)]
        places += [("endings", index, one.id) for index, one in enumerate(play.endings)]
        for group, index, name in places:
            if name not in reached:
                yield Problem(
                    self._place(*_ROLEPLAY, group, index, "id"),
                    "never-reached",
                    f"No reply leads to “{name}”.",
                    "Let a reply go there, or delete it.",
                )
        if circle:
            index = [one.id for one in play.rounds].index(circle)
            yield Problem(
                self._place(*_ROLEPLAY, "rounds", index),
                "goes-in-circles",
                f"The role-play can come back to “{circle}” and never end.",
                "Let every reply go to a later round or to an ending.",
            )

    def _check_date(self, today: date) -> Iterator[Problem]:
        if self._playbook.reviewed > today:
            yield Problem(
                self._place("reviewed"),
                "date-to-come",
                f"“reviewed” is {self._playbook.reviewed}, a day that has not come yet.",
                "Write the day on which someone last checked this playbook.",
                Severity.WARNING,
            )
        due = self._guidebook.review_due(self._playbook)
        if due < today:
            yield Problem(
                self._place("reviewed"),
                "overdue",
                f"The review was due on {due}.",
                "Read the playbook, mend what has changed, and write today’s date after  reviewed:",
                Severity.WARNING,
            )


def _follow(rounds: Mapping[str, Round], start: str) -> tuple[set[str], str | None]:
    """What can be reached from a round, and a round that leads back to itself."""
    reached: set[str] = set()
    finished: set[str] = set()
    circle: str | None = None
    path: list[tuple[str, bool]] = [(start, False)]
    while path:
        name, leaving = path.pop()
        if leaving:
            finished.add(name)
            continue
        if name in reached:
            continue
        reached.add(name)
        path.append((name, True))
        for reply in rounds[name].replies if name in rounds else ():
            if reply.go in reached and reply.go not in finished and reply.go in rounds:
                circle = reply.go
            path.append((reply.go, False))
    return reached, circle
