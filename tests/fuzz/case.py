"""One input: a file, or a whole project; made of a seed and a number, the same every time."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tests import messy_files, samples
from tests.conftest import ROOT
from tests.fuzz import grammar, messy_text, mutation
from tests.sound_project import make_files

FILE, PROJECT = "file", "project"
SETTINGS = """\
site_name: x
theme: {name: material, font: false}
plugins:
  - guidebook: {papers: false}
"""


@dataclass(frozen=True)
class Case:
    """Files by their path in a project; of the kind “file” it is one.

    Such a one below `over/` is laid over the file of that path in the sound project.
    """

    kind: str
    files: Mapping[str, bytes]


def make_case(kind: str, seed: int, number: int) -> Case:
    """The input of a number."""
    dice = random.Random(f"{kind} {seed} {number}")
    if kind == PROJECT:
        return Case(kind, _make_project(dice))
    path, content = _make_file(dice)
    return Case(kind, {path: content})


@cache
def list_shipped() -> tuple[tuple[str, bytes], ...]:
    """Files that a guidebook reads, by the path that they have in the sound project."""
    found = [(_place(path), content) for path, content in messy_files.SHIPPED]
    found += [("playbooks/counter/late-order.yml", content) for _, content in messy_files.MESSY]
    found += [("playbooks/counter/late-order.yml", content) for _, content in messy_files.TELLING]
    found += [(path, text.encode()) for path, text in make_files().items()]
    for path in ("mkdocs.yml", "examples/harbour-cafe/mkdocs.yml"):
        found.append(("mkdocs.yml", (ROOT / path).read_bytes()))
    found += [
        ("mkdocs.yml", SETTINGS.encode()),
        ("editions/1.0.json", (ROOT / "editions/2.0.json").read_bytes()),
        (
            "guidebook.lock",
            b'{"form": 1, "changes": {"late-order": {"purpose": {"was": "Find it."}}}}',
        ),
        (
            "searches.json",
            b'{"form": "guidebook-searches-1", "searches": [{"query": "late", "count": 2,'
            b' "kind": "nothing", "page": "late-order"}]}',
        ),
        ("docs/about.md", b"# About\n\nText with *marks* and a [link](other.md).\n\n<b>x</b>\n"),
    ]
    for path in sorted((ROOT / "docs").glob("*.md")):
        found.append((f"docs/{path.name}", path.read_bytes()))
    icons = ROOT / "generator/theme/assets/guidebook"
    found.append(("playbooks/logo.svg", (icons / "icon.svg").read_bytes()))
    found.append(("playbooks/logo.png", (icons / "icons/any-192.png").read_bytes()))
    fonts = sorted(
        (ROOT / "generator/views/fonts").glob("*.ttf"), key=lambda one: one.stat().st_size
    )
    found += [("playbooks/fonts/a.ttf", one.read_bytes()) for one in fonts[:1]]
    return tuple(found)


def _place(path: str) -> str:
    """Where a shipped file goes: a playbook takes the place of one of the sound project."""
    parts = path.split("/")
    if parts[-1] == "house.yml":
        return "house.yml"
    return (
        path if len(parts) == 2 or parts[1] == "countries" else "playbooks/counter/late-order.yml"
    )


def _make_file(dice: random.Random) -> tuple[str, bytes]:
    path, content = dice.choice(list_shipped())
    match dice.randrange(20):
        case 0 | 1 | 2:
            content = mutation.break_bytes(dice, content, [one for _, one in list_shipped()])
        case 3 | 4 | 5 | 6 | 7 | 8:
            content = mutation.slip(dice, content)
        case 9 | 10 | 11 | 12 | 13 | 14:
            path, content = _write_anew(dice)
            if dice.random() < 0.3:
                content = mutation.slip(dice, content)
        case 15 | 16 | 17:
            path = "playbooks/counter/late-order.yml" if dice.random() < 0.7 else path
            content = messy_text.make_text(dice).encode("utf-8", "surrogatepass")
        case 18:
            content = mutation.slip(dice, _paste(dice, content))
        case _:
            content = mutation.grow(dice, content) if dice.random() < 0.2 else _paste(dice, content)
    if path.startswith("playbooks/") and path.endswith(".yml") and dice.random() < 0.15:
        path = f"over/{path}"
    return path, content[: mutation.MOST]


def _write_anew(dice: random.Random) -> tuple[str, bytes]:
    model = dice.choice(["playbook", "playbook", "emergency", *grammar.list_models()])
    name = {
        "playbook": "playbooks/counter/late-order.yml",
        "emergency": "playbooks/counter/choking.yml",
        "country": "playbooks/countries/uk.yml",
        "house": "house.yml",
    }.get(model, f"playbooks/{model}.yml")
    return name, grammar.make_file(dice, model)


def _paste(dice: random.Random, content: bytes) -> bytes:
    """A file with text from elsewhere put into it, at some line or in the place of a value."""
    lines = content.split(b"\n")
    at = dice.randrange(len(lines))
    text = messy_text.make_text(dice, most=12)
    start = lines[at][: len(lines[at]) - len(lines[at].lstrip())].decode("utf-8", "replace")
    name, colon, _ = lines[at].partition(b": ")
    pasted = "\n".join(start + "  " + one for one in text.split("\n")).encode(
        "utf-8", "surrogatepass"
    )
    match dice.randrange(3):
        case 0:
            lines[at:at] = [text.encode("utf-8", "surrogatepass")]
        case 1:
            lines[at] = name + (colon or b": ") + pasted.lstrip()
        case _:
            lines[at] = name + b":" + dice.choice([b" |", b" >-", b" |2-", b""]) + b"\n" + pasted
    return b"\n".join(lines)


def _make_project(dice: random.Random) -> dict[str, bytes]:
    """The sound project with much of it otherwise; half of them can still be published."""
    files = {path: text.encode() for path, text in make_files().items()}
    files["mkdocs.yml"] = SETTINGS.encode()
    if dice.random() < 0.2:
        count = dice.choice([1, 3, 30])
        more = samples.make_files(count, chapter_size=7, seed=dice.randrange(1000))
        files = {f"playbooks/{path}": one for path, one in more.items()} | {
            "mkdocs.yml": files["mkdocs.yml"]
        }
    for _ in range(dice.choice([1, 1, 2, 4])):
        _change_one(dice, files)
    return files


def _change_one(dice: random.Random, files: dict[str, bytes]) -> None:
    path = dice.choice(sorted(files) or ["mkdocs.yml"])
    files.setdefault(path, b"")  # all may be gone by now
    match dice.randrange(12):
        case 0 | 1 | 2:
            files[path] = mutation.slip(dice, files[path])
        case 3 | 4 | 5:
            files[path] = _paste(dice, files[path])
        case 6:
            del files[path]
        case 7:
            files[_rename(dice, path)] = files[path] if dice.random() < 0.5 else files.pop(path)
        case 8:
            path, content = _write_anew(dice)
            files[path] = content
        case 9:
            files[f"docs/{dice.choice(['a', 'index', 'now', 'über uns'])}.md"] = (
                messy_text.make_text(dice).encode("utf-8", "surrogatepass")
            )
        case 10:
            path, content = _make_file(dice)
            files[path.removeprefix("over/")] = content
        case _:
            # It may be gone, or have another name by now.
            settings = files.get("mkdocs.yml", b"")
            files["mkdocs.yml"] = settings + dice.choice(_OPTIONS).encode()


def _rename(dice: random.Random, path: str) -> str:
    folder, _, name = path.rpartition("/")
    new = dice.choice(
        [
            "x.yml",
            "x y.yml",
            "Ä.yml",
            "index.yml",
            "-.yml",
            "a.yaml",
            "x.txt",
            ".x.yml",
            "x.yml~",
            name.upper(),
        ]
    )
    return f"{dice.choice([folder, 'playbooks', 'playbooks/counter', 'playbooks/new', 'docs', 'editions'])}/{new}"


_OPTIONS = [
    "use_directory_urls: false\n",
    "site_url: https://x.example/guide/\n",
    "site_url: http://[::1\n",
    "site_url: x\n",
    "nav: [{A: about.md}]\n",
    "nav: []\n",
    "docs_dir: nowhere\n",
    "docs_dir: playbooks\n",
    "site_dir: docs\n",
    "extra_css: [x.css]\n",
    "extra: {a: b}\n",
    "markdown_extensions: [tables, toc, nothing]\n",
    "hooks: [x.py]\n",
    "plugins: []\n",
    "strict: maybe\n",
    "theme: x\n",
    "x\n",
    ": :\n",
    "validation: {links: {absolute_links: x}}\n",
]
