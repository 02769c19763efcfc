"""Layers of playbooks: a guidebook that others build on, and what they lay over it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.model import files, paths
from generator.problem import Group, Place, Problem, Rule, Severity
from generator.reader.house_file import House

_CHAPTERS = re.compile(rb"^chapters:", re.MULTILINE)

SHIPPED = "shipped"
"""How settings name the guidebook that comes with the program."""


@dataclass(frozen=True)
class Layer:
    """The files of one folder of playbooks, by their path in it.

    `root` is how the folder is called in problems. `house` is the company's file that belongs to
    it. `is_own` says whether those who build the site can edit it.
    """

    root: str
    files: Mapping[str, bytes]
    house: House | None = None
    is_own: bool = True

    @property
    def prefix(self) -> str:
        """What leads from the paths that problems show to the folder."""
        return f"{self.root.rstrip('/')}/" if self.root else ""

    def find(self, name: str) -> str | None:
        """The path of the file of a name that its versions have in common."""
        return next((path for path in sorted(self.files) if find_name(path) == name), None)

    def keep(self, name: str) -> "Layer":
        """The same with only the versions of one file; `name` is what they have in common."""
        kept = {path: one for path, one in self.files.items() if find_name(path) == name}
        return replace(self, files=kept)

    def exchange(self, path: str, content: bytes) -> "Layer":
        """The same with only this file, as it is to be."""
        return replace(self, files={path: content})


class Version(NamedTuple):
    """A file in one of the layers."""

    layer: Layer
    path: str

    @property
    def content(self) -> bytes:
        """What is in the file."""
        return self.layer.files[self.path]

    @property
    def shown(self) -> str:
        """Its path as problems show it."""
        return self.layer.prefix + self.path


@dataclass(frozen=True)
class Stack:
    """All versions of each file, the lowest first, by the path of the highest.

    Playbooks belong together by their name, whatever their folder: one that a company puts into
    another folder is in another chapter.
    """

    versions: Mapping[str, Sequence[Version]]
    prefix: str = ""

    def __iter__(self) -> Iterator[str]:
        """The paths of the files, sorted."""
        return iter(sorted(self.versions))

    def __contains__(self, path: str) -> bool:
        """Whether one of the layers has a file."""
        return path in self.versions

    def show(self, path: str) -> str:
        """The path of a file as problems show it; one that is nowhere would be on top."""
        return self.versions[path][-1].shown if path in self else self.prefix + path


def stack(layers: Sequence[Layer]) -> Stack:
    """Lay folders over one another, the lowest first. Two files of one name in one folder stay."""
    found: dict[str, list[Version]] = {}
    for layer in layers:
        below = {find_name(path): path for path in found}
        for path in sorted(layer.files):
            versions = found.pop(below.pop(find_name(path), ""), [])
            found[path] = [*versions, Version(layer, path)]
    return Stack(found, layers[-1].prefix if layers else "")


def find_name(path: str) -> str:
    """What a file is called in every layer: a playbook by its id, all others by their path."""
    is_playbook = "/" in path and not files.is_country(path)
    return paths.find_id(path) if is_playbook else path


def point_to_own(
    problems: Iterable[Problem],
    layers: Sequence[Layer],
    *,
    house: str,
    known: Set[Problem] = frozenset(),
) -> Iterator[Problem]:
    """The problems that those who build the site can do something about, in files that are theirs.

    What the company has not filled in is for `house`, its own file. Other notes on what is in a
    layer of somebody else are for those who keep it; its errors say how to change it. Those that
    are `known` say so already.
    """
    foreign = tuple(layer.prefix for layer in layers if not layer.is_own)
    problems = list(problems)
    lost = [one for one in problems if _has_lost_chapter(one, foreign)]
    if lost and (summary := _report_lost_chapters(layers[-1], lost[0].rule)):
        yield summary
        problems = [one for one in problems if one not in lost]
    for problem in problems:
        path = problem.place.path
        prefix = next((one for one in foreign if path.startswith(one)), None)
        if prefix is None or problem in known:
            yield problem
        elif problem.rule.group is Group.COMPANY:
            yield replace(problem, place=Place(house), labels=())
        elif problem.severity is not Severity.NOTE:
            way = _find_way(find_name(path.removeprefix(prefix)), layers[-1])
            first = f"This is in the guidebook that you build on. {way}\n"
            yield replace(problem, fix=first + problem.fix)


def find_layer(path: str, layers: Sequence[Layer]) -> Layer | None:
    """The layer that a file is in, by its path as problems show it."""
    holders = [layer for layer in layers if path.startswith(layer.prefix)]
    return max(holders, key=lambda one: len(one.prefix), default=None)


def is_below(path: str, layers: Sequence[Layer]) -> bool:
    """Whether a file, by its path as problems show it, is in a layer below the highest."""
    found = find_layer(path, layers)
    return found is not None and found is not layers[-1]


def _find_way(name: str, own: Layer) -> str:
    """How to change what a layer below says: in a file of one's own, which may be there already."""
    path = own.find(name)
    if path is None:
        return f"First:  guidebook adopt {name}"
    return f"Write what differs into your own file:  {own.prefix}{path}"


def _has_lost_chapter(problem: Problem, foreign: tuple[str, ...]) -> bool:
    return problem.rule.id == "unknown-chapter" and problem.place.path.startswith(foreign)


def _report_lost_chapters(own: Layer, rule: Rule) -> Problem | None:
    """One problem for all playbooks below: nobody can fix it where they are."""
    path = own.find(files.GUIDEBOOK)
    content = own.files[path] if path else b""
    found = _CHAPTERS.search(content)
    if not found:
        return None
    return Problem(
        Place(f"{own.prefix}{path}", content.count(b"\n", 0, found.start()) + 1),
        rule,
        "This list takes the place of all chapters of the guidebook that you build on, so that its"
        " playbooks have none.",
        "To add a chapter, write  at: end  before what belongs to it, and  only_changes: yes  as"
        " the first line of the file.",
    )
