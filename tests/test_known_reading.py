"""What an earlier run has read and checked changes nothing, and is not read and checked again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import catalogue
from generator.checks.context import FilesContext, GuidebookContext
from generator.checks.search import UNBACKED
from generator.checks.sound_playbooks import SoundPlaybooks
from generator.model.guidebook import Guidebook
from generator.model.kept_work import KeptWork
from generator.problem import Place, Problem, Severity
from generator.reader import guidebook_reader, known_file
from generator.reader.guidebook_reader import Reading
from generator.reader.memory import Memory
from tests import samples
from tests.test_kept_work import name_only, vars_of
from tests.test_memory import ALL, CHANGES, NAMES, read, sort

TODAY = date(2026, 11, 27)
MORE = st.sampled_from(
    [
        (b"Listen.", b"Listen (TODO)."),
        (b"owner: Training", b"owner: Nobody"),
        (b"Training", b"Nobody"),
        (b"title: One", b"title: Eins\r\nformerly: [eins]"),
    ]
)


def remember(work: KeptWork) -> Memory:
    return Memory(work=KeptWork(dict(work.used)))


def find_places(reading: Reading) -> list[Place]:
    locs = [(), ("title",), ("steps", 0, "do"), ("stop", "text"), ("checklist", 0)]
    return [reading.locate(name, loc) for name in reading.parsed for loc in locs]


@settings(max_examples=40)
@given(steps=st.lists(st.tuples(st.sampled_from(NAMES), st.none() | CHANGES | MORE), max_size=6))
def test_what_is_known_changes_nothing(
    steps: list[tuple[str, tuple[bytes, bytes] | None]],
) -> None:
    work, files = KeptWork(), dict(ALL)
    read(files, Memory(work=work))
    for name, change in steps:
        if change is None:
            del files[name]
        else:
            files[name] = files[name].replace(*change)
        memory = remember(work)
        again, anew = read(files, memory), read(files)
        assert sort(again) == sort(anew)
        assert again.guidebook == anew.guidebook
        assert again.texts == anew.texts
        assert find_places(again) == find_places(anew)
        assert memory.work
        work = memory.work
        files = {**ALL, **files}


def test_problem_files_are_told_again() -> None:
    for path in sorted(Path("tests/problems").rglob("*.yml")):
        work = KeptWork()
        files = {**ALL, "fair/three.yml": path.read_bytes()}
        first = read(files, Memory(work=work))
        assert sort(read(files, remember(work))) == sort(first) == sort(read(files)), path


def test_what_is_sound_is_neither_parsed_nor_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    files = samples.make_files(3)
    path = "chapter-000/playbook-00002.yml"
    files[path] = files[path].replace(b"purpose: ", b"purpose: (TODO) ")
    work = KeptWork()
    before = read(files, Memory(work=work))
    looked: list[str] = []
    parse, check = known_file.parse, catalogue.check_playbook

    def look_at(path: str, text: str) -> object:
        looked.append(path)
        return parse(path, text)

    def check_one(one: object, **options: bool) -> object:
        looked.append(one.playbook.id)  # type: ignore[attr-defined]
        return check(one, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(known_file, "parse", look_at)
    monkeypatch.setattr(catalogue, "check_playbook", check_one)
    again = read(files, remember(work))
    assert sort(again) == sort(before)
    assert again.problems
    assert {one.removesuffix(".yml")[-5:] for one in looked if "playbook-" in one} == {"00002"}


def make_context(guidebook: Guidebook, led_to: frozenset[str]) -> GuidebookContext:
    names = [f"{one.chapter}/{one.id}.yml" for one in guidebook.playbooks]
    found = FilesContext(names, names, list(guidebook.chapters))

    def locate(name: str, loc: object, **_: object) -> Place:
        return Place(f"{name} {loc}")

    context = GuidebookContext(found, guidebook, locate, guidebook.sources, guidebook.ideas)
    context.__dict__["led_to"] = led_to
    return context


def test_checks_of_a_playbook_look_only_at_the_names_of_others(guidebook: Guidebook) -> None:
    def check(looked_at: Guidebook, number: int) -> list[Problem]:
        context = make_context(looked_at, led_to)
        return list(catalogue.check_playbook(context.playbooks[number]))

    led_to = frozenset(one.id for one in guidebook.playbooks[::2])
    found = 0
    for number, one in enumerate(guidebook.playbooks):
        others = [two if two is one else name_only(two) for two in guidebook.playbooks]
        alone = Guidebook(**{**vars_of(guidebook), "playbooks": tuple(others)})
        problems = check(guidebook, number)
        assert check(alone, number) == problems
        found += len(problems)
    assert found


@pytest.mark.parametrize(
    ("severity", "is_asked_again"), [(Severity.NOTE, False), (Severity.ERROR, True)]
)
def test_where_only_errors_count_a_playbook_with_notes_is_not_looked_at_again(
    guidebook: Guidebook, severity: Severity, *, is_asked_again: bool
) -> None:
    """A check of one file asks the others for nothing but what stops publishing."""
    rule = replace(UNBACKED, severity=severity)
    asked: list[Problem] = []

    def find() -> list[Problem]:
        asked.append(Problem(Place("one.yml"), rule, "It is so.", "Change it."))
        return asked[-1:]

    work = KeptWork()
    context = make_context(guidebook, frozenset())
    (one, *_) = context.playbooks
    assert list(SoundPlaybooks(context, work).check(one, find, is_whole=True)) == asked
    later = SoundPlaybooks(context, KeptWork(dict(work.used)))
    assert len(list(later.check(one, find, is_whole=False))) == is_asked_again
    assert len(asked) == 1 + is_asked_again


def test_another_day_is_checked_anew() -> None:
    files = {name: content for name, content in ALL.items() if name != "house.yml"}
    work = KeptWork()
    memory = Memory(work=work)
    assert not find_overdue(guidebook_reader.read(files, today=TODAY, memory=memory))
    later = guidebook_reader.read(files, today=date(2040, 1, 1), memory=remember(work))
    assert find_overdue(later)


def find_overdue(reading: Reading) -> list[Problem]:
    return [one for one in reading.problems if one.rule.id == "overdue"]
