"""Quotation marks and apostrophes as print has them; in YAML they are typed straight."""

import re

_OPENS = re.compile(r"[\s(\[{“‘—–/-]")
_STRAIGHT = re.compile("[\"']+")
_SHORTENED = re.compile(r"(?:em|til|cause|bout|twas|tis|n)\b|\d0s\b", re.IGNORECASE)


def curl(text: str, before: str = "") -> str:
    """Curl the straight quotation marks of a text that comes after another one.

    A mark opens at the start, after a space and after a bracket, and closes everywhere else. A
    single one in front of a shortened word, such as ’em, is an apostrophe.
    """
    if '"' not in text and "'" not in text:
        return text

    def curl_marks(found: re.Match[str]) -> str:
        start = found.start()
        last = text[start - 1] if start else before[-1:]
        out = ""
        for place, sign in enumerate(found[0], start + 1):
            opens = not last or bool(_OPENS.match(last))
            if sign == '"':
                last = "“" if opens else "”"
            else:
                is_quote = opens and not _SHORTENED.match(text, place)
                last = "‘" if is_quote else "’"
            out += last
        return out

    return _STRAIGHT.sub(curl_marks, text)
