"""Cards, taken in by the importer of Anki itself: again, and after words have changed."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest, ImportResponse
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from tests import samples
from tests.exports.readers import export_file, make_guidebook, make_question

AVOID = [{"say": "Calm down.", "why": "It heats up.", "instead": "I hear you.", "id": "calm"}]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    made = Collection(str(tmp_path / "collection.anki2"))
    yield made
    made.close()


def take_in(collection: Collection, content: bytes) -> ImportResponse.Log:
    """Import as Anki's window does it if nobody changes an option."""
    path = Path(collection.path).with_name("cards.txt")
    path.write_bytes(content)
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    return collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


def test_a_second_import_brings_nothing_new(guidebook: Guidebook, collection: Collection) -> None:
    content = export_file("anki", guidebook)
    questions = sum(len(one.practice.quiz) for one in guidebook.playbooks if one.practice)
    swaps = [one for each in guidebook.standard for one in each.avoid if one.say and one.instead]
    first = take_in(collection, content)
    assert len(first.new) == questions + len(swaps) == collection.note_count()
    second = take_in(collection, content)
    assert len(second.new) == 0
    assert collection.note_count() == len(first.new)
    title = guidebook.about.title
    assert {one.name for one in collection.decks.all_names_and_ids()} >= {
        f"{title}::Say this instead",
        f"{title}::Questions",
    }


def test_other_words_change_a_card_and_keep_what_was_learned(collection: Collection) -> None:
    take_in(collection, export_file("anki", make_guidebook(make_question("a", "b"), avoid=AVOID)))
    (card,) = (collection.get_card(one) for one in collection.find_cards("Calm"))
    card.ivl = 30
    collection.update_card(card)
    changed = [AVOID[0] | {"say": "Relax.", "instead": "I see."}]
    log = take_in(
        collection, export_file("anki", make_guidebook(make_question("a", "b"), avoid=changed))
    )
    assert (len(log.new), len(log.updated)) == (0, 1)
    (same,) = (collection.get_card(one) for one in collection.find_cards("Relax"))
    assert (same.id, same.ivl) == (card.id, 30)
    assert same.note().fields[1] == "“I see.”<br><small>It heats up.</small>"
    assert same.note().tags == ["shouting"]


def test_a_row_without_its_fields_is_refused(collection: Collection) -> None:
    content = export_file("anki", make_guidebook(make_question("a", "b")))
    broken = content.replace(b"\tWhat now?", b"\t\t", 1)
    log = take_in(collection, broken)
    assert (len(log.new), len(log.empty_first_field)) == (0, 1)


nasty = st.text(st.sampled_from(list("\"'&<>;#:|,=\\/{}[]é a")), min_size=1, max_size=12).map(
    lambda text: f"x{text}x"
)


@settings(max_examples=3, deadline=None, phases=[Phase.generate])
@given(st.lists(st.tuples(nasty, nasty), min_size=30, max_size=30, unique_by=lambda one: one[0]))
def test_any_text_is_a_field(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]
) -> None:
    """Words are never markup, and neither tabs nor quotation marks end a field."""
    avoid = [{"say": say, "instead": instead} for say, instead in texts]
    guidebook = make_guidebook(samples.make_practice(), avoid=avoid)
    collection = Collection(str(tmp_path_factory.mktemp("anki") / "c.anki2"))
    take_in(collection, export_file("anki", guidebook))
    notes = [collection.get_note(one) for one in collection.find_notes("Not")]
    plain = Inline(guidebook).plain
    wanted = {f"“{' '.join(plain(instead).split())}”" for _, instead in texts}
    assert {unescape(one.fields[1]) for one in notes} == wanted
    assert all("<" not in one.fields[1] for one in notes)
    collection.close()
