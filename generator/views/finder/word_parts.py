"""The index of a large guidebook: what a page loads for a query is the lines that hold its words.

The first part has all titles, all words and what each weighs; a part of the lines is loaded when
somebody types one of its words, and what answers say beside their titles when they are shown. So
what a phone loads for a query hardly grows with the guidebook. Searched are titles, search words,
what others typed and signals: these alone find 99 of 100 of what the whole index of the shipped
guidebook finds. All other texts are one more file, for wide screens and for who asks for it.

`finder-parts.js` reads it, and `finder-fetch.js` loads it.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from generator.model.guidebook import Guidebook
from generator.model.kept_work import KeptWork
from generator.model.shown_values import digest
from generator.views.finder.document import Document, Index
from generator.views.finder.engine import Engine
from generator.views.finder.index_parts import (
    TEXTS,
    count_words,
    describe_documents,
    list_texts,
    pack_column,
    pack_learned,
    pack_more,
    pack_words,
    split_foreign,
)
from generator.views.finder.packing import Codes, pack_numbers
from generator.views.finder.text_blocks import Column, TextBlocks, find_ends

MANY = 300
"""Playbooks from which on the index is in parts."""

_WORDS = 256
_SHOWN = 64
"""Parts of lines, and of what answers say: their names are known before their content is."""

_LINES = ("search", "typed", "signals")
_SAYS = "says"
_BRANCH = "branch"
_NAMES = ("id", "title", "url", "chapter", "kind", "readers", "answer")
_SCALE = {"weight": 7920, "urgency": 400, "least": 9, "lines": 600}
_TEXTS = ("search", "say", "steps", *TEXTS)


def is_large(guidebook: Guidebook) -> bool:
    """Whether a guidebook's index is in parts."""
    return len(guidebook.playbooks) >= MANY


def name_parts() -> list[str]:
    """The names of all files besides those that a page loads anyway."""
    return [
        "all",
        *(f"words-{number}" for number in range(_WORDS)),
        *(f"shown-{number}" for number in range(_SHOWN)),
    ]


def take_searched(index: Index) -> Index:
    """What of a large guidebook is searched, unless somebody asks for all."""
    return {**index, "documents": [_take_searched(one) for one in index["documents"]]}


def _take_searched(document: Document) -> Document:
    kept = {name: one for name, one in document.items() if name in (*_NAMES, *_LINES)}
    if document["kind"] == _BRANCH:
        kept["steps"] = document["steps"][:1]
    return kept  # type: ignore[return-value]  # fields of it


def pack_parts(index: Index, kept: KeptWork | None = None) -> dict[str, Any]:
    """What a page loads first, by `first`; what it loads soon, by `rest`; and all parts by name.

    What is `kept` of texts is taken.
    """
    kept = kept or KeptWork()
    documents, words = index["documents"], index["words"]
    searched = take_searched(index)
    found = _list_parts(searched, kept)
    ends = find_ends(documents)
    first: dict[str, Column] = {
        "title": [[one["title"]] for one in documents],
        "steps": list_texts("steps", searched["documents"]),
    }
    says: Column = [(one.get("say") or [])[:1] or None for one in documents]
    lines = {field: list_texts(field, searched["documents"]) for field in _LINES}
    texts = TextBlocks({**first, **lines, _SAYS: says}, ends, kept)
    codes = Codes.of(texts.count() + count_words(words))
    packed = texts.pack(codes)
    packed_lines = [_pack_lines(own, codes, kept) for own in found["parts"]]
    parts: dict[str, Any] = {f"words-{number}": one.part for number, one in enumerate(packed_lines)}
    together = max(1, -(-len(documents) // _SHOWN))
    for number in range(_SHOWN):
        parts[f"shown-{number}"] = packed[_SAYS][number * together :][:together]
    more = {field: list_texts(field, documents) for field in _TEXTS}
    more["steps"] = [_leave_out_first(one) for one in documents]
    parts["all"] = pack_more(TextBlocks(more, ends, kept), codes)
    all_size = int(kept.take(digest("size", parts["all"]), lambda: str(_weigh(parts["all"]))))
    urgent, foreign = split_foreign(index)
    parts["first"] = {
        "version": index["version"],
        "codes": {"words": codes.words, "short": codes.short},
        "documents": describe_documents(documents),
        "texts": {field: packed[field] for field in first},
        "words": {**pack_words(words, codes), "foreign": urgent},
        "parts": {
            "vocabulary": _pack_vocabulary(found),
            "starts": found["starts"],
            "sizes": [one.size for one in packed_lines],
            "together": together,
            "all": f"{all_size / 1e6:.1f}",
        },
    }
    parts["rest"] = {
        "codes": {"words": [], "short": 0},
        "texts": {},
        "words": {"foreign": foreign, "learned": pack_learned(words["learned"])},
    }
    return parts


def _leave_out_first(document: Document) -> list[str] | None:
    """The steps of a document but for that of a branch that comes first."""
    steps = document.get("steps")
    return steps[1:] if steps is not None and document["kind"] == _BRANCH else steps


def _list_parts(searched: Index, kept: KeptWork) -> dict[str, Any]:
    """All words and what each weighs, and the lines with each: what searched texts say alone."""

    def work() -> str:
        with Engine(searched) as engine:
            return json.dumps(engine.list_parts(_LINES, _WORDS))

    found: dict[str, Any] = json.loads(kept.take(digest("words of an index", searched), work))
    return found


class _Lines(NamedTuple):
    """Lines packed, and about how many bytes of it are sent."""

    part: dict[str, Any]
    size: int


def _pack_lines(text: str, codes: Codes, kept: KeptWork) -> _Lines:
    """Lines by their field: how far each document is behind the one before, and its texts."""

    def work() -> str:
        fields: dict[str, dict[int, list[str]]] = {}
        for document, field, line in json.loads(text):
            fields.setdefault(field, {}).setdefault(document, []).append(line)
        made = {
            field: {
                "at": [own - before for before, own in pairwise((0, *texts))],
                "texts": pack_column(list(texts.values()), codes),
            }
            for field, texts in fields.items()
        }
        return json.dumps((made, _weigh(made)))

    return _Lines(*json.loads(kept.take(digest("lines", codes.name, text), work)))


def _pack_vocabulary(found: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "words": " ".join(found["words"]),
        "flags": pack_numbers(found["marks"]),
        "weights": _pack_fractions(found["weights"], _SCALE["weight"], 0),
        "urgency": _pack_fractions(found["urgency"], _SCALE["urgency"], _SCALE["least"]),
        "lines": _pack_fractions(found["lines"], _SCALE["lines"], 0),
        "scale": _SCALE,
    }


def _pack_fractions(values: Iterable[float], scale: int, least: int) -> str:
    """Numbers from `-least` on, to the nearest of what two signs can say."""
    most = _SCALE["weight"]
    numbers = (max(0, min(most, round((one + least) * scale))) for one in values)
    return pack_numbers(numbers, width=2)


def _weigh(part: object) -> int:
    """About how many bytes of it are sent."""
    return len(gzip.compress(json.dumps(part, ensure_ascii=False).encode(), 6))
