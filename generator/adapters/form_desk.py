"""What the preview's own forms ask and have done, in `guidebook edit`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.adapters.conflict_desk import ConflictDesk
from generator.adapters.edit_desk import Desk
from generator.adapters.edit_session import EditSession, Outcome
from generator.adapters.editing import Editing
from generator.adapters.record_naming import RecordNaming
from generator.adapters.search_desk import SearchDesk
from generator.model import files
from generator.model.file_models import find_model
from generator.model.guidebook import Guidebook
from generator.model.written_value import NOTHING, find_value, find_written
from generator.model.yaml_model import YamlModel
from generator.problem import GuidebookError
from generator.reader import draft_reading, layered_change, record_renaming
from generator.reader.draft_reading import Draft
from generator.reader.field_places import FieldPlaces
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.reader.yaml_text import parse_bytes
from generator.reader.yaml_text.item_edit import Change, Delete, Rename, Set, change_file
from generator.views.editor import field_value
from generator.views.editor.fields import Field, Form
from generator.views.editor.form_pages import EditorPages
from generator.views.page_editor import field_problem

GONE = "This is no longer in the guidebook. Load the page again."
_MOST_ASKED = 200


@dataclass(frozen=True)
class _Target:
    """A file that a form is about. `own` is what is in the project's own, `data` what it all says.

    One that `is_layered` says only what differs from a layer below, or is to be made for that.
    """

    reading: Reading
    name: str
    own: bytes | None
    data: Any
    model: type[YamlModel]
    is_layered: bool

    @property
    def own_path(self) -> str:
        """The path of the project's own file."""
        return self.reading.find_own(find_name(self.name)) or self.name

    def see(self, content: bytes) -> "_Target":
        """The same as somebody saw it, before others changed it."""
        if content == (self.own or b"") or (self.is_layered and not content):
            return self
        if self.is_layered:
            reading = layered_change.lay_over(self.reading, self.name, content)
            data = layered_change.read_full(reading, self.name)
            return replace(self, reading=reading, own=content, data=data)
        return replace(self, own=content, data=parse_bytes(self.name, content).data)

    def change(self, changes: Sequence[Change]) -> bytes:
        """What the project's own file would be after changes."""
        if self.is_layered:
            return layered_change.change(self.reading, self.name, self.own, changes)
        return change_file(self.name, self.own or b"", changes)


@dataclass
class FormDesk:
    """Answers forms: they name a field or a button, and only what the guidebook knows is done."""

    editing: Editing
    session: EditSession
    conflicts: ConflictDesk
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
        """The files of a form as they were read, by their digests; nothing of one that is gone."""
        form = self._pages.find_form(asked.get("form"))
        if form is None:
            return None
        names = dict.fromkeys(one.file for one in form.list_fields())
        targets = {name: self._open(name) for name in names}
        return {name: self.session.note(one.own) for name, one in targets.items()}

    def check(self, asked: Mapping[str, Any]) -> object:
        """What would be wrong with a field."""
        self.editing.make_way()
        one = self._find_field(asked)
        target = self._open(one.file)
        if one.is_name and (fault := _find_fault(target, one, asked.get("value"))):
            return {"problems": [field_problem.make_error(one.file, one.loc, *fault)]}
        content = target.change(_plan(target, one, asked.get("value")))
        draft = draft_reading.read(target.reading, target.name, content)
        if draft.parsed is None:
            return {"problems": []}
        places = FieldPlaces(draft.parsed)
        found = field_problem.place_all(
            one.file, target.model, draft.parsed, places, draft.problems
        )
        return {"problems": [each for each in found if _is_in(one, each["at"])]}

    def save(self, asked: Mapping[str, Any]) -> object:
        """Write what a field holds now."""
        one = self._find_field(asked)
        if one.named_as:
            return self._name_anew(asked)
        target, digest = self._open_seen(one.file, asked)
        return self._write(target, _plan(target, one, asked.get("value")), digest)

    def press(self, asked: Mapping[str, Any]) -> object:
        """Do what a button is for."""
        button = self._find_form(asked).find_button(asked.get("button"))
        if button is None:
            raise GuidebookError(GONE)
        target, digest = self._open_seen(button.file, asked)
        changes = [
            replace(one, loc=find_written(target.model, target.data, one.loc))
            for one in button.changes
        ]
        return self._write(target, changes, digest)

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

    def _open(self, file: str) -> _Target:
        parsed = self._pages.find_parsed(file)
        reading = self.reading
        name, own = _read_own(reading, file)
        is_layered = layered_change.is_layered(reading, name, own)
        data = parsed.data if parsed else None
        if is_layered:
            data = layered_change.read_full(reading, name)
        return _Target(reading, name, own, data, find_model(file, data), is_layered)

    def _open_seen(self, file: str, asked: Mapping[str, Any]) -> tuple[_Target, str]:
        """A file as a page saw it, with the digest of that; without one, as it is now."""
        target = self._open(file)
        named = asked.get("digest")
        digest = named if isinstance(named, str) else self.session.find_digest(target.own_path)
        return target.see(self.session.find_seen(target.own_path, digest)), digest

    def _name_anew(self, asked: Mapping[str, Any]) -> object:
        """Write another name of a record, and in every file that names it, in one step."""
        self.editing.read_now()  # also in those that name it only since they were read
        one = self._find_field(asked)
        target, _ = self._open_seen(one.file, asked)
        changes = _plan(target, one, asked.get("value"))
        if not changes or one.named_as is None:
            return self.conflicts.finish(Outcome(""))
        after = target.change(changes)
        _refuse_unreadable(target, after)
        field_name, _ = one.named_as
        old = str(one.loc[-1] if one.is_name else find_value(target.model, target.data, one.loc))
        new = str(field_value.read(one, asked.get("value")))
        naming = RecordNaming(self.editing, self.session, self.conflicts)
        done = naming.rename(
            target.own_path, target.own, after, named_as=(field_name, old), new=new
        )
        is_elsewhere = one.is_name and not done["conflicts"]
        return {**done, "leads": f"{field_name}/{new}"} if is_elsewhere else done

    def _write(self, target: _Target, changes: Sequence[Change], digest: str) -> object:
        outcome = Outcome("")
        if changes:
            after = target.change(changes)
            _refuse_unreadable(target, after)
            if target.own is None:
                outcome = self.session.create(target.own_path, after)
            else:
                outcome = self.session.exchange(target.own_path, digest, after)
        return self.conflicts.finish(outcome)


def _read_own(reading: Reading, file: str) -> tuple[str, bytes | None]:
    """How the project calls a file, and what is in its own, if it has one."""
    top = reading.layers[-1]
    if file == files.HOUSE:
        return (top.house.path, top.house.content) if top.house else (file, None)
    path = reading.find_own(find_name(file))
    return file, top.files[path] if path else None


def _plan(target: _Target, one: Field, value: object) -> Sequence[Change]:
    """The changes after which a field holds a value."""
    if one.is_name:
        if fault := _find_fault(target, one, value):
            raise GuidebookError(" ".join(fault))
        new = str(field_value.read(one, value))
        return [Rename(one.loc, new)] if new != one.loc[-1] else []
    old = find_value(target.model, target.data, one.loc)
    is_there = old is not NOTHING
    said = field_value.write(one, field_value.read(one, value), old if is_there else None)
    loc = find_written(target.model, target.data, one.loc)
    if said is None:
        return [Delete(loc)] if is_there else []
    return [Set(loc, said)]


def _find_fault(target: _Target, one: Field, value: object) -> tuple[str, str] | None:
    """What is wrong with the name that a record is to have."""
    group = find_value(target.model, target.data, one.loc[:-1])
    taken = {*group} - {one.loc[-1]} if isinstance(group, dict) else set()
    return record_renaming.find_fault(str(field_value.read(one, value)), taken)


def _refuse_unreadable(target: _Target, after: bytes) -> None:
    """What a form says must not take away what others read; what is broken may stay so."""
    draft = _draft(target, after)
    if not draft.is_readable and (target.own is None or _draft(target, target.own).is_readable):
        raise GuidebookError(field_problem.write_refusal(draft.problems))


def _draft(target: _Target, content: bytes) -> Draft:
    return draft_reading.read(target.reading, target.name, content, deep=False)


def _is_in(one: Field, at: Sequence[str | int]) -> bool:
    return tuple(at[1 : len(one.loc) + 1]) == one.loc
