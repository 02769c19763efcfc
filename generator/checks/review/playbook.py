"""The checks of one playbook against everything else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.checks.review.known import ANY_OWNER, Known
from generator.checks.review.practice import check_practice
from generator.checks.review.references import check_texts
from generator.checks.suggestions import report_unknown
from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook
from generator.model.yaml_model import Loc, Locate
from generator.problem import Place, Problem, Severity

_DOTS = " .…\t\n"
_UNSHOWN = frozenset(["id", "chapter", "path", "search", "related", "sources", "ideas", "owner"])


class PlaybookCheck:
    """The checks of one playbook. `used` collects the house values that its texts name."""

    def __init__(
        self, guidebook: Guidebook, playbook: Playbook, locate: Locate, known: Known, used: set[str]
    ) -> None:
        """Keep what the checks compare with."""
        self._guidebook = guidebook
        self._playbook = playbook
        self._locate = locate
        self._known = known
        self._used = used

    def run(self, today: date | None) -> Iterator[Problem]:
        """Yield every problem. With `today`, an overdue review is one."""
        yield from self._check_owner()
        yield from self._check_playbooks("related", self._playbook.related)
        yield from self._check_playbooks("stop", self._playbook.stop.go, "go")
        yield from self._check_records("sources", self._playbook.sources, self._known.sources)
        yield from self._check_records("ideas", self._playbook.ideas, self._known.ideas)
        yield from self._check_texts()
        if not self._is_part:
            yield from self._check_dots()
        yield from self._check_items()
        if self._playbook.practice:
            yield from check_practice(self._playbook.practice, self._place)
        if today:
            yield from self._check_date(today)

    def _place(self, *loc: str | int) -> Place:
        return self._locate(self._playbook.path, loc)

    @property
    def _is_part(self) -> bool:
        """Whether it has faults, so that “…” stands where something could not be read."""
        return self._playbook.id not in self._guidebook.by_id

    def _check_owner(self) -> Iterator[Problem]:
        owners = [owner.name for owner in self._guidebook.about.owners]
        if self._playbook.owner not in (*owners, *([ANY_OWNER] if self._is_part else [])):
            yield report_unknown(self._place("owner"), self._playbook.owner, "owner", owners)

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
                yield report_unknown(self._place(*loc), name, "playbook", self._known.playbooks)
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
                yield report_unknown(
                    self._place(field, index), name, field.removesuffix("s"), known
                )

    def _check_texts(self) -> Iterator[Problem]:
        playbook = self._playbook
        texts = (one for one in playbook.texts if one[0][0] not in _UNSHOWN)
        return check_texts(
            texts, playbook.path, self._guidebook, self._locate, self._known, self._used
        )

    def _check_dots(self) -> Iterator[Problem]:
        for loc, text in self._playbook.texts:
            # What stands in a list of names has been told as unknown.
            if (loc[0] not in _UNSHOWN or loc[0] == "search") and not text.strip(_DOTS):
                yield Problem(
                    self._place(*loc),
                    "still-dots",
                    "This still holds the dots of an example.",
                    "Write the words.",
                )

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
