"""What a page does with its texts while somebody edits: ask about one, try words, change them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.adapters.edit_desk import Desk, read_json
from generator.adapters.edit_session import EditSession, Outcome
from generator.adapters.editing import Editing
from generator.model import files
from generator.model.inline_markup import Inline
from generator.model.yaml_model import Loc, YamlModel
from generator.problem import GuidebookError
from generator.reader import draft_reading
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
    """A file that a page asks about, as it is read now."""

    name: str
    parsed: ParsedFile
    model: type[YamlModel]
    reading: Reading


@dataclass
class PageEditing:
    """Answers pages. `session` writes the files, and `editing` shows what came of it."""

    editing: Editing
    session: EditSession
    _places: dict[str, tuple[ParsedFile, FieldPlaces]] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        """What pages may ask and do."""
        return Desk(
            questions={
                "text": self.describe_text,
                "item": self.describe_item,
                "missing": self.list_missing,
                "problems": self.list_problems,
                "history": lambda _: self._tell_history(),
            },
            actions={
                "check": self.check,
                "change": self.change,
                "undo": lambda _: self._finish(self.session.undo()),
                "redo": lambda _: self._finish(self.session.redo()),
            },
        )

    def describe_text(self, asked: Mapping[str, str]) -> object:
        """A text that is to be changed: its words, and what can be done with it."""
        one, loc = self._open_at(asked)
        found = text_field.describe(one.model, one.parsed.data, loc)
        if found is None:
            raise GuidebookError(_GONE)
        return {**found, "digest": self.session.find_digest(one.name)}

    def describe_item(self, asked: Mapping[str, str]) -> object:
        """What a new item of a list has to say."""
        one, loc = self._open_at(asked)
        needed = text_field.list_needed(one.model, loc)
        return {"asked": needed, "digest": self.session.find_digest(one.name)}

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
        one = self._open(asked.get("name"))
        changes = wanted_change.read_all(one.model, one.parsed.data, asked.get("changes"))
        content = change_file(one.name, self._read(one), changes)
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
        """Write changes of one file. What somebody else changed meanwhile is told."""
        one = self._open(asked.get("name"))
        changes = wanted_change.read_all(one.model, one.parsed.data, asked.get("changes"))
        self._refuse_unreadable(one, changes)
        digest = str(asked.get("digest") or self.session.find_digest(one.name))
        return self._finish(self.session.change(one.name, digest, changes))

    def _refuse_unreadable(self, one: _Open, changes: Sequence[Change]) -> None:
        """What a page says must not take away what others read; what is broken may stay so."""
        before = self._read(one)
        after = change_file(one.name, before, changes)
        draft = draft_reading.read(one.reading, one.name, after, deep=False)
        if draft.is_readable:
            return
        if draft_reading.read(one.reading, one.name, before, deep=False).is_readable:
            raise GuidebookError(field_problem.write_refusal(draft.problems))

    def _finish(self, outcome: Outcome) -> object:
        self.editing.read_now()
        return {
            "digest": outcome.digest,
            "conflicts": [
                {"loc": each.loc, "was": each.was, "theirs": each.theirs, "mine": each.mine}
                for each in outcome.conflicts
            ],
            "history": self._tell_history(),
        }

    def _tell_history(self) -> object:
        return {"undo": self.session.can_undo, "redo": self.session.can_redo}

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
        model = draft_reading.find_model(name, parsed.data, house=self._house_name)
        return _Open(name, parsed, model, reading)

    @property
    def _house_name(self) -> str:
        house = self._reading.layers[-1].house if self._reading.layers else None
        return house.path if house else files.HOUSE

    def _open_at(self, asked: Mapping[str, str]) -> tuple[_Open, Loc]:
        name, *loc = wanted_change.read_loc(read_json(asked.get("at", "")))
        return self._open(name), tuple(loc)

    def _read(self, one: _Open) -> bytes:
        """What is in a file now, wherever among the layers it is."""
        layers = one.reading.layers
        if one.name == self._house_name and layers[-1].house:
            return layers[-1].house.content
        for layer in reversed(layers):
            for path, content in layer.files.items():
                if find_name(path) == find_name(one.name):
                    return content
        raise GuidebookError(_GONE)

    def _find_places(self, name: str, parsed: ParsedFile) -> FieldPlaces:
        known = self._places.get(name)
        if known is None or known[0] is not parsed:
            known = self._places[name] = parsed, FieldPlaces(parsed)
        return known[1]


def _list_paths(parsed: ParsedFile) -> set[str]:
    """The files that a file is made of, as problems show them."""
    below = parsed.origins.values() if isinstance(parsed, ComposedFile) else ()
    return {parsed.path, *(source.path for source, _ in below)}
