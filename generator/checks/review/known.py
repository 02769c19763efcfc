"""What may be referred to."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.guidebook import Idea, Source

# Stands where the owner of a playbook with faults could not be read.
ANY_OWNER = "…"


@dataclass(frozen=True)
class Known:
    """What may be referred to, including what could not be read. None: don't check."""

    playbooks: frozenset[str]
    sources: Mapping[str, Source] | None
    ideas: Mapping[str, Idea] | None
