"""In an editor: names are completed, wrong ones are marked, and fields are explained."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters import project
from generator.model.guidebook import Guidebook
from generator.site import editor_files
from tests.conftest import ROOT
from tests.language_server import SERVER, LanguageServer

needs_server = pytest.mark.skipif(
    not SERVER.exists() or not shutil.which("node"), reason="make test installs it if there is npm"
)
PLAYBOOK = "playbooks/when-it-gets-hot/shouting-customer.yml"


@pytest.fixture(scope="module")
def server(
    guidebook: Guidebook, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageServer]:
    """A server in a folder with what `schema --here` writes for the shipped guidebook."""
    home = tmp_path_factory.mktemp("editor")
    for path, content in editor_files.make_files(guidebook).items():
        (home / path).parent.mkdir(exist_ok=True)
        (home / path).write_bytes(content)
    settings = json.loads((home / editor_files.SETTINGS).read_text("utf-8"))
    named = {str(home / schema): files for schema, files in settings["yaml.schemas"].items()}
    with LanguageServer(home, {"schemas": named}) as started:
        yield started


def complete(server: LanguageServer, path: str, text: str) -> list[str]:
    """Complete where the text has a “¦”."""
    before = text.partition("¦")[0]
    server.open(path, text.replace("¦", ""))
    return server.complete(before.count("\n"), len(before.rpartition("\n")[2]))


COMPLETED = {
    "a playbook": (PLAYBOOK, "kind: scenario\nrelated:\n  - ¦\n", "queue-fight"),
    "a playbook to go to": (PLAYBOOK, "kind: scenario\nstop:\n  go: ¦\n", "threats-and-violence"),
    "an owner": (PLAYBOOK, "kind: scenario\nowner: ¦\n", "Service training"),
    "a pictogram": (PLAYBOOK, "kind: scenario\nicon: ¦\n", "flame"),
    "a source": (PLAYBOOK, "kind: scenario\nsources:\n  - ¦\n", "D22"),
    "a rule": (PLAYBOOK, "kind: scenario\nallow:\n  ¦\n", "place-bound"),
    "a field of an emergency": (PLAYBOOK, "kind: emergency\n¦\n", "branches"),
    "a house value": ("house.yml", "values:\n  ¦\n", "spend-limit"),
    "a country": ("house.yml", "country: ¦\n", "uk"),
    "what is looked up": (
        "playbooks/guidebook.yml",
        "who_and_how_much:\n  - title: x\n    values:\n      - ¦\n",
        "allergen-rules",
    ),
    "a playbook of a query": ("playbooks/queries.yml", "queries:\n  ¦\n", "queue-fight"),
    "a branch": ("playbooks/words.yml", "danger:\n  ¦\n", "choking#adult"),
    "where an answer leads": (
        "playbooks/help-me-now.yml",
        "questions:\n  - id: a\n    ask: b\n    answers:\n      - say: c\n        go: ¦\n",
        "queue-fight",
    ),
}


@needs_server
@pytest.mark.parametrize("what", COMPLETED)
def test_completed(what: str, server: LanguageServer) -> None:
    path, text, expected = COMPLETED[what]
    assert expected in {one.strip('"') for one in complete(server, path, text)}


@needs_server
def test_a_wrong_name_is_marked(server: LanguageServer) -> None:
    text = (ROOT / PLAYBOOK).read_text("utf-8")
    assert server.open(PLAYBOOK, text) == []
    wrong = text.replace("go: [threats-and-violence,", "go: [threats-and-violins,")
    assert wrong != text
    found = server.open(PLAYBOOK, wrong)
    line = wrong[: wrong.index("violins")].count("\n")
    assert line in {one["range"]["start"]["line"] for one in found}


@needs_server
def test_shipped_files_are_right(server: LanguageServer) -> None:
    playbooks = sorted((ROOT / "playbooks").glob("*/*.yml"))
    shared = sorted((ROOT / "playbooks").glob("*.yml"))
    for path in [*playbooks[::7], *shared]:
        name = path.relative_to(ROOT).as_posix()
        assert server.open(name, path.read_text("utf-8")) == [], name


@needs_server
def test_only_changes(server: LanguageServer) -> None:
    assert server.open(PLAYBOOK, "only_changes: yes\ntitle: Ours\n") == []
    assert server.open(PLAYBOOK, "title: Ours\n") != []


@needs_server
def test_a_field_is_explained(server: LanguageServer) -> None:
    server.open(PLAYBOOK, "kind: scenario\nowner: Service training\n")
    assert "who keeps it right" in server.hover(1, 1)


def test_what_is_written_for_a_project(tmp_path: Path, guidebook: Guidebook) -> None:
    snippets = json.loads(editor_files.make_files(guidebook)[editor_files.SNIPPETS])
    assert snippets["((spend-limit))"]["body"] == "((spend-limit))"
    assert {"((allergen-rules))", "((shouting-customer))"} <= snippets.keys()
    house = json.loads(editor_files.make_schema("house", project.read_shipped()))
    assert house["properties"]["values"]["additionalProperties"] is False
