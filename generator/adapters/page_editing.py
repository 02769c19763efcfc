"""What a page does with its texts while somebody edits: ask about one, try words, change them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.adapters.conflict_desk import ConflictDesk
from generator.adapters.edit_desk import Desk, read_json
from generator.adapters.edit_session import PAGE, EditSession
from generator.adapters.editing import Editing
from generator.model import files
from generator.model.file_models import find_model
from generator.model.inline_markup import Inline
from generator.model.yaml_model import Loc, YamlModel
from generator.problem import GuidebookError
from generator.reader import draft_reading, layered_change
from generator.reader.composed_file import ComposedFile
from generator.reader.field_places import FieldPlaces
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.reader.yaml_text import ParsedFile
from generator.reader.yaml_text.item_edit import Change, Set, change_file
from generator.views.page_editor import field_problem, text_field, wanted_change

_GONE = "This is no longer in the guidebook. Load the page again."


@dataclass(frozen=True)
class _Open:
    """A file that a page asks about, as it is read now. `own` is what is in the project's own.

    One that `is_layered` says only what differs from a layer below, or is to be made for that.
    """

    name: str
    parsed: ParsedFile
    model: type[YamlModel]
    reading: Reading
    own: bytes | None
    is_layered: bool

    @property
    def own_path(self) -> str:
        """The path of the project's own file, in its folder of playbooks."""
        return self.reading.find_own(find_name(self.name)) or self.name


@dataclass
class PageEditing:
    """Answers pages. `session` writes the files, and `editing` shows what came of it."""

    editing: Editing
    session: EditSession
    conflicts: ConflictDesk
    _places: dict[str, tuple[ParsedFile, FieldPlaces]] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        """What pages may ask and do."""
        return Desk(
            questions={
                "text": self.describe_text,
                "item": self.describe_item,
                "missing": self.list_missing,
                "document": self.describe_document,
                "problems": self.list_problems,
            },
            actions={
                "check": self.check,
                "change": self.change,
                "rewrite": self.rewrite,
            },
        )

    def describe_text(self, asked: Mapping[str, str]) -> object:
        """A text that is to be changed: its words, and what can be done with it."""
        one, loc = self._open_at(asked)
        found = text_field.describe(one.model, one.parsed.data, loc)
        if found is None:
            raise GuidebookError(_GONE)
        return {**found, "digest": self.session.note(one.own)}

    def describe_item(self, asked: Mapping[str, str]) -> object:
        """What a new item of a list has to say."""
        one, loc = self._open_at(asked)
        needed = text_field.list_needed(one.model, loc)
        return {"asked": needed, "digest": self.session.note(one.own)}

    def list_missing(self, asked: Mapping[str, str]) -> object:
        """The texts that may be added to a playbook, on its page."""
        site = self.editing.project.site
        url = asked.get("page", "").removeprefix("/")
        pages = site.pages.values() if site else ()
        name = next((one.written_in for one in pages if one.url == url), None)
        if name is None:
            return []
        one = self._open(name)
        missing = text_field.list_missing(one.model, one.parsed.data, ())
        return [{**each, "name": name} for each in missing]

    def describe_document(self, asked: Mapping[str, str]) -> object:
        """The hand-written page at an address as it is written; nothing for what is no words."""
        site = self.editing.project.site
        url = asked.get("page", "").removeprefix("/")
        pages = site.handwritten.values() if site else ()
        path = next((one.path for one in pages if one.url == url), None)
        if path is None or not self._has_document(path):
            return {}
        name = f"{PAGE}{path}"
        digest = self.session.find_digest(name)
        try:
            text = self.session.find_seen(name, digest).decode()
        except UnicodeDecodeError:  # the panel says so
            return {}
        return {"name": name, "digest": digest, "text": text}

    def _has_document(self, path: str) -> bool:
        """Whether a page is the project's own."""
        found = self.editing.project.found
        return found is not None and (found.docs / path).is_file()

    def rewrite(self, asked: Mapping[str, Any]) -> object:
        """Write all of a hand-written page; its lines end as they did."""
        name, text = asked.get("name"), asked.get("text")
        if not isinstance(name, str) or not name.startswith(PAGE) or not isinstance(text, str):
            raise GuidebookError(_GONE)
        digest = str(asked.get("digest"))
        line_end = "\r\n" if b"\r\n" in self.session.find_seen(name, digest) else "\n"
        content = text.replace("\r\n", "\n").replace("\n", line_end).encode()
        return self.conflicts.finish(self.session.rewrite(name, digest, content))

    def list_problems(self, asked: Mapping[str, str]) -> object:
        """What is wrong with the files whose texts are on a page, each problem at its field."""
        names = read_json(asked.get("names", ""))
        problems = self.editing.stage.preview.report.problems
        found: list[object] = []
        for name in names if isinstance(names, list) else ():
            parsed = self._reading.parsed.get(name) if isinstance(name, str) else None
            if parsed and any(one.place.path in _list_paths(parsed) for one in problems):
                model, places = self._open(name).model, self._find_places(name, parsed)
                found += field_problem.place_all(name, model, parsed, places, problems)
        return found

    def check(self, asked: Mapping[str, Any]) -> object:
        """What would be wrong with a file after some changes, and how a text would be drawn."""
        self.editing.make_way()
        one = self._open(asked.get("name"))
        changes = self._read_wanted(one, asked)
        content = self._change(one, changes)
        draft = draft_reading.read(one.reading, one.name, content)
        parsed = draft.parsed or one.parsed
        placed = field_problem.place_all(
            one.name, one.model, parsed, FieldPlaces(parsed), draft.problems
        )
        return {
            "problems": list(placed),
            "html": self._draw(asked, changes),
        }

    def change(self, asked: Mapping[str, Any]) -> object:
        """Write changes of one file. What somebody else changed meanwhile is reported."""
        one = self._open(asked.get("name"))
        changes = self._read_wanted(one, asked)
        content = self._change(one, changes)
        draft = draft_reading.read(one.reading, one.name, content, deep=False)
        # What a page does takes nothing away from readers; what is broken may stay so.
        if not draft.is_readable and self._is_readable(one):
            raise GuidebookError(field_problem.write_refusal(draft.problems))
        if one.is_layered:
            path = one.own_path
            return self.conflicts.finish(self.session.write_all({path: content}, {path: one.own}))
        digest = str(asked.get("digest") or self.session.note(one.own))
        return self.conflicts.finish(self.session.change(one.own_path, digest, changes))

    def _read_wanted(self, one: _Open, asked: Mapping[str, Any]) -> list[Change]:
        data = layered_change.read_full(one.reading, one.name) if one.is_layered else None
        return wanted_change.read_all(one.model, data or one.parsed.data, asked.get("changes"))

    def _change(self, one: _Open, changes: Sequence[Change]) -> bytes:
        """What the project's own file would be after changes."""
        if one.is_layered:
            return layered_change.change(one.reading, one.name, one.own, changes)
        return change_file(one.name, one.own or b"", changes)

    def _is_readable(self, one: _Open) -> bool:
        if one.own is None:
            return True
        return draft_reading.read(one.reading, one.name, one.own, deep=False).is_readable

    def _draw(self, asked: Mapping[str, Any], changes: Sequence[Change]) -> str | None:
        """The HTML of a text as it is typed, if it is one that a page shows as a whole."""
        site = self.editing.project.site
        if site is None or not asked.get("draw") or len(changes) != 1:
            return None
        match changes[0]:
            case Set(_, str(text)):
                return str(Inline(site.guidebook).html(text, "/"))
        return None

    @property
    def _reading(self) -> Reading:
        reading = self.editing.project.reading
        if reading is None:
            raise GuidebookError("The guidebook cannot be read yet.")
        return reading

    def _open(self, name: object) -> _Open:
        """A file by its path in the folder of playbooks: only those that were read."""
        reading = self._reading
        parsed = reading.parsed.get(name) if isinstance(name, str) else None
        if parsed is None or not isinstance(name, str):
            raise GuidebookError(_GONE)
        is_house = name == self._house_name  # it may have another name
        model = find_model(files.HOUSE if is_house else name, parsed.data)
        own = self._read_own(name)
        layered = layered_change.is_layered(reading, name, own)
        return _Open(name, parsed, model, reading, own, layered)

    @property
    def _house_name(self) -> str:
        house = self._reading.layers[-1].house if self._reading.layers else None
        return house.path if house else files.HOUSE

    def _open_at(self, asked: Mapping[str, str]) -> tuple[_Open, Loc]:
        name, *loc = wanted_change.read_loc(read_json(asked.get("at", "")))
        return self._open(name), tuple(loc)

    def _read_own(self, name: str) -> bytes | None:
        """What is in the project's own file now; None if it is only below."""
        top = self._reading.layers[-1]
        if name == self._house_name and top.house:
            return top.house.content
        path = self._reading.find_own(find_name(name))
        return top.files[path] if path else None

    def _find_places(self, name: str, parsed: ParsedFile) -> FieldPlaces:
        known = self._places.get(name)
        if known is None or known[0] is not parsed:
            known = self._places[name] = parsed, FieldPlaces(parsed)
        return known[1]


def _list_paths(parsed: ParsedFile) -> set[str]:
    """The files that a file is made of, as problems show them."""
    below = parsed.origins.values() if isinstance(parsed, ComposedFile) else ()
    return {parsed.path, *(source.path for source, _ in below)}
