"""Many pages in frames that differ in a few words: a frame is drawn once, and then filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import escape

from generator.views.frame import Frame, Framed

# Noncharacters: nobody types them, and no template changes them.
_TITLE, _DESCRIPTION, _CONTENT, _CANONICAL, _NAME = (f"\ufdd2{sign}\ufdd3" for sign in "TDCAN")
_HOLE = re.compile("\ufdd2([TDCAN])\ufdd3")


class _Key(NamedTuple):
    """What a frame follows from besides the words of its page."""

    folder: str
    meta: tuple[tuple[str, Any], ...]
    has_description: bool
    has_canonical_url: bool


@dataclass(frozen=True)
class Outline:
    """A frame with holes: its text before, between and after them, and what belongs into each."""

    pieces: tuple[str, ...]
    holes: tuple[str, ...]

    @cached_property
    def around(self) -> str:
        """The frame without anything in it."""
        return "".join(self.pieces)


@dataclass(frozen=True)
class FrameCopies:
    """Draws pages that nothing in their frame names but the list of their own chapter."""

    frame: Frame
    _outlines: dict[_Key, Outline] = field(default_factory=dict, repr=False)

    def draw(self, page: Framed) -> str:
        """A page in a folder of its own, byte by byte as the frame draws it."""
        words = {
            "T": str(escape(page.meta["title"])),
            "D": str(escape(page.meta["description"])),
            "C": page.content,
            "A": str(escape(page.canonical_url or "")),
            "N": str(escape(page.url.rstrip("/").rpartition("/")[2])),
        }
        outline = self.find_outline(page)
        link = f'href="{"../" * page.url.count("/")}{escape(page.url)}"'
        parts = [outline.pieces[0]]
        for hole, piece in zip(outline.holes, outline.pieces[1:], strict=True):
            parts.append(words[hole])
            parts.append(piece.replace(link, f'{link} aria-current="page"'))
        return "".join(parts)

    def find_outline(self, page: Framed) -> Outline:
        """The frame that a page shares with others; drawn by the first that asks for it."""
        own = ("title", "description")
        meta = tuple((name, one) for name, one in page.meta.items() if name not in own)
        folder = page.url.rstrip("/").rpartition("/")[0]
        key = _Key(folder, meta, bool(page.meta["description"]), bool(page.canonical_url))
        if key not in self._outlines:
            self._outlines[key] = self._draw_outline(key)
        return self._outlines[key]

    def _draw_outline(self, key: _Key) -> Outline:
        meta: Mapping[str, Any] = {
            **dict(key.meta),
            "title": _TITLE,
            "description": _DESCRIPTION if key.has_description else "",
        }
        page = Framed(
            f"{key.folder}/{_NAME}/",
            _TITLE,
            _CONTENT,
            meta,
            _CANONICAL if key.has_canonical_url else None,
        )
        pieces = _HOLE.split(self.frame.draw(page))
        return Outline(tuple(pieces[::2]), tuple(pieces[1::2]))
