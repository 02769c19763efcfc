"""Runs git, and says in plain words what keeps it from working."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.problem import GuidebookError

_PATIENCE = 120
"""Seconds: what takes longer waits for somebody who is not there."""

# Of a program that git itself started; here the folder counts.
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")

# This one refuses the option of how names are written; it takes them as they are.
_LITERAL: Mapping[str, tuple[str, ...]] = {"check-ignore": ()}

_WITHOUT = "Or hand in without git: guidebook hand-in --by-file"


@dataclass(frozen=True)
class Done:
    """What became of a command."""

    status: int
    out: bytes
    errors: str

    @property
    def text(self) -> str:
        """What it wrote, as one text."""
        return self.out.decode("utf-8", "replace").strip()

    @property
    def path(self) -> Path:
        """The folder that it wrote, which may end with a blank."""
        return Path(os.fsdecode(self.out.removesuffix(b"\n").removesuffix(b"\r")))


def find_program() -> str | None:
    """Where git is on this computer."""
    return shutil.which("git")


def is_marked(folder: Path) -> bool:
    """Whether a folder, or one around it, looks like a repository."""
    return any((one / ".git").exists() for one in (folder, *folder.parents))


def run(
    folder: Path,
    *arguments: str,
    typed: bytes = b"",
    more: Mapping[str, str] | None = None,
    asks: bool = False,
) -> Done:
    """Run a command in a folder. Names of files are taken as they are written.

    With `asks`, git may ask the person at the terminal, for a password. Otherwise nobody is asked.
    """
    program = find_program()
    if program is None:
        raise GuidebookError(
            "This folder is under git, and git is not installed here. Install it from"
            f" https://git-scm.com, then start again. {_WITHOUT}"
        )
    environment = {name: text for name, text in os.environ.items() if name not in _FOREIGN}
    environment |= {"LC_ALL": "C", "GIT_EDITOR": "true", **(more or {})}
    if not asks:
        environment |= {"GIT_TERMINAL_PROMPT": "0"}
    literal = _LITERAL.get(arguments[0], ("--literal-pathspecs",))
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program, and no shell
            [program, *literal, "-c", "core.quotePath=off", *map(_write, arguments)],
            cwd=folder,
            env={name: _write(one) for name, one in environment.items()},
            input=None if asks else typed,
            capture_output=True,
            timeout=None if asks else _PATIENCE,
            start_new_session=not asks,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise GuidebookError(
            f"git {arguments[0]} did not end within {_PATIENCE} seconds. It may wait for a"
            " password: hand in from a terminal, where you can type it."
        ) from error
    return Done(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())


def _write(word: str) -> str | bytes:
    """A word as the system takes it; where it knows only ASCII, others are in UTF-8, as in git."""
    try:
        os.fsencode(word)
    except UnicodeEncodeError:
        return word.encode("utf-8", "surrogateescape")
    return word


def ask(folder: Path, *arguments: str) -> str:
    """What a command writes; nothing if it fails."""
    done = run(folder, *arguments)
    return done.text if done.status == 0 else ""


def find_top(folder: Path) -> Path | None:
    """The top folder of the repository that a folder is in; None if it is in none.

    Raises GuidebookError if there is one with which git cannot work.
    """
    if not is_marked(folder):
        return None
    done = run(folder, "rev-parse", "--show-toplevel")
    if done.status == 0 and done.text:
        return done.path
    raise GuidebookError(_explain(folder, done))


def _explain(folder: Path, done: Done) -> str:
    if "dubious ownership" in done.errors:
        return (
            f"The folder {folder} belongs to somebody else on this computer, so git leaves it"
            f" alone. If you trust it:  git config --global --add safe.directory {folder}"
        )
    said = _find_reason(done.errors) or "git says nothing more"
    return (
        f"The repository of {folder} is broken ({said}). Fetch it anew into another folder, and"
        f" copy your files over it. {_WITHOUT}"
    )


def refuse(what: str, done: Done) -> GuidebookError:
    """The error of a command that failed although nothing was foreseen."""
    return GuidebookError(
        f"{what}: {_find_reason(done.errors) or f'git ended with {done.status}'}."
    )


def _find_reason(said: str) -> str:
    """The first line that says what is wrong."""
    marks = ("fatal: ", "error: ")
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    marked = [line.removeprefix(one) for line in lines for one in marks if line.startswith(one)]
    return next(iter([*marked, *lines]), "").rstrip(".")


def split(written: bytes) -> Sequence[str]:
    """What a command with `-z` writes: names that end with a zero byte."""
    return [os.fsdecode(one) for one in written.split(b"\0") if one]


def join(names: Sequence[str]) -> bytes:
    """The same for a command to read."""
    return b"".join(os.fsencode(one) + b"\0" for one in names)
