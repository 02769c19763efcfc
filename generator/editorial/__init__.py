"""The editorial rules: named, documented checks of the words, each with a place and a fix."""

from generator.editorial.check import Grades, find_problems, measure_grades
from generator.editorial.rules import RULES, Rule

__all__ = ["RULES", "Grades", "Rule", "find_problems", "measure_grades"]
