"""Pages that are kept from build to build: what they follow from, and the file that holds them."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters import input_digest, work_file
from generator.model.checklist import Checklist
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.model.kept_edition import take_down
from generator.model.kept_work import KeptWork
from generator.model.playbook import Audience, Playbook
from generator.views import json_export, pages, papers, session_data, training_data
from generator.views.pages.renderer import Renderer
from tests import page_samples

TEXTS = st.dictionaries(st.text(st.characters(max_codepoint=0xFFFF)), st.text())


def name_only(playbook: Playbook) -> Playbook:
    """Of a playbook only what the digest of other playbooks takes up, and the address of that."""
    shown = ("id", "chapter", "title", "icon", "url")
    return cast("Playbook", SimpleNamespace(**{one: getattr(playbook, one) for one in shown}))


def write_page(guidebook: Guidebook, playbook: Playbook, kept: KeptWork | None = None) -> str:
    renderer = Renderer(guidebook, Inline(guidebook), "https://x.example/", kept=kept)
    return pages._render_playbook(renderer, playbook).html


def test_the_page_of_a_playbook_shows_only_the_names_of_others(guidebook: Guidebook) -> None:
    for one in guidebook.playbooks:
        others = [two if two is one else name_only(two) for two in guidebook.playbooks]
        alone = Guidebook(**{**vars_of(guidebook), "playbooks": tuple(others)})
        assert write_page(alone, one) == write_page(guidebook, one)


def vars_of(guidebook: Guidebook) -> dict[str, Any]:
    return {name: getattr(guidebook, name) for name in guidebook.__dataclass_fields__}


def test_what_is_known_of_a_page_is_taken() -> None:
    guidebook = page_samples.make_guidebook()
    full, other = guidebook.playbooks
    kept = KeptWork()
    written = write_page(guidebook, full, kept)
    assert list(kept.used.values()) == [written]
    known = KeptWork(dict.fromkeys(kept.used, "known"))
    assert write_page(guidebook, full, known) == "known"
    assert write_page(guidebook, other, known) != "known"
    assert known.is_new


@pytest.mark.parametrize("field", ["title", "icon", "purpose"])
def test_a_page_follows_from_the_names_of_others(field: str) -> None:
    guidebook = page_samples.make_guidebook()
    full, other = guidebook.playbooks
    kept = KeptWork()
    write_page(guidebook, full, kept)
    changed = other.model_copy(update={field: "heart"})
    again = Guidebook(**{**vars_of(guidebook), "playbooks": (full, changed)})
    written = write_page(again, full, KeptWork(dict.fromkeys(kept.used, "known")))
    assert (written == "known") == (field == "purpose")
    if field != "purpose":
        assert written == write_page(again, full)


@pytest.mark.parametrize("field", ["title", "purpose", "id", "search"])
def test_files_for_programs_follow_from_what_they_say(guidebook: Guidebook, field: str) -> None:
    def make(playbooks: tuple[Playbook, ...], kept: KeptWork | None) -> list[str]:
        whole = Guidebook(**{**vars_of(guidebook), "playbooks": playbooks})
        links = papers.list_links(whole, ())
        return [
            json_export.make_json(whole, kept),
            training_data.make_script(whole, kept),
            session_data.make_script(whole, links, kept),
        ]

    work = KeptWork()
    first, *others = guidebook.playbooks
    assert make(guidebook.playbooks, work) == make(guidebook.playbooks, None)
    new = ("zwiebel",) if field == "search" else "zwiebel"
    changed = (first.model_copy(update={field: new}), *others)
    known = KeptWork(dict(work.used))
    assert make(changed, known) == make(changed, None)
    assert len(set(work.used) & set(known.used)) >= len(others)


@pytest.mark.parametrize("field", ["title", "purpose", "id", "search"])
def test_what_an_edition_keeps_is_taken(guidebook: Guidebook, field: str) -> None:
    work = KeptWork()
    before = take_down(guidebook, date(2026, 1, 1), work)
    assert before == take_down(guidebook, date(2026, 1, 1))
    first, *others = guidebook.playbooks
    new = ("zwiebel",) if field == "search" else "zwiebel"
    changed = (first.model_copy(update={field: new}), *others)
    again = Guidebook(**{**vars_of(guidebook), "playbooks": changed})
    known = KeptWork(dict(work.used))
    after = take_down(again, date(2026, 1, 1), known)
    assert after == take_down(again, date(2026, 1, 1))
    assert (after == before) == (field == "search")
    assert list(after.content["playbooks"]) == sorted(one.id for one in changed)
    assert len(set(work.used) & set(known.used)) == len(others)


def write_all(guidebook: Guidebook, kept: KeptWork | None = None) -> dict[str, str]:
    links = papers.list_links(guidebook, All())
    return {one.path: one.html for one in pages.render(guidebook, papers=links, kept=kept)}


class All:
    """Every paper is there."""

    def __contains__(self, _: object) -> bool:
        return True


@pytest.mark.parametrize(
    "update",
    [
        {"title": "Zwiebel"},
        {"purpose": "Zwiebel"},
        {"practice": None},
        {"checklist": Checklist.model_validate({"items": ["Zwiebel"]})},
        {"audience": (Audience.MANAGERS,), "reviewed": date(2020, 1, 1)},
        {"chapter": "run-it-well"},
    ],
    ids=lambda update: next(iter(update)),
)
def test_lists_follow_from_what_they_show(guidebook: Guidebook, update: dict[str, Any]) -> None:
    work = KeptWork()
    before = write_all(guidebook, work)
    first = guidebook.standard[0]
    changed = first.model_copy(update=update)
    playbooks = [changed if one is first else one for one in guidebook.playbooks]
    again = Guidebook(**{**vars_of(guidebook), "playbooks": tuple(playbooks)})
    known = KeptWork(dict(work.used))
    after = write_all(again, known)
    assert after == write_all(again)
    assert after != before
    is_shown_everywhere = update.keys() & {"title", "chapter"}
    assert bool(set(known.used) & set(work.used)) != bool(is_shown_everywhere)


@given(texts=TEXTS)
def test_what_is_kept_comes_back(texts: dict[str, str], tmp_path_factory: Any) -> None:
    place = tmp_path_factory.mktemp("kept") / "work"
    work_file.write(place, KeptWork(used=texts))
    assert work_file.read(place).known == texts


@given(data=st.data())
def test_what_is_broken_counts_for_nothing(data: st.DataObject, tmp_path_factory: Any) -> None:
    place: Path = tmp_path_factory.mktemp("kept") / "work"
    work_file.write(place, KeptWork(used={"a": "1", "b": "22"}))
    content = place.read_bytes()
    end = data.draw(st.integers(0, len(content) - 1))
    broken = [content[:end], content[:end] + b"\0" + content[end + 1 :], content + b"1", b""]
    for one in broken:
        place.write_bytes(one)
        assert one == content or work_file.read(place).known == {}


def test_another_program_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "work"
    work_file.write(place, KeptWork(used={"a": "1"}))
    monkeypatch.setattr(input_digest, "find_program", lambda: "another")
    assert work_file.read(place).known == {}


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    place = tmp_path / "work"
    work_file.write(place, KeptWork(used={"a": "1", "b": "2"}))
    work = work_file.read(place)
    assert work.take("a", lambda: "other") == "1"
    work_file.write(place, work)
    assert work_file.read(place).known == {"a": "1"}
