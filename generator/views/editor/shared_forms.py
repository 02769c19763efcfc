"""Forms of `guidebook.yml` and `paths.yml`: owners, chapters, shortcuts, paths and the rest."""

from dataclasses import dataclass, replace

from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import Chapter, GuidebookFile, Owner, Tile
from generator.model.learning_path import LearningPath, PathsFile, PathStep
from generator.model.yaml_model import Loc
from generator.reader.record_namings import OWNER
from generator.reader.yaml_text.item_edit import Insert
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor.fields import Button, FieldGroup, FieldSource, Form, FormLink
from generator.views.editor.ordered_group import (
    Namings,
    list_buttons,
    list_namers,
    name_control,
)
from generator.views.editor.roleplay_form import find_free
from generator.views.problem_panel import FOLDER

_ITSELF = (
    "title", "purpose", "version", "address", "logo", "accent", "review_every", "country",
)  # fmt: skip
_OWNER = ("name", "contact")
_CHAPTER = ("title", "purpose", "audience", "urgent", "icon", "playbooks")
_TILE = ("playbook", "label", "danger", "icon")
_PATH = ("title", "purpose", "icon")
_STEP = ("playbook", "practice", "why")
_MOST_STEPS = 40


@dataclass(frozen=True)
class SharedForms:
    """The forms of these files as they are written; `about` and `paths` are what they say."""

    guidebook: Guidebook
    about: GuidebookFile
    paths: PathsFile | None
    namings: Namings

    def find(self, name: str) -> Form | None:
        """A form by its name."""
        what, _, about = name.partition("/")
        if about:
            return self._find_path(about) if what == "paths" else None
        describe = {
            "guidebook": self._describe_itself,
            "owners": self._describe_owners,
            "chapters": self._describe_chapters,
            "shortcuts": self._describe_shortcuts,
            "paths": self._describe_paths,
        }.get(what)
        return describe() if describe else None

    def _describe_itself(self) -> Form:
        countries = {name: one.name for name, one in self.guidebook.countries.items()}
        source = FieldSource(files.GUIDEBOOK, {"country": countries})
        fields = tuple(source.make(self.about, (name,)) for name in _ITSELF)
        lead = "What holds for all of it. The answers of your company go first where both say it."
        return Form("guidebook", "The guidebook", lead, (FieldGroup("The guidebook", fields),))

    def _describe_owners(self) -> Form:
        owners = self.about.owners
        name = find_free("[[Name]]", [one.name for one in owners])
        added = Insert(("owners",), len(owners), name)
        groups = [self._describe_owner(at, one) for at, one in enumerate(owners)]
        last = _offer(
            "Another owner", "owner", "Add an owner", files.GUIDEBOOK, added, first="name"
        )
        lead = "Who keeps playbooks right. Another name is changed in their playbooks as well."
        return Form("owners", "Owners", lead, (*groups, last))

    def _describe_owner(self, at: int, one: Owner) -> FieldGroup:
        loc: Loc = ("owners", at)
        source = FieldSource(files.GUIDEBOOK, {})
        name, contact = (source.make(one, (*loc, field)) for field in _OWNER)
        namers = list_namers(self.guidebook, self.namings.get((OWNER, one.name), ()))
        count = len(self.about.owners)
        buttons = list_buttons(
            files.GUIDEBOOK, loc, count, what="owner", is_free=not namers and count > 1
        )
        fields = (replace(name, named_as=(OWNER, one.name)), contact)
        return FieldGroup(one.name, fields, buttons=tuple(buttons), namers=namers)

    def _describe_chapters(self) -> Form:
        chapters = self.about.chapters
        name = find_free(f"chapter-{len(chapters) + 1}", [one.id for one in chapters])
        added = Insert(
            ("chapters",), len(chapters), {"id": name, "title": "[[Title]]", "audience": "everyone"}
        )
        groups = [self._describe_chapter(at, one) for at, one in enumerate(chapters)]
        last = _offer(
            "Another chapter", "chapter", "Add a chapter", files.GUIDEBOOK, added, first="title"
        )
        lead = "The order here is the order on the first page and in the menu."
        return Form("chapters", "Chapters", lead, (*groups, last))

    def _describe_chapter(self, at: int, chapter: Chapter) -> FieldGroup:
        inside = self.guidebook.by_chapter.get(chapter.id, ())
        source = FieldSource(files.GUIDEBOOK, {"playbooks": {one.id: one.title for one in inside}})
        loc: Loc = ("chapters", at)
        # Its folder is the address of what is in it.
        names = _CHAPTER if inside else (*_CHAPTER[:-1], "id")
        fields = tuple(source.make(chapter, (*loc, name)) for name in names)
        count = len(self.about.chapters)
        buttons = list_buttons(
            files.GUIDEBOOK, loc, count, what="chapter", is_free=not inside and count > 1
        )
        namers = tuple(FormLink(one.title, f"/{one.url}") for one in inside)
        note = "" if inside else "No page is in it yet."
        return FieldGroup(chapter.title, fields, note, buttons=tuple(buttons), namers=namers)

    def _describe_shortcuts(self) -> Form:
        tiles = self.about.right_now
        shown = {one.playbook for one in tiles}
        playbooks = [one for one in self.guidebook.playbooks if one.id not in shown]
        groups = [self._describe_tile(at, one) for at, one in enumerate(tiles)]
        if playbooks:
            tile: Data = {"playbook": playbooks[0].id, "label": "[[Label]]"}
            added = Insert(("right_now",), len(tiles), tile)
            groups.append(
                _offer(
                    "Another shortcut",
                    "tile",
                    "Add a shortcut",
                    files.GUIDEBOOK,
                    added,
                    first="playbook",
                )
            )
        lead = "What the first page leads to at once: danger first, then what happens most."
        return Form("shortcuts", "Shortcuts", lead, tuple(groups))

    def _describe_tile(self, at: int, one: Tile) -> FieldGroup:
        loc: Loc = ("right_now", at)
        source = FieldSource(files.GUIDEBOOK, {"playbook": self._titles})
        fields = tuple(source.make(one, (*loc, name)) for name in _TILE)
        count = len(self.about.right_now)
        buttons = tuple(list_buttons(files.GUIDEBOOK, loc, count, what="shortcut"))
        return FieldGroup(one.label, fields, buttons=buttons)

    def _describe_paths(self) -> Form:
        paths = self.paths.paths if self.paths else ()
        name = find_free(f"path-{len(paths) + 1}", [one.id for one in paths])
        made: Data = {
            "id": name,
            "title": "[[Who it is for]]",
            "purpose": "[[What one can do afterwards.]]",
            "steps": [self._begin_step([])],
        }
        insert = Insert(("paths",), len(paths), made)
        groups = [self._list_path(at, one, len(paths)) for at, one in enumerate(paths)]
        last = _offer(
            "Another path", "path", "Add a path", files.PATHS, insert, leads=f"paths/{name}"
        )
        lead = "What somebody new to a job reads and practices, the most common first."
        return Form("paths", "Paths", lead, (*groups, last))

    def _list_path(self, at: int, one: LearningPath, count: int) -> FieldGroup:
        buttons = list_buttons(files.PATHS, ("paths", at), count, what="path", is_free=count > 1)
        link = FormLink(f"{len(one.steps)} steps", f"/{FOLDER}paths/{one.id}/")
        return FieldGroup(one.title, (), one.purpose, buttons=tuple(buttons), contents=(link,))

    def _find_path(self, name: str) -> Form | None:
        paths = self.paths.paths if self.paths else ()
        for at, one in enumerate(paths):
            if one.id == name:
                return self._describe_path(at, one)
        return None

    def _describe_path(self, at: int, path: LearningPath) -> Form:
        loc: Loc = ("paths", at)
        source = FieldSource(files.PATHS, {})
        fields = tuple(source.make(path, (*loc, name)) for name in _PATH)
        groups = [FieldGroup("What it is", fields)]
        groups += [self._describe_step(loc, path, number) for number in range(len(path.steps))]
        if len(path.steps) < _MOST_STEPS:
            step = self._begin_step([one.playbook for one in path.steps])
            insert = Insert((*loc, "steps"), len(path.steps), step)
            groups.append(
                _offer("Another step", "step", "Add a step", files.PATHS, insert, first="playbook")
            )
        lead = "What to read and to practice, in order, and why."
        around = FormLink("Paths", f"/{FOLDER}paths/")
        return Form(f"paths/{path.id}", f"Path: {path.title}", lead, tuple(groups), around=around)

    def _describe_step(self, around: Loc, path: LearningPath, number: int) -> FieldGroup:
        loc: Loc = (*around, "steps", number)
        step: PathStep = path.steps[number]
        source = FieldSource(files.PATHS, {"playbook": self._titles})
        fields = tuple(source.make(step, (*loc, name)) for name in _STEP)
        count = len(path.steps)
        buttons = list_buttons(files.PATHS, loc, count, what="step", is_free=count > 1)
        title = f"{number + 1}: {self._titles.get(step.playbook, step.playbook)}"
        return FieldGroup(title, fields, buttons=tuple(buttons))

    def _begin_step(self, taken: list[str]) -> Data:
        names = [one.id for one in self.guidebook.playbooks]
        free = next((one for one in names if one not in taken), names[0])
        return {"playbook": free, "why": "[[Why it comes here.]]"}

    @property
    def _titles(self) -> dict[str, str]:
        return {one.id: one.title for one in self.guidebook.playbooks}


def _offer(
    title: str,
    name: str,
    label: str,
    file: str,
    insert: Insert,
    *,
    first: str = "",
    leads: str = "",
) -> FieldGroup:
    """A button that adds an item; one goes on in its `first` field, or in the form of it."""
    then = (name_control(file, (*insert.loc, insert.index, first)),) if first else ()
    button = Button(name, label, file, (insert,), leads, then)
    return FieldGroup(title, (), buttons=(button,))
