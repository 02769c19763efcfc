"""The pictograms that chapters, shortcuts and playbooks name."""

from collections.abc import Iterator

from generator.checks.check import Finding, guidebook_check
from generator.checks.context import GuidebookContext
from generator.checks.suggestions import suggest
from generator.model import files, icon_set
from generator.model.yaml_model import Loc
from generator.problem import Group, Rule

_SHOWN = 4


@guidebook_check(
    Rule(
        id="unknown-icon",
        group=Group.REFERENCES,
        summary="The pictogram of a chapter, a shortcut or a playbook is one of the set.",
        why="Without it the page would have a hole where its sign belongs.",
        fault="icon: flamme",
        fix="icon: flame",
    ),
    of_each=True,
)
def find_unknown_icons(context: GuidebookContext) -> Iterator[Finding]:
    """Find names that are none of a pictogram."""
    known = icon_set.list_shapes()
    for path, loc, name in _list_icons(context):
        if name not in known:
            place = context.locate(path, loc)
            yield Finding(place, f"There is no pictogram called “{name}”.", _suggest(name))


def _list_icons(context: GuidebookContext) -> Iterator[tuple[str, Loc, str]]:
    about = context.guidebook.about
    own: dict[Loc, str | None] = {
        ("chapters", index, "icon"): one.icon for index, one in enumerate(about.chapters)
    }
    own |= {("right_now", index, "icon"): one.icon for index, one in enumerate(about.right_now)}
    for loc, name in own.items():
        if name:
            yield files.GUIDEBOOK, loc, name
    for index, path in enumerate(context.guidebook.paths):
        if path.icon:
            yield files.PATHS, ("paths", index, "icon"), path.icon
    for playbook in (one.playbook for one in context.playbooks):
        if playbook.icon:
            yield playbook.path, ("icon",), playbook.icon


def _suggest(name: str) -> str:
    """Name those that show what the word says, or else the one that is spelled like it."""
    words = {name, name.replace("-", " ")}
    shown = [one for one, tags in icon_set.list_tags().items() if words & set(tags)][:_SHOWN]
    if shown:
        return f"Choose one of: {', '.join(shown)}."
    return suggest(name, icon_set.list_shapes()) or "All names are on https://lucide.dev/icons."
