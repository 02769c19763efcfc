"""Handing in from a page of the preview: what it asks, and what it has done."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from generator.adapters import edition_folder, hand_in, project, repository
from generator.adapters.commit import Author
from generator.adapters.dated_copies import DatedCopies
from generator.adapters.edit_desk import Desk
from generator.adapters.edit_server import Stage
from generator.adapters.hand_in import CommitHandIn, Committed, FileHandIn
from generator.adapters.project import ReadBefore
from generator.problem import GuidebookError
from generator.views.hand_in_form import change_page

_PATIENCE = 60
"""Seconds until the check that goes on has to have ended."""


@dataclass
class HandInDesk:
    """Hands in the project of a folder. The stage knows what is wrong at present."""

    directory: Path
    stage: Stage
    known: ReadBefore = field(default_factory=ReadBefore)
    _busy: Lock = field(default_factory=Lock)

    @property
    def desk(self) -> Desk:
        """What the page asks, and may have done."""
        return Desk(
            {"hand-in-change": lambda _: _answer(self.describe)},
            {"hand-in-now": lambda asked: _answer(lambda: self.act(asked))},
        )

    def describe(self) -> object:
        """The change as the page shows it."""
        with self._busy:
            one = self._prepare()
        files = len(one.proposal.files)
        is_file = isinstance(one, FileHandIn)
        author = Author("", "") if isinstance(one, FileHandIn) else one.author
        unsent = 0 if isinstance(one, FileHandIn) else one.unsent
        message = one.proposal.message if files else ""
        return {
            "way": "file" if is_file else "commit",
            "files": files,
            "unsent": unsent,
            "status": _describe_change(one, unsent),
            "html": change_page.write_changes(one.proposal, root="/") if files else "",
            "message": message.strip(),
            "where": _describe_target(one, message) if files else "",
            "errors": self._count_errors(wait=False) if files else "",
            "asksAuthor": not is_file and not (author.name and author.email),
            "name": author.name,
            "email": author.email,
            "mark": _mark(one),
        }

    def act(self, asked: Mapping[str, Any]) -> object:
        """Hand in the change that was shown, and no other."""
        message, anyway = asked.get("message"), asked.get("anyway") is True
        with self._busy:
            one = self._prepare()
            if asked.get("mark") != _mark(one):
                raise GuidebookError(
                    "A file has changed meanwhile. Load this page again, and look."
                )
            if not one.proposal.files:
                return self._send_again(one)
            if not isinstance(message, str) or not message.strip():
                raise GuidebookError("The message is empty. Say in a few words what you changed.")
            if not anyway and (errors := self._count_errors(wait=True)):
                raise GuidebookError(f"Nothing was handed in. {errors}")
            if isinstance(one, FileHandIn):
                file = one.pack(message)
                return _done(
                    f"Send this file by e-mail to whoever publishes the guidebook:\n{file}"
                )
            written = f"{asked.get('name', '')} <{asked.get('email', '')}>"
            author = Author.read(written) if asked.get("name") else one.author
            branch = one.choose_branch(message)
            return _describe_commit(one.commit(message, branch=branch, author=author))

    def _send_again(self, one: CommitHandIn | FileHandIn) -> object:
        if isinstance(one, FileHandIn) or not one.unsent:
            raise GuidebookError("Nothing has changed since it was handed in last.")
        return _describe_commit(one.send(one.repository.branch))

    def _prepare(self) -> CommitHandIn | FileHandIn:
        found = project.find(self.directory)
        reading = project.read(found, before=self.known, quick=True)
        return hand_in.prepare(found, reading, known=self.known)

    def _count_errors(self, *, wait: bool) -> str:
        """How many errors there are, in a sentence; "" if there is none."""
        patience = _PATIENCE if wait else 0
        report = self.stage.wait_until(lambda one: not one.report.is_checking, patience).report
        if report.fault:
            return "Something cannot be read. The panel below says what."
        count = report.counts.get("error", 0)
        if not count:
            return ""
        many = f"There is {count} error" if count == 1 else f"There are {count} errors"
        return f"{many}, and nothing is published while there is one. The panel below says where."


def keep_copies(directory: Path) -> None:
    """Keep how all files of a project are now, if no git does; what is in the way waits."""
    with suppress(GuidebookError, OSError):
        found = project.find(directory)
        if repository.find(found.home) is None:
            DatedCopies(found).begin(edition_folder.find_today())


def _answer(find: Callable[[], object]) -> object:
    """What is found, or why nothing is: for a person that is an answer, not a fault."""
    try:
        return find()
    except GuidebookError as error:
        return {"refused": str(error)}
    except OSError as error:
        name = f"{error.filename} cannot" if error.filename else "A file cannot"
        return {"refused": f"{name} be read or written: {error.strerror}."}


def _mark(one: CommitHandIn | FileHandIn) -> str:
    """What identifies a change."""
    versions = [(file.path, file.before, file.now) for file in one.proposal.files]
    return hashlib.sha256(repr(versions).encode()).hexdigest()[:16]


def _describe_change(one: CommitHandIn | FileHandIn, unsent: int) -> str:
    if one.proposal.files:
        return "This is what you changed since it was handed in last."
    if isinstance(one, FileHandIn) and one.is_first:
        return "Nothing to hand in yet: from now on, a copy of each file as it was is kept."
    if unsent:
        return "Nothing has changed since, but what you handed in last has not been sent."
    return "Nothing has changed since it was handed in last."


def _describe_target(one: CommitHandIn | FileHandIn, message: str) -> str:
    if isinstance(one, FileHandIn):
        return "You get a file to send by e-mail to whoever publishes the guidebook."
    branch, remote = one.choose_branch(message), one.repository.remote
    new = "a new branch" if branch != one.repository.branch else f"the branch “{branch}”"
    sent = f" and is sent to “{remote}”" if remote else "; you get a file to send by e-mail"
    return f"It goes to {new}{sent}."


def _describe_commit(done: Committed) -> object:
    status = f"It is on the branch “{done.branch}”."
    if done.sent and done.sent.fault:
        return _done(
            f"{status} It could not be sent. {done.sent.fault}\nThen hand in again, or send this"
            f" file by e-mail:\n{done.patch}"
        )
    if done.patch:
        return _done(f"{status} Send this file by e-mail to whoever publishes:\n{done.patch}")
    return _done(f"{status} It was sent.", done.sent.address if done.sent else "")


def _done(status: str, address: str = "") -> object:
    return {"status": status, "address": address}
