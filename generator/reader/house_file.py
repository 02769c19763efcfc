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

        def locate_laid_over(name: str, loc: Loc, **options: Any) -> Place:
            own = self._find(loc, of_key=options.get("of_key", False))
            if name == files.GUIDEBOOK and own:
                return locate(self.house.path, own, **options)
            return locate(name, loc, **options)

        return locate_laid_over

    def _find(self, loc: Loc, *, of_key: bool) -> Loc:
        """Where the company's file says what `guidebook.yml` would say here; () if it does not.

        A key without a value is where the answer is missing.
        """
        match loc:
            case ("house_values", str(name), *rest) if name in self.record.values:
                is_asked = not rest and of_key
                is_answer = rest == ["value"] and self.record.values[name]
                return ("values", name) if is_asked or is_answer else ()
            case (str(name), *_) if name in _LAID_OVER & self.record.model_fields_set:
                return loc if of_key or getattr(self.record, name) is not None else ()
        return ()
