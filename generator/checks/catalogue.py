"""All checks of this package, found by walking it, and what each of them finds."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from generator.checks.check import Check, FilesCheck, GuidebookCheck, PlaybookCheck
from generator.checks.context import FilesContext, GuidebookContext, PlaybookContext
from generator.checks.discovery import collect
from generator.checks.sound_playbooks import SoundPlaybooks
from generator.model.kept_work import KeptWork
from generator.problem import Problem, Rule, Severity

_PACKAGE = "generator.checks"


@cache
def _list_files_checks() -> list[FilesCheck]:
    return collect(_PACKAGE, FilesCheck)


@cache
def _list_playbook_checks() -> list[PlaybookCheck]:
    return collect(_PACKAGE, PlaybookCheck)


@cache
def _list_guidebook_checks() -> list[GuidebookCheck]:
    return collect(_PACKAGE, GuidebookCheck)


@cache
def list_switchable() -> Mapping[str, Rule]:
    """The rules that a playbook may switch off, by their ids."""
    rules = [*(check.rule for check in collect(_PACKAGE, Check)), *collect(_PACKAGE, Rule)]
    return {rule.id: rule for rule in rules if rule.switchable}


def check_files(context: FilesContext) -> Iterator[Problem]:
    """Find what is wrong with the files of a folder, whatever they hold."""
    for check in _list_files_checks():
        yield from check.find_problems(context)


def check_guidebook(
    context: GuidebookContext,
    *,
    on_step: Callable[[], object] | None = None,
    above_all: str | None = None,
    work: KeptWork | None = None,
) -> Iterator[Problem]:
    """Find what is wrong with a guidebook, but for what a playbook allows with a reason.

    `on_step` is called before each step. If one file counts `above_all`, of other playbooks only
    what stops publishing is found. A playbook that `work` knows to be sound is not looked at again.
    """
    on_step = on_step or bool
    sound = SoundPlaybooks(context, work) if work and context.is_complete else None
    for playbook in context.playbooks:
        on_step()
        whole = above_all in (None, playbook.playbook.path)
        find = partial(check_playbook, playbook, stops_only=not whole)
        yield from sound.check(playbook, find, is_whole=whole) if sound else find()
    for check in _list_guidebook_checks():
        on_step()
        yield from check.find_problems(context)


def check_each(context: GuidebookContext) -> Iterator[Problem]:
    """Find what checks of the whole find in each playbook, whatever the others say."""
    for check in _list_guidebook_checks():
        if check.of_each:
            yield from check.find_problems(context)


def check_playbook(one: PlaybookContext, *, stops_only: bool = False) -> Iterator[Problem]:
    """Find what is wrong with one playbook, but for what it allows."""
    for check in _list_playbook_checks():
        if stops_only and check.rule.severity is not Severity.ERROR:
            continue
        allowed = check.rule.switchable and check.rule.id in one.playbook.allow
        if not allowed and (check.of_parts or not one.is_part):
            yield from check.find_problems(one)
