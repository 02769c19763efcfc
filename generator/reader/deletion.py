"""Taking a playbook away, and out of every file that names it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.yaml_model import Loc
from generator.problem import GuidebookError, Severity
from generator.reader import playbook_mentions, renaming
from generator.reader.composition import OF_A_CHANGE
from generator.reader.layers import find_name
from generator.reader.playbook_mentions import Form
from generator.reader.yaml_text import parse_bytes, read_text
from generator.reader.yaml_text.item_edit import Change, Delete, Insert, Set, change_file
from generator.reader.yaml_text.parsed_file import Data

_WHOLE = frozenset(["playbook"])
"""The fields without which what holds them says nothing; `go` of an answer is another."""


class Naming(NamedTuple):
    """A place in another file that names a playbook, and what is there."""

    path: str
    loc: Loc
    form: Form
    text: str


def list_namings(files: Mapping[str, bytes], name: str) -> list[Naming]:
    """Every place outside its own file that names a playbook."""
    found = []
    for path, content in files.items():
        if _is_own(path, name) or not _may_name(path, content, name):
            continue
        parsed = parse_bytes(path, content)
        for loc, form in playbook_mentions.find(parsed.data, name):
            value = parsed.value(loc)
            found.append(Naming(path, loc, form, value if isinstance(value, str) else ""))
    return found


def delete(
    files: Mapping[str, bytes], name: str, *, title: str, instead: str = "", root: str = ""
) -> dict[str, bytes | None]:
    """The files that change when a playbook goes; None for its own.

    Whatever names it names `instead` from then on, and the old address leads there; what is about
    one of its branches, or about its place in its chapter, goes. Without that, it is taken out, and
    links in texts become words: their own, or the title. `files` are those that can be edited;
    `root` leads from what problems show to them. Raises GuidebookError if a file has mistakes, or
    cannot be changed by program.
    """
    made: dict[str, bytes] = dict(files)
    earlier = [name]
    for path, content in files.items():
        if _is_own(path, name):
            earlier += renaming.list_earlier(parse_bytes(root + path, content).data)
            del made[path]
            continue
        if not _may_name(path, content, name):
            continue
        parsed = parse_bytes(root + path, content)
        changes = list(_plan(parsed.data, name, title, _find_kept(path, instead)))
        if changes and any(one.severity is Severity.ERROR for one in parsed.problems):
            raise GuidebookError(
                f"{root}{path} has mistakes, so nothing was changed. “guidebook check” lists them."
            )
        if _takes_all(parsed.data, changes):
            del made[path]  # nothing else is in it
        elif changes:
            made[path] = change_file(root + path, content, changes)
    if instead:
        made |= renaming.name_anew(made, name, instead, root=root)
        _lead_on(made, instead, earlier, root)
    changed: dict[str, bytes | None] = {
        path: content for path, content in made.items() if content != files[path]
    }
    return changed | {path: None for path in files if path not in made}


def _find_kept(path: str, instead: str) -> str:
    """The playbook that takes the place in a file: none in its own, which would lead to itself."""
    return "" if instead and _is_own(path, instead) else instead


def _lead_on(made: dict[str, bytes], name: str, earlier: list[str], root: str) -> None:
    """Let the addresses that there were lead to a playbook, if it is one that can be edited."""
    path = next((path for path in made if _is_own(path, name)), None)
    if path is None:
        return
    known = renaming.list_earlier(parse_bytes(root + path, made[path]).data)
    inserts = [
        Insert(("formerly",), len(known) + at, one)
        for at, one in enumerate(one for one in earlier if one not in {*known, name})
    ]
    made[path] = change_file(root + path, made[path], inserts)


def _plan(data: Data, name: str, title: str, instead: str) -> Iterator[Change]:
    """The changes of one file; what only gets another name is left to be named anew."""
    gone: set[Loc] = set()
    for loc, form in playbook_mentions.find(data, name):
        if form is Form.INLINE and not instead:
            yield Set(loc, _write_words(str(_find(data, loc)), name, title))
        elif form is Form.KEY and instead and loc[-1] == name:
            other = (*loc[:-1], instead)
            yield from _list_branches(data, loc)
            if _find(data, other) is not None:
                yield from _join(data, loc, other)
                gone.add(loc)
        elif form is Form.KEY or (form is Form.VALUE and not _is_free(data, loc, instead)):
            gone.add(_find_whole(loc))
    for loc in sorted(_gather(data, gone), key=_order, reverse=True):
        yield Delete(loc)


def _is_free(data: Data, loc: Loc, instead: str) -> bool:
    """Whether another playbook may take the place: not if it is named beside it already."""
    around = _find(data, loc[:-1])
    is_order = "chapters" in loc  # the other one has its place in its own chapter
    return bool(instead) and not is_order and not (isinstance(around, list) and instead in around)


def _list_branches(data: Data, loc: Loc) -> Iterator[Change]:
    """Queries of the other playbook ask for no branch of this one."""
    items = _find(data, loc)
    for at, one in enumerate(items if isinstance(items, list) else ()):
        if isinstance(one, dict) and "branch" in one:
            yield Delete((*loc, at, "branch"))


def _join(data: Data, loc: Loc, other: Loc) -> Iterator[Change]:
    """Put the items of one list at the end of another, or the lines of what people typed."""
    items, there = _find(data, loc), _find(data, other)
    if loc[0] in playbook_mentions.TYPED:
        yield Set(other, f"{str(there).rstrip()}\n{str(items).strip()}\n")
        return
    known = there if isinstance(there, list) else [there]
    if not isinstance(there, list):
        yield Set(other, list(known))
    listed = items if isinstance(items, list) else [items]
    new = [one for one in map(_drop_branch, listed) if one not in known]
    for at, one in enumerate(new):
        yield Insert(other, len(known) + at, one)


def _takes_all(data: Data, changes: Sequence[Change]) -> bool:
    """Whether nothing is left of a file."""
    gone = [one.loc for one in changes if isinstance(one, Delete)]
    return isinstance(data, dict) and all((name,) in gone for name in data)


def _drop_branch(item: Data) -> Data:
    if not isinstance(item, dict):
        return item
    rest = {name: one for name, one in item.items() if name != "branch"}
    return rest["query"] if rest.keys() == {"query"} else rest


def _find_whole(loc: Loc) -> Loc:
    """What goes with a name: a shortcut, an answer that leads there, a change of a list."""
    if loc[-1] in _WHOLE or (loc[-1] in OF_A_CHANGE and isinstance(loc[-2], int)):
        return loc[:-1]
    return loc


def _gather(data: Data, gone: set[Loc]) -> set[Loc]:
    """The same places, but lists and groups as a whole where nothing of them is left."""
    gathered = {_find_answer(loc) for loc in gone}
    for loc in gathered:
        around = _find(data, loc[:-1])
        parts = around.keys() if isinstance(around, dict) else range(len(around or ()))
        if len(loc) > 1 and all((*loc[:-1], part) in gathered for part in parts):
            rest = {one for one in gathered if one[: len(loc) - 1] != loc[:-1]}
            return _gather(data, rest | {loc[:-1]})
    return gathered


def _find_answer(loc: Loc) -> Loc:
    """An answer leads somewhere, and a language has words, or it goes as a whole."""
    is_answer = loc[-1] == "go" and "answers" in loc
    is_language = loc[-1] == "words" and loc[0] == "languages"
    return loc[:-1] if is_answer or is_language else loc


def _write_words(text: str, name: str, title: str) -> str:
    link = re.compile(rf"\(\({re.escape(name)}\s*(?:\|(.*?))?\)\)", re.DOTALL)
    return link.sub(lambda found: (found[1] or title).strip(), text)


def _find(data: Data, loc: Loc) -> Data:
    for part in loc:
        if isinstance(data, dict) and isinstance(part, str):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int):
            data = data[part]
    return data


def _order(loc: Loc) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (-1, part) for part in loc]


def _is_own(path: str, name: str) -> bool:
    return "/" in path and find_name(path) == name


def _may_name(path: str, content: bytes, name: str) -> bool:
    """Whether it is worth while to take a file apart."""
    return name in (read_text(path, content)[0] or "")
