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
    name = write_key("", loc)
    number = int(at)
    for label, to in (("Up", number - 1), ("Down", number + 1)):
        if 0 <= to < count:
            move = Move(tuple(around), number, to)
            yield Button(f"{label.lower()}{name}", label, file, (move,))
    if is_free:
        yield Button(f"remove{name}", f"Remove this {what}", file, (Delete(loc),))


def list_namers(guidebook: Guidebook, namings: Sequence[RecordNaming]) -> tuple[FormLink, ...]:
    """The pages that name something, each once."""
    found: dict[str, FormLink] = {}
    for one in namings:
        playbook = guidebook.by_id.get(find_id(one.file))
        title, url = (playbook.title, f"/{playbook.url}") if playbook else (one.file, "")
        found[one.file] = FormLink(title, url)
    return tuple(found.values())
