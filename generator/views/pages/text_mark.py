"""Where the words of a page are written: said in the page only while somebody edits."""

import json

from markupsafe import Markup, escape

from generator.model.located_text import find_at


def mark(html: Markup, text: str) -> Markup:
    """Name the place of a text around its HTML, if the text knows where it is written."""
    at = find_at(text)
    if at is None:
        return html
    written = json.dumps([at.name, *at.loc], ensure_ascii=False)
    return Markup('<span data-at="{}">{}</span>').format(written, html)


def write_literally(text: str) -> Markup:
    """An author's text as HTML, as it is typed."""
    return mark(escape(text), text)
