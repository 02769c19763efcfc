"""A project in which every text of every settings file says something that a page could take for code."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from generator.model.guidebook_files import GuidebookFile, HouseFile
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House, Reading
from tests import sound_project
from tests.samples import dump

TAG = '"><script>pwned=1</script>'
VECTORS = {
    "tag": TAG,
    "handler": "'><img src=x onerror=pwned=1>",
    "end": "</script><svg onload=pwned=1>",
    "string": "');pwned=1;//\\",
    "comment": "*/pwned=1;/*${pwned=1}",
    "template": "{{pwned}}{%x%}#import <!--",
    "field": 'x"\nURL:javascript:pwned=1',
}
Loc = tuple[str | int, ...]

ABOUT: dict[str, Any] = {
    "title": "Our guidebook",
    "purpose": "What to say.",
    "version": "2.0",
    "address": "https://service.example/guide/",
    "logo": "logo.svg",
    "accent": "#0f5e5c",
    "review_every": "12",
    "country": "uk",
    "owners": [{"name": "Service training"}, {"name": "Night team", "contact": "the desk"}],
    "chapters": [
        {
            "id": name,
            "title": name.capitalize(),
            "purpose": "For all.",
            "audience": ["everyone"],
            "urgent": "yes",
            "icon": "flame",
            "playbooks": ["late-order"] if name == "counter" else ["loud-voice"],
        }
        for name in ("counter", "hot")
    ],
    "right_now": [{"playbook": "choking", "label": "Choking", "danger": "yes", "icon": "flame"}],
    "house_values": {
        "spend-limit": {
            "name": "spend limit",
            "ask": "How much?",
            "value": "50 each",
            "common": "ask your lead",
            "search": ["how much"],
        },
        "site-address": {"name": "site address", "ask": "Where?", "value": "Kay 1"},
        "alarm": {"name": "alarm", "ask": "Which word?", "common": "Help!"},
    },
    "who_and_how_much": [
        {"title": "Limits", "values": ["spend-limit"], "calls": "yes"},
        {"title": "Numbers", "values": ["emergency-number"], "calls": "yes"},
    ],
    "learn": {"searches": "yes", "answers_to": "https://service.example/answer"},
    "papers": "with the site",
    "sheets": "both",
    "country_facts": {
        "emergency-number": {
            "name": "emergency number",
            "ask": "Which number?",
            "common": "112",
            "search": ["which number"],
        }
    },
}
HOUSE: dict[str, Any] = {
    "title": "Harbour",
    "version": "3.0",
    "address": "https://harbour.example/guide/",
    "accent": "#0f5e5c",
    "logo": "logo.svg",
    "country": "uk",
    "values": {"spend-limit": "20 each", "alarm": "Umbrella!"},
    "without": ["long-queue"],
    "learn": {"searches": "yes", "answers_to": "https://harbour.example/answer"},
    "papers": "with the site",
    "sheets": "both",
}
MODELS: Mapping[str, type[BaseModel]] = {"guidebook.yml": GuidebookFile, "house.yml": HouseFile}
SETTINGS: Mapping[str, dict[str, Any]] = {"guidebook.yml": ABOUT, "house.yml": HOUSE}
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'


def make_files(settings: Mapping[str, dict[str, Any]]) -> dict[str, bytes]:
    """The folder of playbooks with such a `guidebook.yml`."""
    files = {
        path.removeprefix("playbooks/"): text.encode()
        for path, text in sound_project.make_files().items()
        if path.startswith("playbooks/")
    }
    fact = {"text": "Call 999.", "sources": ["D1"]}
    uk = {"name": "United Kingdom", "facts": {"emergency-number": fact}}
    return files | {"countries/uk.yml": dump(uk), "guidebook.yml": dump(settings["guidebook.yml"])}


def read(settings: Mapping[str, dict[str, Any]]) -> Reading:
    pictures = {"logo.svg": LOGO}
    house = House("house.yml", dump(settings["house.yml"]), pictures)
    return guidebook_reader.read(make_files(settings), house=house, pictures=pictures)


def list_leaves(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Where texts are, in lists and mappings."""
    if isinstance(value, str):
        yield loc
    else:
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from list_leaves(inner, (*loc, name))


def put(data: dict[str, Any], loc: Loc, text: str) -> dict[str, Any]:
    """The same with another text somewhere."""
    copy: Any = yaml.safe_load(yaml.safe_dump(data))
    inner = copy
    for name in loc[:-1]:
        inner = inner[name]
    inner[loc[-1]] = text
    return dict(copy)


def fill(vector: str, is_free: Callable[[str, Loc], bool]) -> dict[str, dict[str, Any]]:
    """The settings with a hostile text wherever one may be."""
    filled = dict(SETTINGS)
    for name, data in SETTINGS.items():
        for loc in list_leaves(data):
            if is_free(name, loc):
                filled[name] = put(filled[name], loc, vector)
    return filled


def list_fields(model: type[BaseModel], name: str = "") -> Iterator[str]:
    """Every field of a model and of the models in it, such as `chapters.title`."""
    for field, info in model.model_fields.items():
        path = f"{name}.{field}".lstrip(".")
        inner = [one for one in _list_types(info.annotation) if issubclass(one, BaseModel)]
        if inner:
            yield from (found for one in inner for found in list_fields(one, path))
        else:
            yield path


def _list_types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for one in get_args(annotation):
        yield from _list_types(one)


def name_field(loc: Loc, model: type[BaseModel]) -> str:
    """The field of a model at a location in its file: without positions, and names of records."""
    names = [str(one) for one in loc if isinstance(one, str)]
    known = set(list_fields(model))
    path = ".".join(names)
    if path in known:
        return path
    return next((one for one in (".".join((names[0], *names[2:])),) if one in known), names[0])
