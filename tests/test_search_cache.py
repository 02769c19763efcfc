"""The search is asked once: the answers are kept for as long as nothing that they rest on changes."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.adapters import search_cache, side_work
from generator.model.guidebook import Guidebook
from generator.model.search_files import QueriesFile, WordsFile
from generator.views import finder
from generator.views.finder import expected_results
from generator.views.finder.expected_results import Questions
from tests import samples

QUERIES = {"queries": {"one": ["shouting", "zebra"]}, "unanswered": ["parking", "shouting"]}


@pytest.fixture
def asked() -> Guidebook:
    made = samples.make_site({"fair/one": samples.make_minimal(search=["loud voice"])})
    return replace(made.guidebook, queries=QueriesFile.model_validate(QUERIES))


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(_: Questions) -> finder.Trial:
        raise AssertionError("the search was asked")

    monkeypatch.setattr(Questions, "ask", ask)


def name(guidebook: Guidebook) -> str:
    questions = finder.list_questions(guidebook)
    assert questions
    return questions.name


def test_answers_are_kept(
    asked: Guidebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = search_cache.try_search(asked, home=tmp_path)
    assert first.too_sure
    assert any(one.is_met for one in first.results)
    forbid(monkeypatch)
    assert search_cache.try_search(asked, home=tmp_path) == first


def test_all_of_them_are_kept() -> None:
    missed = finder.QueryResult("one", 0, "zebra", 1, ("two", "three#a"), "b")
    trial = finder.Trial((missed,), (0, 2), {"one": ["helicopter"]})
    assert finder.read_trial(finder.write_trial(trial)) == trial


def test_what_they_rest_on_changes_them(asked: Guidebook, monkeypatch: pytest.MonkeyPatch) -> None:
    (page,) = asked.playbooks
    more = {**QUERIES, "unanswered": []}
    others = [
        asked,
        replace(asked, playbooks=(page.model_copy(update={"title": "Loud"}),)),
        replace(asked, queries=QueriesFile.model_validate(more)),
        replace(asked, words=WordsFile.model_validate({"same": [["loud", "shouting"]]})),
        replace(asked, words=WordsFile.model_validate({"meant": {"loud": ["roaring"]}})),
    ]
    names = [name(one) for one in others]
    monkeypatch.setattr(expected_results, "read_scripts", lambda: ["other()"])
    names.append(name(asked))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"results": [{"x": 1}]}', b"\xff"])
def test_answers_that_cannot_be_read_are_asked_again(
    asked: Guidebook, tmp_path: Path, content: bytes
) -> None:
    first = search_cache.try_search(asked, home=tmp_path)
    (kept,) = (tmp_path / search_cache.STORE).iterdir()
    kept.write_bytes(content)
    assert search_cache.try_search(asked, home=tmp_path) == first
    assert finder.read_trial(kept.read_bytes()) == first


def test_a_check_leaves_the_folder_as_it_was(asked: Guidebook, tmp_path: Path) -> None:
    search_cache.try_search(asked, home=tmp_path, keep=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("alone", ["", "1"])
def test_it_may_be_asked_beside_other_work(
    asked: Guidebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alone: str
) -> None:
    monkeypatch.setenv(side_work.ALONE, alone)
    trial = finder.try_search(asked)
    assert search_cache.begin(asked, home=tmp_path)() == trial
    forbid(monkeypatch)
    assert search_cache.begin(asked, home=tmp_path)() == trial


def test_with_nothing_to_ask_nothing_is_begun(tmp_path: Path) -> None:
    nothing = samples.make_site({"fair/one": samples.make_minimal()}).guidebook
    assert search_cache.begin(nothing, home=tmp_path)() == finder.Trial()


def test_work_beside_fails_where_its_result_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for alone in ("", "1"):
        monkeypatch.setenv(side_work.ALONE, alone)
        wait = side_work.begin(lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            wait()
