"""Forms of `sources.yml` and `ideas.yml`: what the advice rests on, and what settles tensions."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import IdeasFile, Ruling, SourcesFile
from generator.model.yaml_model import Loc, YamlModel
from generator.reader.record_namings import IDEA, SOURCE
from generator.reader.yaml_text.item_edit import Delete, Insert, Set
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor.fields import (
    Button,
    Control,
    Field,
    FieldGroup,
    FieldSource,
    Form,
    FormLink,
)
from generator.views.editor.ordered_group import (
    Namings,
    list_buttons,
    list_namers,
    name_buttons,
    name_control,
)
from generator.views.problem_panel import FOLDER

_NUMBERED = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class ReferenceForms:
    """The forms of these files as they are written; those that are `ordered` have an order."""

    guidebook: Guidebook
    sources: SourcesFile | None
    ideas: IdeasFile | None
    namings: Namings
    ordered: Container[str]

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
        sources = self.sources.sources if self.sources else {}
        lead = "Where a claim comes from, in our own words."
        return self._describe_record(sources, files.SOURCES, SOURCE, name, lead)

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
        ideas = self.ideas.ideas if self.ideas else {}
        lead = "One idea that the guidebook rests on."
        return self._describe_record(ideas, files.IDEAS, IDEA, name, lead)

    def _describe_record(
        self, records: Mapping[str, YamlModel], file: str, what: str, name: str, lead: str
    ) -> Form | None:
        """All fields of a record, if there is one. It goes only if nothing names it."""
        record = records.get(name)
        if record is None:
            return None
        source = FieldSource(file, {})
        fields = [source.make(record, (what, name, one)) for one in type(record).model_fields]
        fields.append(_describe_name(file, what, name))
        namers = list_namers(self.guidebook, self.namings.get((what, name), ()))
        noun = what.removesuffix("s")
        buttons = [*self._list_moves(records, file, what, name)]
        if not namers:
            delete = Delete((what, name))
            buttons.append(Button("remove", f"Remove this {noun}", file, (delete,), what))
        notes = [_describe_place(records, name), "" if namers else "Nothing names it."]
        note = " ".join(filter(None, notes))
        group = FieldGroup(name, tuple(fields), note, buttons=tuple(buttons), namers=namers)
        around = FormLink(what.capitalize(), f"/{FOLDER}{what}/")
        return Form(f"{what}/{name}", f"{noun.capitalize()} {name}", lead, (group,), around=around)

    def _list_moves(
        self, records: Mapping[str, YamlModel], file: str, what: str, name: str
    ) -> Iterator[Button]:
        """A step up or down among those below the same heading."""
        if file not in self.ordered:
            return
        before, after = _find_beside(records, name)
        names = list(records)
        beside = [
            (label, names.index(one))
            for label, one in (("Up", before), ("Down", after))
            if one is not None
        ]
        yield from name_buttons(file, (what, names.index(name)), beside)

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
        then = (name_control(files.IDEAS, ("rulings", len(rulings), "one_side")),)
        button = Button("ruling", "Add a ruling", files.IDEAS, (insert,), then=then)
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


def _find_beside(records: Mapping[str, YamlModel], name: str) -> tuple[str | None, str | None]:
    """The names above and below one, below the same heading if there are headings."""
    heading = getattr(records[name], "group", None)
    names = [one for one, record in records.items() if getattr(record, "group", None) == heading]
    at = names.index(name)
    return names[at - 1] if at else None, names[at + 1] if at + 1 < len(names) else None


def _describe_place(records: Mapping[str, YamlModel], name: str) -> str:
    before, after = _find_beside(records, name)
    places = [
        f"{word} {one}" for word, one in (("after", before), ("before", after)) if one is not None
    ]
    return f"It comes {' and '.join(places)}." if places else ""


def _describe_name(file: str, what: str, name: str) -> Field:
    words = "what playbooks name it by; another id is changed in them as well"
    control, named_as = Control.TEXT, (what, name)
    return Field(
        file, named_as, "Id", words, control, name, is_needed=True, named_as=named_as, is_name=True
    )


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
