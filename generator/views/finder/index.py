"""What the finder in the page searches: one document a playbook or page, made from its fields."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook, Practice

PATH = "finder/index.js"
VERSION = 2
_GLOBAL = "guidebookFinderIndex"


@dataclass(frozen=True, slots=True)
class PageText:
    """A page that is no playbook, as words only."""

    url: str
    title: str
    texts: tuple[str, ...] = ()


def make_script(guidebook: Guidebook, pages: Iterable[PageText] = ()) -> str:
    """The index as a script, since a page opened from a disk may load scripts but no data."""
    text = json.dumps(make_index(guidebook, pages), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.{_GLOBAL}={text};\n"


def make_index(guidebook: Guidebook, pages: Iterable[PageText] = ()) -> dict[str, Any]:
    """The index as data: documents, and the shared word list."""
    words = guidebook.words.model_dump(mode="json")
    documents = [*list_documents(guidebook), *map(_describe_page, pages)]
    return {"version": VERSION, "documents": documents, "words": words}


def read_script(script: str) -> dict[str, Any]:
    """The index that `make_script` wrote."""
    found: dict[str, Any] = json.loads(script.partition("=")[2].rstrip().removesuffix(";"))
    return found


def list_documents(guidebook: Guidebook) -> list[dict[str, Any]]:
    """Every playbook as the finder sees it. Addresses are relative to the top of the site."""
    plain = Inline(guidebook).plain
    return [_describe(guidebook, playbook, plain) for playbook in guidebook.playbooks]


def _describe(
    guidebook: Guidebook, playbook: Playbook, plain: Callable[[str], str]
) -> dict[str, Any]:
    texts = {
        "purpose": [playbook.purpose],
        "signals": playbook.signals or (),
        "say": [one.say for one in playbook.say],
        "avoid": [one.say or one.do for one in playbook.avoid],
        "steps": [text for step in playbook.steps for text in (step.do, step.say)],
        "stop": [f"{playbook.stop.lead} {playbook.stop.text}"],
        "checklist": [item.text for item in playbook.checklist.items],
        "practice": _list_practice(playbook.practice),
        "why": _list_reasons(playbook),
    }
    return {
        "id": playbook.id,
        "title": plain(playbook.title),
        "url": playbook.url,
        "chapter": guidebook.chapters[playbook.chapter].title,
        "kind": playbook.kind.value,
        **{field: [plain(one) for one in own if one] for field, own in texts.items()},
        "search": list(playbook.search),
    }


def _list_practice(practice: Practice | None) -> Iterator[str]:
    """What customers say in it: they say the same to the one who searches."""
    if practice and practice.quiz:
        yield practice.quiz.prompt
    if practice and practice.roleplay:
        yield practice.roleplay.setting
        yield from (one.customer for one in practice.roleplay.rounds)


def _list_reasons(playbook: Playbook) -> Iterator[str | None]:
    yield from (step.why for step in playbook.steps)
    yield from (one.why for one in playbook.say)
    for one in playbook.avoid:
        yield one.why
        yield one.instead


def _describe_page(page: PageText) -> dict[str, Any]:
    return {
        "id": page.url.strip("/") or "home",
        "title": page.title,
        "url": page.url,
        "chapter": "",
        "kind": "page",
        "text": list(page.texts),
    }
