"""Quotation marks and apostrophes as print has them; in YAML they are typed straight."""

import re

_OPENS = re.compile(r"[\s(\[{“‘—–/-]")
_SHORTENED = re.compile(r"(?:em|til|cause|bout|twas|tis|n)\b|\d0s\b", re.IGNORECASE)


def curl(text: str, before: str = "") -> str:
    """Curl the straight quotation marks of a text that comes after another one.

    A mark opens at the start, after a space and after a bracket, and closes everywhere else. A
    single one in front of a shortened word, such as ’em, is an apostrophe.
    """
    if '"' not in text and "'" not in text:
        return text
    out: list[str] = []
    last = before[-1:]
    for place, sign in enumerate(text):
        opens = not last or bool(_OPENS.match(last))
        if sign == '"':
            last = "“" if opens else "”"
        elif sign == "'":
            is_quote = opens and not _SHORTENED.match(text, place + 1)
            last = "‘" if is_quote else "’"
        else:
            last = sign
        out.append(last)
    return "".join(out)
