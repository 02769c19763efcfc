"""Makes a commit of a guidebook's own files, and of nothing else, and sends it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.adapters import git
from generator.adapters.repository import Repository
from generator.problem import GuidebookError

_FROM_INPUT = ("--pathspec-from-file=-", "--pathspec-file-nul")
# Git lists the names of folders, too, and any number may be in one.
_NOT_ALLOWED = re.compile(
    r"\b(?:permission|access)\b.*\bdenied\b|not allowed to push|\berror: 403\b", re.IGNORECASE
)
_NOT_REACHED = re.compile(
    r"Could not resolve host|unable to access|Connection (?:refused|reset|closed|timed out)"
)
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Author:
    """Under whose name a commit is made."""

    name: str
    email: str

    @classmethod
    def read(cls, written: str) -> "Author":
        """An author as git writes one, such as `Ana <ana@example.com>`."""
        found = re.fullmatch(r"([^<>]*[^<>\s])\s*<([^<>\s]+@[^<>\s]+)>", written.strip())
        if not found:
            raise GuidebookError(
                f"“{written}” is no name with an address. Write: Your name <you@example.com>"
            )
        return cls(found[1], found[2])

    @property
    def settings(self) -> dict[str, str]:
        """What git needs for one commit."""
        roles = ("AUTHOR", "COMMITTER")
        names = {f"GIT_{one}_NAME": self.name for one in roles}
        return names | {f"GIT_{one}_EMAIL": self.email for one in roles}


@dataclass(frozen=True)
class Sent:
    """What came of sending a branch: what is wrong, or the address to go on with, if any."""

    fault: str = ""
    address: str = ""


def commit(
    repository: Repository, paths: Sequence[str], message: str, *, branch: str, author: Author
) -> None:
    """Commit these files as they are on the disk, on a branch, which is new if it is another one.

    What somebody has staged of other files stays staged, and goes into no commit. If the commit
    cannot be made, everything is as it was.
    """
    top = repository.top
    is_new = branch != repository.branch
    added = _list_unknown(repository, paths)
    if is_new:
        done = git.run(top, "switch", "--quiet", "--create", branch, "--no-track")
        if done.status:
            raise git.refuse(f"The branch “{branch}” cannot be made", done)
    try:
        _commit(repository, paths, added, message, author)
    except GuidebookError:
        if added:
            git.run(top, "reset", "--quiet", *_FROM_INPUT, typed=git.join(added))
        if is_new:
            _go_back(repository, branch)
        raise


def _commit(
    repository: Repository,
    paths: Sequence[str],
    added: Sequence[str],
    message: str,
    author: Author,
) -> None:
    top = repository.top
    if added:
        # Only what git knows can be committed by its name.
        done = git.run(top, "add", "--intent-to-add", *_FROM_INPUT, typed=git.join(added))
        if done.status:
            raise git.refuse("git cannot take the new files", done)
    words = ["--cleanup=whitespace", "-m", message.rstrip("\n")]
    done = git.run(
        top,
        "commit",
        "--quiet",
        "--only",
        *words,
        *_FROM_INPUT,
        typed=git.join(paths),
        more=author.settings,
    )
    if done.status:
        raise GuidebookError(_explain(done))


def _explain(done: git.Done) -> str:
    said = (done.errors or done.text).strip()
    if "gpg" in said or "failed to sign" in said:
        return (
            "git wants to sign the commit and cannot. Hand in from a terminal, or ask whoever set"
            f" up signing here. It says: {said}"
        )
    if "index.lock" in said:
        return "Another git is at work here. Wait until it has ended, and start again."
    return (
        "A check of this repository, or git itself, stopped the commit, so nothing was handed in."
        f" It says:\n{said or f'(nothing; it ended with {done.status})'}"
    )


def _list_unknown(repository: Repository, paths: Sequence[str]) -> list[str]:
    """The files that git does not know yet."""
    done = git.run(repository.top, "ls-files", "-z")
    known = set(git.split(done.out))
    return [one for one in paths if one not in known and (repository.top / one).exists()]


def _go_back(repository: Repository, branch: str) -> None:
    """Take back a new branch; both point to the same commit, so no file is touched."""
    top = repository.top
    target = [repository.branch] if repository.branch else ["--detach", "HEAD"]
    if git.run(top, "switch", "--quiet", *target).status == 0:
        git.run(top, "branch", "--quiet", "-D", branch)


def send(repository: Repository, branch: str, *, asks: bool = False) -> Sent:
    """Send a branch to the remote. A failure is reported, and leaves the commit as it is."""
    ref = f"refs/heads/{branch}"
    try:
        done = git.run(
            repository.top,
            "push",
            "--set-upstream",
            repository.remote,
            f"{ref}:{ref}",
            asks=asks,
        )
    except GuidebookError as error:
        return Sent(str(error))
    if done.status == 0:
        said = [line for line in done.errors.splitlines() if line.startswith("remote:")]
        found = _ADDRESS.search("\n".join(said))
        return Sent(address=found[0] if found else "")
    return Sent(_explain_push(done, repository.remote, branch))


def _explain_push(done: git.Done, remote: str, branch: str) -> str:
    said = done.errors
    if "fetch first" in said or "non-fast-forward" in said:
        return (
            f"Somebody has added to “{branch}” meanwhile. Take that in, and hand in again:"
            f"  git pull --rebase {remote} {branch}"
        )
    if "could not read Username" in said or "Authentication failed" in said:
        return (
            f"“{remote}” wants to know who you are. Run this in a terminal, and type your name and"
            f" password or key:  git push {remote} {branch}"
        )
    if _NOT_ALLOWED.search(said):
        return f"You may not send to “{remote}”. Ask whoever looks after it to let you."
    if _NOT_REACHED.search(said):
        return f"“{remote}” cannot be reached. Look at your network, and hand in again."
    lines = [line for line in said.splitlines() if line.strip()]
    reason = "\n".join(lines[-8:]) or f"git ended with {done.status}"
    return f"“{remote}” did not take it. It says:\n{reason}"


def make_patch(repository: Repository) -> bytes:
    """The last commit as a file that can be sent by e-mail and taken in with `git am`."""
    done = git.run(repository.top, "format-patch", "-1", "--stdout", "--binary", "HEAD")
    if done.status:
        raise git.refuse("The patch cannot be made", done)
    return done.out
