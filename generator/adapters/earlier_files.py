"""A guidebook as it was: in an earlier commit, or in the copies of a folder without git."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.adapters import edition_folder, folder, own_files, project, repository
from generator.adapters.dated_copies import DatedCopies
from generator.adapters.project import Project, ReadBefore
from generator.adapters.repository import Repository
from generator.problem import GuidebookError
from generator.reader.guidebook_reader import Reading
from generator.views.changes import proposal
from generator.views.changes.proposal import FileChange, Proposal

LAST = "HEAD"
"""The last commit."""


def propose(
    found: Project,
    reading: Reading,
    changes: Sequence[FileChange],
    *,
    since: date | None = None,
    known: ReadBefore | None = None,
) -> Proposal:
    """Tell what changed, for a reading of the project as it is now; `since` is the earlier day.

    What is `known` of the files that have not changed is not read again.
    """
    if not changes:
        return Proposal((), None, ())
    day = edition_folder.find_today()
    instead = {found.home / one.path: one.before for one in changes}
    # What cannot be read in one version counts as it is in the other, and is shown line by line.
    before = project.read(found, instead=instead, before=known, quick=True)
    now = (
        project.read(found, earlier=before.guidebook, before=known, quick=True)
        if reading.errors
        else reading
    )
    if before.errors:
        before = project.read(
            found, instead=instead, earlier=now.guidebook, before=known, quick=True
        )
    return proposal.propose(changes, before.guidebook, now.guidebook, days=(since or day, day))


def describe_since(found: Project, reading: Reading, commit: str) -> Proposal:
    """What changed since a commit. Raises GuidebookError if it is not there, or there is no git."""
    here = repository.find(found.home)
    if here is None:
        raise GuidebookError(
            f"{found.home} is not under git, so there is no commit to compare with."
        )
    day = here.find_day(commit)
    return propose(found, reading, compare_with_commit(found, here, commit), since=day)


def compare_with_commit(found: Project, here: Repository, commit: str = LAST) -> list[FileChange]:
    """The guidebook's own files that differ from a commit."""
    top, home = here.top.resolve(), found.home.resolve()
    places = [one.resolve() for one in own_files.list_places(found)]
    inside = [one for one in places if one.is_relative_to(top)]
    changed = here.find_changed(inside) if commit == LAST else here.find_differing(inside, commit)
    before = here.read_earlier(changed, commit)
    made = []
    for name in changed:
        path = top / name
        now = read_now(path)
        shown = path.relative_to(home) if path.is_relative_to(home) else path
        if not any(map(folder.is_left_out, shown.parts)):
            made.append(_make_change(found, shown, before.get(name), now))
    return [one for one in made if one.before != one.now]


def read_now(path: Path) -> bytes | None:
    """What is in a file; None for what is none, or a link to another."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def compare_with_copies(found: Project) -> list[FileChange]:
    """The guidebook's own files that differ from their copies."""
    before: Mapping[str, bytes] = DatedCopies(found).read()
    now = own_files.read(found)
    return [
        _make_change(found, Path(name), before.get(name), now.get(name))
        for name in sorted({*before, *now})
        if before.get(name) != now.get(name)
    ]


def _make_change(
    found: Project, shown: Path, before: bytes | None, now: bytes | None
) -> FileChange:
    path, below = found.home / shown, found.playbooks.absolute()
    name = path.relative_to(below).as_posix() if path.is_relative_to(below) else ""
    return FileChange(shown.as_posix(), before, now, name)
