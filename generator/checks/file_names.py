"""Checks of what files are called: a playbook's name is its id and its web address."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.checks.suggestions import suggest
from generator.model.paths import DEVICES, MAX_LENGTH, find_id, make_slug
from generator.model.yaml_model import SLUG
from generator.problem import Label, Place, Problem


def find_problems(
    paths: Iterable[str], *, chapters: Sequence[str] | None, prefix: str = ""
) -> Iterator[Problem]:
    """Check the paths of playbooks. Without `chapters`, folders are not compared with them."""
    seen: dict[str, str] = {}
    told: set[str] = set()
    for path in paths:
        chapter, _, _ = path.rpartition("/")
        place = Place(prefix + path)
        yield from _check_name(find_id(path), place)
        if chapter not in told:
            told.add(chapter)
            yield from _check_folder(chapter, chapters, place)
        key = find_id(path).casefold()
        if key in seen:
            yield _report_clash(find_id(path), place, Place(prefix + seen[key]))
        else:
            seen[key] = path


def _check_name(name: str, place: Place) -> Iterator[Problem]:
    suggestion = make_slug(name) or "new-playbook"
    if not re.fullmatch(SLUG, name):
        yield Problem(
            place,
            "file-name",
            f"“{name}” cannot be the name of a playbook’s file.",
            f"Use only small letters, digits and hyphens, for example  {suggestion}.yml",
        )
    elif len(name) > MAX_LENGTH:
        yield Problem(
            place,
            "file-name",
            f"The file’s name has {len(name)} letters; at most {MAX_LENGTH} fit into an address.",
            f"Shorten it, for example  {suggestion}.yml",
        )
    elif name in DEVICES:
        yield Problem(
            place,
            "file-name",
            f"“{name}” is a name that Windows keeps for itself.",
            f"Choose another name, for example  {name}-playbook.yml",
        )


def _check_folder(chapter: str, chapters: Sequence[str] | None, place: Place) -> Iterator[Problem]:
    if not chapter:
        yield Problem(
            place,
            "no-chapter",
            "This file stands beside guidebook.yml, not in the folder of a chapter.",
            "Move it into the folder of its chapter"
            + (f", for example  {chapters[0]}" if chapters else "."),
        )
    elif "/" in chapter:
        yield Problem(
            place,
            "no-chapter",
            "This file stands too deep: a chapter’s folder holds playbooks, and no more folders.",
            f"Move it up into  {chapter.partition('/')[0]}",
        )
    elif chapters is not None and chapter not in chapters:
        yield Problem(
            place,
            "unknown-chapter",
            f"The folder “{chapter}” is not one of the chapters in guidebook.yml.",
            f"{suggest(chapter, chapters)} Move the file into a chapter’s folder, or add the"
            " chapter to guidebook.yml.".lstrip(),
        )


def _report_clash(name: str, place: Place, first: Place) -> Problem:
    return Problem(
        place,
        "duplicate-id",
        f"Two playbooks are called “{name}” (capital letters make no difference).",
        "Rename one of the two files: a playbook’s name must be its own in the whole guidebook.",
        labels=(Label(first, "the other one is here"),),
    )
