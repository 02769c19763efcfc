"""Playbooks in which nothing was wrong: they are not looked at again while nothing has changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.checks.context import GuidebookContext, PlaybookContext
from generator.model.kept_work import KeptWork
from generator.model.shown_values import digest_compared, digest_playbook
from generator.problem import Problem, Severity

_FOUND, _STOPS = "found", "stops"
"""Stand for what was found, which may stop publishing: places and words are worked out anew."""


@dataclass(frozen=True)
class SoundPlaybooks:
    """What is known of the playbooks of one guidebook, all of which could be read."""

    whole: GuidebookContext
    work: KeptWork

    @cached_property
    def _around(self) -> str:
        """A digest of all that the checks of a playbook look at besides that."""
        whole = self.whole
        lacks = whole.sources is None, whole.ideas is None
        return digest_compared(whole.guidebook, sorted(whole.ids), lacks, whole.today)

    def check(
        self, one: PlaybookContext, find: Callable[[], Iterable[Problem]], *, is_whole: bool
    ) -> Iterable[Problem]:
        """What `find` finds, if it has to be asked; only if that `is_whole` it is taken down.

        Otherwise it finds what stops publishing alone.
        """
        is_led_to = one.playbook.id in self.whole.led_to
        name = digest_playbook(one.playbook, "checks", is_led_to, self._around)
        if not is_whole:
            return () if self.work.known.get(name) in ("", _FOUND) else find()
        found: list[Problem] = []

        def look() -> str:
            found.extend(find())
            if any(one.severity is Severity.ERROR for one in found):
                return _STOPS
            return _FOUND if found else ""

        was_known = name in self.work.known
        said = self.work.take(name, look)
        return find() if said and was_known else found
