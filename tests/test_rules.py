"""Every rule is declared once, can object, and is right in its own example of what is right."""

import re
from pathlib import Path

import pytest

from generator.checks.check import Check, PlaybookCheck
from generator.checks.discovery import collect
from generator.checks.search import UNBACKED
from generator.model.yaml_model import SLUG
from generator.problem import Example, Group, Problem, Rule
from generator.reader.rules import list_rules
from tests import rule_examples

RULES = list(list_rules().values())


SWITCHABLE = [rule for rule in RULES if rule.switchable]


def find_problems(home: Path, rule: Rule, example: Example) -> list[Problem]:
    with_papers = rule.group is Group.PAPERS
    return rule_examples.find_problems(home, example, with_papers=with_papers)


def test_nothing_is_reported_of_the_project_that_examples_change(tmp_path: Path) -> None:
    assert rule_examples.find_problems(tmp_path, {}, with_papers=True) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_fault_is_reported(rule: Rule, tmp_path: Path) -> None:
    assert rule in {one.rule for one in find_problems(tmp_path, rule, rule.fault)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_fix_is_right(rule: Rule, tmp_path: Path) -> None:
    assert find_problems(tmp_path, rule, rule.fix) == []


@pytest.mark.parametrize("rule", SWITCHABLE, ids=lambda rule: rule.id)
def test_a_playbook_can_switch_it_off(rule: Rule, tmp_path: Path) -> None:
    fault = {rule_examples.PLAYBOOK: rule.fault} if isinstance(rule.fault, str) else rule.fault
    reported = find_problems(tmp_path / "before", rule, fault)
    changed = dict(fault)
    for path in {one.place.path for one in reported if one.rule is rule}:
        lines = f"allow:\n  {rule.id}: There is a reason."
        changed[path] = f"{changed[path]}\n{lines}" if path in changed else lines
    assert changed != fault
    allowed = find_problems(tmp_path / "after", rule, changed)
    assert [one for one in reported if one.rule is not rule] == allowed


def test_only_rules_about_one_playbook_can_be_switched_off() -> None:
    checked = {one.rule for one in collect("generator.checks", PlaybookCheck)}
    # What the search takes up is known only where it is asked.
    assert {rule for rule in RULES if rule.switchable} - {UNBACKED} <= checked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_and_why(rule: Rule) -> None:
    assert re.fullmatch(SLUG, rule.id)
    for words in (rule.summary, rule.why):
        assert words.endswith(".")
        assert words[0].isupper() or words[0] in "“"
    assert rule.fault != rule.fix


def test_no_two_rules_have_one_id() -> None:
    declared = {*collect("generator", Rule), *(one.rule for one in collect("generator", Check))}
    assert len({rule.id for rule in declared}) == len(declared)
    assert {rule.id for rule in declared} == list_rules().keys()


def test_what_a_module_declares_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "declaring"
    (package / "deep").mkdir(parents=True)
    (package / "__init__.py").write_text("from fractions import Fraction\n")
    (package / "b.py").write_text("from declaring.a import FIRST\nSECOND = 2.5\nTHIRD = 0.5\n")
    (package / "a.py").write_text("FIRST = 1.5\n")
    (package / "deep" / "__init__.py").write_text("")
    (package / "deep" / "c.py").write_text("FOURTH = 3.5\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert collect("declaring", float) == [1.5, 2.5, 0.5, 3.5]
