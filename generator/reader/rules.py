"""Every rule there is: found by walking the packages that check, so that nobody keeps a list."""

from collections.abc import Mapping
from functools import cache

from generator.checks.check import Check
from generator.checks.discovery import collect
from generator.problem import Group, Rule

_PACKAGES = ("generator.checks", "generator.reader")


@cache
def list_rules() -> Mapping[str, Rule]:
    """Every rule by its id, in the order of the groups, and by name in each."""
    found = {rule for package in _PACKAGES for rule in collect(package, Rule)}
    found |= {check.rule for package in _PACKAGES for check in collect(package, Check)}
    order = list(Group)
    return {
        rule.id: rule for rule in sorted(found, key=lambda one: (order.index(one.group), one.id))
    }
