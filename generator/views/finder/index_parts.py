"""The index as a page loads it: in two parts, and each by columns.

A column holds one field of all documents, 0 where a document has none. Titles and texts are packed;
where many have the same value, there are numbers instead, beside a list of the values.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from generator.views.finder.document import Document, Index, LearnedWords
from generator.views.finder.learned_words import LEAST
from generator.views.finder.packing import Codes, cut, measure_width, pack_numbers

_SHARED = ("kind", "chapter")
_PLAIN = ("url", "readers", "answer")
_TEXTS = ("typed", "purpose", "signals", "avoid", "stop", "checklist", "practice", "why", "text")
_URGENT = ("emergency", "branch")
_PRINCIPLE = "principle"
# An answer shows the first words to say, and of a branch what to do first.
_SHOWN = ("say", "steps")

_Column = list[list[str] | None]


def pack_index(index: Index) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a page needs to answer soon, and the rest."""
    documents, words = index["documents"], index["words"]
    shown = {field: [_part(field, one) for one in documents] for field in _SHOWN}
    first: dict[str, _Column] = {
        "title": [[one["title"]] for one in documents],
        "search": [None if _can_wait(one) else one.get("search") for one in documents],
        **{field: [one for one, _ in column] for field, column in shown.items()},
    }
    rest: dict[str, _Column] = {
        "search": [one.get("search") if _can_wait(one) else None for one in documents],
        **{field: [one for _, one in column] for field, column in shown.items()},
        **{field: _list_texts(field, documents) for field in _TEXTS},
    }
    first_pieces = {field: _cut(column) for field, column in first.items()}
    rest_pieces = {field: _cut(column) for field, column in rest.items()}
    same, danger = cut(words["same"]), cut(words["danger"].values())
    codes = Codes.of(chain(*first_pieces.values(), same, danger))
    more = Codes.of(chain(*rest_pieces.values()), known=codes.words)
    known = set(codes.words)
    urgent = {one["id"] for one in documents if one["kind"] in _URGENT}
    own = [one for place, one in enumerate(more.words) if place < more.short or one not in known]
    return (
        {
            "version": index["version"],
            "codes": {"words": codes.words, "short": codes.short},
            "documents": {
                "id": [_name(one) for one in documents],
                **{field: [one.get(field, 0) for one in documents] for field in _PLAIN},
                **{field: _number([one.get(field) for one in documents]) for field in _SHARED},
            },
            "texts": {
                field: _pack(one, codes, first[field]) for field, one in first_pieces.items()
            },
            "words": {
                "same": codes.pack(same),
                "danger": dict(zip(words["danger"], codes.pack(danger), strict=True)),
                "foreign": {name: one for name, one in words["foreign"].items() if name in urgent},
            },
        },
        {
            "codes": {"words": own, "short": more.short},
            "texts": {field: _pack(one, more, rest[field]) for field, one in rest_pieces.items()},
            "words": {
                "foreign": {
                    name: one for name, one in words["foreign"].items() if name not in urgent
                },
                "learned": _pack_learned(words["learned"]),
            },
        },
    )


def _can_wait(document: Document) -> bool:
    """Who writes the rules, or reads what service is for, is in no hurry."""
    return "readers" in document or document["kind"] == _PRINCIPLE


def _pack_learned(learned: LearnedWords) -> dict[str, Any]:
    """What a word says as one text: how urgent it is, the pages, and what it says of each."""
    width = measure_width(len(learned["pages"]))
    says = (
        pack_numbers([own[0] - LEAST, *own[2::2]]) + pack_numbers(own[1::2], width=width)
        for own in learned["says"]
    )
    return {**learned, "says": " ".join(says), "least": LEAST, "width": width}


def _list_texts(field: str, documents: Iterable[Document]) -> _Column:
    return [one.get(field) for one in documents]  # type: ignore[misc]  # each of them a list


def _part(field: str, document: Document) -> tuple[list[str] | None, list[str] | None]:
    """The texts of a field of which an answer may show the first: those of each part."""
    (texts,) = _list_texts(field, [document])
    if texts is None:
        return None, None
    count = 1 if field == "say" or document["kind"] == "branch" else 0
    return texts[:count], texts[count:]


def _cut(column: _Column) -> Sequence[str]:
    return cut(lines for lines in column if lines is not None)


def _pack(pieces: Iterable[str], codes: Codes, column: _Column) -> list[str | int]:
    packed = iter(codes.pack(pieces))
    return [0 if lines is None else next(packed) for lines in column]


def _name(document: Document) -> str | int:
    """The id, if the address does not end with it."""
    return 0 if document["url"].endswith(f"/{document['id']}/") else document["id"]


def _number(values: list[Any]) -> list[list[Any]]:
    """The values, each once, and for each document the number of its own."""
    numbers = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return [[*numbers], [numbers[value] for value in values]]
