"""Which addresses may be used: plain ones, read as a browser reads them.

A browser forgives much, so what it would forgive is refused here: an address in a settings file
is on every page, on papers and in what programs read.
"""

import re
from urllib.parse import unquote

from pydantic import ValidationError
from pydantic_core import SchemaValidator, core_schema

_READER = SchemaValidator(core_schema.url_schema(allowed_schemes=["http", "https"]))
_KIND = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_START = re.compile(r"https?://[^/?#\\]", re.IGNORECASE)
_MARKS = "\"'`<>\\^{|}“”‘’«»"
# Of an address to write to, and of a number, the parts that programs read in one way only.
_MAIL = re.compile(r"[^\s@,;:?/]+@[^\s@,;:?/]+")
_NUMBER = re.compile(r"[+\d*#(][\d ()./*#,;-]*")


def find_fault(address: str) -> str | None:
    """Say why an address is no plain one of the web, such as “has a user name in it”; None if so.

    It ends a sentence about the address.
    """
    odd = next((one for one in address if one in _MARKS or one == " "), None)
    if not address.isprintable():
        return "has a character in it that nobody can see"
    if odd:
        return "has a blank in it" if odd == " " else f"has the character  {odd}  in it"
    if not _START.match(address):
        return "does not start with https:// and the name of a host"
    try:
        read = _READER.validate_python(address)
    except ValidationError:
        return "names a host or a port that cannot be"
    if read.username or read.password or "@" in re.split(r"[/?#]", address[8:])[0]:
        return "has a user name in it"
    return None


def find_place_fault(address: str) -> str | None:
    """The same for the address of a whole site, below which pages are."""
    if fault := find_fault(address):
        return fault
    return "has a ? or # in it" if "?" in address or "#" in address else None


def find_link_fault(address: str) -> str | None:
    """The same for what a link in a text leads to: a page, an address to write to, or a number."""
    kind = _KIND.match(address)
    rest = unquote(address[kind.end() :].partition("?")[0]) if kind else ""
    match kind[1].lower() if kind else "":
        case "mailto":
            return None if _MAIL.fullmatch(rest) else "is no address to write to"
        case "tel":
            return None if _NUMBER.fullmatch(rest) else "is no number to call"
        case "http" | "https":
            return find_fault(address)
        case _:
            return "starts with none of https:// , mailto: and tel:"
