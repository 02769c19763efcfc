"""Phrases for Espanso, which writes them wherever one types: a package to put into its folder."""

from collections.abc import Mapping
from typing import Any

import yaml

from generator.model import paths
from generator.views.exports import phrase_list
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords
from generator.views.exports.phrase_list import Spoken

_READ_ME = """\
# {title}

Phrases of the guidebook. Put this folder into `match/packages` of Espanso's folder
(`espanso path` says where that is), and start Espanso anew.

Press Espanso's search shortcut and type a word of the situation, or type a whole trigger. Where
something is to be filled in, Espanso asks for it.
"""


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """A package. A trigger ends with a sign that is in no other place of one, so none is begun."""
    matches = [_describe(one) for one in phrase_list.list_phrases(chosen, words)]
    if not matches:
        return {}
    about = chosen.guidebook.about
    manifest = {
        "name": chosen.name,
        "title": chosen.title,
        "description": about.purpose or about.title,
        "version": "1.0.0",
        "author": about.title,
        "tags": ["customer-service"],
        "homepage": about.address or "",
    }
    return {
        f"{chosen.name}/_manifest.yml": _dump(manifest),
        f"{chosen.name}/package.yml": _dump({"matches": matches}),
        f"{chosen.name}/README.md": _READ_ME.format(title=chosen.title).encode(),
    }


def _describe(one: Spoken) -> dict[str, Any]:
    match: dict[str, Any] = {
        "trigger": f":{one.key};",
        "label": f"{one.title}: {one.text}",
        "search_terms": [one.title, *(each.value for each in (*one.feelings, *one.channels))],
    }
    if one.slots:
        names = _name_slots(one)
        form = "".join(
            f"[[{names[piece]}]]" if is_slot else _set_apart(_write(piece))
            for piece, is_slot in one.pieces
        )
        return match | {"form": form.strip()}
    return match | {"replace": _write(one.text)}


def _name_slots(one: Spoken) -> dict[str, str]:
    """A field for each slot; two of one phrase never share one by accident."""
    found: dict[str, str] = {}
    for slot in one.slots:
        name = paths.make_slug(slot).replace("-", "_") or "words"
        found[slot] = name if name not in found.values() else f"{name}_{len(found) + 1}"
    return found


def _set_apart(text: str) -> str:
    """Words beside a field: a bracket of their own is not to be taken for one of its."""
    return f"{' ' * text.startswith(']')}{text}{' ' * text.endswith('[')}"


def _write(text: str) -> str:
    """Words in which nothing is taken for a variable, a field or the place of the cursor."""
    for sign in ("{{", "[[", "$|$"):
        text = text.replace(sign, f"{sign[0]} {sign[1:]}")
    return text


def _dump(content: object) -> bytes:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1_000_000).encode()


FORMAT = ExportFormat(
    name="espanso",
    summary="phrases to write anywhere with a shortcut; a folder",
    holds="a phrase that fits there",
    make=make,
    by_channel=True,
)
