"""Every command that writes, and a project in which it has something to do, for `tests.killed`.

`tests/test_killed.py` compares these with the command line's own: one that is added has to be named.
"""

import json
import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from generator.adapters import edition_folder, hand_in_desk, joint_change, project
from generator.adapters.dated_copies import DatedCopies
from generator.adapters.edit_session import EditSession
from generator.adapters.hand_in_desk import HandInDesk
from tests import samples
from tests.sound_project import make_files

SETTINGS = """\
site_name: x
theme: {name: material, font: false}
plugins:
  - guidebook: {papers: false, layers: [below]}
"""
READING = {"check", "explain", "learn", "changes", "show", "mcp"}
"""Commands that write nothing but what is kept below .cache."""

_LATE = "playbooks/counter/late-order.yml"
_QUIET: Any = SimpleNamespace(
    wait_until=lambda *_: SimpleNamespace(report=SimpleNamespace(fault="", counts={}))
)
"""What is wrong, as the page is told that has something handed in: nothing."""

Command = Sequence[str] | Callable[[], object]


def _rename_in_preview() -> None:
    """Change three files in one step, as the preview does when a playbook is renamed."""
    found = project.find(Path())
    if changed := _plan_renaming(found.playbooks):
        own = {name: found.playbooks / name for name in changed}
        bases = {name: path.read_bytes() for name, path in own.items() if path.exists()}
        EditSession(found.playbooks).write_all(changed, bases)


def _plan_renaming(playbooks: Path) -> dict[str, bytes | None]:
    folder = playbooks / "counter"
    if not (folder / "late-order.yml").exists():
        return {}
    queue = (folder / "long-queue.yml").read_bytes()
    return {
        "counter/late-order.yml": None,
        "counter/slow-order.yml": (folder / "late-order.yml").read_bytes(),
        "counter/long-queue.yml": queue.replace(b"late-order", b"slow-order") + b"# x\n",
    }


def _hand_in_from_page() -> None:
    """What the preview does at its start, and when somebody hands in on its page."""
    hand_in_desk.keep_copies(Path())
    desk = HandInDesk(Path(), _QUIET).desk
    shown: Any = desk.questions["hand-in-change"]({})
    asked = {"mark": shown["mark"], "message": "Slow orders", "anyway": True}
    done: Any = desk.actions["hand-in-now"](asked)
    left = project.find(Path()).playbooks / "counter/late-order.yml"
    if "refused" in done or left.exists():
        raise SystemExit("It was not handed in, or without the change that was stopped.")


COMMANDS: Mapping[str, Command] = {
    "build": ["build", "--offline", "stick.zip"],
    "write": ["write", "out"],
    "new": ["new", "ours"],
    "fix": ["fix", "--yes"],
    "format": ["format"],
    "reviewed": ["reviewed", "late-order", "--on", "2026-11-25"],
    "rename": ["rename", "late-order", "slow-order"],
    "adopt": ["adopt", "of-below"],
    "drop": ["drop", "of-below"],
    "schema": ["schema", "--here"],
    "due": ["due", "--format", "ical", "--out", "due.ics"],
    "export": ["export", "gift", "late-order", "--out", "quiz.txt"],
    "export a folder": ["export", "espanso", "--out", "shortcuts"],
    "hand-in": ["hand-in", "--yes", "--with-errors", "--message", "Late orders"],
    "hand-in under git": ["hand-in", "--yes", "--with-errors", "--message", "Late orders"],
    "upgrade": ["upgrade", "--answer", "theirs"],
    "edit": _rename_in_preview,
    "edit and hand-in": _hand_in_from_page,
    "paper": ["paper", "late-order", "--kind", "checklist", "--out", "printed"],
    "pictures": ["pictures", "--since", "HEAD", "--out", "pictures"],
}


def name_commands() -> set[str]:
    """The commands that are killed, as they are called in a terminal."""
    return {name.partition(" ")[0] for name in COMMANDS}


def make_project(place: Path, name: str, run: Callable[[Path, Command], object]) -> None:
    """A project in which the command has something to do; `run` runs another one before."""
    files = {path: text.encode() for path, text in make_files().items()}
    about = samples.make_about(["counter"], owners=["Service training"])
    files["below/guidebook.yml"] = samples.dump(about)
    below = files["playbooks/counter/broken-promise.yml"]
    files["below/counter/of-below.yml"] = below.replace(b"Broken promise", b"Of below")
    files["mkdocs.yml"] = SETTINGS.encode()
    late = files[_LATE]
    if name == "fix":
        files[_LATE] = late.replace(b"kind: ", b"kind:\t")
        queue = "playbooks/counter/long-queue.yml"
        files[queue] = files[queue].replace(b"purpose:", b"purpos:")
    if name == "format":
        files[_LATE] = late.replace(b"\n", b"  \r\n")
    for path, content in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    if prepare := _PREPARE.get(name):
        prepare(place, run)


def _prepare_copies(place: Path, _: Callable[[Path, Command], object]) -> None:
    """From now on there are copies of how the files were."""
    DatedCopies(project.find(place)).begin(edition_folder.find_today())
    _change(place)


def _prepare_git(place: Path, _: Callable[[Path, Command], object]) -> None:
    _commit(place)
    _change(place)


def _prepare_stopped_change(place: Path, run: Callable[[Path, Command], object]) -> None:
    """A change of three files was taken down, and the program was stopped before it was made."""
    _prepare_copies(place, run)
    playbooks = project.find(place).playbooks
    note = {
        path: content and b64encode(content).decode()
        for path, content in _plan_renaming(playbooks).items()
    }
    (playbooks / joint_change.FILE).write_text(json.dumps(note))


def _prepare_pictures(place: Path, run: Callable[[Path, Command], object]) -> None:
    _commit(place)
    _change(place)
    run(place, ["build"])


def _prepare_answers(place: Path, run: Callable[[Path, Command], object]) -> None:
    """The words below change after ours were written."""
    own = place / "playbooks/counter/of-below.yml"
    own.write_bytes(b"only_changes: yes\npurpose: Ours.\n")
    run(place, ["build"])
    base = place / "below/counter/of-below.yml"
    base.write_bytes(base.read_bytes().replace(b"Say when it will be there", b"Say when"))


_PREPARE = {
    "hand-in": _prepare_copies,
    "hand-in under git": _prepare_git,
    "edit and hand-in": _prepare_stopped_change,
    "pictures": _prepare_pictures,
    "upgrade": _prepare_answers,
}


def _change(place: Path) -> None:
    path = place / _LATE
    path.write_bytes(path.read_bytes().replace(b"Look", b"Ask"))


def _commit(place: Path) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    (place / ".gitignore").write_text(".cache/\nsite/\npictures/\nhanded-in/\n")
    for arguments in (
        ("init", "-q", "-b", "main"),
        ("config", "user.name", "A"),
        ("config", "user.email", "a@example.com"),
        ("add", "-A"),
        (*who, "commit", "-q", "-m", "As it is"),
    ):
        subprocess.run(["git", *arguments], cwd=place, check=True)
