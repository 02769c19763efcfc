"""A playbook as its readers meet it: plain texts with their locations."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from generator.checks import reading_grade
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import HouseFile
from generator.model.inline_markup import Inline
from generator.model.playbook import Playbook, StandardPlaybook
from generator.model.yaml_model import Loc

UNSHOWN = frozenset(
    [
        "allow",
        "audience",
        "channels",
        "chapter",
        "feelings",
        "icon",
        "id",
        "ideas",
        "kind",
        "owner",
        "path",
        "related",
        "search",
        "sign_off",
        "sources",
    ]
)
"""The fields of a playbook whose texts nobody reads as such on its page."""

_CODE = re.compile(r"`[^`]*`|\\.", re.DOTALL)
_NAMES = frozenset(["id", "outcome", "rests_on"])
_LISTS = frozenset(["danger", "go", "level", "search", "sign_off", "sources"])  # also in a part


def blank_code(text: str, *, sign: str = " ") -> str:
    """A text with a sign for each of its code, which shows as it is on purpose."""
    if "`" not in text and "\\" not in text:
        return text
    return _CODE.sub(lambda code: sign * len(code[0]), text)


def write_plain(guidebook: Guidebook) -> Callable[[str], str]:
    """How a text of the guidebook reads without marks.

    Each house value and each fact of a country reads as its own name, since a writer cannot
    know how long it will be.
    """
    names = {name: value.name for name, value in guidebook.about.house_values.items()}
    filled = guidebook.about.fill(HouseFile(values=names))
    facts = {
        name: fact.model_copy(update={"common": fact.name})
        for name, fact in guidebook.about.country_facts.items()
    }
    about = filled.model_copy(update={"country_facts": facts, "country": None})
    return Inline(replace(guidebook, about=about)).plain


@dataclass(frozen=True)
class Prose:
    """The words of one playbook."""

    playbook: Playbook
    plain: Callable[[str], str]

    @cached_property
    def written(self) -> list[tuple[Loc, str]]:
        """Every text that somebody reads on the page, as it is written, with its location."""
        return [
            (loc, text)
            for loc, text in self.playbook.texts
            if loc[0] not in UNSHOWN and loc[-1] not in _NAMES and not _LISTS.intersection(loc)
        ]

    @cached_property
    def texts(self) -> list[tuple[Loc, str]]:
        """The same, plain."""
        return [(loc, self.plain(text)) for loc, text in self.written]

    @cached_property
    def whole(self) -> str:
        """All texts, a line for each."""
        return "\n".join(text for _, text in self.texts)

    @cached_property
    def words(self) -> list[str]:
        """All words in order, as written."""
        return reading_grade.find_words(self.whole)

    @cached_property
    def present(self) -> frozenset[str]:
        """Every word that occurs, in small letters with straight apostrophes."""
        return frozenset(" ".join(set(self.words)).lower().replace("’", "'").split(" "))

    @cached_property
    def spoken(self) -> list[tuple[Loc, str]]:
        """The words that the guidebook gives staff to say, plain."""
        playbook = self.playbook
        found: list[tuple[Loc, str | None]] = []
        if isinstance(playbook, Emergency):
            found = [
                (("branches", index, "say"), one.say) for index, one in enumerate(playbook.branches)
            ]
        if isinstance(playbook, StandardPlaybook):
            found = _list_spoken(playbook)
        return [(loc, self.plain(text)) for loc, text in found if text]

    @cached_property
    def own(self) -> list[tuple[Loc, str]]:
        """The texts in the guidebook's own voice: not what people should keep from saying."""
        return [(loc, text) for loc, text in self.texts if (loc[0], loc[-1]) != ("avoid", "say")]

    @cached_property
    def grade(self) -> float:
        """The reading grade of the whole."""
        return reading_grade.measure_grade([text for _, text in self.texts], self.words)

    @cached_property
    def urgent_grade(self) -> float:
        """The reading grade of the steps and the stop box alone."""
        return reading_grade.measure_grade(
            [text for loc, text in self.texts if loc[0] in ("steps", "stop")]
        )


def _list_spoken(playbook: StandardPlaybook) -> list[tuple[Loc, str | None]]:
    return [
        *((("say", index, "say"), phrase.say) for index, phrase in enumerate(playbook.say)),
        *((("steps", index, "say"), step.say) for index, step in enumerate(playbook.steps)),
        *((("avoid", index, "instead"), one.instead) for index, one in enumerate(playbook.avoid)),
    ]


def list_prose(guidebook: Guidebook) -> list[Prose]:
    """The words of every playbook."""
    plain = write_plain(guidebook)
    return [Prose(playbook, plain) for playbook in guidebook.playbooks]
