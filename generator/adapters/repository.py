"""A git repository, as far as somebody hands in a change of a guidebook that is in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.adapters import git
from generator.problem import GuidebookError

_HEAD = "refs/heads/"
_USUAL = ("main", "master", "trunk", "develop")
_UNMERGED = ("DD", "AU", "UD", "UA", "DU", "AA", "UU")

# What is begun and not ended, by the file that git leaves in its folder.
_BEGUN = {
    "MERGE_HEAD": ("A merge", "git merge --abort"),
    "rebase-merge": ("A rebase", "git rebase --abort"),
    "rebase-apply": ("A rebase", "git rebase --abort"),
    "CHERRY_PICK_HEAD": ("A cherry-pick", "git cherry-pick --abort"),
    "REVERT_HEAD": ("A revert", "git revert --abort"),
}


@dataclass(frozen=True)
class Repository:
    """A repository in which a commit can be made. `branch` is "" if none is checked out.

    `shared` is the branch that everybody builds on, `remote` where commits are sent to; "" if there
    is none.
    """

    top: Path
    branch: str
    shared: str
    remote: str

    def find_day(self, commit: str) -> date:
        """The day of a commit. Raises GuidebookError if there is no such commit here."""
        is_name = not commit.startswith("-")  # it is no option of git's
        asked = ("show", "--no-patch", "--format=%cs", f"{commit}^{{commit}}")
        written = git.ask(self.top, *asked) if is_name else ""
        if not written:
            is_cut = git.ask(self.top, "rev-parse", "--is-shallow-repository").strip() == "true"
            way = (
                "This copy holds only the newest ones. Fetch the others:  git fetch --unshallow"
                if is_cut
                else "These are there:  git log --oneline --all"
            )
            raise GuidebookError(f"There is no commit “{commit}” here. {way}")
        return date.fromisoformat(written)

    def find_differing(self, folders: Sequence[Path], commit: str) -> list[str]:
        """The files in these folders that differ from an earlier commit."""
        inside = [one.relative_to(self.top).as_posix() for one in folders]
        done = git.run(self.top, "diff", "--name-only", "--no-renames", "-z", commit, "--", *inside)
        if done.status:
            raise git.refuse("git cannot tell what changed", done)
        return list(git.split(done.out))

    def find_changed(self, folders: Sequence[Path]) -> list[str]:
        """The files in these folders, or these files, that differ from the last commit."""
        inside = [one.relative_to(self.top).as_posix() for one in folders]
        done = git.run(
            self.top, "status", "--porcelain", "-z", "-uall", "--no-renames", "--", *inside
        )
        if done.status:
            raise git.refuse("git cannot tell what changed", done)
        found = [(one[:2], one[3:]) for one in git.split(done.out)]
        if unmerged := [path for state, path in found if state in _UNMERGED]:
            raise GuidebookError(
                f"{unmerged[0]} holds two versions that git could not put together. Choose what is"
                " to stay, save the file, and run:  git add " + unmerged[0]
            )
        return [path for _, path in found]

    def read_earlier(self, changed: Sequence[str], commit: str) -> dict[str, bytes]:
        """Files as a commit has them; those that were not there are left out."""
        listed = git.split(git.run(self.top, "ls-tree", "-rz", "--full-tree", commit).out)
        wanted = set(changed)
        entries = [one.partition("\t") for one in listed]
        names = {path: head.split()[2] for head, _, path in entries if path in wanted}
        asked = "".join(f"{one}\n" for one in names.values()).encode()
        out = git.run(self.top, "cat-file", "--batch", typed=asked).out
        found, at = {}, 0
        for path in names:
            end = out.index(b"\n", at)
            words = out[at:end].split()
            if len(words) != 3:
                raise GuidebookError(
                    f"The last version of {path} is missing from this repository. Fetch it anew:"
                    "  git fetch --refetch"
                )
            size = int(words[2])
            found[path] = out[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def find_author(self) -> tuple[str, str]:
        """The name and address under which commits are made; "" for what is not set."""
        return git.ask(self.top, "config", "user.name"), git.ask(self.top, "config", "user.email")

    @property
    def _shared_tip(self) -> str:
        return f"refs/remotes/{self.remote}/{self.shared}" if self.remote else self.shared

    @property
    def is_merged(self) -> bool:
        """Whether what this branch holds is in the shared one already, as far as is known here."""
        known = git.run(self.top, "merge-base", "--is-ancestor", "HEAD", self._shared_tip)
        return self.branch != self.shared and known.status == 0

    @property
    def is_unused(self) -> bool:
        """Whether this branch was begun, and nothing was put on it, here or at the remote."""
        if self.branch in ("", self.shared):
            return False
        sent = f"refs/remotes/{self.remote}/{self.branch}"
        known = git.run(self.top, "rev-parse", "--verify", "--quiet", sent)
        tips = {git.ask(self.top, "rev-parse", one) for one in ("HEAD", self._shared_tip)}
        return known.status != 0 and len(tips) == 1

    def count_unsent(self) -> int:
        """How many commits of this branch the remote does not have, as far as is known here."""
        if not self.remote:
            return 0
        there = f"--remotes={self.remote}"
        return int(git.ask(self.top, "rev-list", "--count", "HEAD", "--not", there) or 0)

    def choose_name(self, wanted: str) -> str:
        """A name for a branch that no other has, here or at the remote as far as is known."""
        names = git.ask(self.top, "for-each-ref", "--format=%(refname)").splitlines()
        prefixes = (_HEAD, f"refs/remotes/{self.remote}/")
        taken = {name.removeprefix(one).lower() for name in names for one in prefixes}
        name, number = wanted, 1
        while any(one == name.lower() or one.startswith(f"{name.lower()}/") for one in taken):
            number += 1
            name = f"{wanted}-{number}"
        return name

    def check_name(self, name: str) -> None:
        """Raise GuidebookError if a new branch cannot be called so."""
        if git.run(self.top, "check-ref-format", "--branch", name).status:
            raise GuidebookError(
                f"“{name}” cannot be the name of a branch. Use letters, digits and hyphens."
            )
        if self.choose_name(name) != name:
            raise GuidebookError(f"There is a branch called “{name}” already. Choose another name.")


def find(folder: Path) -> Repository | None:
    """The repository that keeps the files of a folder; None if there is none.

    Raises GuidebookError if it is in a state in which nobody should add to it.
    """
    top = git.find_top(folder)
    if top is None or git.run(folder, "check-ignore", "-q", str(folder)).status == 0:
        return None
    inner = git.run(folder, "rev-parse", "--absolute-git-dir").path
    for name, (what, remedy) in _BEGUN.items():
        if (inner / name).exists():
            raise GuidebookError(
                f"{what} is under way in {top}. End it first, or take it back:  {remedy}"
            )
    if (inner / "index.lock").exists():
        raise GuidebookError(
            f"Another git is at work in {top}. Wait until it has ended. If none is, delete"
            f" {inner / 'index.lock'}"
        )
    if git.run(top, "rev-parse", "-q", "--verify", "HEAD^{commit}").status:
        if git.run(top, "symbolic-ref", "-q", "HEAD").status == 0 and not _has_commits(top, inner):
            raise GuidebookError(
                "There is no commit yet that yours could be compared with. Make the first one:"
                '  git add --all && git commit -m "The guidebook as it is"'
            )
        raise GuidebookError(
            f"The repository of {top} is broken: its last commit cannot be read. Fetch it anew into"
            " another folder, and copy your files over it."
        )
    branch = git.ask(top, "symbolic-ref", "-q", "--short", "HEAD")
    remote = _find_remote(top, branch)
    return Repository(top, branch, _find_shared(top, branch, remote), remote)


def _has_commits(top: Path, inner: Path) -> bool:
    """Whether the branch has a commit, be it one that is lost; otherwise there is only its name."""
    head = git.ask(top, "symbolic-ref", "-q", "HEAD")
    is_named = git.run(top, "rev-parse", "-q", "--verify", head).status == 0
    return is_named or (inner / head).exists()


def _find_remote(top: Path, branch: str) -> str:
    names = git.ask(top, "remote").splitlines()
    wanted: Mapping[str, None] = {
        git.ask(top, "config", f"branch.{branch}.pushRemote"): None,
        git.ask(top, "config", "remote.pushDefault"): None,
        git.ask(top, "config", f"branch.{branch}.remote"): None,
        "origin": None,
    }
    return next((one for one in wanted if one in names), names[0] if names else "")


def _find_shared(top: Path, branch: str, remote: str) -> str:
    """The branch that the remote opens with; otherwise the usual one, or the only one."""
    if remote:
        head = git.ask(top, "symbolic-ref", "-q", "--short", f"refs/remotes/{remote}/HEAD")
        if head.startswith(f"{remote}/"):
            return head.removeprefix(f"{remote}/")
    names = git.ask(top, "for-each-ref", "--format=%(refname:short)", _HEAD).splitlines()
    usual = [git.ask(top, "config", "init.defaultBranch"), *_USUAL]
    return next((one for one in usual if one in names), names[0] if len(names) == 1 else branch)
