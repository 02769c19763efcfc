"""What differs between two editions: told item by item, each with its weight."""

from copy import deepcopy
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.model import differences, weights
from generator.model.differences import Difference, Kind, Record
from generator.model.edition import make_edition
from generator.model.guidebook import Guidebook
from generator.model.item_pairs import find_moved, pair_items
from generator.model.weights import Weight

SILENT, LOOK, READ = Weight
BASE: dict[str, Any] = {
    "title": "The parcel is lost",
    "kind": "scenario",
    "search": ["lost parcel"],
    "steps": [
        {"do": "Ask for the number of the order."},
        {"do": "Look where the parcel was last seen.", "why": "It may be next door."},
        {"do": "Say when you will call back."},
    ],
    "say": [{"say": "I'll find out where it is."}, {"say": "It should be there any day now."}],
    "avoid": [{"say": "That's not our fault."}],
    "stop": {"text": "Hand over after two searches."},
    "checklist": {"items": [{"text": "The call back is booked."}]},
}


def compare(now: dict[str, Any] | None, before: dict[str, Any] | None = BASE) -> list[Difference]:
    return list(differences.compare_records(Record.PLAYBOOK, "parcel-lost", before, now))


def change(**fields: Any) -> dict[str, Any]:
    return {**deepcopy(BASE), **fields}


class Lamp(BaseModel):
    """A model of which one field has no weight."""

    color: Annotated[str, LOOK]
    watts: str


def test_a_field_without_a_weight_is_found() -> None:
    with pytest.raises(TypeError, match=r"Lamp\.watts"):
        weights.weigh(Lamp)


class Bulb(BaseModel):
    """A model with a weight for each field."""

    color: Annotated[str, LOOK]


class Chandelier(BaseModel):
    """A model of which one field has a weight beside those of the model that it holds."""

    bulbs: Annotated[tuple[Bulb, ...], READ]


def test_what_holds_models_has_no_weight_of_its_own() -> None:
    with pytest.raises(TypeError, match=r"Chandelier\.bulbs"):
        weights.weigh(Chandelier)
    assert weights.weigh(Bulb) == {"color": LOOK}


@pytest.mark.parametrize(
    ("now", "path", "kind", "weight", "small"),
    [
        (
            change(stop={"text": "Hand over after one search, and say to whom."}),
            ("stop", "text"),
            Kind.REWORDED,
            READ,
            False,
        ),
        (
            change(stop={"text": "Hand over after ten searches."}),
            ("stop", "text"),
            Kind.REWORDED,
            READ,
            False,
        ),
        (
            change(stop={"text": "And hand over, after the two searches."}),
            ("stop", "text"),
            Kind.REWORDED,
            READ,
            True,
        ),
        (
            change(
                steps=[
                    {
                        "do": "Ask for the number of the order, and whose name it is in. No number? Ask"
                        " for the street, the postcode and the day they were told it would come."
                    },
                    *BASE["steps"][1:],
                ]
            ),
            ("steps", "ask-for-the-number-of", "do"),
            Kind.REWORDED,
            READ,
            False,
        ),
        (
            change(
                checklist={"items": [{"text": "They have a day for the call back, and booked"}]}
            ),
            ("checklist", "items", "they-have-a-day-for", "text"),
            Kind.REWORDED,
            LOOK,
            False,
        ),
        (
            change(stop={"text": "Hand over, after two searches"}),
            ("stop", "text"),
            Kind.REWORDED,
            SILENT,
            True,
        ),
        (
            change(steps=[*BASE["steps"], {"do": "Thank them."}]),
            ("steps", "thank-them"),
            Kind.ADDED,
            READ,
            False,
        ),
        (
            change(steps=BASE["steps"][1:]),
            ("steps", "ask-for-the-number-of"),
            Kind.REMOVED,
            READ,
            False,
        ),
        (
            change(steps=[BASE["steps"][2], *BASE["steps"][:2]]),
            ("steps", "say-when-you-will-call"),
            Kind.MOVED,
            LOOK,
            False,
        ),
        (
            change(steps=[BASE["steps"][0], {"do": BASE["steps"][1]["do"]}, BASE["steps"][2]]),
            ("steps", "look-where-the-parcel-was", "why"),
            Kind.REMOVED,
            LOOK,
            False,
        ),
        (
            change(say=[BASE["say"][0], {"say": "It should arrive any day now, I think."}]),
            ("say", "it-should-arrive-any-day", "say"),
            Kind.REWORDED,
            LOOK,
            False,
        ),
        (change(search=["where is it"]), ("search", "where-is-it"), Kind.ADDED, SILENT, False),
        (change(new_field="x"), ("new_field",), Kind.ADDED, SILENT, False),
    ],
)
def test_a_change_is_told_with_its_weight(
    now: dict[str, Any], path: tuple[str, ...], kind: Kind, weight: Weight, small: bool
) -> None:
    first = compare(now)[0]
    assert (first.path, first.kind, first.weight, first.small) == (path, kind, weight, small)
    assert first.id == "parcel-lost"


def test_one_item_moved_is_one_difference() -> None:
    last_first = change(steps=[BASE["steps"][2], *BASE["steps"][:2]])
    assert [one.kind for one in compare(last_first)] == [Kind.MOVED]


def test_a_phrase_that_is_now_to_be_avoided_has_to_be_read_again(guidebook: Guidebook) -> None:
    before = make_edition(guidebook)
    now = change(
        say=BASE["say"][:1],
        avoid=[*BASE["avoid"], {"say": "It should be there any day now!", "why": "Who knows?"}],
    )
    told = differences.compare(
        {**before, "playbooks": {"parcel-lost": BASE}},
        {**before, "playbooks": {"parcel-lost": now}},
    )
    assert [(one.kind, one.weight, one.path[0]) for one in told] == [(Kind.TURNED, READ, "avoid")]


def test_a_phrase_that_goes_and_another_to_avoid_are_two_differences(
    guidebook: Guidebook,
) -> None:
    before = make_edition(guidebook)
    now = change(
        say=BASE["say"][:1],
        avoid=[*BASE["avoid"], {"say": "That is not my department.", "why": "It is ours."}],
    )
    told = differences.compare(
        {**before, "playbooks": {"parcel-lost": BASE}},
        {**before, "playbooks": {"parcel-lost": now}},
    )
    assert {(one.kind, one.path[0]) for one in told} == {
        (Kind.REMOVED, "say"),
        (Kind.ADDED, "avoid"),
    }


def test_whole_playbooks_come_and_go() -> None:
    (added,) = compare(BASE, None)
    (removed,) = compare(None, BASE)
    assert (added.kind, added.weight, added.now) == (Kind.ADDED, READ, "The parcel is lost")
    assert (removed.kind, removed.weight, removed.before) == (
        Kind.REMOVED,
        LOOK,
        "The parcel is lost",
    )


def test_a_playbook_with_another_name_is_the_same_one(guidebook: Guidebook) -> None:
    edition = make_edition(guidebook)
    before = {**edition, "playbooks": {"parcel-lost": BASE, "gone": BASE}}
    renamed = change(formerly=["parcel-lost"], stop={"text": "Hand over at once."})
    told = differences.compare(before, {**edition, "playbooks": {"parcel": renamed}})
    assert [(one.id, one.kind, one.path) for one in told if one.weight] == [
        ("parcel", Kind.REWORDED, ("stop", "text")),
        ("gone", Kind.REMOVED, ()),
    ]


def test_nothing_differs_from_itself(guidebook: Guidebook) -> None:
    edition = make_edition(guidebook)
    assert len(edition["playbooks"]) > 70
    assert differences.compare(edition, deepcopy(edition)) == ()


def test_a_house_value_has_to_be_read_again(guidebook: Guidebook) -> None:
    before = make_edition(guidebook)
    now = deepcopy(before)
    name = next(iter(now["values"]))
    now["values"][name]["text"] = "Entirely different"  # type: ignore[index]  # the copy is ours
    (told,) = differences.compare(before, now)
    assert (told.record, told.id, told.weight) == (Record.VALUE, name, READ)


ITEM = st.sampled_from(["Take a breath.", "Say the name.", "Sit down now.", "Thank them twice."])


@given(st.lists(ITEM), st.lists(ITEM))
def test_differences_account_for_every_item(before: list[str], now: list[str]) -> None:
    told = compare(change(signals=now), change(signals=before))
    kinds = [one.kind for one in told]
    added, removed = kinds.count(Kind.ADDED), kinds.count(Kind.REMOVED)
    if before and now:
        assert len(before) + added - removed == len(now)
    assert bool(told) == (before != now)


@given(st.permutations(range(7)))
def test_the_fewest_items_are_told_as_moved(order: list[int]) -> None:
    items = [f"Item with the number {one}" for one in range(7)]
    pairs = pair_items(items, [items[place] for place in order])
    assert [here for here, _ in pairs] == list(order)
    moved = find_moved(pairs)
    kept = [here for here, there in pairs if there not in moved]
    assert kept == sorted(kept)
    assert len(moved) < 7
