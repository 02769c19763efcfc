"""What a session is put together from in the browser, as a script that only its page loads."""

import json
from functools import partial
from typing import Any

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.kept_work import KeptWork
from generator.model.playbook import Playbook
from generator.model.session_plan import (
    AFTER,
    BEFORE,
    Length,
    Part,
    find_most,
    list_parts,
    share,
    split,
)
from generator.model.shown_values import digest_playbook, digest_shown
from generator.views.papers import PaperLinks
from generator.views.papers.session_words import WORDS
from generator.views.session_slides import list_slides

PATH = "trainers/sessions.js"


def make_script(guidebook: Guidebook, links: PaperLinks, kept: KeptWork | None = None) -> str:
    """Lengths, parts and playbooks. How minutes are divided is worked out here, for each case.

    What is `kept` of playbooks is taken.
    """
    kept, around, inline = kept or KeptWork(), digest_shown(guidebook), Inline(guidebook)
    playbooks = (
        kept.take(
            digest_playbook(one, "session", links.playbooks.get(one.id, ()), around),
            partial(_write_playbook, one, inline, links),
        )
        for one in guidebook.playbooks
    )
    data = {
        "lengths": {int(length): _describe_length(length) for length in Length},
        "parts": {part: {"name": words.name, "how": words.how} for part, words in WORDS.items()},
        "splits": _list_splits(guidebook),
    }
    fields = (
        *(_write(name, one) for name, one in data.items()),
        f'"playbooks": {{{", ".join(playbooks)}}}',
    )
    return f"globalThis.guidebookSessions={{{', '.join(fields)}}};\n"


def _write_playbook(playbook: Playbook, inline: Inline, links: PaperLinks) -> str:
    return _write(playbook.id, _describe(playbook, inline, links))


def _write(name: str, value: object) -> str:
    return f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"


def _describe_length(length: Length) -> dict[str, Any]:
    return {
        "before": [[one.part, one.minutes] for one in BEFORE[length]],
        "after": [[one.part, one.minutes] for one in AFTER[length]],
        "shares": [share(length, count) for count in range(1, find_most(length) + 1)],
    }


def _list_splits(guidebook: Guidebook) -> dict[str, dict[int, list[tuple[Part, int]]]]:
    """How the minutes that a playbook can have are divided, by its parts and by the minutes."""
    times = {
        minutes
        for length in Length
        for count in range(1, find_most(length) + 1)
        for minutes in share(length, count)
    }
    kinds = sorted({list_parts(playbook) for playbook in guidebook.playbooks})
    return {" ".join(parts): {one: split(parts, one) for one in sorted(times)} for parts in kinds}


def _describe(playbook: Playbook, inline: Inline, links: PaperLinks) -> dict[str, Any]:
    parts = list_parts(playbook)
    needed = {kind: part for part in parts for kind in WORDS[part].papers}
    papers = [
        {"part": needed[link.kind], "name": link.name, "size": link.size, "path": link.path}
        for link in links.playbooks.get(playbook.id, ())
        if link.kind in needed
    ]
    return {
        "title": inline.plain(playbook.title),
        "url": playbook.url,
        "parts": " ".join(parts),
        "slides": list_slides(playbook, inline),
        "papers": papers,
    }
