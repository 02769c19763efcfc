"""The editorial rules: named, documented checks of the words, each with a place and a fix."""

from generator.checks.wording.check import Grades, find_problems, measure_grades
from generator.checks.wording.rules import RULES, Rule

__all__ = ["RULES", "Grades", "Rule", "find_problems", "measure_grades"]
