"""What the preview's own forms ask and have done, in `guidebook edit`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.adapters.edit_desk import Desk
from generator.adapters.edit_session import EditSession, Outcome
from generator.adapters.editing import Editing
from generator.adapters.search_desk import SearchDesk
from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.written_value import NOTHING, find_value, find_written
from generator.problem import GuidebookError
from generator.reader import draft_reading
from generator.reader.field_places import FieldPlaces
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.reader.yaml_text.item_edit import Change, Delete, Set, change_file
from generator.views.editor import field_value
from generator.views.editor.fields import Field, Form
from generator.views.editor.pages import EditorPages
from generator.views.page_editor import field_problem

GONE = "This is no longer in the guidebook. Load the page again."
_MOST_ASKED = 200


@dataclass
class FormDesk:
    """Answers forms: they name a field or a button, and only what the guidebook knows is done."""

    editing: Editing
    session: EditSession
    search: SearchDesk = field(default_factory=SearchDesk)

    @property
    def desk(self) -> Desk:
        """What forms may ask and do."""
        return Desk(
            questions={"form-digests": self.list_digests},
            actions={
                "form": self.save,
                "form-check": self.check,
                "form-press": self.press,
                "form-search": self.find,
            },
        )

    def list_digests(self, asked: Mapping[str, str]) -> object:
        """The files of a form, as they are now."""
        names = dict.fromkeys(one.file for one in self._find_form(asked).list_fields())
        return {
            name: self.session.find_digest(name) for name in names if self._read(name) is not None
        }

    def check(self, asked: Mapping[str, Any]) -> object:
        """What would be wrong with a field."""
        one = self._find_field(asked)
        changes = self._plan(one, asked.get("value"))
        content = change_file(one.file, self._read(one.file) or b"", changes)
        draft = draft_reading.read(self.reading, self._name(one.file), content)
        if draft.parsed is None:
            return {"problems": []}
        model = draft_reading.find_model(one.file, draft.parsed.data)
        places = FieldPlaces(draft.parsed)
        found = field_problem.place_all(one.file, model, draft.parsed, places, draft.problems)
        return {"problems": [each for each in found if _is_in(one, each["at"])]}

    def save(self, asked: Mapping[str, Any]) -> object:
        """Write what a field holds now."""
        one = self._find_field(asked)
        return self._change(one.file, self._plan(one, asked.get("value")), asked.get("digest"))

    def press(self, asked: Mapping[str, Any]) -> object:
        """Do what a button is for."""
        button = self._find_form(asked).find_button(asked.get("button"))
        if button is None:
            raise GuidebookError(GONE)
        changes = [self._write_at(button.file, one) for one in button.changes]
        return self._change(button.file, changes, asked.get("digest"))

    def find(self, asked: Mapping[str, Any]) -> object:
        """What the search would find for the words of a page, and for others."""
        guidebook = self.guidebook
        words, more = asked.get("words"), asked.get("asked")
        name = asked.get("about")
        lists = [one for one in (words, more) if isinstance(one, list) and len(one) <= _MOST_ASKED]
        is_text = all(isinstance(text, str) for one in lists for text in one)
        if len(lists) != 2 or not is_text or name not in guidebook.by_id:
            raise GuidebookError(GONE)
        return self.search.find(guidebook, str(name), *lists)

    @property
    def reading(self) -> Reading:
        """The project as it was read last."""
        reading = self.editing.project.reading
        if reading is None:
            raise GuidebookError("The guidebook cannot be read yet.")
        return reading

    @property
    def guidebook(self) -> Guidebook:
        """The guidebook as it is shown."""
        return self._pages.guidebook

    @property
    def _pages(self) -> EditorPages:
        pages = self.editing.stage.preview.forms
        if pages is None:
            raise GuidebookError("The guidebook cannot be read yet.")
        return pages

    def _find_form(self, asked: Mapping[str, Any]) -> Form:
        form = self._pages.find_form(asked.get("form"))
        if form is None:
            raise GuidebookError(GONE)
        return form

    def _find_field(self, asked: Mapping[str, Any]) -> Field:
        one = self._find_form(asked).find_field(asked.get("field"))
        if one is None:
            raise GuidebookError(GONE)
        return one

    def _plan(self, one: Field, value: object) -> Sequence[Change]:
        """The changes after which a field holds a value."""
        parsed = self._pages.find_parsed(one.file)
        data = parsed.data if parsed else None
        model = draft_reading.find_model(one.file, data)
        old = find_value(model, data, one.loc)
        is_there = old is not NOTHING
        said = field_value.write(one, field_value.read(one, value), old if is_there else None)
        loc = find_written(model, data, one.loc)
        if said is None:
            return [Delete(loc)] if is_there else []
        return [Set(loc, said)]

    def _write_at(self, file: str, change: Change) -> Change:
        """The same change at the location that the file has for it."""
        parsed = self._pages.find_parsed(file)
        data = parsed.data if parsed else None
        model = draft_reading.find_model(file, data)
        return replace(change, loc=find_written(model, data, change.loc))

    def _change(self, file: str, changes: Sequence[Change], digest: object) -> object:
        before = self._read(file)
        after = change_file(file, before or b"", changes)
        self._refuse_unreadable(file, before, after)
        if not changes:
            outcome = Outcome("")
        elif before is None:
            outcome = self.session.create(self._name(file), after)
        else:
            known = str(digest or self.session.find_digest(self._name(file)))
            outcome = self.session.change(self._name(file), known, changes)
        self.editing.read_now()
        conflicts = [
            {"loc": one.loc, "was": one.was, "theirs": one.theirs, "mine": one.mine}
            for one in outcome.conflicts
        ]
        history = {"undo": self.session.can_undo, "redo": self.session.can_redo}
        return {"conflicts": conflicts, "history": history}

    def _refuse_unreadable(self, file: str, before: bytes | None, after: bytes) -> None:
        """What a form says must not take away what others read; what is broken may stay so."""
        name = self._name(file)
        draft = draft_reading.read(self.reading, name, after)
        was_sound = before is None or draft_reading.read(self.reading, name, before).is_readable
        if not draft.is_readable and was_sound:
            raise GuidebookError(field_problem.write_refusal(draft.problems))

    def _name(self, file: str) -> str:
        """How the project calls a file: a company's own may have another name."""
        house = self.reading.layers[-1].house
        return house.path if file == files.HOUSE and house else file

    def _read(self, file: str) -> bytes | None:
        """What is in a file now, wherever among the layers it is."""
        if file == files.HOUSE:
            house = self.reading.layers[-1].house
            return house.content if house else None
        for layer in reversed(self.reading.layers):
            for path, content in layer.files.items():
                if find_name(path) == find_name(file):
                    return content
        return None


def _is_in(one: Field, at: Sequence[str | int]) -> bool:
    return tuple(at[1 : len(one.loc) + 1]) == one.loc
