"""Phrases for help desks: what Chatwoot, Zendesk and Zammad take in."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from generator.views.exports import phrase_list
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords, shorten
from generator.views.exports.phrase_list import CUSTOMER, YOU, Spoken

_SHOWN = 60  # letters of a phrase in a list of titles
_HOLDS = "a phrase that fits there"
_CHATWOOT = {YOU: "{{agent.name}}", CUSTOMER: "{{contact.name}}"}
_ZENDESK = {YOU: "{{current_user.name}}", CUSTOMER: "{{ticket.requester.name}}"}
_ZAMMAD = {YOU: "#{user.fullname}", CUSTOMER: "#{ticket.customer.fullname}"}
_COLUMNS = ("id", "name", "keywords", "content", "note", "active", "groups")


def make_chatwoot(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """Canned responses, each as the body of one request. Its short code is its name."""
    return _list_bodies(
        "chatwoot.json",
        chosen,
        words,
        lambda one: {
            "canned_response": {
                "short_code": one.key,
                "content": one.fill(_CHATWOOT, _write_plain),
            }
        },
    )


def make_zendesk(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """Macros, each as the body of one request. The first line of its description is its name."""
    top = chosen.guidebook.about.title.replace("::", ":")
    return _list_bodies(
        "zendesk.json",
        chosen,
        words,
        lambda one: {
            "macro": {
                "title": "::".join([top, one.title.replace("::", ":"), shorten(one.text, _SHOWN)]),
                "description": f"{one.key}\n{one.why}".strip(),
                "active": True,
                "actions": [{"field": "comment_value", "value": one.fill(_ZENDESK, _write_plain)}],
            }
        },
    )


def make_zammad(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """Text modules as a table. Zammad knows one again by its name, and numbers them itself."""
    rows = [
        {
            "name": one.key,
            "keywords": " ".join([one.title, *one.feelings]),
            "content": one.fill(_ZAMMAD, _write_html),
            "note": one.why,
            "active": "true",
        }
        for one in phrase_list.list_phrases(chosen, words)
    ]
    written = io.StringIO()
    writer = csv.DictWriter(written, _COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return {"zammad.csv": written.getvalue().encode()} if rows else {}


def _list_bodies(
    name: str, chosen: Chosen, words: ExportWords, describe: Callable[[Spoken], dict[str, Any]]
) -> Mapping[str, bytes]:
    bodies = [describe(one) for one in phrase_list.list_phrases(chosen, words)]
    text = json.dumps(bodies, ensure_ascii=False, indent=2) + "\n"
    return {name: text.encode()} if bodies else {}


def _write_plain(text: str) -> str:
    """Words in which nothing is taken for a name to fill in."""
    return text.replace("{{", "{ {").replace("{%", "{ %")


def _write_html(text: str) -> str:
    return escape(text.replace("#{", "# {"), quote=False)


FORMATS = (
    ExportFormat(
        name="chatwoot",
        summary="phrases as canned responses: the bodies of requests to its API, as JSON",
        holds=_HOLDS,
        make=make_chatwoot,
        by_channel=True,
        file="chatwoot.json",
        sign=b'"canned_response"',
    ),
    ExportFormat(
        name="zendesk",
        summary="phrases as macros: the bodies of requests to its API, as JSON",
        holds=_HOLDS,
        make=make_zendesk,
        by_channel=True,
        file="zendesk.json",
        sign=b'"macro"',
    ),
    ExportFormat(
        name="zammad",
        summary="phrases as text modules: a table to import",
        holds=_HOLDS,
        make=make_zammad,
        by_channel=True,
        file="zammad.csv",
        sign=",".join(_COLUMNS).encode(),
    ),
)
