"""Another name for a playbook: every file that names it follows, and no other word does."""

import pytest

from generator.problem import GuidebookError
from generator.reader import renaming

FILES = {
    "fair/lost.yml": "# Ours.\ntitle: Lost\nsearch: [lost]\n",
    "fair/other.yml": (
        "title: lost\n"
        "related: [lost, lost-child]  # lost\n"
        "steps:\n"
        "  - See ((lost)), ((lost|the page)) and ((lost-child)), not (lost).\n"
        "stop:\n  text: lost\n  go: 'lost'\n"
        "practice:\n  roleplay:\n    rounds:\n      - replies:\n          - go: lost\n"
    ),
    "fair/part.yml": (
        "only_changes: yes\nrelated:\n  - at: end\n    text: lost\n  - leave_out: lost\n"
        "steps:\n  - change: lost\n    do: lost\n"
    ),
    "guidebook.yml": (
        "chapters:\n  - id: lost\n    playbooks: [lost]\nright_now:\n  - playbook: lost\n"
        "    label: lost\n"
    ),
    "words.yml": "same:\n  - [lost, gone]\ndanger:\n  lost#branch: [help]\n  lost: [lost]\n",
    "queries.yml": "queries:\n  lost: [lost]\n",
    "other-languages.yml": "languages:\n  es:\n    name: lost\n    words:\n      lost: [perdido]\n",
    "examples.yml": "emergencies:\n  lost: |\n    lost\n",
    "situation-examples.yml": "situations:\n  lost: |\n    lost\n",
    "ideas.yml": "rulings:\n  - id: T1\n    playbooks: [lost]\n",
    "untouched.yml": "title: lost\n",
}


def test_what_names_it_follows_and_nothing_else() -> None:
    made = renaming.rename({path: one.encode() for path, one in FILES.items()}, "lost", "gone")
    texts = {path: one.decode() if one else None for path, one in made.items()}
    assert texts == {
        "fair/lost.yml": None,
        "fair/gone.yml": f"{FILES['fair/lost.yml']}formerly:\n  - lost\n",
        "fair/other.yml": (
            "title: lost\n"
            "related: [gone, lost-child]  # lost\n"
            "steps:\n"
            "  - See ((gone)), ((gone|the page)) and ((lost-child)), not (lost).\n"
            "stop:\n  text: lost\n  go: 'gone'\n"
            "practice:\n  roleplay:\n    rounds:\n      - replies:\n          - go: lost\n"
        ),
        "fair/part.yml": (
            "only_changes: yes\nrelated:\n  - at: end\n    text: gone\n  - leave_out: gone\n"
            "steps:\n  - change: lost\n    do: lost\n"
        ),
        "guidebook.yml": (
            "chapters:\n  - id: lost\n    playbooks: [gone]\nright_now:\n  - playbook: gone\n"
            "    label: lost\n"
        ),
        "words.yml": "same:\n  - [lost, gone]\ndanger:\n  gone#branch: [help]\n  gone: [lost]\n",
        "queries.yml": "queries:\n  gone: [lost]\n",
        "other-languages.yml": (
            "languages:\n  es:\n    name: lost\n    words:\n      gone: [perdido]\n"
        ),
        "ideas.yml": "rulings:\n  - id: T1\n    playbooks: [gone]\n",
        "examples.yml": "emergencies:\n  gone: |\n    lost\n",
        "situation-examples.yml": "situations:\n  gone: |\n    lost\n",
    }


def test_a_file_with_mistakes_stops_it() -> None:
    files = {"fair/lost.yml": b"title: x\n", "fair/other.yml": b"related: [lost]\nstop: a: b\n"}
    with pytest.raises(GuidebookError, match="mistakes"):
        renaming.rename(files, "lost", "gone")


def test_a_file_that_is_not_in_utf_8_stops_it() -> None:
    other = "title: Größe\nrelated: [lost]\n".encode("cp1252")
    with pytest.raises(GuidebookError, match="mistakes"):
        renaming.rename({"fair/lost.yml": b"title: x\n", "fair/other.yml": other}, "lost", "gone")


def test_a_name_that_it_had_is_no_earlier_one_any_more() -> None:
    files = {"fair/lost.yml": b"title: x\nformerly: [strayed, gone]  # ours\n"}
    made = renaming.rename(files, "lost", "gone")
    assert made["fair/gone.yml"] == b"title: x\nformerly: [strayed, lost]  # ours\n"
