"""What is wrong with the sound parts of a playbook that has other faults is told with those."""

from typing import Any

import pytest

from generator.reader import guidebook_reader
from tests import samples

BRANCH = {"id": "adult", "see": "They can't speak.", "now": ["Shout."], "never": ["Walk on ice."]}
OTHER_BRANCH = {"id": "baby", "sea": "They can't cry.", "now": ["Shout."]}


def tell(playbook: dict[str, Any]) -> list[str]:
    folder = samples.make_folder({"fair/one": playbook})
    return sorted(one.rule.id for one in guidebook_reader.read(folder).errors)


def make_faulty(**more: Any) -> dict[str, Any]:
    """An emergency of which a name is misspelt."""
    faulty = samples.make_emergency(**{"branches": [BRANCH], **more})
    return {"purpse" if name == "purpose" else name: value for name, value in faulty.items()}


def test_an_unclear_line_beside_a_misspelt_name() -> None:
    assert tell(make_faulty()) == ["never-unclear", "unknown-name"]


def test_an_unclear_line_of_a_branch_beside_another_one() -> None:
    emergency = samples.make_emergency(branches=[OTHER_BRANCH, BRANCH])
    assert tell(emergency) == ["never-unclear", "unknown-name"]


@pytest.mark.parametrize("say", ["Unfortunately it is not here.", "I guarantee it.", "…"])
def test_words_to_say_beside_a_date_in_the_wrong_form(say: str) -> None:
    alone = tell(samples.make_minimal(say=[say]))
    assert len(alone) == 1
    assert tell(samples.make_minimal(say=[say], reviewed="today")) == sorted(["kind", *alone])


def test_a_line_beside_one_that_is_wrong() -> None:
    say = ["I guarantee it.", {"say": ["a", "b"]}]
    assert tell(samples.make_minimal(say=say)) == ["kind", "promise"]


@pytest.mark.parametrize("allow", [{"promise": ""}, ["promise"], "promise"])
def test_what_is_allowed_without_a_reason_is_not_told_as_well(allow: Any) -> None:
    (told,) = tell(samples.make_minimal(say=["I guarantee it."], allow=allow))
    assert told in ("empty", "kind")


@pytest.mark.parametrize("name", ["title", "purpose", "owner", "steps", "say", "stop", "checklist"])
def test_nothing_is_told_of_what_is_not_there(name: str) -> None:
    playbook = samples.make_minimal()
    del playbook[name]
    assert tell(playbook) == ["missing"]
