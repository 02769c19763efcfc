"""A small server for one person at this computer: it shows the site while it is edited."""

import json
import socket
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Timer
from typing import Any
from urllib.parse import parse_qs, unquote

from generator.adapters.edit_desk import MOST, Desk, answer, read_asked
from generator.adapters.request_guard import HOST, Guard, Refusal
from generator.site.preview import EVENTS, PANEL, Answer, Preview
from generator.views import content_policy
from generator.views.problem_panel import FOLDER

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml",
    "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
}
_LOOK_EVERY = 30.0
"""Seconds after which it is looked whether anybody looks at a page."""

_STILL_THERE = 10.0
"""Seconds after which a page that follows hears that the program is there."""


TOKEN = f"{FOLDER}token"


@dataclass
class Stage:
    """What is shown at present; pages wait here for what comes next."""

    preview: Preview
    version: int = 0
    watching: int = 0
    asked: float = field(default_factory=time.monotonic)
    changed: Condition = field(default_factory=Condition)

    def show(self, preview: Preview) -> None:
        """Show something else from now on."""
        with self.changed:
            self.preview = preview
            self.version += 1
            self.changed.notify_all()

    def wait(self, version: int, seconds: float) -> int:
        """The present version, as soon as it is another one; otherwise after some seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, seconds)
            return self.version

    def wait_until(self, holds: Callable[[Preview], bool], seconds: float) -> Preview:
        """What is shown, as soon as something holds of it; otherwise after some seconds."""
        with self.changed:
            self.changed.wait_for(lambda: holds(self.preview), seconds)
            return self.preview

    @property
    def idle(self) -> float:
        """Seconds since somebody looked at a page."""
        return 0 if self.watching else time.monotonic() - self.asked


class EditServer(ThreadingHTTPServer):
    """Listens on this computer alone. `announce` is called with the address that opens it.

    `desk` is what pages may do, besides looking.
    """

    daemon_threads = True
    allow_reuse_address = False

    def __init__(
        self, stage: Stage, port: int, *, announce: Callable[[str], None], desk: Desk | None = None
    ) -> None:
        """Take a port; 0 is any that is free. Raises OSError if it is taken."""
        super().__init__((HOST, port), _Handler)
        self.stage = stage
        self.desk = desk or Desk()
        self.guard = Guard(self.server_port)
        self._announce = announce
        self._told = ""

    @property
    def address(self) -> str:
        """The address that opens the program in one browser, once."""
        return f"{self.guard.origin}/?key={self.guard.key}"

    def announce_address(self) -> None:
        """Tell the address, unless that was done and nobody has used it."""
        if self._told != self.address:
            self._told = self.address
            self._announce(self.address)

    def handle_error(self, *about: Any) -> None:
        """A browser that goes away in the middle of an answer is no fault."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(*about)

    def stop_when_idle(self, seconds: float) -> None:
        """Stop once nobody has looked at a page for some seconds."""
        if self.stage.idle >= seconds:
            self.shutdown()
            return
        timer = Timer(min(_LOOK_EVERY, seconds), self.stop_when_idle, [seconds])
        timer.daemon = True
        timer.start()


class _Handler(BaseHTTPRequestHandler):
    """Answers one request after the other of one connection."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    server: EditServer

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def version_string(self) -> str:
        return "guidebook"

    def log_message(self, *_: object) -> None:
        """Say nothing: what a person has to know is on the page."""

    def do_GET(self) -> None:
        address, _, asked = self.path.partition("?")
        query = {name: values[-1] for name, values in parse_qs(asked).items()}
        if refusal := self.server.guard.check_origin(self.headers):
            self._refuse(refusal)
        elif "key" in query and address == "/":
            self._open(query["key"])
        elif refusal := self.server.guard.check(self.command, self.headers):
            self._refuse(refusal)
        elif (path := _read_path(address)) is None:
            self._send_text(HTTPStatus.BAD_REQUEST, "There is no such address.")
        else:
            self.server.stage.asked = time.monotonic()
            self._answer(path, query)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        """Change something; who may not even ask is refused before a word of it is read."""
        if refusal := self.server.guard.check(self.command, self.headers):
            self._refuse(refusal)
            return
        self.server.stage.asked = time.monotonic()
        action = self.server.desk.actions.get((_read_path(self.path) or "").removeprefix(FOLDER))
        if action is None or not self.path.startswith(f"/{FOLDER}"):
            self.close_connection = True
            self._send_text(HTTPStatus.METHOD_NOT_ALLOWED, "Nothing can be changed here.")
        elif (asked := self._read_json()) is None:
            self.close_connection = True
            self._send_text(HTTPStatus.BAD_REQUEST, "This request cannot be read.")
        else:
            self._send_json(action, asked)

    def _read_json(self) -> Mapping[str, Any] | None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST:
            return None
        return read_asked(self.rfile.read(int(length)))

    def _send_json(self, find: Callable[[Any], object], asked: Mapping[str, Any]) -> None:
        self._send(Answer("answer.json", answer(find, asked)))

    def _answer(self, path: str, query: Mapping[str, str]) -> None:
        preview = self.server.stage.preview
        question = path.startswith(FOLDER) and self.server.desk.questions.get(path[len(FOLDER) :])
        if path == TOKEN:
            self._send_json(self._send_token, query)
            return
        if question:
            self._send_json(question, query)
            return
        page = (_read_path(query.get("page", "/")) or "") if path in (PANEL, EVENTS) else ""
        if path == EVENTS and self.command == "GET":
            self._follow(page)
        elif path == PANEL:
            self._send(Answer("panel.html", preview.write_panel(page).encode()))
        else:
            self._send(preview.answer(path))

    def _send_token(self, _: object) -> object:
        """For pages, which nobody else can read. It is not in them: they are passed on at times."""
        return {"token": self.server.guard.write_token}

    def _open(self, key: str) -> None:
        guard = self.server.guard
        is_new = guard.take_key(key)
        if is_new or guard.check("GET", self.headers) is None:
            headers = {"Set-Cookie": guard.cookie} if is_new else {}
            self._send(Answer("", b"", HTTPStatus.SEE_OTHER, "/"), headers)
        else:
            self._refuse(Refusal.COOKIE)

    def _follow(self, page: str) -> None:
        """Tell a page what it would look like now, whenever that may have changed."""
        stage = self.server.stage
        self.close_connection = True
        self._start(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        version = -1
        stage.watching += 1
        try:
            while True:
                before, version = version, stage.wait(version, _STILL_THERE)
                stamp = json.dumps(stage.preview.stamp(page)._asdict())
                line = f"data: {stamp}\n\n" if version != before else ": still here\n\n"
                self.wfile.write(line.encode())
                self.wfile.flush()
        except OSError:
            return  # the page is gone
        finally:
            stage.watching -= 1
            stage.asked = time.monotonic()

    def _refuse(self, refusal: Refusal) -> None:
        self.close_connection = True
        text = f"This request is refused. {refusal.value}"
        if refusal is Refusal.COOKIE:
            text += " The address that opens it, once, is in the terminal."
            self.server.announce_address()
        self._send_text(HTTPStatus.FORBIDDEN, text)

    def _send_text(self, status: HTTPStatus, text: str) -> None:
        self._send(Answer("refused.txt", f"{text}\n".encode(), status))

    def _send(self, answer: Answer, more: Mapping[str, str] | None = None) -> None:
        ending = answer.path.rpartition(".")[2].lower()
        headers = {
            "Content-Type": _TYPES.get(ending, "application/octet-stream"),
            "Content-Length": str(len(answer.content)),
            **({"Location": answer.location} if answer.location else {}),
            **(more or {}),
        }
        self._start(answer.status, headers, is_paper=ending == "pdf")
        if self.command != "HEAD":
            with suppress(OSError):
                self.wfile.write(answer.content)

    def _start(self, status: int, headers: Mapping[str, str], *, is_paper: bool = False) -> None:
        self.send_response(status)
        # Browsers show papers with a program of their own, which the policy would stop.
        policy = (
            {}
            if is_paper
            else {"Content-Security-Policy": content_policy.write_header(in_preview=True)}
        )
        for name, value in {**_HEADERS, **policy, **headers}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()


def _read_path(written: str) -> str | None:
    """The path of an address from the top of the site; None for what no page of it leads to."""
    path = unquote(written, errors="replace")
    first, *folders, last = path.split("/") if path.startswith("/") else ("/", "")
    if first or not path.isprintable() or "\\" in path:
        return None
    is_plain = last not in (".", "..") and not any(one in ("", ".", "..") for one in folders)
    return path[1:] if is_plain else None
