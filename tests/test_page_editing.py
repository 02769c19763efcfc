"""What pages may ask the local program and have it do, and who may not."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.adapters import editor_desk
from generator.adapters.edit_server import EditServer
from generator.adapters.editing import Editing
from generator.adapters.followed_project import FollowedProject
from generator.site.preview import Preview
from tests import samples
from tests.edit_parts import FILES, ask, edit, make, wait_for
from tests.edit_requests import get, post, sign, wish
from tests.projects import make_project

STEPS = ["Listen.", {"do": "Breathe.", "why": "It calms."}]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make(tmp_path)
    playbook = samples.make_minimal(title="One", steps=STEPS)
    (tmp_path / "playbooks/fair/one.yml").write_bytes(samples.dump(playbook))
    return tmp_path


@pytest.fixture
def server(home: Path) -> Iterator[EditServer]:
    with edit(home) as server:
        yield server


def read(home: Path) -> str:
    return (home / "playbooks/fair/one.yml").read_text()


def test_a_text_is_asked_for_and_changed(home: Path, server: EditServer) -> None:
    found = get(server, "text", at=["fair/one.yml", "steps", 1, "why"])
    assert found["text"] == "It calms."
    assert found["list"]["index"] == 1
    change = {"set": ["steps", 1, "why"], "value": "It calms you."}
    status, done = post(server, "change", wish(change, digest=found["digest"]))
    assert status == 200
    assert done["conflicts"] == []
    assert done["history"] == {"undo": True, "redo": False}
    assert "why: It calms you." in read(home)
    assert "It calms you." in ask(server, "/fair/one/", sign(server)).text  # type: ignore[attr-defined]


def test_changes_are_taken_back_and_made_again(home: Path, server: EditServer) -> None:
    before = read(home)
    post(server, "change", wish({"move": ["steps"], "start": 0, "to": 1}))
    post(server, "change", wish({"delete": ["steps", 1]}))
    after = read(home)
    assert "Listen." not in after
    for _ in range(2):
        assert post(server, "undo", {})[0] == 200
    assert read(home) == before
    assert post(server, "undo", {})[0] == 409
    for _ in range(2):
        assert post(server, "redo", {})[0] == 200
    assert read(home) == after
    assert post(server, "redo", {})[0] == 409


def test_words_are_tried_and_not_written(home: Path, server: EditServer) -> None:
    before = read(home)
    change = {"set": ["steps", 0, "do"], "value": "Ask ((two)) or ((thre))."}
    status, tried = post(server, "check", wish(change, draw=["fair/one.yml", "steps", 0, "do"]))
    assert status == 200
    (problem,) = [one for one in tried["problems"] if one["rule"] == "unknown-playbook"]
    assert problem["at"] == ["fair/one.yml", "steps", 0, "do"]
    assert '<a class="gb-ref" href="/fair/two/">Two</a>' in tried["html"]
    assert read(home) == before


def test_what_cannot_be_read_is_not_written(home: Path, server: EditServer) -> None:
    before = read(home)
    status, told = post(server, "change", wish({"set": ["title"], "value": ""}))
    assert status == 409
    assert told["refused"]
    assert read(home) == before


def test_a_text_that_may_be_missing_goes_when_it_is_emptied(home: Path, server: EditServer) -> None:
    post(server, "change", wish({"set": ["steps", 1, "why"], "value": ""}))
    assert "why" not in read(home)


@pytest.mark.parametrize(
    "change",
    [
        {"set": ["path"], "value": "x"},
        {"set": ["steps", 0, "doo"], "value": "x"},
        {"set": ["steps", 0], "value": {"do": "x", "doo": "y"}},
        {"set": ["steps", 0, "do"], "value": 7},
        {"set": [], "value": {}},
        {"set": ["steps", -1, "do"], "value": "x"},
        {"set": ["steps", True, "do"], "value": "x"},
        {"set": ["steps", [0], "do"], "value": "x"},
        {"set": ["title", *["x"] * 30], "value": "x"},
        {"insert": ["title"], "index": 0, "value": "x"},
        {"insert": ["steps"], "index": "0", "value": "x"},
        {"insert": ["steps"], "index": 0, "texts": [["do"], "x"]},
        {"insert": ["steps"], "index": 99, "value": "x"},
        {"delete": ["nothing"]},
        {"move": ["steps"], "start": 0, "to": 99},
        {"run": "rm"},
        "set",
    ],
)
def test_only_what_the_model_knows_is_written(home: Path, server: EditServer, change: Any) -> None:
    before = read(home)
    for action in ("check", "change"):
        assert post(server, action, {"name": "fair/one.yml", "changes": [change]})[0] == 409
    assert read(home) == before


@pytest.mark.parametrize(
    "name",
    ["../mkdocs.yml", "fair/../fair/one.yml", "/etc/passwd", "fair/new.yml", "", None, 7, ["x"]],
)
def test_only_files_that_were_read_are_written(server: EditServer, name: object) -> None:
    change = {"set": ["title"], "value": "x"}
    assert post(server, "change", {"name": name, "changes": [change]})[0] == 409


def test_forged_requests_change_nothing(home: Path, server: EditServer) -> None:
    before = read(home)
    body = json.dumps(wish({"set": ["title"], "value": "Forged"})).encode()
    own = sign(server)
    for headers in (
        {**own, "X-Guidebook": "guessed"},
        {name: value for name, value in own.items() if name != "X-Guidebook"},
        {name: value for name, value in own.items() if name != "Cookie"},
        {**own, "Origin": "http://evil.example"},
        {**own, "Origin": "null"},
        {**own, "Sec-Fetch-Site": "cross-site"},
        {**own, "Sec-Fetch-Site": "same-site"},
        {**own, "Host": f"evil.example:{server.server_port}"},
        {**own, "Content-Type": "application/x-www-form-urlencoded"},
        {**own, "Content-Type": "text/plain"},
    ):
        assert ask(server, "/~edit/change", headers, "POST", body).status == 403
    assert ask(server, "/~edit/change", own).status == 404
    assert read(home) == before


def test_the_token_is_told_to_pages_of_the_program_alone(server: EditServer) -> None:
    own = sign(server)
    assert get(server, "token") == {"token": server.guard.write_token}
    for more in ({"Cookie": ""}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://x.example"}):
        answer = ask(server, "/~edit/token", {**own, **more})
        assert answer.status == 403
        assert server.guard.write_token not in answer.text  # type: ignore[attr-defined]
    page = ask(server, "/fair/one/", own)
    assert server.guard.write_token not in page.text  # type: ignore[attr-defined]


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff", b"[" * 100_000, b"7"])
def test_what_cannot_be_read_is_no_request(server: EditServer, content: bytes) -> None:
    assert post(server, "change", content)[0] == 400


def test_several_questions_at_once_are_answered_each_by_itself(server: EditServer) -> None:
    at = {"at": json.dumps(["fair/one.yml", "steps", 1, "why"])}
    gone = {"at": json.dumps(["fair/none.yml", "steps"])}
    asked = [["history", {}], ["text", at], ["text", gone], ["all", {}], ["change", {}], "text", 7]
    history, text, *others = get(server, "all", of=asked)
    assert history == get(server, "history") == {"undo": False, "redo": False}
    assert text["text"] == "It calms."
    assert [sorted(one) for one in others] == [["refused"]] * 5
    assert get(server, "all", of="text") == []


def test_too_much_is_no_request(server: EditServer) -> None:
    headers = sign(server) | {"Content-Length": "9000000"}
    assert ask(server, "/~edit/change", headers, "POST").status == 400


def test_problems_are_told_with_their_fields(home: Path, server: EditServer) -> None:
    path = home / "playbooks/fair/one.yml"
    path.write_text(path.read_text().replace("why: It", "wyh: It"))

    def is_told(_: Preview) -> bool:
        found = get(server, "problems", names=["fair/one.yml", "guidebook.yml", "nothing.yml", 7])
        return ["fair/one.yml", "steps", 1, "wyh"] in [one["at"] for one in found]

    wait_for(server.stage, is_told)


def test_texts_of_the_other_files(tmp_path: Path) -> None:
    make_project(tmp_path, FILES, theme="")
    with edit(tmp_path) as server:
        at = ["guidebook.yml", "chapters", 0, "title"]
        assert get(server, "text", at=at)["text"] == "Fair"
        assert get(server, "text", at=at)["list"] is None  # a chapter is a folder as well
        change = {"set": ["chapters", 0, "purpose"], "value": "Be fair."}
        assert post(server, "change", wish(change, name="guidebook.yml"))[0] == 200
        change = {"set": ["sources", "D1", "fact"], "value": "It feels shorter."}
        assert post(server, "change", wish(change, name="sources.yml"))[0] == 200
        assert "It feels shorter." in (tmp_path / "playbooks/sources.yml").read_text()
        assert get(server, "missing", page="/nowhere/") == []


def test_a_text_is_changed_where_it_was_seen(home: Path) -> None:
    editing = Editing.start(FollowedProject(home))
    editing.stop()
    path = home / "playbooks/fair/one.yml"
    path.write_text(path.read_text().replace("steps:\n", "steps:\n- Wait.\n"))
    desk = editor_desk.open_desk(editing)
    at = json.dumps(["fair/one.yml", "steps", 1, "why"])
    found = desk.questions["text"]({"at": at})
    assert isinstance(found, dict)
    changes = [{"set": ["steps", 1, "why"], "value": "It calms you."}]
    desk.actions["change"]({"name": "fair/one.yml", "digest": found["digest"], "changes": changes})
    changed = "- Wait.\n- Listen.\n- do: Breathe.\n  why: It calms you.\n"
    assert changed in path.read_text()


def test_what_comes_from_below_is_changed_in_a_file_of_ones_own(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    below = tmp_path_factory.mktemp("below") / "playbooks"
    shutil.copytree(home / "playbooks", below)
    before = (below / "fair/one.yml").read_text()
    (home / "playbooks/fair/one.yml").unlink()
    (home / "mkdocs.yml").write_text(
        f"site_name: x\nplugins:\n- guidebook:\n    papers: false\n    layers: ['{below}']\n"
    )
    with edit(home) as server:
        found = get(server, "text", at=["fair/one.yml", "steps", 1, "why"])
        change = {"set": ["steps", 1, "why"], "value": "It calms you."}
        status, _ = post(server, "change", wish(change, digest=found["digest"]))
        assert status == 200
        assert "  - change: breathe\n    why: It calms you.\n" in read(home)
        assert "It calms you." in ask(server, "/fair/one/", sign(server)).text  # type: ignore[attr-defined]
        assert (below / "fair/one.yml").read_text() == before
        change = {"move": ["steps"], "start": 0, "to": 1}
        assert post(server, "change", wish(change))[0] == 200
        assert "  - move: " in read(home)
        assert post(server, "undo", {})[0] == post(server, "undo", {})[0] == 200
        assert not (home / "playbooks/fair/one.yml").exists()
