"""The site as an app: what a browser installs, and the worker that keeps whole versions of it."""

import base64
import hashlib
import json
from collections.abc import Mapping
from urllib.parse import quote

from generator.model import colour, paths
from generator.model.guidebook import Guidebook
from generator.views.delivery import Keep, find_delivery

MANIFEST = "manifest.webmanifest"
WORKER = "worker.js"

_ICONS = "assets/guidebook/icons/"
_SHORT = 12


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


def make_worker(source: str, files: Mapping[str, bytes], *, base: str = "/") -> str:
    """The worker of one version: its source, below a list of every file with its SHA-256.

    The list is the version. A browser compares the worker byte by byte, so it takes a new version
    exactly when something in the site changed, and takes each file only with the listed content.
    `base` is the folder of its host that the site is made for; the page for what is not there
    names it.
    """
    kept: dict[str, str] = {}
    asked: dict[str, str] = {}
    for path in sorted(files):
        keep = find_delivery(path).keep
        if keep is not Keep.NEVER:
            digest = base64.b64encode(hashlib.sha256(files[path]).digest()).decode()
            listed = asked if keep is Keep.ONCE_OPENED else kept
            listed[_find_address(path)] = digest
    site = {"base": base, "kept": kept, "asked": asked}
    text = json.dumps(site, separators=(",", ":"))
    version = hashlib.sha256((text + source).encode()).hexdigest()[:12]
    return f'self.guidebookVersion="{version}";\nself.guidebookSite={text};\n{source}'


def _find_address(path: str) -> str:
    """A file's address from the top of the site, as a browser writes it; a page's is its folder."""
    if path.rpartition("/")[2] == paths.INDEX:
        path = path.removesuffix(paths.INDEX)
    return quote(path, safe="/!$&'()*+,;=:@~")
