"""A project that is being edited, and its program, for tests."""

import http.client
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from selectolax.lexbor import LexborHTMLParser

from generator.adapters import editor_desk
from generator.adapters.edit_desk import Desk
from generator.adapters.edit_server import EditServer, Stage
from generator.adapters.editing import Editing
from generator.adapters.followed_project import FollowedProject
from generator.site.preview import Preview
from tests import samples
from tests.projects import make_project

PATIENCE = 60.0
"""Seconds: only a test that fails waits that long, however busy the machine is."""

FILES = {
    **samples.make_folder(
        {
            "fair/one": samples.make_minimal(title="One", related=["two"]),
            "fair/two": samples.make_minimal(title="Two"),
        },
        samples.make_about(["fair"]),
    ),
    "sources.yml": samples.SOURCES,
}
DOCS = {
    "about.md": b"# About\n\nRead [one](fair/one.md) and [more](more.md).\n",
    "more.md": b"# More\n",
}


def make(place: Path, **options: object) -> Path:
    """Write a project of two playbooks and two pages."""
    make_project(place, FILES, docs=DOCS, **{"theme": "", **options})
    return place


@contextmanager
def follow(place: Path) -> Iterator[Stage]:
    """Follow a project without a server."""
    editing = Editing.start(FollowedProject(place))
    try:
        yield editing.stage
    finally:
        editing.stop()


def wait_for(stage: Stage, is_there: Callable[[Preview], bool]) -> Preview:
    """Wait until what is shown is as it should be."""
    version = -1
    while True:
        before, version = version, stage.wait(version, PATIENCE)
        preview = stage.preview
        if is_there(preview):
            return preview
        assert version != before, "it was never shown"


def read(preview: Preview, address: str) -> str:
    """A page as it would be published, but for its panel."""
    page = LexborHTMLParser(preview.answer(address).content.decode())
    for text in page.css("[data-at]"):
        text.unwrap()
    return page.html or ""


@contextmanager
def edit(place: Path) -> Iterator[EditServer]:
    """The whole program: a project is followed, and its pages can be changed."""
    editing = Editing.start(FollowedProject(place))
    try:
        with serve(editing.stage, editor_desk.open_desk(editing)) as server:
            yield server
    finally:
        editing.stop()


@contextmanager
def serve(stage: Stage, desk: Desk | None = None) -> Iterator[EditServer]:
    """The server at a free port; what it tells is in the list `told` of the server."""
    told: list[str] = []
    server = EditServer(stage, 0, announce=told.append, desk=desk)
    server.told = told  # type: ignore[attr-defined]
    Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def ask(
    server: EditServer,
    path: str,
    headers: Mapping[str, str] | list[tuple[str, str]],
    method: str = "GET",
    content: bytes = b"",
) -> http.client.HTTPResponse:
    """Send just these headers; the answer is read."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items() if isinstance(headers, Mapping) else headers:
        connection.putheader(name, value)
    if content:
        connection.putheader("Content-Length", str(len(content)))
    connection.endheaders(content)
    answer = connection.getresponse()
    answer.text = answer.read().decode(errors="replace")  # type: ignore[attr-defined]
    connection.close()
    return answer


def says(address: str, words: str) -> Callable[[Preview], bool]:
    return lambda preview: words in read(preview, address)


def tells(rule: str) -> Callable[[Preview], bool]:
    return lambda preview: any(one.rule.id == rule for one in preview.report.problems)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def find_on_page(preview: Preview, address: str) -> str:
    """What the panel says first: what is wrong with this page."""
    page = LexborHTMLParser(read(preview, address))
    panel = page.css_first(".gb-preview")
    assert panel is not None
    heading = panel.css_first("h2")
    listed = panel.css_first("ul")
    return listed.text() if listed and heading and heading.text() == "On this page" else ""
