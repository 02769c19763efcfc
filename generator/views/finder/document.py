"""The finder's index as data."""

from typing import Required, TypedDict


class Document(TypedDict, total=False):
    """What the finder searches as one: a playbook, a branch of an emergency, or a page.

    `id`, `title`, `url`, `chapter` and `kind` are always there. `readers` is only where a page is
    not for all who serve customers, `answer` only where a place on a page says it all. The rest are
    texts by where they are on the page; `search` holds what people may type and `typed` what some
    did, both of which are searched but never shown.
    """

    id: Required[str]
    title: Required[str]
    url: Required[str]
    chapter: Required[str]
    kind: Required[str]
    readers: str
    answer: str
    purpose: list[str]
    signals: list[str]
    say: list[str]
    avoid: list[str]
    steps: list[str]
    stop: list[str]
    checklist: list[str]
    practice: list[str]
    why: list[str]
    search: list[str]
    typed: list[str]
    text: list[str]


class LearnedWords(TypedDict):
    """What the search has learned, by words.

    `says` has numbers for each of `words`, in tenths: how urgent it is, then by turns the number of
    one of `pages` and how much it says of that one.
    """

    pages: list[str]
    words: str
    says: list[list[int]]


class Words(TypedDict):
    """Groups of words that mean the same, and words by the document that they lead to.

    Words of `danger` put it first. `foreign` is what people type in other languages; for an
    emergency it is danger too. `learned` is what examples say.
    """

    same: list[list[str]]
    danger: dict[str, list[str]]
    foreign: dict[str, list[str]]
    learned: LearnedWords


class Index(TypedDict):
    """All that the finder in a page needs."""

    version: int
    documents: list[Document]
    words: Words
