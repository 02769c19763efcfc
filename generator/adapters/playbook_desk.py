"""Making a playbook, giving it another name, and taking it away, in `guidebook edit`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from generator.adapters.edit_desk import Action, Desk
from generator.adapters.form_desk import GONE, FormDesk
from generator.model import files, paths
from generator.model.playbook import Playbook
from generator.problem import GuidebookError
from generator.reader import deletion, renaming
from generator.reader.yaml_text.item_edit import END, Insert, change_file
from generator.site import new_playbook


@dataclass
class PlaybookDesk:
    """Does what concerns many files at once; each thing is one step to undo."""

    forms: FormDesk

    @property
    def desk(self) -> Desk:
        """What pages may have done."""
        actions = {"create": self.create, "rename": self.rename, "delete": self.delete}
        return Desk(actions={name: partial(self._read_first, one) for name, one in actions.items()})

    def _read_first(self, act: Action, asked: Mapping[str, Any]) -> object:
        """What was written since the files were read counts too."""
        self.forms.editing.read_now()
        return act(asked)

    def create(self, asked: Mapping[str, Any]) -> object:
        """A new playbook from the template of its kind; another may lead to it."""
        file = new_playbook.make_file(
            self.forms.guidebook,
            title=_read_text(asked, "title"),
            kind=_read_text(asked, "kind"),
            chapter=_read_text(asked, "chapter"),
            owner=_read_text(asked, "owner"),
            today=date.today(),
        )
        name = paths.find_id(file.path)
        changed: dict[str, bytes | None] = {file.path: file.content}
        if before := _read_text(asked, "before"):
            path = self._find_own(before)
            content = self._files[path]
            changed[path] = change_file(path, content, [Insert(("related",), END, name)])
        self._write(changed)
        return {"url": f"/{file.path.removesuffix('.yml')}/"}

    def rename(self, asked: Mapping[str, Any]) -> object:
        """Another name for a playbook, in every file that names it."""
        playbook = self._find(asked)
        new = _read_text(asked, "name")
        self._find_own(playbook.id)
        if new == playbook.id:
            raise GuidebookError("This is its name already.")
        if fault := renaming.find_fault(self.forms.guidebook, playbook.id, new):
            raise GuidebookError(fault)
        self._write(renaming.rename(self._files, playbook.id, new, root=self._root))
        return {"url": f"/{playbook.chapter}/{new}/"}

    def delete(self, asked: Mapping[str, Any]) -> object:
        """Take a playbook away; one of the guidebook below is left out instead."""
        playbook = self._find(asked)
        instead = _read_text(asked, "instead")
        if instead and (instead not in self.forms.guidebook.by_id or instead == playbook.id):
            raise GuidebookError(GONE)
        if self._is_of_below(playbook):
            house = self.forms.reading.layers[-1].house
            path, content = (house.path, house.content) if house else (files.HOUSE, b"")
            self._write(
                {path: change_file(path, content, [Insert(("without",), END, playbook.id)])}
            )
        else:
            title = playbook.title
            made = deletion.delete(
                self._files, playbook.id, title=title, instead=instead, root=self._root
            )
            self._write(made)
        return {"url": f"/{playbook.chapter}/"}

    @property
    def _files(self) -> Mapping[str, bytes]:
        return self.forms.reading.layers[-1].files

    @property
    def _root(self) -> str:
        return self.forms.reading.layers[-1].prefix

    def _find(self, asked: Mapping[str, Any]) -> Playbook:
        found = self.forms.guidebook.by_id.get(_read_text(asked, "about"))
        if found is None:
            raise GuidebookError(GONE)
        return found

    def _find_own(self, name: str) -> str:
        """The path of a playbook that is wholly the project's own."""
        playbook = self.forms.guidebook.by_id.get(name)
        if playbook is None or playbook.path not in self._files or self._is_of_below(playbook):
            raise GuidebookError(
                f"“{name}” is of the guidebook that you build on, and cannot be changed so."
            )
        return playbook.path

    def _is_of_below(self, playbook: Playbook) -> bool:
        return any(playbook.path in layer.files for layer in self.forms.reading.layers[:-1])

    def _write(self, changed: Mapping[str, bytes | None]) -> None:
        top = self.forms.reading.layers[-1]
        known = {**top.files, **({top.house.path: top.house.content} if top.house else {})}
        self.forms.session.write_all(changed, {name: known.get(name) for name in changed})
        self.forms.editing.read_now()


def _read_text(asked: Mapping[str, Any], name: str) -> str:
    value = asked.get(name, "")
    if not isinstance(value, str):
        raise GuidebookError(GONE)
    return value.strip()
