"""The example of a rule, laid over a sound project, and everything that is reported about it."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from unittest import mock

from generator.adapters import edition_folder, folder, paper_cache
from generator.checks import misnamed_files
from generator.checks.folder_content import UNREAD_FILE
from generator.model import file_models
from generator.model.files import MOST
from generator.model.guidebook import Guidebook
from generator.problem import Example, FileState, Place, Problem
from generator.reader import change_record, composed_file, guidebook_reader, settings
from generator.reader.change_record import ChangeRecord
from generator.reader.guidebook_reader import House
from generator.reader.layers import Layer
from generator.reader.yaml_text.event_tree import NODES
from generator.site import assembly, link_check
from generator.site.assembly import Sources
from generator.views import exports, finder, papers
from tests import sound_project

TODAY = date(2026, 11, 26)
PLAYBOOK = "playbooks/counter/late-order.yml"
FIELDS = {name for model in file_models.MODELS.values() for name in model.model_fields}
SOUND = sound_project.make_files()
BELOW = "below"
"""The folder of what a file that says only what differs is laid over."""

_NAME = re.compile(r"^([a-z_]+)\b", re.MULTILINE)
_FIELD = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def lay_over(base: str, lines: str) -> str:
    """Put lines in the place of the fields that they are about; what is about none is a file."""
    names = set(_NAME.findall(lines))
    if not names & FIELDS:
        return lines
    fields = [field for field in _FIELD.split(base) if field.partition(":")[0] not in names]
    return f"{lines}\n{''.join(fields)}"


def write(home: Path, example: Example) -> list[Path]:
    """Write the project with an example; return the files that may not be opened."""
    changes = {PLAYBOOK: example} if isinstance(example, str) else example
    locked = []
    for path, content in (SOUND | changes).items():
        target = home / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if content is FileState.LINK:
            target.symlink_to(home / "docs" / "about.md")
        elif content is not FileState.MISSING:
            if isinstance(content, str) and composed_file.ONLY_CHANGES in content and path in SOUND:
                below = home / BELOW / path.removeprefix("playbooks/")
                below.parent.mkdir(parents=True, exist_ok=True)
                below.write_text(SOUND[path], "utf-8")
                target.write_text(content, "utf-8")
                continue
            target.write_bytes(make_bytes(path, content))
            if content is FileState.LOCKED:
                locked.append(target)
    return locked


def make_bytes(path: str, content: str | bytes | FileState) -> bytes:
    match content:
        case FileState.TOO_BIG:
            return b"#" * (MOST + 1)
        case FileState.TOO_MANY:
            return b"search: [" + b"late, " * NODES + b"]"
        case FileState.PLAYBOOK | FileState.LOCKED:
            return SOUND["playbooks/counter/parcel-lost.yml"].encode()
        case FileState():
            return b""
        case bytes():
            return content
    return lay_over(SOUND.get(path, ""), content).encode()


_trials: dict[str, finder.Trial] = {}


def _try_search(guidebook: Guidebook) -> finder.Trial:
    """Ask the search, once for all examples in which it is the same."""
    questions = finder.list_questions(guidebook)
    if questions is None:
        return finder.Trial()
    if questions.name not in _trials:
        _trials[questions.name] = questions.ask()
    return _trials[questions.name]


def find_problems(home: Path, example: Example, *, with_papers: bool) -> list[Problem]:
    """Everything that is reported of the project with an example in it."""
    locked = write(home, example)
    opened = Path.open

    def open_unlocked(path: Path, *arguments: str) -> object:
        if path in locked:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    with mock.patch.object(Path, "open", open_unlocked):
        contents = folder.read(home / "playbooks", root="playbooks")
    house = House("house.yml", (home / "house.yml").read_bytes(), folder.read_pictures(home))
    record, broken = ChangeRecord(), []
    if (home / change_record.FILE).exists():
        text = (home / change_record.FILE).read_text("utf-8")
        record, broken = change_record.read(change_record.FILE, text)
    below = folder.read(home / BELOW).files if (home / BELOW).exists() else {}
    reading = guidebook_reader.read(
        contents.files,
        root="playbooks",
        today=TODAY,
        house=house,
        pictures=contents.pictures,
        below=[Layer(BELOW, below)],
        record=record,
    )
    problems = [*contents.problems, *broken, *reading.problems]
    beside = [path.name for path in home.iterdir()]
    problems += [
        Problem(Place(name), UNREAD_FILE, "…", fix)
        for name, fix in misnamed_files.find_unread(beside, house="house.yml")
    ]
    if (home / "mkdocs.yml").exists():
        content = (home / "mkdocs.yml").read_bytes()
        names = [path.name for path in home.iterdir()]
        problems += settings.find_problems("mkdocs.yml", content, files=names)
    problems += edition_folder.read(home / "editions", shown="editions").problems
    if reading.guidebook is None:
        return problems
    trial = _try_search(reading.guidebook)
    problems += finder.find_problems(
        reading.guidebook, trial, reading.locate, is_below=reading.is_below
    )
    docs, links = folder.list_files(home / "docs", root="docs")
    site = assembly.make(reading.guidebook, Sources(docs=docs), reading.locate)
    problems += [*links, *site.problems]
    built = dict.fromkeys(site.contents, b"")
    built |= {one.path: one.content for one in docs if one.path.endswith(".html")}
    changes = example if isinstance(example, Mapping) else {}
    for path, content in changes.items():
        if content is FileState.MISSING:
            built.pop(path.removeprefix("site/"), None)
    problems += link_check.find_problems(site, built)
    if "practice" in changes.get(PLAYBOOK, ""):
        problems += exports.make("gift", reading.guidebook, reading.locate).problems
    # Whatever is wrong, a check looks at what papers would say.
    ids = ["late-order", "choking"]
    jobs = list(papers.plan(reading.guidebook, sizes=[papers.Size.A4], ids=ids))
    if with_papers:
        fonts = paper_cache.load_fonts(home / "playbooks")
        problems += paper_cache.print_papers(jobs, fonts, reading.locate).problems
    return problems
