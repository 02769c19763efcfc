"""Names for all that counts for one playbook: what its page shows, what its checks look at."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from pydantic import BaseModel

from generator.model.guidebook import Guidebook
from generator.model.playbook import Playbook

_NOT_SHOWN = ("queries", "words", "languages", "examples", "situations", "calm")
"""What is only there for the search and for the check of words."""


def digest_shown(guidebook: Guidebook, *more: object) -> str:
    """A digest of all that is shown with a playbook besides its own words, and of `more`.

    Of other playbooks these are the titles, the pictograms, and where they are.
    """
    return _digest_around(guidebook, _NOT_SHOWN, *more)


def digest_compared(guidebook: Guidebook, *more: object) -> str:
    """The same of all that a playbook is compared with."""
    return _digest_around(guidebook, (), *more)


def _digest_around(guidebook: Guidebook, without: tuple[str, ...], *more: object) -> str:
    names = [one.name for one in fields(guidebook) if one.name not in ("playbooks", *without)]
    values = {name: getattr(guidebook, name) for name in names}
    others = [(one.id, one.chapter, one.title, one.icon) for one in guidebook.playbooks]
    return digest(values, others, *more)


def digest_playbook(playbook: Playbook, *more: object) -> str:
    """A digest of what a playbook says and where it is, and of `more`."""
    return digest(playbook.digest, *more)


def digest_playbooks(playbooks: Iterable[Playbook], *more: object) -> str:
    """The same of several."""
    return digest([one.digest for one in playbooks], *more)


def digest(*values: object) -> str:
    """A digest of values."""
    text = json.dumps(values, default=_write)
    return hashlib.sha256(text.encode()).hexdigest()


def _write(value: object) -> object:
    """What JSON does not know, as what it knows."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
