"""Commands that are killed while they write: what there was, or what was to be, and nothing half.

`python -m tests.killed` kills each command at a hundred moments; a test does so at a few. Python tells
its audit hooks of every step on the disk before it takes it: those are the moments.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.cli.main import main
from tests.killed_commands import COMMANDS, Command, make_project

_STEPS = ("open", "os.", "shutil.")
_UNSEEN = ("__pycache__", ".cache", ".git")
_SETTINGS = {
    "SOURCE_DATE_EPOCH": "1795773600",  # 27 November 2026
    "GIT_AUTHOR_DATE": "1795773600 +0000",
    "GIT_COMMITTER_DATE": "1795773600 +0000",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
"""The same day and the same settings at every moment, so that what is written is the same."""
_ASKED = (
    ("log", "--all", "--format=%T %P %D %B"),
    ("status", "--porcelain", "--branch"),
    ("fsck", "--no-dangling"),
)
"""What git is asked instead of looking at its files, in which there are times."""


def read_tree(place: Path) -> dict[str, bytes]:
    """The files by their path, and what git has of them."""
    told = {
        f".git/{name}": subprocess.run(
            ["git", name, *options], cwd=place, check=False, capture_output=True
        ).stdout
        for name, *options in _ASKED
        if (place / ".git").exists()
    }
    return told | {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in sorted(place.rglob("*"))
        if path.is_file() and not any(one in path.parts for one in _UNSEEN)
    }


def run(place: Path, arguments: Command, *, kill_at: int = 0) -> tuple[int, int]:
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


def _run_here(place: Path, arguments: Command, kill_at: int, writer: int) -> None:
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
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    finally:
        os.write(writer, str(steps).encode())
        os._exit(code)


def kill(command: str, moments: int) -> list[str]:
    """Kill a command at so many moments; returns what was wrong afterwards, at which of them."""
    arguments = COMMANDS[command]
    faults = []
    os.environ.update(_SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make_project(home / "before", command, run)
        shutil.copytree(home / "before", home / "warm")
        run(home / "warm", arguments)  # only the first run of all compiles what it imports
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


def _kill_all() -> bool:
    options = argparse.ArgumentParser(prog="python -m tests.killed", description=__doc__)
    options.add_argument("names", nargs="*", default=[*COMMANDS], help="all, or these")
    options.add_argument("--moments", type=int, default=100, help="how many of each")
    chosen = options.parse_args()
    failed = False
    for name in chosen.names:
        told = kill(name, chosen.moments)
        failed |= bool(told)
        print(f"{name}: killed at {chosen.moments} moments, {len(told)} faults", flush=True)  # noqa: T201
        print(*(f"  {one}\n" for one in told[:20]), sep="", end="", flush=True)  # noqa: T201
    return failed


if __name__ == "__main__":
    sys.exit(_kill_all())
