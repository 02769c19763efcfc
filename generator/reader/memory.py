"""What was read before: a reading that follows at once reads again only what has changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.model.kept_work import KeptWork
from generator.model.yaml_model import YamlModel
from generator.problem import Problem
from generator.reader.yaml_text import ParsedFile


class Kept(NamedTuple):
    """What came of a file. `made_of` is everything that this followed from."""

    made_of: tuple[Any, ...]
    record: YamlModel | None
    parsed: ParsedFile | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]


@dataclass
class Memory:
    """What came of each file, by its path in the folder; one memory serves one folder.

    `placed` are playbooks with the records that they were made of. What is unchanged stays the same
    object, and so keeps what was worked out from it. `work` is what is known from earlier runs.
    """

    kept: dict[str, Kept] = field(default_factory=dict)
    placed: dict[str, tuple[YamlModel, Any]] = field(default_factory=dict)
    work: KeptWork | None = None

    def recall(self, name: str, made_of: tuple[Any, ...]) -> Kept | None:
        """What came of a file, if all that it followed from is still the same."""
        found = self.kept.get(name)
        return found if found and found.made_of == made_of else None

    def forget_others(self, names: Collection[str]) -> None:
        """Forget the files that are gone."""
        for known in (self.kept, self.placed):
            for name in known.keys() - set(names):
                del known[name]
