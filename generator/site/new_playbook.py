"""The file of a new playbook: every part that its kind needs, with gaps to fill in on its page."""

from collections.abc import Collection
from datetime import date
from itertools import count

from generator.model import paths
from generator.model.guidebook import Guidebook
from generator.model.playbook import Kind
from generator.problem import GuidebookError
from generator.site import new_project
from generator.views.file import File

_MAX_TITLE = 120


def make_file(
    guidebook: Guidebook, *, title: str, kind: str, chapter: str, owner: str, today: date
) -> File:
    """A file by its path in the folder of playbooks. Raises GuidebookError for what is no choice.

    Its gaps are what the check takes for gaps, so each is reported until it is filled.
    """
    title = " ".join(title.split())
    if not title:
        raise GuidebookError("Write a title: the words staff would use.")
    if len(title) > _MAX_TITLE:
        raise GuidebookError(f"This title is too long: {_MAX_TITLE} letters fit.")
    if kind not in set(Kind):
        raise GuidebookError("Choose what kind of playbook it is.")
    if chapter not in guidebook.chapters:
        raise GuidebookError("Choose the chapter that it belongs to.")
    if owner not in {one.name for one in guidebook.about.owners}:
        raise GuidebookError("Choose the owner: who keeps it right.")
    name = find_free_name(guidebook, title)
    words = {
        "title": title,
        "kind": kind,
        "audience": [one.value for one in guidebook.chapters[chapter].audience],
        "owner": owner,
        "today": today.isoformat(),
    }
    template = "emergency.yml" if kind == Kind.EMERGENCY else "playbook.yml"
    return File.of(f"{chapter}/{name}.yml", new_project.draw(template, words).encode())


def find_free_name(guidebook: Guidebook, title: str) -> str:
    """A name made of a title that no playbook has, or has had."""
    slug = paths.make_slug(title.replace("/", " ")) or "playbook"
    taken = {*guidebook.titles, *(name for one in guidebook.playbooks for name in one.formerly)}
    if not _is_taken(slug, taken):
        return slug
    room = paths.MAX_LENGTH - 4
    return next(name for at in count(2) if not _is_taken(name := f"{slug[:room]}-{at}", taken))


def _is_taken(name: str, taken: Collection[str]) -> bool:
    return name in taken or name in paths.DEVICES
