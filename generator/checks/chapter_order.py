"""The order that a chapter gives its playbooks."""

from collections.abc import Iterator

from generator.checks.check import Finding, guidebook_check
from generator.checks.context import GuidebookContext
from generator.checks.duplicates import NAMED_TWICE
from generator.model import files, paths
from generator.problem import Group, Rule

_CHAPTERS = """\
chapters:
  - id: counter
    title: At the counter
    audience: front line
    playbooks: [late-order, {second}]
  - id: hot
    title: When it gets hot
    audience: everyone
    urgent: yes"""


@guidebook_check(
    Rule(
        id="other-chapter",
        group=Group.REFERENCES,
        summary="A chapter puts only its own playbooks in order.",
        why="A playbook is in the chapter whose folder its file is in, whatever another one lists.",
        fault={"playbooks/guidebook.yml": _CHAPTERS.format(second="loud-voice")},
        fix={"playbooks/guidebook.yml": _CHAPTERS.format(second="listen-first")},
    )
)
def find_playbooks_of_others(context: GuidebookContext) -> Iterator[Finding]:
    """Find playbooks that a chapter lists, and that are in the folder of another."""
    folders = {paths.find_id(path): path.rpartition("/")[0] for path in context.files.playbooks}
    for index, chapter in enumerate(context.guidebook.about.chapters):
        for number, name in enumerate(chapter.playbooks):
            folder = folders.get(name, chapter.id)
            if folder != chapter.id and folder in context.guidebook.chapters:
                yield Finding(
                    context.locate(files.GUIDEBOOK, ("chapters", index, "playbooks", number)),
                    f"“{name}” is in the chapter “{folder}”.",
                    f"List it there, or move its file to the folder “{chapter.id}”.",
                )


@guidebook_check(NAMED_TWICE)
def find_repeated_playbooks(context: GuidebookContext) -> Iterator[Finding]:
    """Find a playbook that is twice in the order of its chapter."""
    for index, chapter in enumerate(context.guidebook.about.chapters):
        for number, name in enumerate(chapter.playbooks):
            if name in chapter.playbooks[:number]:
                yield Finding(
                    context.locate(files.GUIDEBOOK, ("chapters", index, "playbooks", number)),
                    f"“{name}” is already in this list.",
                    "Delete one of the two lines.",
                )
