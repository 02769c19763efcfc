"""What files and folders are called: a playbook's name is its id and its web address."""

import re
from collections.abc import Iterator, Sequence

from generator.checks.check import Finding, files_check, guidebook_check
from generator.checks.context import FilesContext, GuidebookContext
from generator.checks.suggestions import find_misspelt, find_nearest, suggest
from generator.model import files
from generator.model.paths import DEVICES, MAX_LENGTH, find_id, make_slug
from generator.model.yaml_model import SLUG
from generator.problem import FileState, Group, Rule


@files_check(
    Rule(
        id="file-name",
        group=Group.FILES,
        summary=f"A playbook’s file has a name of small letters, digits and hyphens, at most"
        f" {MAX_LENGTH} of them.",
        why="It is the playbook’s id and its web address, and has to be a file on any computer.",
        fault={"playbooks/counter/Parcel lost!.yml": FileState.PLAYBOOK},
        fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
    )
)
def find_bad_names(context: FilesContext) -> Iterator[Finding]:
    """Find names that cannot be an id."""
    for path in context.playbooks:
        name = find_id(path)
        suggestion = make_slug(name) or "new-playbook"
        if not re.fullmatch(SLUG, name):
            yield Finding(
                context.place(path),
                f"“{name}” cannot be the name of a playbook’s file.",
                f"Use only small letters, digits and hyphens, for example  {suggestion}.yml",
            )
        elif len(name) > MAX_LENGTH:
            yield Finding(
                context.place(path),
                f"The file’s name has {len(name)} letters; at most {MAX_LENGTH} fit into an"
                " address.",
                f"Shorten it, for example  {suggestion}.yml",
            )
        elif name in DEVICES:
            yield Finding(
                context.place(path),
                f"“{name}” is a name that Windows keeps for itself.",
                f"Choose another name, for example  {name}-playbook.yml",
            )


@files_check(
    Rule(
        id="no-chapter",
        group=Group.FILES,
        summary="A playbook is in the folder of its chapter, and in no folder inside that.",
        why="The folder says to which chapter it belongs.",
        fault={"playbooks/parcel-lost.yml": FileState.PLAYBOOK},
        fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
    )
)
def find_files_outside_chapters(context: FilesContext) -> Iterator[Finding]:
    """Find playbooks that are beside the chapters' folders, or too deep in one."""
    for path, folder in _list_folders(context):
        if not folder:
            yield Finding(
                context.place(path),
                "This file is beside guidebook.yml, not in the folder of a chapter.",
                _explain_home(path, context),
            )
        elif "/" in folder:
            yield Finding(
                context.place(path),
                "This file is too deep: a chapter’s folder holds playbooks, and no more folders.",
                f"Move it up into  {folder.partition('/')[0]}",
            )


@files_check(
    Rule(
        id="unknown-chapter",
        group=Group.FILES,
        summary="The folder of a playbook is a chapter in guidebook.yml.",
        why="Only chapters get a page, so nobody would find what is in another folder.",
        fault={"playbooks/countr/parcel-lost.yml": FileState.PLAYBOOK},
        fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
    )
)
def find_unknown_folders(context: FilesContext) -> Iterator[Finding]:
    """Find folders that are no chapter."""
    for path, folder in _list_folders(context):
        known = context.chapters
        if folder and "/" not in folder and known is not None and folder not in known:
            yield Finding(
                context.place(path),
                f"The folder “{folder}” is not one of the chapters in guidebook.yml.",
                _explain_folder(folder, known, context),
            )


def _explain_folder(folder: str, known: Sequence[str], context: FilesContext) -> str:
    """What to do about a folder that is no chapter; one without a folder may be meant by it."""
    used = {path.partition("/")[0] for path in context.playbooks}
    if meant := find_nearest(folder, [one for one in known if one not in used]):
        return (
            f"Is it the chapter “{meant}”, which has no folder? Then rename the folder to  {meant}"
            f"  or write  id: {folder}  in guidebook.yml."
        )
    other = "Move the file into a chapter’s folder, or add the chapter to guidebook.yml."
    return f"{suggest(folder, known)} {other}".lstrip()


def _explain_home(path: str, context: FilesContext) -> str:
    """Where a file belongs that is beside `guidebook.yml`, going by its name."""
    if path == files.HOUSE:
        return f"Move it up, out of this folder: {files.HOUSE} is beside mkdocs.yml."
    if meant := find_misspelt(path, files.SHARED):
        return f"Did you mean  {meant}? Then rename it."
    example = f", for example  {context.chapters[0]}" if context.chapters else "."
    return f"Move it into the folder of its chapter{example}"


def _list_folders(context: FilesContext) -> Iterator[tuple[str, str]]:
    """Each folder once, after the first playbook in it, and each file that is in none."""
    first: dict[str, str] = {}
    for path in context.playbooks:
        first.setdefault(path.rpartition("/")[0] or path, path)
    for path in first.values():
        yield path, path.rpartition("/")[0]


@guidebook_check(
    Rule(
        id="chapter-name",
        group=Group.FILES,
        summary="No chapter has an id that Windows keeps for itself, such as “aux”, or is called"
        f" “{files.COUNTRIES}”.",
        why="No folder can be called so on a Windows computer, or it holds something else.",
        fault={
            "playbooks/guidebook.yml": "chapters:\n"
            "  - id: counter\n"
            "    title: At the counter\n"
            "    audience: front line\n"
            "  - id: hot\n"
            "    title: When it gets hot\n"
            "    audience: everyone\n"
            "  - id: aux\n"
            "    title: Everything else\n"
            "    audience: everyone"
        },
        fix={
            "playbooks/guidebook.yml": "chapters:\n"
            "  - id: counter\n"
            "    title: At the counter\n"
            "    audience: front line\n"
            "  - id: hot\n"
            "    title: When it gets hot\n"
            "    audience: everyone\n"
            "  - id: more\n"
            "    title: Everything else\n"
            "    audience: everyone"
        },
    )
)
def find_bad_chapters(context: GuidebookContext) -> Iterator[Finding]:
    """Find chapters whose folder cannot be made on Windows, or is that of the countries."""
    for index, chapter in enumerate(context.guidebook.about.chapters):
        place = context.locate(files.GUIDEBOOK, ("chapters", index, "id"))
        if chapter.id == files.COUNTRIES:
            yield Finding(
                place,
                f"The folder “{chapter.id}” is that of the countries’ files, and no chapter.",
                f"Choose another id, for example  {chapter.id}-chapter, and move the chapter’s"
                " playbooks into a folder of that name.",
            )
        elif chapter.id in DEVICES:
            yield Finding(
                place,
                f"“{chapter.id}” is a name that Windows keeps for itself.",
                f"Choose another id, for example  {chapter.id}-chapter, and rename the folder.",
            )
