"""A company's own file, laid over `guidebook.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.model import files
from generator.model.guidebook_files import GuidebookFile, HouseFile
from generator.model.yaml_model import Loc, Locate
from generator.problem import Place

_LAID_OVER = frozenset(["address", "accent", "country", "learn", "logo", "title", "version"])


class House(NamedTuple):
    """A company's own file: the path that problems show, its content, the pictures beside it."""

    path: str
    content: bytes
    pictures: Mapping[str, bytes] = {}


@dataclass(frozen=True)
class Overlay:
    """What a company's file lays over a guidebook: one that could be read."""

    house: House
    record: HouseFile

    def fill(self, about: GuidebookFile) -> GuidebookFile:
        """The guidebook's file with what the company wrote in it."""
        return about.fill(self.record)

    def choose_pictures(self, pictures: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The pictures that a logo may be: those beside the file that names it."""
        logo = self.record.logo
        if logo is None:
            return pictures
        return {name: data for name, data in self.house.pictures.items() if name == logo}

    def choose_place(self, locate: Locate) -> Locate:
        """Find what the company wrote in its own file, and everything else where it was."""
        written = {name for name in _LAID_OVER if getattr(self.record, name) is not None}

        def locate_laid_over(name: str, loc: Loc, **options: Any) -> Place:
            inside = name == files.GUIDEBOOK and bool(loc) and loc[0] in written
            return locate(self.house.path if inside else name, loc, **options)

        return locate_laid_over
