"""A company's files over those of the guidebook that it builds on."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import item_keys
from generator.model.playbook import StandardPlaybook
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House, Reading
from generator.reader.layers import Layer
from tests import sound_project

SOUND = {
    path.removeprefix("playbooks/"): content.encode()
    for path, content in sound_project.make_files().items()
    if path.startswith("playbooks/")
}
LATE = "counter/late-order.yml"


def read(
    own: Mapping[str, str], *, house: str = "", layers: tuple[Mapping[str, str], ...] = ()
) -> Reading:
    """Read files of our own over the sound project, with other layers between them."""
    between = [
        Layer(f"layer{number}", {path: text.encode() for path, text in one.items()})
        for number, one in enumerate(layers)
    ]
    return guidebook_reader.read(
        {path: text.encode() for path, text in own.items()},
        root="playbooks",
        below=[Layer("shipped", SOUND, is_own=False), *between],
        house=House("house.yml", house.encode()) if house else None,
    )


def get_late(reading: Reading) -> StandardPlaybook:
    assert reading.guidebook is not None
    assert not reading.errors, reading.errors
    playbook = reading.guidebook.by_id["late-order"]
    assert isinstance(playbook, StandardPlaybook)
    return playbook


def change_late(text: str, **more: str) -> StandardPlaybook:
    return get_late(read({LATE: f"only_changes: yes\n{text}", **more}))


BASE = get_late(read({}))
STEPS = [one.do or "" for one in BASE.steps]
KEYS = item_keys.list_keys(STEPS)


def test_nothing_of_our_own_is_the_guidebook_below() -> None:
    assert len(STEPS) > 1
    below = guidebook_reader.read(SOUND, root="playbooks").guidebook
    assert below is not None
    assert read({}).guidebook == below


def test_a_playbook_with_a_new_name_is_added() -> None:
    new = SOUND["counter/parcel-lost.yml"].decode().replace("parcel-lost", "late-order")
    reading = read({"counter/parcel-found.yml": new})
    assert reading.guidebook
    assert len(reading.guidebook.playbooks) == len(SOUND_IDS) + 1


SOUND_IDS = {path for path in SOUND if "/" in path and not path.startswith("countries/")}


def test_only_what_differs_is_written() -> None:
    found = change_late("title: The order is not there")
    assert found == BASE.model_copy(update={"title": "The order is not there"})


def test_a_whole_playbook_takes_the_place_of_the_one_below() -> None:
    whole = SOUND["counter/parcel-lost.yml"].decode()
    assert get_late(read({LATE: whole})).title != BASE.title


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        (f"- leave_out: {KEYS[0]}", STEPS[1:]),
        (f"- change: {KEYS[0]}\n    do: Say hello.", ["Say hello.", *STEPS[1:]]),
        ("- at: end\n    do: Say thanks.", [*STEPS, "Say thanks."]),
        ("- at: start\n    do: Say hello.", ["Say hello.", *STEPS]),
        (f"- after: {KEYS[0]}\n    do: Nod.", [STEPS[0], "Nod.", *STEPS[1:]]),
        (f"- before: {KEYS[1]}\n    do: Nod.", [STEPS[0], "Nod.", *STEPS[1:]]),
        (f"- move: {KEYS[0]}\n    at: end", [*STEPS[1:], STEPS[0]]),
        (f"- move: {KEYS[-1]}\n    before: {KEYS[0]}", [STEPS[-1], *STEPS[:-1]]),
        ("- Only this.", ["Only this."]),
    ],
)
def test_items_are_changed_one_by_one(changes: str, steps: list[str]) -> None:
    found = change_late(f"steps:\n  {changes}")
    assert [one.do for one in found.steps] == steps
    assert found.say == BASE.say


def test_a_field_of_an_item_is_changed_or_left_out() -> None:
    below = SOUND[LATE].decode()
    why = f"steps:\n  - do: {STEPS[0]}\n    why: It calms.\n  - Go on.\n"
    with_why = {LATE: f"only_changes: yes\n{why}"}
    assert "steps:" in below
    key = item_keys.list_keys([STEPS[0]])[0]
    top = {LATE: f"only_changes: yes\nsteps:\n  - change: {key}\n    why:\n"}
    assert get_late(read(with_why)).steps[0].why == "It calms."
    assert get_late(read(top, layers=(with_why,))).steps[0].why is None


def test_branch_lies_over_company_and_company_over_the_guidebook() -> None:
    company = {LATE: "only_changes: yes\ntitle: Ours\npurpose: Say when it comes."}
    found = get_late(read({LATE: "only_changes: yes\ntitle: The shop's"}, layers=(company,)))
    assert (found.title, found.purpose) == ("The shop's", "Say when it comes.")


def test_a_playbook_in_another_folder_is_in_another_chapter() -> None:
    reading = read({"hot/late-order.yml": "only_changes: yes\ntitle: Late and loud"})
    assert get_late(reading).chapter == "hot"


def test_chapters_are_added_renamed_and_reordered() -> None:
    reading = read(
        {
            "guidebook.yml": "only_changes: yes\nchapters:\n"
            "  - change: counter\n    title: At our counter\n"
            "  - move: counter\n    at: end\n"
            "  - at: start\n    id: ours\n    title: Only here\n    audience: everyone\n",
            "ours/our-way.yml": SOUND["counter/parcel-lost.yml"].decode(),
        }
    )
    assert reading.guidebook
    titles = [one.title for one in reading.guidebook.about.chapters]
    assert (titles[0], titles[-1]) == ("Only here", "At our counter")


def test_playbooks_are_left_out_and_nothing_leads_to_them() -> None:
    reading = read({}, house="without: [parcel-lost]")
    assert reading.guidebook
    assert not reading.errors, reading.errors
    assert "parcel-lost" not in reading.guidebook.by_id
    assert reading.guidebook.titles["parcel-lost"]
    related = {name for one in reading.guidebook.playbooks for name in one.related}
    assert "parcel-lost" not in related


def test_nothing_else_speaks_of_playbooks_that_are_left_out() -> None:
    own = {
        "words.yml": "danger:\n  choking#unread: [gasping]\n  choking: [blue face]\n",
        "queries.yml": "queries:\n  choking: [gasping]\n  parcel-lost: [where is my parcel]\n",
        "other-languages.yml": (
            "languages:\n  es:\n    name: Español\n    words:\n      choking: [se ahoga]\n"
            "      parcel-lost: [mi paquete]\n"
        ),
    }
    guidebook = read(own, house="without: [choking]").guidebook
    assert guidebook
    assert guidebook.words.danger == {}
    assert list(guidebook.queries.queries) == ["parcel-lost"]
    assert list(guidebook.languages["es"].words) == ["parcel-lost"]
    assert guidebook.triage
    assert "choking" not in {
        name for one in guidebook.triage.questions for answer in one.answers for name in answer.go
    }


@pytest.mark.parametrize(
    ("own", "house", "version"),
    [
        ("", "", None),
        ("only_changes: yes\npurpose: Help.\n", "title: Ours", None),
        ('only_changes: yes\nversion: "3.1"\n', "", "3.1"),
        ("", 'version: "1.0, ours"', "1.0, ours"),
    ],
    ids=["nothing", "no version", "own file", "house"],
)
def test_an_edition_is_not_called_as_that_of_the_guidebook_below(
    own: str, house: str, version: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else all that a company ever changes is the same edition, and nobody is told."""
    below = SOUND["guidebook.yml"].decode() + '\nversion: "2.0"\n'
    monkeypatch.setitem(SOUND, "guidebook.yml", below.encode())
    reading = read({"guidebook.yml": own} if own else {}, house=house)
    assert reading.guidebook, reading.problems
    assert reading.guidebook.about.version == version
    alone = guidebook_reader.read(SOUND, root="playbooks").guidebook
    assert alone
    assert alone.about.version == "2.0"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("steps:\n  - leave_out: nothing-of-that", "unknown-item", 3),
        (f"steps:\n  - leave_out: {KEYS[0]}\n  - Say it.", "mixed-changes", 4),
        ("steps:\n  - at: middle\n    do: Say it.", "unclear-change", 3),
        ("steps:\n  - at: end\n    dou: Say it.", "unknown-name", 4),
        ("reviewed: yesterday", "kind", 2),
        ("related: [nobody-knows]", "unknown-playbook", 2),
    ],
)
def test_problems_are_in_the_file_that_one_can_edit(text: str, rule: str, line: int) -> None:
    reading = read({LATE: f"only_changes: yes\n{text}\n"})
    (error,) = reading.errors
    assert (error.place.path, error.place.line) == (f"playbooks/{LATE}", line)
    assert error.rule.id == rule
    assert error.fix


def test_a_file_that_changes_nothing_is_told() -> None:
    (error,) = read({"counter/lat-order.yml": "only_changes: yes\ntitle: X"}).errors
    assert (error.rule.id, error.place.path) == (
        "changes-nothing",
        "playbooks/counter/lat-order.yml",
    )


def test_a_file_about_a_playbook_that_was_renamed_below_names_the_new_name() -> None:
    renamed = {
        "counter/parcel-gone.yml": f"{SOUND['counter/parcel-lost.yml'].decode()}formerly: [lost]\n"
    }
    own = {"counter/lost.yml": "only_changes: yes\ntitle: X"}
    (error,) = read(own, layers=(renamed,)).errors
    assert error.message == "The playbook that this file changes is called “parcel-gone” now."
    assert error.fix == "Rename the file to  parcel-gone.yml"


ITEMS = st.lists(st.sampled_from([*STEPS, "Breathe out.", "Nod."]), min_size=1, unique=True)


@given(ITEMS, st.data())
def test_any_order_of_changes_gives_what_was_meant(items: list[str], data: st.DataObject) -> None:
    """Leave some out and move the others about; what is left is as if it were written out."""
    base = {LATE: "only_changes: yes\nsteps:\n" + "".join(f"  - {one}\n" for one in items)}
    keys = list(item_keys.list_keys(items))
    meant, written = list(zip(keys, items, strict=True)), []
    for _ in range(data.draw(st.integers(0, 4))):
        kind = data.draw(st.sampled_from(["leave_out", "move", "at"]))
        if kind == "at":
            written.append("  - at: end\n    do: Something new.\n")
            meant.append(("", "Something new."))
            continue
        known = [one for one in meant if one[0]]
        if not known or (kind == "leave_out" and len(meant) == 1):
            continue
        one = data.draw(st.sampled_from(known))
        meant.remove(one)
        written.append(f"  - {kind}: {one[0]}\n" + ("    at: start\n" if kind == "move" else ""))
        if kind == "move":
            meant.insert(0, one)
    top = {LATE: "only_changes: yes\n" + ("steps:\n" + "".join(written) if written else "")}
    found = get_late(read(top, layers=(base,)))
    assert [one.do for one in found.steps] == [words for _, words in meant]


def test_what_is_below_is_not_ours_to_see_to_but_for_what_we_have_to_fill_in() -> None:
    about = SOUND["guidebook.yml"].decode().replace("value: 50 each", "value:")
    below = {"guidebook.yml": f"{about}\naddress: https://service.example/guide/\n"}
    reading = guidebook_reader.read(
        {},
        root="playbooks",
        below=[
            Layer(
                "shipped", {**SOUND, "guidebook.yml": below["guidebook.yml"].encode()}, is_own=False
            )
        ],
    )
    notes = {one.rule.id: one for one in reading.problems}
    assert notes.keys() == {"not-set"}
    assert notes["not-set"].place.path == "house.yml"
    assert "spend-limit:" in notes["not-set"].fix


def test_an_error_below_names_the_way_to_change_it() -> None:
    """A playbook of ours may break one below: what is wrong is there, and has to be changed here."""
    owners = "- change: service-training\n    name: Somebody else"
    reading = read({"guidebook.yml": f"only_changes: yes\nowners:\n  {owners}"})
    below = [one for one in reading.errors if one.place.path.startswith("shipped/")]
    assert below
    assert all("guidebook adopt " in one.fix for one in below)
