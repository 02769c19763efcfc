"""What an assistant is given: what the pages say, and never a value that nobody has filled in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypedDict, cast

from generator.checks.suggestions import suggest
from generator.model.guidebook import Guidebook, Value
from generator.model.playbook import Playbook
from generator.model.playbook_items import Channel
from generator.problem import GuidebookError
from generator.views import fact_plates
from generator.views.exports import phrase_list
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_words import ExportWords, find_remedy
from generator.views.finder.engine import Found, Result
from generator.views.sign_off import describe_unsigned_facts, list_missing_approvals

_GUIDE = (
    "A guidebook for staff who serve customers. Start with find_playbook, in the words of staff,"
    " and give its answers in their order: danger comes first. Where “sure” is false, say that the"
    " guidebook may have nothing about it. Quote what it says word for word. What is in"
    " “not_filled_in” only the company knows: say that it is missing, and never guess it. Where"
    " “not_approved” says something, say that too. Staff fill in what is in square brackets."
)

# What only those who write need, what is at the top of each answer anyway, and practice, which
# holds wrong replies too.
_FOR_WRITERS = ("allow", "formerly", "icon", "ideas", "owner", "path", "poster", "review_every")
_BEHIND = ("danger", "practice", "rests_on", "search", "sign_off", "sources")
_HIDDEN = frozenset([*_FOR_WRITERS, *_BEHIND])
_ON_TOP = frozenset(["chapter", "id", "kind", "title"])
_TEXTS = ("answer", "say", "step", "where", "shown")


class Missing(TypedDict):
    """A value that nobody has filled in, and what to do about it."""

    name: str
    remedy: str


class Answer(Result):
    """What the page shows, without the texts that need a value which is not filled in."""

    playbook: str
    not_filled_in: list[Missing]
    not_approved: list[str]


class Answers(TypedDict):
    """What the page shows for a query; `sure` says whether the first is likely what was meant."""

    sure: bool
    answers: list[Answer]


class Phrase(TypedDict):
    """Words to say; `channels` is where they fit."""

    id: str
    say: str
    why: str
    channels: list[str]
    feelings: list[str]
    playbook: str


class Phrases(TypedDict):
    """Phrases, without those that need a value which is not filled in."""

    phrases: list[Phrase]
    left_out: int
    not_filled_in: list[Missing]
    not_approved: dict[str, list[str]]


@dataclass(frozen=True)
class Assistant:
    """Answers about one guidebook. `ask` is the finder in the pages."""

    guidebook: Guidebook
    ask: Callable[[str], Found]

    @property
    def guide(self) -> str:
        """How to use the answers, and where the pages are."""
        address = self.guidebook.about.address
        return f"{_GUIDE} Every “url” is below {address}." if address else _GUIDE

    def find(self, query: str) -> Answers:
        """What a page answers to a query."""
        found = self.ask(query)
        return Answers(sure=found["sure"], answers=[self._check(one) for one in found["answers"]])

    def read(self, name: str) -> Mapping[str, Any]:
        """A whole playbook, but for its practice.

        Raises GuidebookError if there is none, or if it needs a value that is not filled in.
        """
        playbook = self._get(name)
        words = ExportWords(self.guidebook)
        dumped = playbook.model_dump(mode="json", exclude_none=True, exclude=set(_ON_TOP))
        title = words.plain(playbook.path, ("title",), playbook.title)
        content = _write(words, playbook.path, dumped)
        if words.unset:
            missing = " ".join(
                f"“{one['name']}” is not filled in. {one['remedy']}"
                for one in self._name(words.unset)
            )
            raise GuidebookError(f"“{title}” cannot be read out whole: {missing}")
        return {
            "id": playbook.id,
            "title": title,
            "kind": playbook.kind.value,
            "chapter": self.guidebook.chapters[playbook.chapter].title,
            "url": playbook.url,
            "review_due": self.guidebook.review_due(playbook).isoformat(),
            "not_approved": self._list_unapproved(playbook),
            **content,
        }

    def list_phrases(self, name: str = "", channel: Channel | None = None) -> Phrases:
        """The phrases of a playbook, of a channel, or those of a playbook that fit a channel.

        Raises GuidebookError if neither is given, or if there is no such playbook.
        """
        if not name and not channel:
            raise GuidebookError("Name a playbook, a channel, or both.")
        ids = (self._get(name).id,) if name else ()
        chosen = Chosen.of(self.guidebook, ids, [channel] if channel else ())
        words = ExportWords(self.guidebook)
        phrases: list[Phrase] = []
        left_out = uses = 0
        for one in phrase_list.list_phrases(chosen, words):
            if words.uses > uses:
                left_out += 1
                uses = words.uses
                continue
            phrases.append(
                Phrase(
                    id=one.key,
                    say=one.text,
                    why=one.why,
                    channels=[channel.value for channel in one.channels],
                    feelings=[feeling.value for feeling in one.feelings],
                    playbook=one.playbook,
                )
            )
        shown = dict.fromkeys(one["playbook"] for one in phrases)
        waiting = {one: self._list_unapproved(self.guidebook.by_id[one]) for one in shown}
        return Phrases(
            phrases=phrases,
            left_out=left_out,
            not_filled_in=self._name(words.unset),
            not_approved={one: lines for one, lines in waiting.items() if lines},
        )

    def _get(self, name: str) -> Playbook:
        """A playbook; a branch of an emergency is on its page."""
        playbook = self.guidebook.by_id.get(name.partition("#")[0])
        if not playbook:
            guess = suggest(name, self.guidebook.by_id) or "find_playbook finds it."
            raise GuidebookError(f"There is no playbook called “{name}”. {guess}")
        return playbook

    def _check(self, result: Result) -> Answer:
        """An answer of the finder with what is missing in it, and without what needs that."""
        playbook = self.guidebook.by_id.get(result["id"].partition("#")[0])
        needed: dict[str, None] = {}
        shown: dict[str, Any] = dict(result)
        for field in ("title", *_TEXTS):
            if names := self._find_unset(result, playbook, shown[field]):
                needed.update(dict.fromkeys(names))
                if field in _TEXTS:
                    shown[field] = ""
        more = {
            "playbook": playbook.id if playbook else "",
            "not_filled_in": self._name(needed),
            "not_approved": (
                self._list_unapproved(playbook)
                if playbook
                else describe_unsigned_facts(self._list_looked_up(result["url"]))
            ),
        }
        return cast("Answer", shown | more)

    def _find_unset(self, result: Result, playbook: Playbook | None, text: str) -> Sequence[str]:
        if not text:
            return ()
        if playbook is None:
            looked_up = self._list_looked_up(result["url"])
            return [self._plates[result["url"]] for one in looked_up if not one.text]
        needing = self._needing.get(playbook.id, ())
        return [name for plain, names in needing if plain in text for name in names]

    @cached_property
    def _plates(self) -> Mapping[str, str]:
        """The names of values by the address where staff look for them."""
        return {plate.url: plate.id for plate in fact_plates.list_plates(self.guidebook)}

    def _list_looked_up(self, url: str) -> list[Value]:
        """The value that staff look up at an address, if there is one."""
        name = self._plates.get(url)
        return [self.guidebook.values[name]] if name else []

    @cached_property
    def _needing(self) -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
        """The texts that need values which are not filled in, as the finder shows them, by id."""
        return {one.id: list(self._list_needing(one)) for one in self.guidebook.playbooks}

    def _list_needing(self, playbook: Playbook) -> Iterator[tuple[str, Sequence[str]]]:
        for loc, text in playbook.referring:
            words = ExportWords(self.guidebook)
            plain = words.plain(playbook.path, loc, text)
            if words.unset:
                yield plain, words.unset

    def _name(self, names: Sequence[str] | Mapping[str, None]) -> list[Missing]:
        return [
            Missing(name=self.guidebook.values[name].name, remedy=find_remedy(self.guidebook, name))
            for name in names
        ]

    def _list_unapproved(self, playbook: Playbook) -> list[str]:
        """What an expert still has to approve, in the words of the page."""
        facts = describe_unsigned_facts(self.guidebook.list_facts(playbook))
        return [*list_missing_approvals(playbook), *facts]


def _write(
    words: ExportWords, path: str, content: Mapping[str, Any], loc: tuple[str | int, ...] = ()
) -> dict[str, Any]:
    """What pages show of a part of a playbook, as words; what is empty is left out."""
    found = {
        name: _write_value(words, path, value, (*loc, name))
        for name, value in content.items()
        if name not in _HIDDEN
    }
    return {name: value for name, value in found.items() if value not in ("", [], {}, False)}


def _write_value(words: ExportWords, path: str, value: Any, loc: tuple[str | int, ...]) -> Any:
    match value:
        case str():
            return words.plain(path, loc, value)
        case dict():
            return _write(words, path, value, loc)
        case list():
            return [_write_value(words, path, one, (*loc, at)) for at, one in enumerate(value)]
    return value
