"""The site as an app: what a browser installs, and the worker that keeps whole versions of it."""

import base64
import hashlib
import json
import re
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import quote

from generator.model import colour, paths
from generator.model.guidebook import Guidebook
from generator.views import session_data, training_data
from generator.views.delivery import Keep, find_delivery
from generator.views.papers import session_words

MANIFEST = "manifest.webmanifest"
WORKER = "worker.js"
EDITION = "edition.json"
"""The file that says which version the host has now."""

EVERY = 50
"""Seconds between two looks of an open urgent page at the site, so that news take a minute."""

WHOLE = 300
"""A site of so many pages is kept whole; of a larger one, what is urgent, at the top or visited."""

_WHOLE_AGAIN = (
    session_data.PATH,
    paths.find_output(f"{session_words.URL.rstrip('/')}.md"),
    training_data.PATH,
)
_ASKED = "assets/guidebook/{}.asked.json"
_PER_LIST = 200
"""Files of which one list says what they hold, where they are kept once somebody asked for them."""

_ICONS = "assets/guidebook/icons/"
_SHORT = 12
_WORDS = re.compile(rb'<meta name="guidebook-words" content="(\w+)">')


def make_manifest(guidebook: Guidebook) -> str:
    """What a browser asks before it installs the site. Addresses are relative to the site's top."""
    about = guidebook.about
    paper = colour.write(colour.GROUNDS["light"].paper)
    manifest = {
        "name": about.title,
        "short_name": _shorten(about.title),
        "description": about.purpose or about.title,
        "lang": "en",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": paper,
        "background_color": paper,
        "icons": [
            {
                "src": f"{_ICONS}{purpose}-{size}.png",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for purpose in ("any", "maskable")
            for size in (192, 512)
        ],
        "shortcuts": [{"name": "Help me now", "url": "help-me-now/"}],
    }
    return json.dumps(manifest, ensure_ascii=False, separators=(",", ":")) + "\n"


def _shorten(title: str) -> str:
    """As many whole words as fit below an icon; at least a piece of the first."""
    short = ""
    for word in title.split():
        longer = f"{short} {word}".strip()
        if len(longer) > _SHORT:
            break
        short = longer
    return short or title[:_SHORT]


@dataclass(frozen=True, slots=True)
class EditionNote:
    """What readers call an edition: its version, or its day if it has none, and its day."""

    name: str = ""
    day: str = ""


def make_files(
    source: str,
    files: Mapping[str, bytes],
    *,
    base: str = "/",
    edition: EditionNote | None = None,
    keeps: bool = True,
) -> dict[str, bytes]:
    """The worker of one version of a site, its lists, and the file that says which one this is.

    The worker is its source, below a list of every file with its SHA-256. The list is the version.
    A browser compares the worker byte by byte, so it takes a new version exactly when something in
    the site changed, and takes each file only with the listed content. What is kept once somebody
    asked for it, such as papers, is in lists of their own, of which the worker has the SHA-256: a
    phone loads one when it needs it. `base` is the folder of its host that the site is made for;
    the page for what is not there names it.

    With `keeps` off, the source is that of the worker that takes itself away, without a list. Open
    pages ask for the other file; it says what is urgent in one digest, so that it stays short.
    """
    note = edition or EditionNote()
    words = _find_words(files)
    is_large = sum(path.endswith(".html") for path in files) > WHOLE
    kept: dict[str, str] = {}
    asked: dict[str, str] = {}
    for path in sorted(files):
        keep = find_delivery(path).keep
        if keep is not Keep.NEVER:
            later = keep is Keep.ONCE_OPENED or (is_large and _waits(path, words))
            listed = asked if later else kept
            listed[_find_address(path)] = _digest(files[path])
    described = {**asdict(note), "urgent": _digest_words(words), "worker": keeps}
    lists = _list_asked(asked) if keeps else []
    hashes = [_digest(one) for one in lists]
    parts = (
        json.dumps([base, kept, hashes or asked, described], separators=(",", ":")),
        source,
    )
    version = hashlib.sha256("".join(parts).encode()).hexdigest()[:12]
    state = json.dumps({"version": version, **described}, ensure_ascii=False) + "\n"
    kept[EDITION] = _digest(state.encode())
    site = json.dumps({"base": base, "kept": kept, "asked": hashes}, separators=(",", ":"))
    head = f'self.guidebookVersion="{version}";\nself.guidebookSite={site};\n' if keeps else ""
    named = {_ASKED.format(number): one for number, one in enumerate(lists)}
    return {WORKER: f"{head}{source}".encode(), EDITION: state.encode(), **named}


def _list_asked(asked: Mapping[str, str]) -> list[bytes]:
    """Lists of files with their hashes; the address of a file says in which of them it is."""
    lists: list[dict[str, str]] = [{} for _ in range(-(-len(asked) // _PER_LIST))]
    for path, digest in asked.items():
        number = int.from_bytes(hashlib.sha256(path.encode()).digest()[:2], "big")
        lists[number % len(lists)][path] = digest
    return [json.dumps(one, separators=(",", ":")).encode() for one in lists]


def _find_words(files: Mapping[str, bytes]) -> dict[str, str]:
    """What represents the words of each page that says of itself that it is urgent."""
    found = {path: _WORDS.search(files[path]) for path in sorted(files) if path.endswith(".html")}
    return {path: one[1].decode() for path, one in found.items() if one}


def _waits(path: str, urgent: Container[str]) -> bool:
    """Whether a file of a large site is kept only once it was visited: a playbook not urgent.

    So is what holds all playbooks once more, with the pages that are nothing without it.
    """
    if path in _WHOLE_AGAIN:
        return True
    return path.endswith(".html") and path.count("/") > 1 and path not in urgent


def _digest(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()


def _digest_words(words: Mapping[str, str]) -> str:
    """One digest for the words of all urgent pages."""
    marks = [f"{path} {one}" for path, one in words.items()]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:12]


def _find_address(path: str) -> str:
    """A file's address from the top of the site, as a browser writes it; a page's is its folder."""
    if path.rpartition("/")[2] == paths.INDEX:
        path = path.removesuffix(paths.INDEX)
    return quote(path, safe="/!$&'()*+,;=:@~")
