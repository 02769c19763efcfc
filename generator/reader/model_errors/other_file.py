"""Files that hold something else than their place or kind says: reported once, not by name."""

from collections.abc import Collection, Mapping, Sequence

from generator.model import files
from generator.model.emergency_playbook import EmergencyFile
from generator.model.file_models import MODELS
from generator.model.guidebook_files import CountryFile
from generator.model.playbook import Kind, PlaybookFile, StandardFile
from generator.model.yaml_model import YamlModel
from generator.problem import FileState, Group, Problem, Rule
from generator.reader.composed_file import ComposedFile
from generator.reader.model_errors.refusal import Refusal
from generator.reader.yaml_text import ParsedFile

OTHER_FILE = Rule(
    id="other-file",
    group=Group.FILES,
    summary="A file holds what its place is for: a playbook is in the folder of a chapter.",
    why="Where it is decides how it is read; elsewhere, none of its names would count.",
    fault={"playbooks/countries/parcel-lost.yml": FileState.PLAYBOOK},
    fix={"playbooks/counter/parcel-lost.yml": FileState.PLAYBOOK},
)

OTHER_KIND = Rule(
    id="other-kind",
    group=Group.FIELDS,
    summary="Only an emergency has “branches”; all other kinds have “steps”, “say” and “stop”.",
    why="An emergency has a page of its own form, which is read in seconds.",
    fault={
        "playbooks/counter/choking.yml": "kind: scenario\n"
        "branches:\n"
        "  - id: adult\n"
        "    see: They can't speak.\n"
        "    now: [Shout for help., Hit their back.]"
    },
    fix={
        "playbooks/counter/choking.yml": "kind: emergency\n"
        "branches:\n"
        "  - id: adult\n"
        "    see: They can't speak.\n"
        "    now: [Shout for help., Hit their back.]"
    },
)

ONLY_STANDARD = frozenset(StandardFile.model_fields) - frozenset(EmergencyFile.model_fields)
ONLY_EMERGENCY = frozenset(EmergencyFile.model_fields) - frozenset(StandardFile.model_fields)

_LEAST = 3  # names that are not known here, before a file is taken for one of another kind
_TELLING = {CountryFile: "facts"}  # the only name of some files that no other has
_MOST = 0.8  # of the names of a file: a few may be misspelt
_HOMES = {
    "playbook": ("a playbook", "Move it into the folder of its chapter."),
    "emergency": ("a playbook", "Move it into the folder of its chapter."),
    "country": ("the facts of a country", f"Move it into the folder  {files.COUNTRIES}"),
    "house": (
        "what a company fills in",
        f"Move it to where mkdocs.yml is, and call it  {files.HOUSE}",
    ),
}
"""What a file is, and where it belongs; all others are beside the folders of the chapters."""


def find_other_file(source: ParsedFile, model: type[YamlModel]) -> Problem | None:
    """A file that is one of another place, such as a playbook in the folder “countries”."""
    names = source.data if isinstance(source.data, dict) else {}
    if isinstance(source, ComposedFile) or not names:
        return None
    unknown = [name for name in names if name not in model.model_fields]
    if not _is_elsewhere(names, unknown):
        return None
    found = max(MODELS, key=lambda one: _count(names, MODELS[one]))
    if MODELS[found] is model or _count(names, MODELS[found]) < _MOST * len(names):
        return None
    if issubclass(MODELS[found], PlaybookFile) and issubclass(model, PlaybookFile):
        return None
    what, fix = _describe(found)
    here, _ = _describe(next(one for one in MODELS if MODELS[one] is model))
    message = f"This file holds {what}, but where it is, it is read as {here}."
    return Problem(source.place((unknown[0],), of_key=True), OTHER_FILE, message, fix)


def _describe(kind: str) -> tuple[str, str]:
    shared = f"what belongs in {kind}.yml", f"Move what is in it into  {kind}.yml"
    return _HOMES.get(kind, shared)


def _is_elsewhere(names: Mapping[str, object], unknown: Sequence[str]) -> bool:
    """Whether so little of a file fits that it may be another one."""
    if any(name in unknown for name in _TELLING.values()):
        return True
    return len(unknown) >= _LEAST and 2 * len(unknown) > len(names)


def _count(names: Collection[str], model: type[YamlModel]) -> int:
    return sum(name in model.model_fields for name in names)


def find_other_kind(refusals: Sequence[Refusal]) -> tuple[Problem | None, frozenset[str]]:
    """A playbook of the wrong kind, and the names of which nothing else has to be reported."""
    unknown = {
        str(one.loc[0]): one
        for one in refusals
        if one.kind == "extra_forbidden" and len(one.loc) == 1
    }
    missing = {str(one.loc[0]) for one in refusals if one.kind == "missing" and len(one.loc) == 1}
    silent = ONLY_STANDARD | ONLY_EMERGENCY
    if (one := unknown.get("branches")) and one.model is StandardFile:
        kind = one.source.value(("kind",))
        return one.report(
            OTHER_KIND,
            f"Only an emergency has “branches”, and the kind of this one is “{kind}”.",
            "If it is about life and limb, write  kind: emergency\n"
            "If not, write “steps”, “say” and “stop” in the place of “branches”.",
            place=one.source.place(("kind",)),
        ), silent
    own = [name for name in ("steps", "say", "stop", "avoid") if name in unknown]
    if own and "branches" in missing and unknown[own[0]].model is EmergencyFile:
        one = unknown[own[0]]
        return one.report(
            OTHER_KIND,
            f"An emergency has “branches”, and no “{own[0]}”.",
            "If it is no emergency, write  kind: scenario\n"
            "If it is one, write in the place of “steps”, “say” and “stop” what one may see, and"
            " what to do then:\nbranches:\n  - id: …\n    see: …\n    now:\n      - …",
            place=one.source.place(("kind",)),
        ), silent
    return None, frozenset()


def find_kind_of(name: str, model: type[YamlModel]) -> str:
    """What to say of a name that only playbooks of another kind have; nothing of any other."""
    if name in ONLY_EMERGENCY and model is StandardFile:
        return f"Only an emergency has “{name}”."
    if name in ONLY_STANDARD and model is EmergencyFile:
        return f"An emergency has no “{name}”: what to do and to say is in its “branches”."
    return ""


def write_kind(model: type[YamlModel]) -> str:
    """A line with the likeliest kind of a playbook that names none; nothing for other files."""
    if not issubclass(model, PlaybookFile):
        return ""
    likely = Kind.EMERGENCY if model is EmergencyFile else Kind.SCENARIO
    return f"kind: {likely}\n({model.model_fields['kind'].description})"
