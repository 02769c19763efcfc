"""Rows of lists: a playbook with what it opens with, and what can be done with it at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.emergency_playbook import Emergency
from generator.model.playbook import Playbook, StandardPlaybook
from generator.views.pages.renderer import Renderer
from generator.views.papers import PaperLink
from generator.views.papers.kinds import PaperKind


class Opening(NamedTuple):
    """The first words of a playbook that help: a sentence to say, or what to do first."""

    text: str
    is_spoken: bool


class Start(NamedTuple):
    """A link to where something begins on the page of a playbook."""

    words: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One playbook of a list. `boxes` are those of its checklist, where a list is about them."""

    playbook: Playbook
    title: str
    url: str
    opening: Opening
    aside: str = ""
    starts: Sequence[Start] = ()
    sheets: Sequence[PaperLink] = ()
    boxes: int = 0


def find_opening(playbook: Playbook) -> Opening:
    """What a list says of a playbook, so that the list itself may be enough."""
    if isinstance(playbook, Emergency):
        return Opening(playbook.first or playbook.branches[0].now[0], is_spoken=False)
    assert isinstance(playbook, StandardPlaybook)  # noqa: S101  # there is no third kind
    return Opening(playbook.say[0].say, is_spoken=True)


def list_sheets(
    renderer: Renderer, playbook: Playbook, words: str, kind: PaperKind
) -> list[PaperLink]:
    """The links to one kind of paper, called so, as far as it is printed."""
    links = renderer.papers.playbooks.get(playbook.id, ())
    return [link._replace(name=words) for link in links if link.kind is kind]
