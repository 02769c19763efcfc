"""Forms of `sources.yml` and `ideas.yml`: what the advice rests on, and what settles tensions."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import IdeasFile, Ruling, SourcesFile
from generator.model.yaml_model import Loc, YamlModel
from generator.reader.record_namings import IDEA, SOURCE
from generator.reader.yaml_text.item_edit import Delete, Insert, Set
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor.fields import Button, FieldGroup, FieldSource, Form, FormLink
from generator.views.editor.ordered_group import Namings, list_buttons, list_namers
from generator.views.problem_panel import FOLDER

_NUMBERED = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class ReferenceForms:
    """The forms of these files as they are written."""

    guidebook: Guidebook
    sources: SourcesFile | None
    ideas: IdeasFile | None
    namings: Namings

    def find(self, name: str) -> Form | None:
        """A form by its name."""
        what, _, about = name.partition("/")
        if what == "sources":
            return self._describe_source(about) if about else self._describe_sources()
        if what == "ideas":
            return self._describe_idea(about) if about else self._describe_ideas()
        return self._describe_rulings() if name == "rulings" else None

    def _describe_sources(self) -> Form:
        sources = self.sources.sources if self.sources else {}
        contents = _list_contents("sources", {name: one.work for name, one in sources.items()})
        new: Data = {"work": "[[Title]]", "fact": "[[What it found]]", "certainty": "reported"}
        button = _offer("sources", files.SOURCES, sources, "D", "Add a source", new)
        group = FieldGroup("All sources", (), contents=contents)
        first = FieldGroup("Another source", (), buttons=(button,))
        return Form("sources", "Sources", "Where the advice comes from.", (first, group))

    def _describe_source(self, name: str) -> Form | None:
        source = self.sources.sources.get(name) if self.sources else None
        lead = "Where a claim comes from, in our own words."
        return self._describe_record(source, files.SOURCES, SOURCE, name, lead)

    def _describe_ideas(self) -> Form:
        ideas = self.ideas.ideas if self.ideas else {}
        groups: dict[str, dict[str, str]] = {}
        for name, one in ideas.items():
            groups.setdefault(one.group, {})[name] = one.text
        last = next(reversed(groups), "[[Heading]]")
        new: Data = {"text": "[[The idea.]]", "group": last}
        button = _offer("ideas", files.IDEAS, ideas, "S", "Add an idea", new)
        first = FieldGroup("Another idea", (), buttons=(button,))
        listed = (
            FieldGroup(title, (), contents=_list_contents("ideas", own))
            for title, own in groups.items()
        )
        return Form("ideas", "Ideas", "What the guidebook rests on.", (first, *listed))

    def _describe_idea(self, name: str) -> Form | None:
        idea = self.ideas.ideas.get(name) if self.ideas else None
        lead = "One idea that the guidebook rests on."
        return self._describe_record(idea, files.IDEAS, IDEA, name, lead)

    def _describe_record(
        self, record: YamlModel | None, file: str, what: str, name: str, lead: str
    ) -> Form | None:
        """All fields of a record, if there is one. It goes only if nothing names it."""
        if record is None:
            return None
        source = FieldSource(file, {})
        fields = tuple(source.make(record, (what, name, one)) for one in type(record).model_fields)
        namers = list_namers(self.guidebook, self.namings.get((what, name), ()))
        noun = what.removesuffix("s")
        remove = Button("remove", f"Remove this {noun}", file, (Delete((what, name)),), what)
        group = (
            FieldGroup(name, fields, namers=namers)
            if namers
            else FieldGroup(name, fields, "Nothing names it.", buttons=(remove,))
        )
        around = FormLink(what.capitalize(), f"/{FOLDER}{what}/")
        return Form(f"{what}/{name}", f"{noun.capitalize()} {name}", lead, (group,), around=around)

    def _describe_rulings(self) -> Form:
        rulings = self.ideas.rulings if self.ideas else ()
        groups = [self._describe_ruling(at, one) for at, one in enumerate(rulings)]
        name = _find_next([one.id for one in rulings], "T")
        new: Data = {
            "id": name,
            "one_side": "[[What speaks for the one.]]",
            "other_side": "[[What speaks for the other.]]",
            "ruling": "[[What the guidebook does.]]",
        }
        insert = Insert(("rulings",), len(rulings), new)
        button = Button("ruling", "Add a ruling", files.IDEAS, (insert,))
        last = FieldGroup("Another ruling", (), buttons=(button,))
        lead = "How the guidebook settles two ideas that pull apart."
        return Form("rulings", "Rulings", lead, (*groups, last))

    def _describe_ruling(self, at: int, one: Ruling) -> FieldGroup:
        loc: Loc = ("rulings", at)
        titles = {each.id: each.title for each in self.guidebook.playbooks}
        source = FieldSource(files.IDEAS, {"playbooks": titles})
        fields = tuple(source.make(one, (*loc, name)) for name in Ruling.model_fields)
        count = len(self.ideas.rulings) if self.ideas else 0
        buttons = tuple(list_buttons(files.IDEAS, loc, count, what="ruling"))
        return FieldGroup(f"{one.id}: {one.one_side}", fields, buttons=buttons)


def _list_contents(what: str, words: Mapping[str, str]) -> tuple[FormLink, ...]:
    return tuple(
        FormLink(f"{name}: {text}", f"/{FOLDER}{what}/{name}/") for name, text in words.items()
    )


def _offer(
    what: str, file: str, known: Mapping[str, object], letter: str, label: str, new: Data
) -> Button:
    name = _find_next(known, letter)
    return Button("add", label, file, (Set((what, name), new),), f"{what}/{name}")


def _find_next(known: Iterable[str], letter: str) -> str:
    """The next name of its kind: the letters that most have, and a number that none has."""
    parts = [found for found in map(_NUMBERED.match, known) if found]
    letters = Counter(found[1] for found in parts).most_common(1)
    letter = letters[0][0] if letters else letter
    return f"{letter}{max((int(one[2]) for one in parts if one[1] == letter), default=0) + 1}"
