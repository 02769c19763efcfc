"""The index as a page loads it: in two parts, and each by columns.

A column holds one field of all documents, 0 where a document has none. Titles and texts are packed;
where many have the same value, there are numbers instead, beside a list of the values.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from generator.model.kept_work import KeptWork
from generator.views.finder.document import Document, Index, LearnedWords, Words
from generator.views.finder.learned_words import LEAST
from generator.views.finder.packing import Codes, count_pieces, cut, measure_width, pack_numbers
from generator.views.finder.text_blocks import Column, TextBlocks, find_ends

_SHARED = ("kind", "chapter")
_PLAIN = ("url", "readers", "answer")
TEXTS = ("typed", "purpose", "signals", "avoid", "stop", "checklist", "practice", "why", "text")
_URGENT = ("emergency", "branch")
_PRINCIPLE = "principle"
# An answer shows the first words to say, and of a branch what to do first.
_SHOWN = ("say", "steps")


def pack_index(index: Index, kept: KeptWork | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a page needs to answer soon, and the rest. What is `kept` of texts is taken."""
    documents, words = index["documents"], index["words"]
    shown = {field: [_part(field, one) for one in documents] for field in _SHOWN}
    first: dict[str, Column] = {
        "title": [[one["title"]] for one in documents],
        "search": [None if _can_wait(one) else one.get("search") for one in documents],
        **{field: [one for one, _ in column] for field, column in shown.items()},
    }
    rest: dict[str, Column] = {
        "search": [one.get("search") if _can_wait(one) else None for one in documents],
        **{field: [one for _, one in column] for field, column in shown.items()},
        **{field: list_texts(field, documents) for field in TEXTS},
    }
    ends = find_ends(documents)
    texts = TextBlocks(first, ends, kept)
    codes = Codes.of(texts.count() + count_words(words))
    foreign = split_foreign(index)
    return (
        {
            "version": index["version"],
            "codes": {"words": codes.words, "short": codes.short},
            "documents": describe_documents(documents),
            "texts": texts.pack(codes),
            "words": {**pack_words(words, codes), "foreign": foreign[0]},
        },
        {
            **pack_more(TextBlocks(rest, ends, kept), codes),
            "words": {"foreign": foreign[1], "learned": pack_learned(words["learned"])},
        },
    )


def pack_more(texts: TextBlocks, known: Codes) -> dict[str, Any]:
    """Texts that come later, with the codes that they need besides those of the first part."""
    codes = Codes.of(texts.count(), known=known.words)
    before = set(known.words)
    own = [one for place, one in enumerate(codes.words) if place < codes.short or one not in before]
    return {
        "codes": {"words": own, "short": codes.short},
        "texts": texts.pack(codes),
    }


def describe_documents(documents: Sequence[Document]) -> dict[str, Any]:
    """All of documents that is no text to search, by columns."""
    return {
        "id": [_name(one) for one in documents],
        **{field: [one.get(field, 0) for one in documents] for field in _PLAIN},
        **{field: _number([one.get(field) for one in documents]) for field in _SHARED},
    }


def split_foreign(index: Index) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What people type in other languages: for emergencies, and else."""
    urgent = {one["id"] for one in index["documents"] if one["kind"] in _URGENT}
    foreign = index["words"]["foreign"]
    return (
        {name: one for name, one in foreign.items() if name in urgent},
        {name: one for name, one in foreign.items() if name not in urgent},
    )


def count_words(words: Words) -> Counter[str]:
    """How often each piece is there in the words that are the same, and in those of danger."""
    return count_pieces(*_cut_words(words))


def pack_words(words: Words, codes: Codes) -> dict[str, Any]:
    """The same, packed."""
    same, danger = map(codes.pack, _cut_words(words))
    return {"same": same, "danger": dict(zip(words["danger"], danger, strict=True))}


def _cut_words(words: Words) -> tuple[Sequence[str], Sequence[str]]:
    return cut(words["same"]), cut(words["danger"].values())


def pack_column(column: Column, codes: Codes) -> list[str | int]:
    """The texts of each document, packed; 0 where it has none."""
    return TextBlocks({"": column}, [len(column)], None).pack(codes)[""]


def _can_wait(document: Document) -> bool:
    """Who writes the rules, or reads what service is for, is in no hurry."""
    return "readers" in document or document["kind"] == _PRINCIPLE


def pack_learned(learned: LearnedWords) -> dict[str, Any]:
    """What a word says as one text: how urgent it is, the pages, and what it says of each."""
    width = measure_width(len(learned["pages"]))
    says = (
        pack_numbers([own[0] - LEAST, *own[2::2]]) + pack_numbers(own[1::2], width=width)
        for own in learned["says"]
    )
    return {**learned, "says": " ".join(says), "least": LEAST, "width": width}


def list_texts(field: str, documents: Iterable[Document]) -> Column:
    """One field of all documents."""
    return [one.get(field) for one in documents]  # type: ignore[misc]  # each of them a list


def _part(field: str, document: Document) -> tuple[list[str] | None, list[str] | None]:
    """The texts of a field of which an answer may show the first: those of each part."""
    (texts,) = list_texts(field, [document])
    if texts is None:
        return None, None
    count = 1 if field == "say" or document["kind"] == "branch" else 0
    return texts[:count], texts[count:]


def _name(document: Document) -> str | int:
    """The id, if the address does not end with it."""
    return 0 if document["url"].endswith(f"/{document['id']}/") else document["id"]


def _number(values: list[Any]) -> list[list[Any]]:
    """The values, each once, and for each document the number of its own."""
    numbers = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return [[*numbers], [numbers[value] for value in values]]
