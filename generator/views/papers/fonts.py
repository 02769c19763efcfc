"""The fonts that papers are set in: those shipped here, and those a company adds."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from generator.checks import font_file

if TYPE_CHECKING:
    import typst

_OWN = files("generator.views") / "fonts"
_FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic")
ENDINGS = (".ttf", ".otf", ".ttc")


@dataclass(frozen=True)
class Fonts:
    """Fonts by folder. `contents` are the fonts of the folder `added`, by name."""

    added: str | None = None
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @cached_property
    def fonts(self) -> "typst.Fonts":
        """As the typesetter takes them; fonts of this computer are not used."""
        import typst  # noqa: PLC0415  # 40 MB that only papers need

        folders = [str(_OWN), *([self.added] if self.added else [])]
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
        )

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Their names, in the order in which a letter is looked for."""
        return (*_FAMILIES, *sorted(set(self.fonts.families()) - set(_FAMILIES)))

    @cached_property
    def digest(self) -> str:
        """Changes with every font."""
        digest = hashlib.sha256(_read_own()[1].encode())
        for name in sorted(self.contents):
            digest.update(hashlib.sha256(self.contents[name]).digest())
        return digest.hexdigest()

    def find_missing(self, text: str) -> list[str]:
        """List the characters that no font has, in order."""
        if text.isascii():
            return []
        return [one for one in dict.fromkeys(text) if ord(one) not in self._known]

    @cached_property
    def _known(self) -> frozenset[int]:
        found = set(_read_own()[0])
        for content in self.contents.values():
            found.update(font_file.list_characters(content))
        return frozenset(found)


@cache
def _read_own() -> tuple[frozenset[int], str]:
    """Characters and digest of the shipped fonts."""
    # Marks that only shape or break words need no glyph.
    known = {0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x2060}
    digest = hashlib.sha256()
    for font in sorted(_OWN.iterdir(), key=lambda one: one.name):
        if font.name.endswith(ENDINGS):
            content = font.read_bytes()
            digest.update(hashlib.sha256(content).digest())
            known.update(font_file.list_characters(content))
    return frozenset(known), digest.hexdigest()
