"""The preview's own pages: forms, a new playbook, another name for one, and taking one away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from pydantic import ValidationError

from generator.model import files
from generator.model.approval import Expert
from generator.model.file_models import find_model
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import GuidebookFile, IdeasFile, SourcesFile
from generator.model.learning_path import PathsFile
from generator.model.playbook import Playbook
from generator.model.yaml_model import Loc, YamlModel
from generator.problem import Problem, Severity
from generator.reader import deletion, layered_change, record_namings
from generator.reader.composed_file import ComposedFile
from generator.reader.field_places import FieldPlaces
from generator.reader.guidebook_reader import Reading
from generator.reader.layers import find_name
from generator.reader.yaml_text import ParsedFile
from generator.views.editor import (
    house_form,
    naming_list,
    playbook_form,
    questions_form,
    roleplay_form,
    settings_forms,
)
from generator.views.editor.fields import Form, FormLink, write_key
from generator.views.editor.flow import write_anchor
from generator.views.editor.flow_layout import WIDTH, Layout
from generator.views.editor.kind_help import KIND_HELP
from generator.views.editor.ordered_group import Namings
from generator.views.editor.reference_forms import ReferenceForms
from generator.views.editor.shared_forms import SharedForms
from generator.views.page_editor import field_problem
from generator.views.page_editor.field_problem import FieldProblem
from generator.views.pages.renderer import fill
from generator.views.problem_panel import FOLDER, Entry

START = "Change the guidebook"
_MOST_TO_FIX = 30
_Model = TypeVar("_Model", bound=YamlModel)

_SHARED = ("guidebook", "owners", "chapters", "shortcuts", "paths")
_REFERENCES = ("sources", "ideas", "rulings")
NEW, RENAME, DELETE = "new", "rename", "delete"


@dataclass(frozen=True)
class EditorPages:
    """Pages by their names below the preview's folder, as the guidebook is now."""

    guidebook: Guidebook
    reading: Reading
    problems: Sequence[Problem] = ()

    def draw(self, name: str) -> tuple[str, str] | None:
        """The title and the HTML of a page; None if there is none of that name."""
        what, _, about = name.removesuffix("/").partition("/")
        playbook = self.guidebook.by_id.get(about)
        if what == NEW and not about:
            return "A new playbook", self._write_new()
        if name.removesuffix("/") == settings_forms.NAME:
            return "Settings", self._write_settings()
        if what in (RENAME, DELETE) and playbook:
            return self._write_farewell(what, playbook)
        if form := self.find_form(name.removesuffix("/")):
            return form.title, self._write_form(form)
        return None

    def write_start(self, entries: Sequence[Entry]) -> str:
        """Where one begins: what is to be fixed, worst first, and what can be changed."""
        serious = [one for one in entries if one["severity"] != Severity.NOTE]
        by_chapter = self.guidebook.by_chapter
        return fill(
            "editor/start.html",
            title=START,
            entries=serious[:_MOST_TO_FIX],
            more=max(0, len(serious) - _MOST_TO_FIX),
            pages=self._list_settings(),
            chapters=[
                (one.title, by_chapter[one.id])
                for one in self.guidebook.about.chapters
                if one.id in by_chapter
            ],
            folder=FOLDER,
        )

    def find_form(self, name: object) -> Form | None:
        """A form by its name."""
        what, _, about = str(name).partition("/")
        playbook = self.guidebook.by_id.get(about)
        if what == "about" and playbook:
            return playbook_form.make(self.guidebook, playbook)
        if what == "flow" and playbook:
            return roleplay_form.describe(playbook)
        if name == questions_form.NAME:
            return questions_form.describe(self.guidebook, self.find_parsed(files.TRIAGE))
        if name == house_form.NAME:
            return house_form.make(self.guidebook, self.find_parsed(files.HOUSE))
        if what in _SHARED:
            return self._find_shared(str(name))
        if what in _REFERENCES:
            return self._find_reference(str(name))
        return settings_forms.find(self.guidebook, str(name))

    def _find_shared(self, name: str) -> Form | None:
        parsed = self.find_parsed(files.GUIDEBOOK)
        file = _read_file(GuidebookFile, parsed) or self.guidebook.about
        paths = self.find_parsed(files.PATHS)
        read = _read_file(PathsFile, paths)
        if name.startswith("paths") and paths is not None and read is None:
            return None
        return SharedForms(self.guidebook, file, read, self._namings).find(name)

    def _find_reference(self, name: str) -> Form | None:
        sources = _read_file(SourcesFile, self.find_parsed(files.SOURCES))
        ideas = _read_file(IdeasFile, self.find_parsed(files.IDEAS))
        ordered = [one for one in (files.SOURCES, files.IDEAS) if self._is_whole(one)]
        return ReferenceForms(self.guidebook, sources, ideas, self._namings, ordered).find(name)

    def _is_whole(self, file: str) -> bool:
        """Whether all that a file says is the project's own, and so the order of its names."""
        path = self.reading.find_own(find_name(file))
        own = self.reading.layers[-1].files[path] if path else None
        return not layered_change.is_layered(self.reading, file, own)

    @cached_property
    def _namings(self) -> Namings:
        return record_namings.find_all(self.reading.parsed)

    def list_links(self, playbook: Playbook | None, chapter: str | None) -> Iterator[FormLink]:
        """What one may open from a page of a chapter; `playbook` is the one that it shows."""
        if playbook:
            yield FormLink("About this page", f"/{FOLDER}about/{playbook.id}/")
            if playbook.roleplay:
                yield FormLink("Role-play", f"/{FOLDER}flow/{playbook.id}/")
        of_chapter = f"?chapter={chapter}" if chapter else ""
        yield FormLink("New playbook", f"/{FOLDER}{NEW}/{of_chapter}")
        yield FormLink("Settings", f"/{FOLDER}{settings_forms.NAME}/")
        yield FormLink("Overview", f"/{FOLDER}")

    def _write_form(self, form: Form) -> str:
        playbook = self.guidebook.by_id.get(form.about)
        fields = list(form.list_fields())
        lists = {one.listed: one.choices for one in fields if one.listed}
        return fill(
            "editor/form.html",
            form=form,
            links=list(self._list_form_links(form, playbook)),
            problems=self._place_problems(form),
            lists=lists,
            drawing=form.drawing and _describe_drawing(form.drawing, form),
            width=WIDTH,
            experts=[one.value for one in Expert],
            edition=playbook.edition if playbook else "",
        )

    def _list_form_links(self, form: Form, playbook: Playbook | None) -> Iterator[FormLink]:
        if playbook:
            yield FormLink(playbook.title, f"/{playbook.url}")
            about = f"about/{playbook.id}"
            if form.name != about:
                yield FormLink("About this page", f"/{FOLDER}{about}/")
            elif playbook.roleplay:
                yield FormLink("Role-play", f"/{FOLDER}flow/{playbook.id}/")
            yield FormLink("Rename", f"/{FOLDER}{RENAME}/{playbook.id}/")
            yield FormLink("Delete", f"/{FOLDER}{DELETE}/{playbook.id}/")
        else:
            yield FormLink("Settings", f"/{FOLDER}{settings_forms.NAME}/")
        if form.around:
            yield form.around

    def _place_problems(self, form: Form) -> Mapping[str, Sequence[FieldProblem]]:
        """What is wrong, by the field that it is about."""
        fields = list(form.list_fields())
        found: dict[str, list[FieldProblem]] = {}
        for file in dict.fromkeys(one.file for one in fields):
            keys = {one.loc: one.key for one in fields if one.file == file}
            for one in self._place(file):
                if key := find_key(keys, tuple(one["at"][1:])):
                    found.setdefault(key, []).append(one)
        return found

    def _place(self, file: str) -> Iterator[FieldProblem]:
        """What is wrong with a file, each problem with its location."""
        parsed = self.find_parsed(file)
        if parsed:
            below = parsed.origins.values() if isinstance(parsed, ComposedFile) else ()
            paths = {parsed.path, *(source.path for source, _ in below)}
            own = [one for one in self.problems if one.place.path in paths]
            if own:
                model = find_model(file, parsed.data)
                places = FieldPlaces(parsed)
                yield from field_problem.place_all(file, model, parsed, places, own)

    def find_parsed(self, file: str) -> ParsedFile | None:
        """A file as it was read; the company's own by its usual name."""
        house = self.reading.layers[-1].house if self.reading.layers else None
        name = house.path if file == files.HOUSE and house else file
        return self.reading.parsed.get(name)

    def _write_new(self) -> str:
        return fill(
            "editor/new.html",
            kinds=[(kind.value, KIND_HELP[kind]) for kind in KIND_HELP],
            chapters={one.id: one.title for one in self.guidebook.about.chapters},
            owners={one.name: one.name for one in self.guidebook.about.owners},
            playbooks=self.guidebook.titles,
            settings=f"/{FOLDER}{settings_forms.NAME}/",
        )

    def _write_settings(self) -> str:
        return fill("editor/settings.html", pages=self._list_settings(), folder=FOLDER)

    def _list_settings(self) -> Sequence[tuple[str, str, str]]:
        return [one for one in settings_forms.list_pages() if self.find_form(one[0])]

    def _write_farewell(self, what: str, playbook: Playbook) -> tuple[str, str]:
        own = self.reading.layers[-1].files
        below = any(playbook.path in layer.files for layer in self.reading.layers[:-1])
        namings = deletion.list_namings(own, playbook.id)
        title = f"Rename: {playbook.title}" if what == RENAME else f"Delete: {playbook.title}"
        html = fill(
            f"editor/{what}.html",
            title=title,
            playbook=playbook,
            is_ours=playbook.path in own and not below,
            namers=list(naming_list.list_namers(self.guidebook, namings)),
            playbooks={
                name: one for name, one in self.guidebook.titles.items() if name != playbook.id
            },
        )
        return title, html


def find_key(keys: Mapping[Loc, str], loc: Loc) -> str | None:
    """The field that a location is in; a list that is missing is reported at what holds it."""
    for length in range(len(loc), 0, -1):
        if key := keys.get(loc[:length]):
            return key
    return None


def _describe_drawing(drawing: Layout, form: Form) -> Mapping[str, object]:
    """The picture as its template takes it: each box with the address of its fields."""
    file = next(form.list_fields()).file
    return {
        "width": drawing.width,
        "height": drawing.height,
        "arrows": drawing.arrows,
        "boxes": [
            {
                "box": one.box,
                "x": one.x,
                "y": one.y,
                "height": one.height,
                "head": one.head,
                "lines": one.lines,
                "is_reached": one.is_reached,
                "address": f"/{one.box.url}" if one.box.url else f"#{write_anchor(one.box.name)}",
                "rows": [
                    {
                        "text": row.text,
                        "y": row.y,
                        "anchor": f"f-{write_key(file, (*row.way.loc, 'say'))}",
                    }
                    for row in one.rows
                ],
            }
            for one in drawing.boxes
        ],
    }


def _read_file(model: type[_Model], parsed: ParsedFile | None) -> _Model | None:
    """What a file says, in its own order; None if that cannot be read."""
    if parsed is None:
        return None
    try:
        return model.model_validate(parsed.data)
    except ValidationError:
        return None
