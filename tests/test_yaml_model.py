"""Records: frozen values that may keep what follows from them."""

from generator.model.checklist import Checklist, Item
from generator.model.playbook import StandardPlaybook
from tests import samples


def test_a_copy_keeps_nothing_that_may_have_changed() -> None:
    boxes = Checklist(items=(Item(text="The floor is dry"),))
    keys = boxes.keys
    assert boxes.model_copy(update={"items": (Item(text="The floor is wet"),)}).keys != keys
    assert boxes == Checklist(items=(Item(text="The floor is dry"),))


def test_texts_follow_a_copy() -> None:
    playbook = StandardPlaybook.model_validate(
        samples.make_minimal() | {"id": "one", "chapter": "fair", "path": "fair/one.yml"}
    )
    assert (("title",), playbook.title) in playbook.texts
    other = playbook.model_copy(update={"title": "Another one"})
    assert (("title",), "Another one") in other.texts
