"""Guidebooks with less in them, in which nothing refers to what is missing."""

from collections.abc import Collection, Container, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.model import icon_set, learning_path
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import Chapter, Tile
from generator.model.learning_path import LearningPath
from generator.model.playbook import Playbook, keep_names

_Signed = TypeVar("_Signed", Chapter, Tile, Playbook, LearningPath)
_Named = TypeVar("_Named")


class _AllBut(Container[str]):
    """Every name there may be, but for some."""

    def __init__(self, names: Container[str]) -> None:
        self._names = names

    def __contains__(self, name: object) -> bool:
        return name not in self._names


def drop_loose_ends(guidebook: Guidebook) -> Guidebook:
    """The same guidebook without references to what it does not hold, nor unknown pictograms.

    For a preview while some files cannot be read: pages may then follow every reference.
    """
    kept = _keep(guidebook, guidebook.by_id, guidebook.sources)
    about = kept.about
    chapters, tiles = map(_drop_icon, about.chapters), map(_drop_icon, about.right_now)
    return replace(
        kept,
        about=about.model_copy(update={"chapters": tuple(chapters), "right_now": tuple(tiles)}),
        playbooks=tuple(map(_drop_icon, kept.playbooks)),
        paths=tuple(map(_drop_icon, kept.paths)),
    )


def leave_out(guidebook: Guidebook, names: Collection[str]) -> Guidebook:
    """The same without some playbooks: no list names them, and texts name them without a link."""
    kept = _keep(guidebook, _AllBut(names), _AllBut(()))
    return replace(
        kept,
        playbooks=tuple(one for one in kept.playbooks if one.id not in names),
        left_out={one.id: one.title for one in guidebook.playbooks if one.id in names},
        words=kept.words.model_copy(update={"danger": _drop(kept.words.danger, names)}),
        queries=kept.queries.model_copy(update={"queries": _drop(kept.queries.queries, names)}),
        languages={
            code: one.model_copy(update={"words": _drop(one.words, names)})
            for code, one in kept.languages.items()
        },
    )


def _keep(guidebook: Guidebook, known: Container[str], sources: Container[str]) -> Guidebook:
    about = guidebook.about
    chapters = tuple(
        one.model_copy(update={"playbooks": keep_names(one.playbooks, known)})
        for one in about.chapters
    )
    tiles = tuple(one for one in about.right_now if one.playbook in known)
    return replace(
        guidebook,
        about=about.model_copy(update={"right_now": tiles, "chapters": chapters}),
        playbooks=tuple(one.keep_known(known, sources) for one in guidebook.playbooks),
        triage=guidebook.triage.keep(known) if guidebook.triage else None,
        paths=learning_path.keep_known(guidebook.paths, known),
        rulings=tuple(
            one.model_copy(update={"playbooks": keep_names(one.playbooks, known)})
            for one in guidebook.rulings
        ),
    )


def _drop(named: Mapping[str, _Named], names: Collection[str]) -> dict[str, _Named]:
    """The same without what is about playbooks with these names, or about branches of them."""
    return {name: one for name, one in named.items() if name.partition("#")[0] not in names}


def _drop_icon(one: _Signed) -> _Signed:
    """The same without a pictogram that nobody knows."""
    is_known = one.icon is None or one.icon in icon_set.list_shapes()
    return one if is_known else one.model_copy(update={"icon": None})
