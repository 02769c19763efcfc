"""What several forms say of one item of a list: it goes up and down, and away."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model.guidebook import Guidebook
from generator.model.paths import find_id
from generator.model.yaml_model import Loc
from generator.reader.record_namings import RecordNaming
from generator.reader.yaml_text.item_edit import Delete, Move
from generator.views.editor.fields import Button, FormLink, write_key

Namings = Mapping[tuple[str, str], Sequence[RecordNaming]]


def list_buttons(
    file: str, loc: Loc, count: int, *, what: str, is_free: bool = True
) -> Iterator[Button]:
    """The buttons of an item of a list of `count`; one that `is_free` may be taken out."""
    *around, at = loc
    number = int(at)
    for label, to in (("Up", number - 1), ("Down", number + 1)):
        if 0 <= to < count:
            name = label.lower()
            move = Move(tuple(around), number, to)
            there = write_key("", (*around, to))
            then = tuple(f"b-{one}{there}" for one in (name, "up", "down"))
            yield Button(f"{name}{write_key('', loc)}", label, file, (move,), then=then)
    if is_free:
        yield Button(f"remove{write_key('', loc)}", f"Remove this {what}", file, (Delete(loc),))


def name_buttons(file: str, loc: Loc, beside: Sequence[tuple[str, int]]) -> Iterator[Button]:
    """The buttons of the name with the number that `loc` ends with, in the group before that.

    It goes to the number of the one that is above it or below it, as far as there are.
    """
    *around, at = loc
    for label, to in beside:
        move = Move(tuple(around), int(at), to)
        yield Button(label.lower(), label, file, (move,), then=("b-up", "b-down"))


def name_control(file: str, loc: Loc) -> str:
    """The id of what a field is filled in with."""
    return f"c-{write_key(file, loc)}"


def list_namers(guidebook: Guidebook, namings: Sequence[RecordNaming]) -> tuple[FormLink, ...]:
    """The pages that name something, each once."""
    found: dict[str, FormLink] = {}
    for one in namings:
        playbook = guidebook.by_id.get(find_id(one.file))
        title, url = (playbook.title, f"/{playbook.url}") if playbook else (one.file, "")
        found[one.file] = FormLink(title, url)
    return tuple(found.values())
