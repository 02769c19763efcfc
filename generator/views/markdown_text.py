"""Texts as Markdown for a comment on a pull request."""

import re

MOST = 60_000
"""Characters: a comment holds few more."""

_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


def escape(text: str) -> str:
    """Show a text in Markdown as it is, and name nobody by it."""
    return _MARKS.sub(r"\\\1", text).replace("@", "@\u200b")
