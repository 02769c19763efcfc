"""The style sheets and scripts of a site: each is several files of the theme, one after the other.

A page loads one of each kind for the frame and one for its layout, so that a cold phone waits for
few answers. What belongs to one subject stays in one file all the same. Comments and indents are
left out: they weigh a fifth of what is sent. What the frame defines, no layout defines again.

What a page names itself has a digest in its name: while a host has half of a new edition, a page
gets the files that it was made with, or none, and is then plain; never those of another edition.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from rcssmin import cssmin  # type: ignore[import-untyped]  # neither has types
from rjsmin import jsmin  # type: ignore[import-untyped]  # as above

from generator.model.guidebook_files import GuidebookFile
from generator.views import branding, pictogram
from generator.views.file import File
from generator.views.finder import engine
from generator.views.pages.page import Layout

FOLDER = "assets/guidebook/"
_CORE = "core"
_FINDER = "finder-engine"
_DIGITS = 8
_PART = re.compile(rf"{FOLDER}(vendor/)?[\w-]+\.(css|js)")
_ICON = re.compile(r"var\(--gb-icon-([a-z0-9-]+)\)")

_STYLES: Mapping[str, Sequence[str]] = {
    _CORE: ("tokens", "base", "header", "drawer", "frame", "finder"),
    _FINDER: ("finder-answers",),
    "problems": ("problems",),
    "page-playbook": (
        *("care-cards", "playbook", "chosen-paper", "steps", "practice"),
        *("print-playbook", "print-cards"),
    ),
    "sentence-dialog": ("sentence-card",),
    "page-emergency": (
        *("playbook", "chosen-paper", "practice", "emergency"),
        *("print-playbook", "print-emergency"),
    ),
    "now-mode": ("now",),
    "role-play-mode": ("play",),
    "page-home": ("lists", "home"),
    "page-chapter": ("lists",),
    "page-list": ("lists", "groups", "acts", "search-field", "sift", "entries"),
    "page-index": ("lists", "groups", "acts", "index", "search-field", "sift", "chosen-paper"),
    "page-path": ("playbook", "path", "print-playbook"),
    "page-training": ("practice", "play", "training"),
    "page-triage": ("lists", "triage"),
    "page-phrases": ("search-field", "phrase-choice", "phrases", "draft"),
    "page-notes": ("notes",),
    "page-session": ("lists", "groups", "session", "chosen-paper"),
    "page-prose": ("prose",),
    "page-material": ("prose", "material"),
}
LEARNING = ("search-notes-state", "search-notes")
"""What the search gets where the company has switched on that it learns."""
_SCRIPTS: Mapping[str, Sequence[str]] = {
    "early": ("early",),
    _CORE: (
        *("elements", "loader", "frame", "settings", "cover"),
        *("finder-loader", "tick-storage", "install"),
    ),
    _FINDER: (
        *(name.removesuffix(".js") for name in engine.SCRIPTS),
        *("finder-packed", "finder-parts", "finder-fetch", "finder-state", "finder"),
    ),
    "edition": ("notice", "edition-state", "edition-watch"),
    "page-home": ("recent-state", "recent"),
    "page-list": (
        *("review-state", "review", "review-count-state", "review-count"),
        *("word-match", "sift-state", "sift"),
    ),
    "page-index": (
        *("checklist-state", "lists-state", "paper-state", "lists"),
        *("word-match", "sift-state", "sift"),
    ),
    "page-playbook": (
        *("clipboard", "paper-state", "paper-size", "phrase-order", "playbook"),
        *(
            "checklist-state",
            "checklist",
            "recent-state",
            "recent",
            "seen-state",
            "seen",
            "review-state",
            "review",
            "now-loader",
            "play-loader",
        ),
    ),
    "sentence-dialog": ("sentence-card-state", "sentence-card"),
    "page-emergency": (
        *("clipboard", "paper-state", "paper-size", "checklist-state", "checklist"),
        *("recent-state", "recent", "seen-state", "seen", "review-state", "review", "now-loader"),
        "play-loader",
    ),
    "now-mode": ("hand-over", "wake-lock", "now-state", "now-view", "now"),
    "role-play-mode": ("play-state", "speech", "own-words", "play-view", "role-play"),
    "page-path": ("clipboard", "checklist-state", "checklist"),
    "page-training": (
        *("vendor/ts-fsrs", "checklist-state", "play-state", "speech", "own-words", "play-view"),
        *("training-state", "training-record", "training-card", "training"),
    ),
    "page-triage": ("clipboard", "hand-over", "triage-state", "triage"),
    "page-phrases": (
        *("clipboard", "word-match", "phrases-state", "draft-state"),
        *("draft", "copy-guard", "phrases"),
    ),
    "page-notes": ("search-notes-state", "notes-page"),
    "page-session": (
        *("clipboard", "paper-state", "paper-size", "wake-lock"),
        *("session-state", "session-slides", "session-page"),
    ),
}


def name_bundles(layout: Layout) -> dict[str, str]:
    """The names of a layout's `style` sheet and `script`; the script's may be empty."""
    style = f"page-{layout.value}"
    return {"style": style, "script": style if style in _SCRIPTS else ""}


def is_part(path: str) -> bool:
    """Whether a file of the theme is only served as a part of others."""
    return _PART.fullmatch(path) is not None


def make_files(theme: Mapping[str, File], about: GuidebookFile) -> Iterator[File]:
    """The style sheets and scripts from the files of the theme by their paths; none without one."""
    if not theme:
        return
    sources = _Sources(theme, about)

    def make_style(name: str) -> bytes:
        text = sources.join_style(name)
        icons = _list_icons(text)
        if name != _CORE:
            icons -= _list_icons(sources.join_style(_CORE))
        return str(cssmin(_write_icons(icons) + text)).encode()

    def make_script(name: str) -> bytes:
        return str(jsmin(sources.join_script(name))).encode()

    yield from (File(sources.name(f"{one}.css"), partial(make_style, one)) for one in _STYLES)
    yield from (File(sources.name(f"{one}.js"), partial(make_script, one)) for one in _SCRIPTS)


def list_paths(theme: Mapping[str, File], about: GuidebookFile) -> dict[str, str]:
    """The paths of what pages name, by its plain name, such as “core.css”; none without a theme."""
    sources = _Sources(theme, about)
    plain = [*(f"{one}.css" for one in _STYLES), *(f"{one}.js" for one in _SCRIPTS)]
    return {name: sources.name(name) for name in plain}


@dataclass(frozen=True)
class _Sources:
    """What style sheets and scripts are made of."""

    theme: Mapping[str, File]
    about: GuidebookFile

    def _join(self, *paths: str) -> str:
        return "\n".join(self.theme[f"{FOLDER}{path}"].content.decode() for path in paths)

    def join_style(self, name: str) -> str:
        text = self._join(*(f"{one}.css" for one in _STYLES[name]))
        if name != _CORE:
            return text
        printed = f"@media print {{\n{self._join('print.css')}}}"
        return f"{text}\n{printed}\n{_write_accent(self.about)}"

    def join_script(self, name: str) -> str:
        learning = LEARNING if name == _FINDER and self.about.learn.searches else ()
        return self._join(*(f"{one}.js" for one in (*_SCRIPTS[name], *learning)))

    def name(self, plain: str) -> str:
        """The path of a style sheet or script."""
        name, _, kind = plain.rpartition(".")
        # Scripts know by its plain name what they load later; half a theme has nothing to digest.
        is_named = name in (_CORE, "early") or name.startswith("page-")
        is_whole = f"{FOLDER}{_STYLES[_CORE][0]}.css" in self.theme
        if not (is_named and is_whole):
            return f"{FOLDER}{plain}"
        text = self.join_style(name) if kind == "css" else self.join_script(name)
        digest = hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
        return f"{FOLDER}{name}.{digest}.{kind}"


def _list_icons(text: str) -> set[str]:
    """The names of the pictograms that a style sheet uses."""
    return set(_ICON.findall(text))


def _write_icons(names: Iterable[str]) -> str:
    """Define each pictogram as a shape to cut a colour with."""
    lines = [
        f'  --gb-icon-{name}: url("data:image/svg+xml,{_escape(pictogram.make_file(name))}");\n'
        for name in sorted(names)
    ]
    return f":root {{\n{''.join(lines)}}}\n\n" if lines else ""


def _escape(svg: str) -> str:
    return quote(svg.replace('"', "'"), safe=" /:='")


def _write_accent(about: GuidebookFile) -> str:
    """The colours that follow from the company's own."""
    accent = branding.describe_accent(about)
    if not accent:
        return ""
    light = "".join(f"  --gb-{name}: {color};\n" for name, color in accent["light"].items())
    both = "".join(
        f"    --gb-{name}: light-dark({color}, {accent['dark'][name]});\n"
        for name, color in accent["light"].items()
    )
    supported = "@supports (color: light-dark(#000, #fff))"
    return f":root {{\n{light}}}\n\n{supported} {{\n  :root {{\n{both}  }}\n}}\n"
