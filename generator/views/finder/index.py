"""What the finder in the page searches: one document a playbook or page, made from its fields."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.emergency_playbook import Branch, Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.kept_work import KeptWork
from generator.model.playbook import Playbook, StandardPlaybook
from generator.model.shown_values import digest
from generator.views.finder.danger_words import list_danger, name_branch
from generator.views.finder.document import Document, Index, LearnedWords, Words
from generator.views.finder.index_parts import pack_index
from generator.views.finder.learned_words import NOTHING_LEARNED, learn
from generator.views.finder.word_parts import is_large, name_parts, pack_parts

FIRST_PATH = "finder/first.js"
REST_PATH = "finder/rest.js"
PATHS = (FIRST_PATH, REST_PATH)
VERSION = 5
"""Of how the index is written; `finder-packed.js` reads just this one."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page that is no playbook, or a place on one, as words only.

    `search` are what people type who look for it, `answer` what they want to know, if that is short
    enough to be shown at once, `place` where it is if it is only a part of a page, and `readers`
    those who it is for, if not everybody.
    """

    url: str
    title: str
    texts: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    answer: str = ""
    place: str = ""
    readers: str = ""


def list_paths(guidebook: Guidebook) -> list[str]:
    """The files of the index: two, or those of a large guidebook."""
    return [*PATHS, *map(_find_path, name_parts() if is_large(guidebook) else ())]


def _find_path(part: str) -> str:
    return f"finder/{part}.js"


def make_scripts(
    guidebook: Guidebook, pages: Iterable[PageText] = (), kept: KeptWork | None = None
) -> dict[str, str]:
    """The index as scripts by their paths: what is needed to answer soon, and the rest, or parts.

    Scripts, since a page opened from a disk may load them but no data. What is `kept` is taken.
    """
    index = make_index(guidebook, pages)
    if is_large(guidebook):
        parts = pack_parts(index, kept)
    else:
        parts = dict(zip(("first", "rest"), pack_index(index, kept), strict=True))
    of = _name_set(parts["first"])
    return {
        _find_path(name): _write_script(name, {"set": of, "part": one})
        for name, one in parts.items()
    }


def _name_set(first: Mapping[str, Any]) -> str:
    """A digest of what all parts refer to: the codes of words, and the places of documents.

    While a host has half of a new site, a page must not read a part with the codes of another.
    """
    shared = [first["codes"], first["documents"]["id"], first["documents"]["url"]]
    return digest("set", shared)[:8]


def _write_script(name: str, value: object) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.guidebookFinderPart??={{}})[{json.dumps(name)}]={data};\n"


def make_index(guidebook: Guidebook, pages: Iterable[PageText] = ()) -> Index:
    """The index as data: documents, and the shared word list."""
    return _make(guidebook, learn(guidebook), pages)


def make_written_index(guidebook: Guidebook) -> Index:
    """The index without what people typed: it takes a third of the time."""
    return leave_out_typed(_make(guidebook, NOTHING_LEARNED))


def leave_out_typed(index: Index) -> Index:
    """An index for comparing search words with texts: nobody writes as people type.

    So nothing that was typed, in whatever language, is taken for a text or changes how much a word
    weighs. The documents stay as many as they are, since their number counts.
    """
    documents: list[Document] = [{**one, "typed": []} for one in index["documents"]]
    words: Words = {**index["words"], "foreign": {}, "learned": NOTHING_LEARNED}
    return {**index, "documents": documents, "words": words}


def _make(guidebook: Guidebook, learned: LearnedWords, pages: Iterable[PageText] = ()) -> Index:
    words = Words(
        same=[list(one) for one in guidebook.words.same],
        danger=list_danger(guidebook),
        foreign=_list_foreign(guidebook),
        learned=learned,
    )
    documents = [*list_documents(guidebook), *map(_describe_page, pages)]
    if unanswered := _list_lines(guidebook.calm):
        documents.append(_describe_unanswered(unanswered))
    return Index(version=VERSION, documents=documents, words=words)


def list_documents(guidebook: Guidebook) -> list[Document]:
    """Every playbook as the finder sees it, and every branch of an emergency on its own.

    Addresses are relative to the top of the site. A branch is found by its own words, so that a
    search for a sign leads to what to do about it and not only to the page.
    """
    plain = Inline(guidebook).plain
    documents: list[Document] = []
    for playbook in guidebook.playbooks:
        document = _describe(guidebook, playbook, plain)
        documents.append(document)
        if isinstance(playbook, Emergency):
            documents += [_describe_branch(document, one, plain) for one in playbook.branches]
    return documents


def _list_foreign(guidebook: Guidebook) -> dict[str, list[str]]:
    """What people type in other languages, by the id of the document that it means."""
    found: dict[str, list[str]] = {}
    for language in guidebook.languages.values():
        for name, texts in language.words.items():
            found.setdefault(name, []).extend(texts)
    return found


def _describe(guidebook: Guidebook, playbook: Playbook, plain: Callable[[str], str]) -> Document:
    texts = _list_standard(playbook) if isinstance(playbook, StandardPlaybook) else {}
    if isinstance(playbook, Emergency):
        rest = (playbook.on_the_phone or (), playbook.after or ())
        texts = {"steps": [playbook.first, *(line for lines in rest for line in lines)]}
    document = Document(
        id=playbook.id,
        title=plain(playbook.title),
        url=playbook.url,
        chapter=guidebook.chapters[playbook.chapter].title,
        kind=playbook.kind.value,
    )
    if playbook.readers:
        document["readers"] = " and ".join(playbook.readers)
    fields = {
        "purpose": [playbook.purpose],
        **texts,
        "checklist": [item.text for item in playbook.checklist.items],
        "practice": _list_practice(playbook),
    }
    for field, own in fields.items():
        document[field] = [plain(one) for one in own if one]  # type: ignore[literal-required]  # fields of Document
    document["search"] = list(playbook.search)
    if typed := _list_lines(guidebook.situations.get(playbook.id, "")):
        document["typed"] = typed
    return document


def _list_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _list_standard(playbook: StandardPlaybook) -> dict[str, Iterable[str | None]]:
    return {
        "signals": playbook.signals or (),
        "say": [one.say for one in playbook.say],
        "avoid": [one.say or one.do for one in playbook.avoid],
        "steps": [text for step in playbook.steps for text in (step.do, step.say)],
        "stop": [f"{playbook.stop.lead} {playbook.stop.text}"],
        "why": _list_reasons(playbook),
    }


def _describe_branch(page: Document, branch: Branch, plain: Callable[[str], str]) -> Document:
    see = plain(branch.see)
    return Document(
        id=name_branch(page["id"], branch.id),
        title=f"{page['title']}: {see}",
        url=f"{page['url']}#{branch.mark}",
        chapter=page["chapter"],
        kind="branch",
        signals=[see],
        say=[plain(branch.say)] if branch.say else [],
        steps=[plain(one) for one in (*branch.now, *(branch.then or ()))],
        stop=[plain(one) for one in branch.never or ()],
        search=list(branch.search),
    )


def _list_practice(playbook: Playbook) -> Iterator[str]:
    """What customers say in it: they say the same to the one who searches."""
    yield from (one.prompt for one in playbook.quizzes)
    if playbook.roleplay:
        yield playbook.roleplay.setting
        yield from (one.customer for one in playbook.roleplay.rounds)


def _list_reasons(playbook: StandardPlaybook) -> Iterator[str | None]:
    yield from (step.why for step in playbook.steps)
    yield from (one.why for one in playbook.say)
    for one in playbook.avoid:
        yield one.why
        yield one.instead


def _describe_page(page: PageText) -> Document:
    document = Document(
        id=page.url.strip("/").replace("/#", "-") or "home",
        title=page.title,
        url=page.url,
        chapter=page.place,
        kind="page",
        text=list(page.texts),
    )
    if page.readers:
        document["readers"] = page.readers
    if page.answer:
        document["answer"] = page.answer
    if page.search:
        document["search"] = list(page.search)
    return document


def _describe_unanswered(typed: list[str]) -> Document:
    """What no page answers, as a document that is never shown: what is most like it, none does."""
    return Document(id="-", title="", url="", chapter="", kind="unanswered", typed=typed)
