"""An explanation: a function that says in the trainer's words what the model refused.

A decorated function is found by the walk over this package; nothing else has to know of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.problem import Problem
from generator.reader.model_errors.refusal import Refusal

Explain = Callable[[Refusal], Iterator[Problem]]


@dataclass(frozen=True, eq=False)
class Explanation:
    """What explains some kinds of refusal, by the names that pydantic has for them."""

    kinds: tuple[str, ...]
    explain: Explain

    def __call__(self, refusal: Refusal) -> Iterator[Problem]:
        """Explain one refusal."""
        return self.explain(refusal)


def explains(*kinds: str) -> Callable[[Explain], Explanation]:
    """Let a function explain these kinds of refusal."""
    return lambda explain: Explanation(kinds, explain)
