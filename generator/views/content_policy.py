"""What pages may load and run, in the one place where it is written.

It is in every page, for hosts that send no headers of a site's own, and in the settings of servers.
"""

import base64
import hashlib
from collections.abc import Mapping

PATH = "_headers"
"""The file of a site in which some hosts look for headers."""

_PAGE: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",  # of the worker too
    "style-src": "'self'",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "img-src": "'self' data:",  # pictograms in style sheets are data
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "guidebook",  # as loader.js calls its policy
}
_OPEN_PAGE: Mapping[str, str] = {
    **{name: value for name, value in _PAGE.items() if "trusted-types" not in name},
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
}
_PREVIEWED_PAGE: Mapping[str, str] = {
    **_PAGE,
    "trusted-types": "guidebook guidebook-preview",  # as preview-html.js calls its policy
}
_ON_DISK = "'self' file:"
# From a disk nothing can be fetched or installed anyway.
_ONLY_SERVED = ("connect-src", "manifest-src")
# Browsers take this from a server alone.
_NOT_FRAMED = "frame-ancestors 'none'"

GUARD: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(self),"
    " payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What a server sends with every file, besides the policy."""


def write(*, opened: bool = False, in_preview: bool = False, on_disk: bool = False) -> str:
    """The policy as a page says it of itself.

    `opened` is for a house that lets hand-written pages hold scripts and styles; in a preview, the
    scripts that edit a page take pieces of it from the program. A page `on_disk` also loads what
    other files there hold, since browsers do not agree what “self” is without a server.
    """
    found = _OPEN_PAGE if opened else _PREVIEWED_PAGE if in_preview else _PAGE
    if on_disk:
        found = {name: value for name, value in found.items() if name not in _ONLY_SERVED}
        found = {name: value.replace("'self'", _ON_DISK) for name, value in found.items()}
    return ";".join(f"{name} {value}" for name, value in found.items())


def write_front(*, script: str, style: str) -> str:
    """The policy of a page on a disk that holds one script and one style of its own."""
    return (
        f"default-src 'none';script-src {_name_text(script)};style-src {_name_text(style)}"
        f";img-src {_ON_DISK};base-uri 'none';form-action 'none'"
    )


def _name_text(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def write_header(*, in_preview: bool = False) -> str:
    """The policy as a server sends it with everything but papers.

    Browsers show papers with a program of their own, which it would stop.
    """
    return f"{write(in_preview=in_preview)};{_NOT_FRAMED}"


def make_headers() -> str:
    """The file of headers in a site. What a page may do is in the page: this is for the rest."""
    headers = {**GUARD, "Content-Security-Policy": _NOT_FRAMED, "Cache-Control": "no-cache"}
    return "\n".join(["/*", *(f"  {name}: {value}" for name, value in headers.items()), ""])
