"""What the site's settings, `mkdocs.yml`, say to the guidebook; MkDocs reads the rest of them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

import yaml

from generator.checks.house_style import ADDRESS, check_address
from generator.checks.suggestions import explain_unknown
from generator.model import web_address
from generator.problem import Group, Problem, Rule, Severity
from generator.reader.yaml_text import ParsedFile, parse, read_text

_NO_REPOSITORY = "https://repository.invalid/"
_NO = ("false", "no", "off")  # as MkDocs reads settings
_YES = ("true", "yes", "on")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

OPTIONS = ("playbooks", "layers", "house", "papers", "editions", "scripts_in_pages", "worker")
"""What may be below `- guidebook:`."""

UNKNOWN_OPTION = Rule(
    id="unknown-option",
    group=Group.COMPANY,
    summary="The settings give the guidebook only options that it has.",
    why="A misspelt option would change nothing, and nobody would know why.",
    fault={"mkdocs.yml": "plugins:\n  - guidebook:\n      hose: house.yml"},
    fix={"mkdocs.yml": "plugins:\n  - guidebook:\n      house: house.yml"},
)

NO_HOUSE = Rule(
    id="no-house",
    group=Group.COMPANY,
    summary="The company’s file that the settings name is there.",
    why="Without it, pages would say “not set” where the company has an answer.",
    fault={"mkdocs.yml": "plugins:\n  - guidebook:\n      house: hous.yml"},
    fix={"mkdocs.yml": "plugins:\n  - guidebook:\n      house: house.yml"},
)

NO_LIST = Rule(
    id="layers-list",
    group=Group.COMPANY,
    summary="The layers of a guidebook are a list in brackets.",
    why="Without the brackets they are one text, and the guidebook below would be missing.",
    fault={"mkdocs.yml": "plugins:\n  - guidebook:\n      layers: shipped, playbooks"},
    fix={"mkdocs.yml": "plugins:\n  - guidebook:\n      layers: [shipped, playbooks]"},
)


class Paths(NamedTuple):
    """The paths that the settings name, relative to their folder; None for what they leave out.

    `papers` says whether there are papers, `opened` whether hand-written pages may hold scripts.
    """

    docs: str | None
    house: str | None
    playbooks: str | None = None
    layers: tuple[str, ...] = ()
    editions: str | None = None
    papers: bool = True
    opened: bool = False


def find_paths(text: str) -> Paths:
    """Find hand-written pages, the company's file and editions, as far as settings can be read."""
    settings = parse("mkdocs.yml", text)
    found = _find_options(settings)
    options = found[1] if found else {}
    layers = options.get("layers")
    return Paths(
        docs=_read_text(settings.data.get("docs_dir") if isinstance(settings.data, dict) else None),
        house=_read_text(options.get("house")),
        editions=_read_text(options.get("editions")),
        playbooks=_read_text(options.get("playbooks")),
        papers=str(options.get("papers")).lower() not in _NO,
        opened=str(options.get("scripts_in_pages")).lower() in _YES,
        # Without brackets it is reported, and read as meant: or all else would seem to be missing.
        layers=tuple(one for one in layers if isinstance(one, str))
        if isinstance(layers, list)
        else _split(layers),
    )


def _split(layers: object) -> tuple[str, ...]:
    return tuple(one.strip() for one in layers.split(",")) if isinstance(layers, str) else ()


def _read_text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def find_stops(path: str, content: bytes, *, files: Collection[str]) -> Iterator[Problem]:
    """Find for what MkDocs will refuse settings, without asking it; they may use all of YAML."""
    try:
        for _ in yaml.parse(content, _LOADER):
            pass
    except yaml.YAMLError:
        yield from find_problems(path, content, files=files)
        return
    own = (UNKNOWN_OPTION, NO_HOUSE, NO_LIST, ADDRESS)
    yield from (one for one in find_problems(path, content, files=files) if one.rule in own)


def find_problems(path: str, content: bytes, *, files: Collection[str]) -> Iterator[Problem]:
    """Find what is wrong with settings that MkDocs refused, as far as it can be said plainly.

    `files` are the names of the files beside the settings. Settings may be right although something
    is found: they may hold more of YAML than a playbook.
    """
    text, broken = read_text(path, content)
    source = parse(path, text or "")
    found = (*broken, *source.problems)
    yield from (one for one in found if one.rule.severity is Severity.ERROR)
    data = source.data if isinstance(source.data, dict) else {}
    yield from _check_addresses(source, data)
    below_plugin = _find_options(source)
    if not below_plugin:
        return
    loc, options = below_plugin
    for name in options:
        if name not in OPTIONS:
            place = source.place((*loc, name), of_key=True)
            yield Problem(place, UNKNOWN_OPTION, *explain_unknown(name, "option", OPTIONS))
    if names := _split(options.get("layers")):
        yield Problem(
            source.place((*loc, "layers")),
            NO_LIST,
            "The layers are written as one text.",
            f"Put them into brackets:  layers: [{', '.join(names)}]",
        )
    house = options.get("house")
    if isinstance(house, str) and "/" not in house and house not in files:
        yield Problem(
            source.place((*loc, "house")),
            NO_HOUSE,
            f"There is no file “{house}” beside mkdocs.yml.",
            "Put the company’s file there, or fix its name.",
        )


def find_address_problems(path: str, text: str, values: Mapping[str, object]) -> Iterator[Problem]:
    """Check the addresses that MkDocs took from settings, wherever those had them from."""
    yield from _check_addresses(parse(path, text), values)


def _check_addresses(source: ParsedFile, values: Mapping[str, object]) -> Iterator[Problem]:
    if site := _read_text(values.get("site_url")):
        yield from check_address(site, source.place(("site_url",)))
    # The pages lead to where their files can be edited; there, a question may be part of it.
    edit = urljoin(_NO_REPOSITORY, _read_text(values.get("edit_uri")) or "")
    for name, address in (("repo_url", _read_text(values.get("repo_url"))), ("edit_uri", edit)):
        if address and (fault := web_address.find_fault(address)):
            yield Problem(
                source.place((name,)),
                ADDRESS,
                f"“{address}” is not an address that a page may lead to: it {fault}.",
                "Copy it from the browser’s address bar; it starts with https:// .",
            )


def _find_options(source: ParsedFile) -> tuple[tuple[str | int, ...], Mapping[str, Any]] | None:
    data: Any = source.data
    plugins = data.get("plugins") if isinstance(data, dict) else None
    for index, one in enumerate(plugins if isinstance(plugins, list) else ()):
        options = one.get("guidebook") if isinstance(one, dict) else None
        if isinstance(options, dict):
            return ("plugins", index, "guidebook"), options
    return None
