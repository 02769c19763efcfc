"""The local program answers the browser that it opened, and nobody else, whatever is sent to it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.edit_desk import Desk
from generator.adapters.edit_server import EditServer, Stage
from generator.adapters.followed_project import FollowedProject
from generator.adapters.request_guard import Guard
from tests.edit_parts import ask, make, serve


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EditServer]:
    place = make(tmp_path_factory.mktemp("edited"))
    (place / "docs" / "linked.md").symlink_to("/etc/hostname")
    (place / "docs" / "elsewhere").symlink_to("/etc")
    (place / "secret.txt").write_text("secret")
    with serve(Stage(FollowedProject(place).read_quickly({}))) as server:
        yield server


def sign(server: EditServer, **more: str | None) -> dict[str, str]:
    """The headers of the program's own page; those that are None are left out."""
    guard = server.guard
    headers: dict[str, str | None] = {
        "Host": f"127.0.0.1:{guard.port}",
        "Cookie": f"guidebook-{guard.port}={guard.session}",
        "Sec-Fetch-Site": "same-origin",
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    return {name: value for name, value in headers.items() if value is not None}


def test_its_own_page_is_answered(server: EditServer) -> None:
    answer = ask(server, "/fair/one/", sign(server))
    assert answer.status == 200
    assert ">One</span></span></h1>" in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Access-Control-Allow-Origin"] is None
    head = ask(server, "/fair/one/", sign(server), "HEAD")
    assert (head.status, head.text) == (200, "")
    assert ask(server, "/fair/one", sign(server)).headers["Location"] == "/fair/one/"


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize(
    "forged",
    [
        {"Host": "evil.example"},
        {"Host": "localhost:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:{port}."},
        {"Host": "evil.example:{port}"},
        {"Host": None},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost:{port}"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Cookie": None},
        {"Cookie": "guidebook-{port}="},
        {"Cookie": "guidebook-{port}=wrong"},
        {"Cookie": "guidebook-1={session}"},
        {"Cookie": "{session}"},
    ],
)
def test_forged_requests_are_refused(
    server: EditServer, forged: dict[str, str | None], method: str
) -> None:
    known = {"port": server.server_port, "session": server.guard.session}
    headers = {name: one and one.format(**known) for name, one in forged.items()}
    for path in ("/", "/fair/one/", "/~edit/events?page=/", "/assets/guidebook/edition.js"):
        more = {"X_Guidebook": server.guard.write_token, "Content_Type": "application/json"}
        answer = ask(server, path, sign(server, **more, **headers), method)
        assert answer.status == 403
        assert "One" not in answer.text


def test_two_hosts_are_refused(server: EditServer) -> None:
    headers = [*sign(server).items(), ("Host", "evil.example")]
    assert ask(server, "/", headers).status == 403


def test_two_tokens_are_refused_even_if_the_first_is_right(server: EditServer) -> None:
    right = {"X_Guidebook": server.guard.write_token, "Content_Type": "application/json"}
    headers = [*sign(server, **right).items(), ("X-Guidebook", "wrong")]
    assert ask(server, "/", headers, "POST").status == 403


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, 403),
        ({"X_Guidebook": "wrong", "Content_Type": "application/json"}, 403),
        ({"X_Guidebook": "{token}"}, 403),
        ({"X_Guidebook": "{token}", "Content_Type": "text/plain"}, 403),
        ({"X_Guidebook": "{token}", "Content_Type": "application/json"}, 405),
    ],
)
def test_who_wants_to_change_something_shows_a_second_token(
    server: EditServer, more: dict[str, str], status: int
) -> None:
    sent = {name: one.format(token=server.guard.write_token) for name, one in more.items()}
    assert ask(server, "/", sign(server, **sent), "POST").status == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_refused(server: EditServer, method: str) -> None:
    assert ask(server, "/", sign(server), method).status == 501


def test_the_key_opens_once(server: EditServer) -> None:
    host = {"Host": f"127.0.0.1:{server.server_port}", "Sec-Fetch-Site": "none"}
    address = urlsplit(server.address)
    path = f"{address.path}?{address.query}"
    assert ask(server, path, {**host, "Host": "evil.example"}).status == 403
    assert ask(server, path, {**host, "Sec-Fetch-Site": "cross-site"}).status == 403
    assert ask(server, "/?key=wrong", host).status == 403
    opened = ask(server, path, host)
    assert (opened.status, opened.headers["Location"]) == (303, "/")
    cookie = opened.headers["Set-Cookie"]
    assert cookie.startswith(f"guidebook-{server.server_port}=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    again = ask(server, path, host)
    assert again.status == 403
    assert again.headers["Set-Cookie"] is None
    assert server.told[-1] == server.address  # type: ignore[attr-defined]
    assert ask(server, path, sign(server)).status == 303
    assert server.guard.key not in again.text


def test_the_terminal_is_not_flooded(server: EditServer) -> None:
    for _ in range(3):
        ask(server, "/", sign(server, Cookie=None))
    told = server.told  # type: ignore[attr-defined]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/fair/../../secret.txt",
        "/..%5csecret.txt",
        "//etc/hostname",
        "/./secret.txt",
        "/%00",
        "/~edit/file/../../secret.txt",
        "/~edit/file/secret.txt",
        "/~edit/file//etc/hostname",
        "/~edit/file/playbooks/guidebook.yml",
        "/~edit/../preview.css",
        "/linked.md",
        "/linked/",
        "/elsewhere/hostname",
        "/mkdocs.yml",
        "/playbooks/guidebook.yml",
        "/guidebook.html",
        "http://evil.example/",
        "*",
    ],
)
def test_no_path_leads_out_of_the_site(server: EditServer, path: str) -> None:
    answer = ask(server, path, sign(server))
    assert answer.status in (400, 404)
    assert "secret" not in answer.text.replace("secret.txt", "")
    assert Path("/etc/hostname").read_text().strip() not in answer.text


@given(path=st.text(st.characters(codec="latin-1", exclude_characters="\r\n \t\0?#"), max_size=30))
def test_any_path_is_answered_plainly(server: EditServer, path: str) -> None:
    quoted = "".join(
        one if one.isascii() and one.isprintable() else f"%{ord(one):02x}" for one in path
    )
    assert ask(server, f"/x{quoted}", sign(server)).status in (400, 404)


def test_actions_are_in_a_folder_of_their_own(tmp_path: Path) -> None:
    stage = Stage(FollowedProject(make(tmp_path)).read_quickly({}))
    with serve(stage, Desk(actions={"act": lambda _: "done"})) as server:
        token = {"X-Guidebook": server.guard.write_token, "Content-Type": "application/json"}
        headers = {**sign(server), **token}
        assert ask(server, "/~edit/act", headers, "POST", b"{}").status == 200
        assert ask(server, "/act", headers, "POST", b"{}").status == 405


def test_a_program_at_which_nobody_looks_stops(tmp_path: Path) -> None:
    stage = Stage(FollowedProject(make(tmp_path)).read_quickly({}))
    with serve(stage) as server:
        stage.watching = 1
        assert stage.idle == 0
        stage.watching = 0
        stage.asked -= 100
        server.stop_when_idle(99)
        assert server._BaseServer__is_shut_down.wait(30)  # type: ignore[attr-defined]


def test_keys_differ_from_start_to_start() -> None:
    one, other = Guard(1), Guard(1)
    assert len({one.key, one.session, one.write_token, other.key, other.session}) == 5
