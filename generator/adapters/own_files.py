"""The files of a guidebook that are its own: what is handed in, and nothing beside it."""

import os
from collections.abc import Mapping
from pathlib import Path

from generator.adapters import folder
from generator.adapters.project import SETTINGS, Project
from generator.model import files

_PICTURES = (".svg", ".png")


def list_places(project: Project) -> list[Path]:
    """The files and folders that are the guidebook's own, whether they are there or not."""
    house = project.house or project.home / files.HOUSE
    beside = [one for one in sorted(house.parent.iterdir()) if one.suffix.lower() in _PICTURES]
    places = (
        project.home / SETTINGS,
        project.playbooks,
        project.docs,
        house,
        project.editions,
        project.record,
        *beside,
    )
    # Settings may lead up from their folder; links on the way stay as they are.
    return [Path(os.path.normpath(path.absolute())) for path in places]


def read(project: Project) -> Mapping[str, bytes]:
    """All of them by their path in the project; what is elsewhere is left out."""
    found: dict[str, bytes] = {}
    for place in list_places(project):
        if not place.is_relative_to(project.home):
            continue
        name = place.relative_to(project.home).as_posix()
        if place.is_dir():
            listed, _ = folder.list_files(place, root=name)
            found |= {f"{name}/{one.path}": one.content for one in listed}
        elif place.is_file():
            found[name] = place.read_bytes()
    return found
