"""The editorial rules: named, documented checks of the words, each with a place and a fix."""

from generator.editorial.check import find_problems
from generator.editorial.rules import RULES, Rule

__all__ = ["RULES", "Rule", "find_problems"]
