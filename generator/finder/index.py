"""What the finder in the page searches: one document a playbook, made from its fields."""

import json
from typing import Any

from generator.guidebook import Guidebook
from generator.inline import Inline
from generator.playbook import Playbook

PATH = "finder/index.js"
VERSION = 1
_GLOBAL = "guidebookFinderIndex"


def make_script(guidebook: Guidebook) -> str:
    """The index as a script, since a page opened from a disk may load scripts but no data."""
    index = {"version": VERSION, "documents": list_documents(guidebook)}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.{_GLOBAL}={text};\n"


def read_script(script: str) -> dict[str, Any]:
    """The index that `make_script` wrote."""
    found: dict[str, Any] = json.loads(script.partition("=")[2].rstrip().removesuffix(";"))
    return found


def list_documents(guidebook: Guidebook) -> list[dict[str, Any]]:
    """Every playbook as the finder sees it. Addresses are relative to the top of the site."""
    plain = Inline(guidebook).plain
    return [_describe(guidebook, playbook, plain) for playbook in guidebook.playbooks]


def _describe(guidebook: Guidebook, playbook: Playbook, plain: Any) -> dict[str, Any]:
    return {
        "id": playbook.id,
        "title": plain(playbook.title),
        "url": playbook.url,
        "chapter": guidebook.chapters[playbook.chapter].title,
        "kind": playbook.kind.value,
        "say": plain(playbook.say[0].say),
        "purpose": plain(playbook.purpose),
        "signals": [plain(text) for text in playbook.signals or ()],
        "steps": [plain(text) for step in playbook.steps for text in (step.do, step.say) if text],
        "avoid": [plain(text) for one in playbook.avoid if (text := one.say or one.do)],
        "checklist": [plain(item.text) for item in playbook.checklist.items],
        "search": list(playbook.search),
    }
