"""What somebody changed in a guidebook since it was handed in last, and handing it in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.adapters import commit, earlier_files, edition_folder, repository, whole_file
from generator.adapters.commit import Author, Sent
from generator.adapters.dated_copies import DatedCopies
from generator.adapters.project import Project, ReadBefore
from generator.adapters.repository import Repository
from generator.model import paths
from generator.problem import GuidebookError
from generator.reader.guidebook_reader import Reading
from generator.site import hand_in_zip
from generator.views.changes.proposal import Proposal

OUT = "handed-in"
"""The folder beside the settings for what is sent by e-mail."""

_NAME_LENGTH = 40


@dataclass(frozen=True)
class HandIn:
    """What can be handed in."""

    project: Project
    proposal: Proposal
    day: date

    def _name(self, message: str) -> str:
        first = message.strip().partition("\n")[0].replace("/", " ")
        slug = paths.make_slug(first)[:_NAME_LENGTH].strip("-")
        return f"{self.day}-{slug or 'guidebook'}"

    def _put(self, name: str, content: bytes) -> Path:
        """Write a file to send; one of the same name that holds something else stays."""
        first = target = self.project.home / OUT / name
        number = 1
        while target.exists() and target.read_bytes() != content:
            number += 1
            target = first.with_name(f"{first.stem}-{number}{first.suffix}")
        whole_file.put(target, content)
        return target


@dataclass(frozen=True)
class FileHandIn(HandIn):
    """In a folder that is not under git. `is_first` says that there is nothing to compare with."""

    is_first: bool

    def pack(self, message: str) -> Path:
        """Make a zip of the files that changed, with a page that describes the changes."""
        content = hand_in_zip.make(self.proposal, message)
        file = self._put(f"{self._name(message)}.zip", content)
        handed = {one.path: one.now for one in self.proposal.files}
        DatedCopies(self.project).end(handed, self.day)
        return file


@dataclass(frozen=True)
class Committed:
    """A commit on a branch. It was sent, or is in a patch as well, since it was not."""

    branch: str
    sent: Sent | None = None
    patch: Path | None = None


@dataclass(frozen=True)
class CommitHandIn(HandIn):
    """In a folder that is under git."""

    repository: Repository

    @property
    def unsent(self) -> int:
        """Commits of a branch of somebody's own that the remote has not got yet.

        Without a remote it is the last one, as long as there is no patch of it: handing it in was
        stopped before that.
        """
        one = self.repository
        if one.branch in ("", one.shared):
            return 0
        if one.remote:
            return one.count_unsent()
        return int(not one.is_merged and not self._has_patch())

    @property
    def author(self) -> Author:
        """Under whose name commits are made here."""
        return Author(*self.repository.find_author())

    def choose_branch(self, message: str, wanted: str = "") -> str:
        """The branch of the commit: the wanted one, one's own, or a new one.

        Raises GuidebookError if the wanted one cannot be used, or none can be chosen.
        """
        one = self.repository
        if wanted:
            if wanted != one.branch:
                one.check_name(wanted)
            return wanted
        if not one.branch:
            raise GuidebookError(
                f"No branch is checked out in {one.top}: somebody is looking at an earlier version."
                f" Go back to the newest:  git switch {one.shared or 'main'}\n"
                "Or begin a new branch here:  guidebook hand-in --branch NAME"
            )
        if one.branch != one.shared and (one.is_unused or not one.is_merged):
            return one.branch
        return one.choose_name(self._name(message))

    def commit(self, message: str, *, branch: str, author: Author, asks: bool = False) -> Committed:
        """Make a commit on a branch, and send it.

        Raises GuidebookError if one of the files is not as it was shown any more.
        """
        for file in self.proposal.files:
            if earlier_files.read_now(self.project.home / file.path) != file.now:
                raise GuidebookError(
                    f"{file.path} has changed meanwhile, so nothing was handed in. Start again, and"
                    " look."
                )
        top = self.repository.top.resolve()
        names = [
            (self.project.home / one.path).resolve().relative_to(top).as_posix()
            for one in self.proposal.files
        ]
        commit.commit(self.repository, names, message, branch=branch, author=author)
        return self.send(branch, asks=asks)

    def send(self, branch: str, *, asks: bool = False) -> Committed:
        """Send a branch; what cannot be sent is written as a patch."""
        one = self.repository
        sent = commit.send(one, branch, asks=asks) if one.remote else None
        if sent and not sent.fault:
            return Committed(branch, sent)
        return Committed(branch, sent, self._put(_name_patch(branch), commit.make_patch(one)))

    def _has_patch(self) -> bool:
        patch = commit.make_patch(self.repository)
        stem = _name_patch(self.repository.branch).removesuffix(".patch")
        made = (self.project.home / OUT).glob(f"{stem}*.patch")
        return any(one.read_bytes() == patch for one in made)


def _name_patch(branch: str) -> str:
    return f"{branch.replace('/', '-')}.patch"


def prepare(
    found: Project, reading: Reading, *, by_file: bool = False, known: ReadBefore | None = None
) -> CommitHandIn | FileHandIn:
    """Find out what changed, for a reading of the project as it is now, which made `known`.

    Raises GuidebookError if the repository that the folder is in cannot be added to.
    """
    day = edition_folder.find_today()
    here = None if by_file else repository.find(found.home)
    if here:
        changes = earlier_files.compare_with_commit(found, here)
        return CommitHandIn(
            found, earlier_files.propose(found, reading, changes, known=known), day, here
        )
    is_first = DatedCopies(found).begin(day)
    changes = earlier_files.compare_with_copies(found)
    return FileHandIn(
        found, earlier_files.propose(found, reading, changes, known=known), day, is_first
    )
