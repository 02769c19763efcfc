"""Who may ask the local program: only the browser that opened it from here."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from http.cookies import CookieError, SimpleCookie
from typing import Protocol

HOST = "127.0.0.1"
TOKEN_HEADER = "X-Guidebook"  # noqa: S105  # the header's name
_OWN_SITE = ("same-origin", "none")
_READING = ("GET", "HEAD")


class Headers(Protocol):
    """The headers of a request, each perhaps several times."""

    def get_all(self, name: str) -> Sequence[str] | None:
        """Every value of one header."""


class Refusal(StrEnum):
    """Why a request is not answered."""

    HOST = "It was sent to another name than this program has."
    ORIGIN = "It comes from another site."
    COOKIE = "This browser was not opened by the program."
    TOKEN = "It does not come from a page of this program."  # noqa: S105  # a sentence
    TYPE = "It is not JSON."


@dataclass
class Guard:
    """Tokens that are new at every start. Any site may send requests here; none knows these.

    `port` is in the cookie's name, since cookies do not tell ports apart. `key` opens the program
    once. `write_token` is for pages, which send it with whatever they change.
    """

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    write_token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def origin(self) -> str:
        """The only address of the program."""
        return f"http://{HOST}:{self.port}"

    @property
    def cookie(self) -> str:
        """The cookie that a browser gets for the key. No script sees it, no other site sends it."""
        return f"{self._name}={self.session}; HttpOnly; SameSite=Strict; Path=/"

    @property
    def _name(self) -> str:
        return f"guidebook-{self.port}"

    def take_key(self, key: str) -> bool:
        """Whether this is the key; from then on it is another."""
        if not secrets.compare_digest(key.encode(), self.key.encode()):
            return False
        self.key = secrets.token_urlsafe(24)
        return True

    def check_origin(self, headers: Headers) -> Refusal | None:
        """Look where a request comes from and goes to: reading too, since a name can be rebound."""
        if headers.get_all("Host") != [f"{HOST}:{self.port}"]:
            return Refusal.HOST
        if any(one != self.origin for one in headers.get_all("Origin") or ()):
            return Refusal.ORIGIN
        if any(one not in _OWN_SITE for one in headers.get_all("Sec-Fetch-Site") or ()):
            return Refusal.ORIGIN
        return None

    def check(self, method: str, headers: Headers) -> Refusal | None:
        """Look at a request as a whole; one that changes something has to show more."""
        if refusal := self.check_origin(headers):
            return refusal
        if not self._has_cookie(headers):
            return Refusal.COOKIE
        if method in _READING:
            return None
        tokens = headers.get_all(TOKEN_HEADER) or []
        if len(tokens) != 1 or not _is_same(tokens[0], self.write_token):
            return Refusal.TOKEN
        return None if headers.get_all("Content-Type") == ["application/json"] else Refusal.TYPE

    def _has_cookie(self, headers: Headers) -> bool:
        for written in headers.get_all("Cookie") or ():
            try:
                cookie = SimpleCookie(written).get(self._name)
            except CookieError:
                continue
            if cookie and _is_same(cookie.value, self.session):
                return True
        return False


def _is_same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())
