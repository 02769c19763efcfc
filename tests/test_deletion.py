"""A playbook goes: whatever named it says so no longer, or names another; all else stays."""

import pytest

from generator.adapters import folder
from generator.model.guidebook import Guidebook
from generator.reader import deletion, guidebook_reader
from tests.conftest import ROOT

FILES = {
    "fair/lost.yml": "title: Lost\nformerly: [missing]\n",
    "fair/other.yml": (
        "title: lost  # ours\n"
        "related: [lost, lost-child]  # lost\n"
        "steps:\n"
        "  # The first one.\n"
        "  - See ((lost)), ((lost|the page)) and ((lost-child)), not (lost).\n"
        "stop:\n  text: lost\n  go: 'lost'\n"
        "practice:\n  roleplay:\n    rounds:\n      - replies:\n          - go: lost\n"
    ),
    "fair/found.yml": "title: Found\nrelated: [lost]\nsearch: [lost]\n",
    "fair/part.yml": (
        "only_changes: yes\nrelated:\n  - at: end\n    text: lost\n  - leave_out: lost\n"
        "steps:\n  - change: lost\n    do: lost\n"
    ),
    "guidebook.yml": (
        "chapters:\n  - id: lost\n    playbooks: [found, lost]\nright_now:\n  - playbook: lost\n"
        "    label: lost\n  - playbook: other\n    label: Other\n"
    ),
    "words.yml": "same:\n  - [lost, gone]\ndanger:\n  lost#branch: [help]\n  lost: [lost]\n",
    "queries.yml": "queries:\n  # Ours\n  lost: [lost, {query: where, branch: x}]\n  found: found it\n",
    "other-languages.yml": "languages:\n  es:\n    name: lost\n    words:\n      lost: [perdido]\n",
    "examples.yml": "emergencies:\n  lost: |\n    lost it\n  found: it is there\n",
    "situation-examples.yml": "situations:\n  lost: |\n    lost it\n  found: here\n",
    "help-me-now.yml": (
        "questions:\n  - id: a\n    ask: What?\n    answers:\n      - say: Lost\n        go: lost\n"
        "      - say: Both\n        go: [lost, found]\n      - say: Other\n        go: other\n"
    ),
    "ideas.yml": "rulings:\n  - id: T1\n    playbooks: [lost]\n",
    "untouched.yml": "title: lost\n",
}


def delete(**options: str) -> dict[str, str | None]:
    files = {path: text.encode() for path, text in FILES.items()}
    made = deletion.delete(files, "lost", title="Something is lost", **options)
    return {path: one if one is None else one.decode() for path, one in made.items()}


def test_it_is_taken_out_and_links_become_words() -> None:
    assert delete() == {
        "fair/lost.yml": None,
        "fair/other.yml": (
            "title: lost  # ours\n"
            "related: [lost-child]  # lost\n"
            "steps:\n"
            "  # The first one.\n"
            "  - See Something is lost, the page and ((lost-child)), not (lost).\n"
            "stop:\n  text: lost\n"
            "practice:\n  roleplay:\n    rounds:\n      - replies:\n          - go: lost\n"
        ),
        "fair/found.yml": "title: Found\nsearch: [lost]\n",
        "fair/part.yml": "only_changes: yes\nsteps:\n  - change: lost\n    do: lost\n",
        "guidebook.yml": (
            "chapters:\n  - id: lost\n    playbooks: [found]\nright_now:\n  - playbook: other\n"
            "    label: Other\n"
        ),
        "words.yml": "same:\n  - [lost, gone]\n",
        "queries.yml": "queries:\n  # Ours\n  found: found it\n",
        "other-languages.yml": None,
        "examples.yml": "emergencies:\n  found: it is there\n",
        "situation-examples.yml": "situations:\n  found: here\n",
        "help-me-now.yml": (
            "questions:\n  - id: a\n    ask: What?\n    answers:\n"
            "      - say: Both\n        go: [found]\n      - say: Other\n        go: other\n"
        ),
        "ideas.yml": "rulings:\n  - id: T1\n",
    }


def test_another_one_takes_its_place_once() -> None:
    made = delete(instead="found")
    assert made["fair/other.yml"] == FILES["fair/other.yml"].replace("[lost,", "[found,").replace(
        "((lost", "((found"
    ).replace("go: 'lost'", "go: 'found'").replace("((found-child", "((lost-child")
    assert made["fair/found.yml"] == (
        "title: Found\nsearch: [lost]\nformerly:\n  - lost\n  - missing\n"
    )
    assert made["guidebook.yml"] == (
        "chapters:\n  - id: lost\n    playbooks: [found]\nright_now:\n  - playbook: found\n"
        "    label: lost\n  - playbook: other\n    label: Other\n"
    )
    assert made["words.yml"] == ("same:\n  - [lost, gone]\ndanger:\n  found: [lost]\n")
    queries = made["queries.yml"]
    assert queries
    assert "lost:" not in queries
    assert "branch" not in queries
    assert [one in queries for one in ("found it", "- lost", "where")] == [True, True, True]
    answers = made["help-me-now.yml"]
    assert answers
    assert "go: found\n" in answers
    assert "go: [found]\n" in answers


def test_a_name_that_another_one_has_by_now_leads_nowhere_else() -> None:
    files = {"fair/lost.yml": b"title: Lost\nformerly: [found]\n", "hot/found.yml": b"title: F\n"}
    made = deletion.delete(files, "lost", title="Lost", instead="found")
    assert made["hot/found.yml"] == b"title: F\nformerly:\n  - lost\n"


def test_who_names_it_is_listed_but_for_itself() -> None:
    files = {path: text.encode() for path, text in FILES.items()}
    found = deletion.list_namings(files, "lost")
    assert {one.path for one in found} == FILES.keys() - {"fair/lost.yml", "untouched.yml"}
    texts = [one.text for one in found if one.form.name == "INLINE"]
    assert texts == ["See ((lost)), ((lost|the page)) and ((lost-child)), not (lost)."]


@pytest.mark.parametrize("instead", ["", "listen-first"])
@pytest.mark.parametrize("name", ["choking", "shouting-customer"])
def test_of_the_whole_guidebook_any_playbook_may_go(
    guidebook: Guidebook, name: str, instead: str
) -> None:
    files = folder.read(ROOT / "playbooks").files
    changed = deletion.delete(files, name, title=guidebook.titles[name], instead=instead)
    left = {path: one for path, one in {**files, **changed}.items() if one is not None}
    assert not deletion.list_namings(left, name)
    reading = guidebook_reader.read(left)
    rules = {one.rule.id for one in reading.errors}
    assert rules <= {"not-reached", "dead-end", "named-twice", "calm-example"}
    if instead:
        assert reading.guidebook
        assert name in reading.guidebook.by_id[instead].formerly
