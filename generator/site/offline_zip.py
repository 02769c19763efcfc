"""The guidebook on a stick: a zip of the site that opens by double click, without a server."""

import posixpath
import re
from collections.abc import Mapping
from html import escape
from urllib.parse import unquote, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser

from generator.model import paths
from generator.views import content_policy
from generator.views.delivery import find_delivery

FRONT = "Open the guidebook.html"
NOTE = "READ ME.txt"
FOLDER = "guidebook"

_LINKING = ("href", "src", "action")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_META = '<meta http-equiv="Content-Security-Policy" content="{policy}">'


_FRONT_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
{policy}
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" type="image/svg+xml" href="{folder}/assets/guidebook/icon.svg">
<style>{style}</style>
<h1>{title}</h1>
<p><a href="{folder}/{index}">Open the guidebook</a></p>
<p id="apart" hidden>The folder “{folder}” is not beside this file. Unpack the whole zip first
(on Windows: right click, “Extract All”), then open this file again.</p>
<script>{script}</script>
</html>
"""
_STYLE = """
  body { max-width: 32rem; margin: 3rem auto; padding: 0 1rem; font: 1.2rem/1.5 sans-serif }
"""
_SCRIPT = f"""
  var beside = new Image();
  beside.onload = function () {{ location.replace("{FOLDER}/{paths.INDEX}"); }};
  beside.onerror = function () {{ document.getElementById("apart").hidden = false; }};
  beside.src = "{FOLDER}/assets/guidebook/icon.svg";
"""

_NOTE_TEXT = """{title}

1. Unpack the whole zip, onto a stick or any disk.
   Windows: right click, "Extract All". Mac: double click.
2. Double click "{front}".

It opens in your browser and needs no network: pages, search and checklists are all
in the folder "{folder}". Keep that folder beside the file.

Ticks are kept in the browser of the computer that you use, not on the stick.

A newer guidebook: delete both, and unpack the new zip.
"""


def make_files(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The site in a folder, with a file beside it that opens it.

    From a disk, a link to a folder shows a list of files instead of a page, so every link of the
    pages ends in a file here.
    """
    files = {}
    for path, content in site.items():
        if not find_delivery(path).packed:
            continue
        is_page = path.endswith(".html")
        files[f"{FOLDER}/{path}"] = (
            name_files(_exchange_policy(content), path, site) if is_page else content
        )
    title = _find_title(site[paths.INDEX])
    policy = content_policy.write_front(script=_SCRIPT, style=_STYLE)
    front = _FRONT_PAGE.format(
        title=escape(title),
        folder=FOLDER,
        index=paths.INDEX,
        policy=_META.format(policy=policy),
        script=_SCRIPT,
        style=_STYLE,
    )
    files[FRONT] = front.encode()
    note = _NOTE_TEXT.format(title=title, front=FRONT, folder=FOLDER)
    # Windows' oldest editor knows an encoding by its mark only, and lines by both characters.
    files[NOTE] = note.replace("\n", "\r\n").encode("utf-8-sig")
    return files


def name_files(html: bytes, page: str, files: Mapping[str, bytes]) -> bytes:
    """Let each link of a page that leads to a folder of the site lead to the page in it."""
    tree = LexborHTMLParser(html.decode(errors="replace"))
    changed = False
    for name in _LINKING:
        for node in tree.css(f"[{name}]"):
            if address := _name_file(node.attributes[name] or "", page, files):
                node.attrs[name] = address
                changed = True
    return (tree.html or "").encode() if changed else html


def _exchange_policy(html: bytes) -> bytes:
    """Let a page say what it may load and run on a disk."""

    def write(found: re.Match[bytes]) -> bytes:
        policy = content_policy.write(opened=b"unsafe-inline" in found[0], on_disk=True)
        return _META.format(policy=policy).encode()

    return _POLICY.sub(write, html, count=1)


def _name_file(address: str, page: str, files: Mapping[str, bytes]) -> str | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if target in files or posixpath.normpath(f"{target}/{paths.INDEX}") not in files:
        return None
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{paths.INDEX}"))


def _find_title(html: bytes) -> str:
    title = LexborHTMLParser(html.decode()).css_first("title")
    return title.text().strip() if title else "Guidebook"
