"""Commands that are killed while they write: what there was, or what was to be, and nothing half.

`python -m tests.killed` kills each command at a hundred moments; a test does so at a few. Python tells
its audit hooks of every step on the disk before it takes it: those are the moments.
"""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.adapters import project
from generator.adapters.edit_session import EditSession
from generator.cli.main import main
from tests import samples
from tests.sound_project import make_files

SETTINGS = """\
site_name: x
theme: {name: material, font: false}
plugins:
  - guidebook: {papers: false, layers: [below]}
"""


def edit() -> None:
    """Change three files in one step, as the preview does when a playbook is renamed."""
    found = project.find(Path())
    folder = found.playbooks / "counter"
    late = (folder / "late-order.yml").read_bytes() if (folder / "late-order.yml").exists() else b""
    if late:
        queue = (folder / "long-queue.yml").read_bytes()
        changed = {
            "counter/late-order.yml": None,
            "counter/slow-order.yml": late,
            "counter/long-queue.yml": queue.replace(b"late-order", b"slow-order") + b"# x\n",
        }
        EditSession(found.playbooks).write_all(changed)


COMMANDS: Mapping[str, Sequence[str] | Callable[[], None]] = {
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
    "hand-in": ["hand-in", "--yes", "--with-errors", "--message", "Late orders"],
    "upgrade": ["upgrade", "--answer", "theirs"],
    "edit": edit,
    "paper": ["paper", "late-order", "--kind", "checklist", "--out", "printed"],
}
_STEPS = ("open", "os.", "shutil.")
_UNSEEN = ("__pycache__", ".cache")


def make_project(place: Path, command: str) -> None:
    """A project in which the command has something to do."""
    files = {path: text.encode() for path, text in make_files().items()}
    about = samples.make_about(["counter"], owners=["Service training"])
    files["below/guidebook.yml"] = samples.dump(about)
    below = files["playbooks/counter/broken-promise.yml"]
    files["below/counter/of-below.yml"] = below.replace(b"Broken promise", b"Of below")
    files["mkdocs.yml"] = SETTINGS.encode()
    late = files["playbooks/counter/late-order.yml"]
    if command == "fix":
        files["playbooks/counter/late-order.yml"] = late.replace(b"kind: ", b"kind:\t")
        files["playbooks/counter/long-queue.yml"] = files[
            "playbooks/counter/long-queue.yml"
        ].replace(b"purpose:", b"purpos:")
    if command == "format":
        files["playbooks/counter/late-order.yml"] = late.replace(b"\n", b"  \r\n")
    for path, content in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    if command == "hand-in":  # from now on there are copies of how the files were
        run(place, COMMANDS[command])
        (place / "playbooks/counter/late-order.yml").write_bytes(late.replace(b"Look", b"Ask"))
    if command == "upgrade":  # the words below change after ours were written
        own, above = (
            place / "playbooks/counter/of-below.yml",
            b"only_changes: yes\npurpose: Ours.\n",
        )
        own.write_bytes(above)
        run(place, ["build"])
        base = place / "below/counter/of-below.yml"
        base.write_bytes(base.read_bytes().replace(b"Say when it will be there", b"Say when"))


def read_tree(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file() and not any(one in path.parts for one in _UNSEEN)
    }


def run(
    place: Path, arguments: Sequence[str] | Callable[[], None], *, kill_at: int = 0
) -> tuple[int, int]:
    """Run a command in a child of this process; returns how it ended, and its steps if it did."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _run_here(place, arguments, kill_at, writer)
    os.close(writer)
    with os.fdopen(reader) as told:
        steps = told.read()
    _, status = os.waitpid(child, 0)
    return status, int(steps or 0)


def _run_here(
    place: Path, arguments: Sequence[str] | Callable[[], None], kill_at: int, writer: int
) -> None:
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    os.chdir(place)
    steps = 0

    def count(event: str, _: object) -> None:
        nonlocal steps
        if event.startswith(_STEPS):
            steps += 1
            if steps == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    code = 1
    try:
        sys.addaudithook(count)
        if callable(arguments):
            arguments()
        else:
            main(list(arguments), standalone_mode=False)
        code = 0
    except SystemExit as error:
        code = int(error.code or 0)
    finally:
        os.write(writer, str(steps).encode())
        os._exit(code)


def kill(command: str, moments: int) -> list[str]:
    """Kill a command at so many moments; returns what was wrong afterwards, at which of them."""
    arguments = COMMANDS[command]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make_project(home / "before", command)
        shutil.copytree(home / "before", home / "after")
        status, steps = run(home / "after", arguments)
        if status != 0:
            return [f"{command} ends with {status}"]
        before, after = read_tree(home / "before"), read_tree(home / "after")
        if before == after:
            return [f"{command} changes nothing"]
        for number in range(moments):
            moment = 1 + number * steps // moments
            place = home / "killed"
            shutil.copytree(home / "before", place)
            status, _ = run(place, arguments, kill_at=moment)
            if status != signal.SIGKILL:
                faults.append(f"at {moment} of {steps}: it was not killed")
            faults += [f"at {moment} of {steps}: {one}" for one in _compare(place, before, after)]
            run(place, arguments)
            run(place, ["check"])
            found = read_tree(place)
            wrong = {one for one in found.keys() | after.keys() if found.get(one) != after.get(one)}
            faults += [f"at {moment} of {steps}, and again: {one}" for one in sorted(wrong)]
            shutil.rmtree(place)
    return faults


def _compare(place: Path, before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The files that people wrote, or see, and that are neither as before nor as they were to be."""
    return [
        f"{path} is neither the old nor the new one"
        for path, content in read_tree(place).items()
        if not any(part.startswith(".") for part in path.split("/"))
        and content not in (before.get(path), after.get(path))
    ]


if __name__ == "__main__":
    failed = False
    for name in sys.argv[1:] or COMMANDS:
        told = kill(name, 100)
        failed |= bool(told)
        print(f"{name}: killed at 100 moments, {len(told)} faults", *told[:20], sep="\n  ")  # noqa: T201
    sys.exit(int(failed))
