"""What `guidebook build` asks of MkDocs besides what settings say, and what else it is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.adapters.input_digest import Inputs
from generator.adapters.project import Project
from generator.adapters.template_code import TemplateCode
from generator.model.kept_work import KeptWork
from generator.problem import Problem
from generator.reader.guidebook_reader import Reading


def _watch_nothing(*_: Inputs) -> None:
    pass


@dataclass(frozen=True)
class Orders:
    """How one build goes.

    `watch` is called with what is read and added to, before it is, if the site follows from that
    alone.
    `pages` are those of playbooks that are known from before, and takes up what is made of them;
    `reading` is the same of files and checks, and `code` of templates.
    MkDocs `writes` what it makes; otherwise it is only handed over, where that is all of a site.
    """

    watch: Callable[[Inputs, Inputs], object] = _watch_nothing
    pages: KeptWork = field(default_factory=KeptWork)
    reading: KeptWork | None = None
    code: TemplateCode | None = None
    writes: bool = True


@dataclass(frozen=True)
class BuildCheck:
    """What a build has read, and all problems that it found there.

    `adds_address` says that settings name where the site is, which a check does not ask.
    """

    found: Project
    reading: Reading
    problems: Sequence[Problem]
    adds_address: bool
