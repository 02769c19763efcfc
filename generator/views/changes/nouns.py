"""What the parts of a guidebook are called where a change of them is described."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import item_keys
from generator.model.differences import Difference, Kind, Record
from generator.model.weights import Weight

_TEXTS: Mapping[Record, Mapping[tuple[str, ...], str]] = {
    Record.PLAYBOOK: {
        ("title",): "Title",
        ("purpose",): "Purpose",
        ("checklist", "items"): "Box to tick",
        ("signals",): "Sign of the right place",
        ("steps",): "Step",
        ("steps", "say"): "Words to say in a step",
        ("steps", "why"): "Reason for a step",
        ("say",): "Words to say",
        ("say", "why"): "Reason for words to say",
        ("avoid",): "What to avoid",
        ("avoid", "why"): "Reason to avoid something",
        ("avoid", "instead"): "Better words",
        ("stop",): "Stop box",
        ("stop", "lead"): "First words of the stop box",
        ("first",): "First line",
        ("branches",): "Sign of an emergency",
        ("branches", "now"): "What to do now",
        ("branches", "then"): "What to do then",
        ("branches", "never"): "What never to do",
        ("branches", "say"): "Words for the person",
        ("on_the_phone",): "What to do on the phone",
        ("after",): "What to do when it is over",
    },
    Record.VALUE: {},
    Record.QUESTION: {("ask",): "Question", ("answers",): "Answer"},
    Record.CHAPTER: {("title",): "Title of a chapter"},
}
_LISTS: Mapping[Record, Mapping[tuple[str, ...], str]] = {
    Record.PLAYBOOK: {
        ("audience",): "Who it is for",
        ("practice",): "Exercises",
        ("practice", "quiz"): "Quiz",
        ("practice", "roleplay"): "Role-play",
        ("say", "channels"): "Where words fit",
        ("channels",): "Where it happens",
        ("stop", "go"): "Page to go on with",
        ("branches", "go"): "Page to go on with",
        ("search",): "Search words",
        ("branches", "search"): "Search words",
        ("sources",): "Sources",
        ("branches", "sources"): "Sources",
        ("ideas",): "Ideas it rests on",
        ("related",): "Pages to go on with",
        ("formerly",): "Earlier names",
        ("feelings",): "Feelings it fits",
        ("say", "feelings"): "Feelings that words fit",
        ("allow",): "Rules it may break",
    },
    Record.VALUE: {},
    Record.QUESTION: {("answers", "go"): "Where an answer leads"},
    Record.CHAPTER: {
        ("audience",): "Who a chapter is for",
        ("playbooks",): "Order of playbooks in a chapter",
    },
}
_CHOICES: Mapping[Record, Mapping[tuple[str, ...], str]] = {
    Record.PLAYBOOK: {
        ("chapter",): "Chapter",
        ("kind",): "Kind of page",
        ("checklist", "sign_off"): "Signature below the boxes",
        ("sign_off",): "Expert who approves",
        ("stop", "level"): "Urgency of the stop box",
        ("branches", "sign_off"): "Expert who approves",
        ("owner",): "Owner",
        ("reviewed",): "Day of the review",
        ("review_every",): "Months between reviews",
        ("icon",): "Pictogram",
        ("poster",): "Poster",
    },
    Record.VALUE: {},
    Record.QUESTION: {("answers", "danger"): "Danger of an answer"},
    Record.CHAPTER: {
        ("purpose",): "Purpose of a chapter",
        ("urgent",): "Urgency of a chapter",
        ("icon",): "Pictogram of a chapter",
    },
}
_OF_ALL = {Record.PLAYBOOK: "Playbook", Record.CHAPTER: "Chapter", Record.QUESTION: "Question"}
_VERBS = {
    Kind.ADDED: "added",
    Kind.REMOVED: "taken out",
    Kind.MOVED: "moved",
    Kind.REWORDED: "reworded",
    Kind.TURNED: "turned into words to avoid",
}


@dataclass(frozen=True)
class Location:
    """Where in a record a difference is: the names of the fields, and the words of its item.

    The item is the innermost, but of a line of a branch the branch.
    """

    fields: tuple[str, ...]
    item: str


def locate(difference: Difference, *records: Mapping[str, Any] | None) -> Location:
    """Find the fields of a difference; of its records, one holds the item that it is in."""
    for record in records:
        if record is not None and (found := _walk(difference.path, record)):
            return found
    return Location(difference.path, "")


def _walk(path: Sequence[str], record: Mapping[str, Any]) -> Location | None:
    node: Any = record
    fields: list[str] = []
    items: list[str] = []
    for part in path:
        if isinstance(node, Mapping):
            fields.append(part)
            node = node.get(part)
        elif isinstance(node, list):
            keys = item_keys.list_keys(node)
            if part not in keys:
                return None
            node = node[keys.index(part)]
            items.append(item_keys.find_words(node))
        else:
            return None
    nearest = items[:1] if fields[:1] == ["branches"] else items[-1:]
    return Location(tuple(fields), "".join(nearest))


def name_value_change(difference: Difference, name: str) -> str:
    """The same for a number or a rule, such as “Spend limit changed”."""
    is_other = difference.kind is Kind.REWORDED
    return f"{name[:1].upper()}{name[1:]} {'changed' if is_other else _VERBS[difference.kind]}"


def name_change(difference: Difference, location: Location) -> str:
    """A few words that say what happened, such as “Step reworded”."""
    record, fields = difference.record, location.fields
    if difference.kind is Kind.TURNED:
        return f"Words to say {_VERBS[difference.kind]}"
    if fields == ("kind",) and difference.weight is Weight.READ_AGAIN:
        return "Another kind of page: read all of it"
    if choice := _find(_CHOICES[record], fields):
        return f"{choice} changed"
    if listed := _find(_LISTS[record], fields):
        is_other = difference.kind is Kind.REWORDED
        return f"{listed} {'changed' if is_other else _VERBS[difference.kind]}"
    own = fields[0].replace("_", " ").capitalize() if fields else _OF_ALL[record]
    noun = _find(_TEXTS[record], fields) or own
    return f"{noun} {_VERBS[difference.kind]}"


def _find(names: Mapping[tuple[str, ...], str], fields: tuple[str, ...]) -> str:
    """The name of a field, or of the nearest around it whose words it holds."""
    own = fields[:-1] if fields[1:] and fields[-1] in item_keys.WORDED_BY else ()
    around = fields[:1] if fields[:1] in (("stop",), ("sign_off",)) else ()
    near = fields[:2] if fields[2:] and fields[2] == "expert" else ()
    return next((names[one] for one in (fields, near, own, around) if one in names), "")
