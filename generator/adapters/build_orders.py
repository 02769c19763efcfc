"""What `guidebook build` asks of MkDocs besides what settings say."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.adapters.input_digest import Inputs
from generator.model.kept_work import KeptWork


def _heed_nothing(*_: Inputs) -> None:
    pass


@dataclass(frozen=True)
class Orders:
    """How one build goes.

    `watch` is told where is read and added to, before it is, if the site follows from that alone.
    `pages` are those of playbooks that are known from before, and takes up what is made of them;
    `reading` is the same of files and checks.
    MkDocs `writes` what it makes; otherwise it is only handed over, where that is all of a site.
    """

    watch: Callable[[Inputs, Inputs], object] = _heed_nothing
    pages: KeptWork = field(default_factory=KeptWork)
    reading: KeptWork | None = None
    writes: bool = True
