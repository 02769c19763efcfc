"""The form of what only the company knows: its name, its answers, what it leaves out."""

from pydantic import ValidationError

from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import HouseFile
from generator.model.learning import Learning
from generator.reader.yaml_text import ParsedFile
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor.fields import Control, Field, FieldGroup, FieldSource, Form
from generator.views.editor.playbook_form import list_names

_GUIDEBOOK = (
    "title",
    "version",
    "address",
    "accent",
    "logo",
    "country",
    "without",
    "papers",
    "sheets",
)

NAME = "house"
_LEAD = "What only your company knows. Staff see it wherever a text names it."


def make(guidebook: Guidebook, parsed: ParsedFile | None) -> Form:
    """The form as a page; `parsed` is the company's file, if there is one."""
    groups = describe(guidebook, _read(parsed.data if parsed else None))
    return Form(NAME, "Answers of your company", _LEAD, tuple(groups))


def _read(data: Data) -> HouseFile:
    """What a file says that may have faults: then only what can be read of it."""
    own = data if isinstance(data, dict) else {}
    try:
        return HouseFile.model_validate(own)
    except ValidationError as error:
        wrong = {one["loc"][0] for one in error.errors(include_url=False) if one["loc"]}
    return HouseFile.model_validate({name: one for name, one in own.items() if name not in wrong})


def describe(guidebook: Guidebook, house: HouseFile) -> list[FieldGroup]:
    """The questions first, in the groups in which staff look up the answers."""
    source = FieldSource(files.HOUSE, list_names(guidebook))
    questions = guidebook.about.house_values
    left = dict.fromkeys(questions)
    groups: list[FieldGroup] = []
    for group in guidebook.about.who_and_how_much:
        own = [name for name in group.values if name in left]
        for name in own:
            del left[name]
        groups.append(FieldGroup(group.title, tuple(_ask(guidebook, house, one) for one in own)))
    groups.append(FieldGroup("Other answers", tuple(_ask(guidebook, house, one) for one in left)))
    about = tuple(source.make(house, (name,)) for name in _GUIDEBOOK)
    learn = house.learn or Learning()
    heard = (
        source.make(learn, ("learn", "searches"), label="What the search missed"),
        source.make(learn, ("learn", "answers_to"), label="“Did this page help?” goes to"),
    )
    return [
        *(one for one in groups if one.fields),
        FieldGroup("The guidebook", about),
        FieldGroup("What staff tell you", heard),
    ]


def _ask(guidebook: Guidebook, house: HouseFile, name: str) -> Field:
    one = guidebook.about.house_values[name]
    return Field(
        files.HOUSE,
        ("values", name),
        one.name[:1].upper() + one.name[1:],
        one.ask,
        Control.TEXT,
        house.values.get(name) or "",
    )
