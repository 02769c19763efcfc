"""The promise of `queries.yml`: what staff type brings up the playbook that is named."""

from pathlib import Path

from click.testing import CliRunner

from generator.adapters import folder
from generator.cli.main import main
from generator.model.guidebook import Guidebook
from generator.views import finder
from tests import indexes, samples


def write(folder_: Path, queries: str) -> None:
    playbooks = {name: samples.make_minimal() | more for name, more in indexes.PLAYBOOKS.items()}
    files = samples.make_folder(playbooks) | {"queries.yml": queries.encode()}
    folder.write(folder_, files)


def check(folder_: Path, queries: str) -> tuple[int, str]:
    write(folder_, queries)
    result = CliRunner().invoke(main, ["check", str(folder_)])
    return result.exit_code, result.output


def test_a_promise_that_holds(tmp_path: Path) -> None:
    status, output = check(tmp_path, "queries:\n  refund: lost reciept\n  shouting: [shouted at]\n")
    assert status == 0, output
    assert (
        "Search: 2 of 2 queries find their playbook first (100.0%), 2 among the first three"
        in output
    )


def test_a_promise_that_does_not_hold(tmp_path: Path) -> None:
    text = "queries:\n  scattered:\n    - lost the till\n    - query: no receipt\n      within: 1\n"
    status, output = check(tmp_path, text)
    assert status == 1
    assert "queries.yml:4:7" in output
    assert "“no receipt” should bring up “scattered” first, but it comes second." in output
    assert "Found instead: refund" in output
    assert "search words" in output


def test_within_three(tmp_path: Path) -> None:
    text = "queries:\n  scattered:\n    - query: no receipt\n      within: 3\n"
    status, output = check(tmp_path, text)
    assert status == 0, output
    assert "0 of 1 queries find their playbook first (0.0%), 1 among the first three" in output


def test_a_promise_of_a_playbook_that_is_not_there(tmp_path: Path) -> None:
    status, output = check(tmp_path, "queries:\n  refnd: lost reciept\n")
    assert status == 1
    assert "queries.yml:2:3" in output
    assert "Did you mean “refund”?" in output


def test_one_query_with_two_answers(tmp_path: Path) -> None:
    text = "queries:\n  refund: lost  receipt\n  scattered:\n    - Lost receipt\n"
    status, output = check(tmp_path, text)
    assert status == 1
    assert "“Lost receipt” is below “refund” already." in output
    assert "queries.yml:4:7" in output


def test_no_figure_without_queries(tmp_path: Path) -> None:
    status, output = check(tmp_path, "queries: {}\n")
    assert status == 0, output
    assert "Search:" not in output


def test_the_shipped_promise_holds(guidebook: Guidebook) -> None:
    answers = finder.try_search(guidebook).results
    assert {one.playbook for one in answers} == set(guidebook.by_id)
    assert [one for one in answers if not one.is_met] == []
