"""Changes of a project's own files, one after the other, and back; what others write stays."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from generator.adapters import joint_change
from generator.problem import GuidebookError
from generator.reader.item_merge import Conflict, Merged, find_settlement, merge
from generator.reader.yaml_text.item_edit import Change, change_file

_PART = re.compile(r"[^./\\:\0][^/\\:\0]*")
_NEW = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:-[a-z0-9]+)*\.yml")
_ENDING = ".yml"
PAGE = "page:"
_MOST_SEEN = 500

_Step = Mapping[str, tuple[bytes | None, bytes | None]]
"""What files held before and after a step, by their name; None for one that is not there."""


class Outcome(NamedTuple):
    """What came of a step: the digest of its first file, and what somebody has to decide."""

    digest: str
    conflicts: tuple[Conflict, ...] = ()


class _Plan(NamedTuple):
    step: _Step
    conflicts: tuple[Conflict, ...] = ()


@dataclass
class EditSession:
    """Writes the files of a folder of playbooks, a company's own beside it, and hand-written pages.

    The name of a page is its path in the folder `pages` after `PAGE`; nobody merges what is in it.

    No other file is ever written, and no link followed. `on_write` is called with each file that is
    about to be written, with what is in it; None if it is new. While `hold` lasts, nobody reads
    what is half done. Whatever goes wrong is a GuidebookError, and then nothing is changed.
    """

    folder: Path
    house: Path | None = None
    pages: Path | None = None
    on_write: Callable[[Path, bytes | None], object] | None = None
    hold: Callable[[], AbstractContextManager[object]] = nullcontext
    _done: list[_Step] = field(default_factory=list)
    _undone: list[_Step] = field(default_factory=list)
    _seen: dict[str, bytes] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def find_digest(self, name: str) -> str:
        """The digest of a file as it is now; empty without a file."""
        with self._lock:
            return self.note(self._read(name))

    def note(self, content: bytes | None) -> str:
        """Remember what a page sees of a file, and give its digest. Empty without a file."""
        if content is None:
            return ""
        digest = hashlib.sha256(content).hexdigest()
        with self._lock:
            self._seen[digest] = self._seen.pop(digest, content)
            if len(self._seen) > _MOST_SEEN:
                del self._seen[next(iter(self._seen))]
        return digest

    def change(self, name: str, digest: str, changes: Sequence[Change]) -> Outcome:
        """Make changes in a file as a page saw it.

        If it has changed since, both changes are made, item by item; where both changed one item,
        that of the others stays, and is reported.
        """
        with self._lock:
            seen = self.find_seen(name, digest)
            return self.exchange(name, digest, change_file(name, seen, changes))

    def exchange(self, name: str, digest: str, content: bytes) -> Outcome:
        """Write what a file as a page saw it has become; others' changes stay as with `change`."""
        with self._lock:
            return self.write_all({name: content}, {name: self.find_seen(name, digest)})

    def find_conflicts(self, name: str, base: bytes | None, content: bytes) -> tuple[Conflict, ...]:
        """What others changed in a file since it was `base`, and `content` changes as well."""
        with self._lock:
            return self._plan({name: content}, {name: base}).conflicts

    def find_seen(self, name: str, digest: str) -> bytes:
        """What was in a file when a page saw it; nothing without a digest."""
        with self._lock:
            now = self._read(name)
            if now is None and digest:
                raise GuidebookError(f"{name} is not there any more, so nothing was changed.")
            self.note(now)
            seen = self._seen.get(digest) if digest else b""
            if seen is None:
                raise GuidebookError(
                    f"{name} has changed since this page was opened. Load the page again."
                )
            return seen

    def settle(self, digest: str, conflict: Conflict) -> Outcome:
        """Write mine where theirs was kept, in the file as it was then."""
        with self._lock:
            seen = self.find_seen(conflict.file, digest)
            return self.change(conflict.file, digest, [find_settlement(seen, conflict)])

    def rewrite(self, name: str, digest: str, content: bytes) -> Outcome:
        """Write all of a file, unless it has changed since a page saw it."""
        with self._lock:
            now = self._read(name)
            if now is None or self.note(now) != digest:
                raise GuidebookError(
                    f"{name} has changed since this page was opened. Load the page again."
                )
            return self._do(_Plan({name: (now, content)}))

    def create(self, name: str, content: bytes) -> Outcome:
        """Make a file that is not there yet."""
        with self._lock:
            if self._read(name) is not None:
                raise GuidebookError(f"There is a file “{name}” already.")
            return self._do(_Plan({name: (None, content)}))

    def delete(self, name: str) -> Outcome:
        """Take a file away."""
        with self._lock:
            if (now := self._read(name)) is None:
                raise GuidebookError(f"There is no file “{name}”.")
            return self._do(_Plan({name: (now, None)}))

    def write_all(
        self, changed: Mapping[str, bytes | None], bases: Mapping[str, bytes | None]
    ) -> Outcome:
        """Write in one step what several files have become since they were as in `bases`.

        None is a file that is not there. Others' changes stay as with `change`.
        """
        with self._lock:
            return self._do(self._plan(changed, bases))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._undone)

    def undo(self) -> Outcome:
        """Take the last step back. What others changed in its files meanwhile stays."""
        with self._lock:
            return self._replay(self._done, self._undone)

    def redo(self) -> Outcome:
        """Do again what was taken back last."""
        with self._lock:
            return self._replay(self._undone, self._done)

    def _do(self, plan: _Plan) -> Outcome:
        """Carry out a new step."""
        self._write(plan.step)
        if any(before != after for before, after in plan.step.values()):
            self._done.append(plan.step)
            self._undone.clear()
        return self._tell(plan)

    def _replay(self, source: list[_Step], target: list[_Step]) -> Outcome:
        """Turn around the last step of a list; how to turn that around goes on the other."""
        if not source:
            raise GuidebookError("There is nothing to go back to.")
        last = source[-1]
        plan = self._plan(
            {name: before for name, (before, _) in last.items()},
            {name: after for name, (_, after) in last.items()},
        )
        self._write(plan.step)
        source.pop()
        target.append(plan.step)
        return self._tell(plan)

    def _plan(
        self, changed: Mapping[str, bytes | None], bases: Mapping[str, bytes | None]
    ) -> _Plan:
        step: dict[str, tuple[bytes | None, bytes | None]] = {}
        conflicts: list[Conflict] = []
        for name, content in changed.items():
            now, base = self._read(name), bases.get(name)
            step[name] = now, content
            if now != base:
                merged = self._merge(name, base, content, now)
                step[name] = now, merged.content
                conflicts += merged.conflicts
        return _Plan(step, tuple(conflicts))

    def _merge(
        self, name: str, base: bytes | None, content: bytes | None, now: bytes | None
    ) -> Merged:
        if now is None and base is not None:
            raise GuidebookError(f"{name} is not there any more, so nothing was changed.")
        if now is None or base is None or content is None or name.startswith(PAGE):
            raise GuidebookError(
                f"{name} was changed by somebody else meanwhile, so nothing was changed."
            )
        return merge(name, base, content, now)

    def _tell(self, plan: _Plan) -> Outcome:
        contents = [after for _, after in plan.step.values()]
        digests = [self.note(one) for one in contents]
        return Outcome(next(iter(digests), ""), plan.conflicts)

    def _write(self, step: _Step) -> None:
        """Write the files of a step: all, or none if one cannot be written."""
        changed = {
            self._place(name, is_new=before is None): (before, after)
            for name, (before, after) in step.items()
            if before != after
        }
        try:
            for place, (before, _) in changed.items():
                if self.on_write:
                    self.on_write(place, before)
            with self.hold():
                self._put_all({place: after for place, (_, after) in changed.items()})
        except OSError as error:
            for place, (before, _) in changed.items():
                with suppress(OSError):  # one that could not be written is as it was
                    joint_change.change_one(place, before)
            raise GuidebookError(
                f"{error.filename} cannot be written ({error.strerror}), so nothing was changed."
            ) from error

    def _put_all(self, contents: Mapping[Path, bytes | None]) -> None:
        """Write files; of several playbooks all, also if the program is stopped meanwhile."""
        top = self.folder.absolute()
        if len(contents) > 1 and all(one.absolute().is_relative_to(top) for one in contents):
            joint_change.make(self.folder, contents)
            return
        for place, content in contents.items():
            joint_change.change_one(place, content)

    def _read(self, name: str) -> bytes | None:
        place = self._place(name)
        try:
            return place.read_bytes() if place.is_file() else None
        except OSError as error:
            raise GuidebookError(f"{name} cannot be opened ({error.strerror}).") from error

    def _place(self, name: str, *, is_new: bool = False) -> Path:
        """Where a file of the project is. All other names are refused, and links."""
        if self.house and f"/{self.house.as_posix()}".endswith(f"/{name}") and name:
            top, parts = self.house.parent, [self.house.name]
        else:
            top, ending = self.folder, _ENDING
            if self.pages and name.startswith(PAGE):
                top, ending = self.pages, ".md"
            parts = name.removeprefix(PAGE).split("/")
            sound = name.endswith(ending) and all(map(_PART.fullmatch, parts))
            if not sound or (is_new and not _NEW.fullmatch(name)):
                raise GuidebookError(f"“{name}” is no name of a file of the guidebook.")
        place = top
        for part in parts:
            place = place / part
            if place.is_symlink():
                raise GuidebookError(f"“{name}” is a link, and links are not followed.")
        return place
