"""Reading again with what is known gives what reading anew gives, whatever was changed meanwhile."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problem import Problem
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import House, Reading
from generator.reader.memory import Memory
from tests import samples

TODAY = date(2026, 11, 27)
NAMES = ("guidebook.yml", "sources.yml", "fair/one.yml", "fair/two.yml", "house.yml")
ALL = {
    **samples.make_folder(
        {
            "fair/one": samples.make_minimal(title="One", related=["two"]),
            "fair/two": samples.make_minimal(title="Two", stop={"text": "Go.", "go": "one"}),
        }
    ),
    "sources.yml": samples.SOURCES,
    "house.yml": b"title: Ours\n",
}
CHANGES = st.sampled_from(
    [
        (b"title: ", b"title: Other "),
        (b"related:", b"rellated:"),
        (b"One", b"(colon: in it"),
        (b"spend-limit", b"spend-most"),
        (b"purpose: Bring", b"purpose: Calm"),
        (b"Ours", b"Theirs"),
    ]
)


def read(files: dict[str, bytes], memory: Memory | None = None) -> Reading:
    inside = {name: content for name, content in files.items() if name != "house.yml"}
    house = House("house.yml", files["house.yml"]) if "house.yml" in files else None
    return guidebook_reader.read(inside, root="p", today=TODAY, house=house, memory=memory)


def sort(reading: Reading) -> list[Problem]:
    return sorted(reading.problems, key=lambda one: (one.place, one.message))


@settings(max_examples=40)
@given(steps=st.lists(st.tuples(st.sampled_from(NAMES), st.none() | CHANGES), max_size=6))
def test_what_is_known_changes_nothing(
    steps: list[tuple[str, tuple[bytes, bytes] | None]],
) -> None:
    memory = Memory()
    files = dict(ALL)
    read(files, memory)
    for name, change in steps:
        if change is None:
            del files[name]
        else:
            files[name] = files[name].replace(*change)
        again, anew = read(files, memory), read(files)
        assert sort(again) == sort(anew)
        assert again.guidebook == anew.guidebook
        assert again.texts == anew.texts
        files = {**ALL, **files}


def test_only_what_changed_is_made_anew() -> None:
    memory = Memory()
    files = dict(ALL)
    before = read(files, memory).guidebook
    files["fair/two.yml"] = files["fair/two.yml"].replace(b"Two", b"Three")
    after = read(files, memory).guidebook
    assert before is not None
    assert after is not None
    assert after.by_id["one"] is before.by_id["one"]
    assert after.by_id["two"].title == "Three"
    assert set(memory.kept) == {*files}


def test_checks_can_be_stopped() -> None:
    class StopError(Exception):
        pass

    def stop() -> None:
        raise StopError

    files = {name: content for name, content in ALL.items() if name != "house.yml"}
    with pytest.raises(StopError):
        guidebook_reader.read(files, on_step=stop)
    assert guidebook_reader.read(files, quick=True, on_step=stop).guidebook


def test_a_quick_look_tells_of_the_playbooks_that_changed() -> None:
    files = dict(ALL)
    del files["house.yml"]
    path = "fair/two.yml"
    files[path] = files[path].replace(b"Listen.", b"Listen (TODO).")
    memory = Memory()
    earlier = guidebook_reader.read(files, memory=memory).guidebook
    path = "fair/one.yml"
    files[path] = files[path].replace(b"Listen.", b"Listen (TODO).")
    files["fair/two.yml"] += b"ownr: x\n"
    looked = guidebook_reader.read(files, memory=memory, earlier=earlier, quick=True)
    whole = guidebook_reader.read(files, earlier=earlier)
    assert looked.guidebook == whole.guidebook
    assert set(looked.problems) < set(whole.problems)
    own = [one for one in whole.problems if one.place.path == "fair/one.yml"]
    found = [one for one in looked.problems if one.place.path == "fair/one.yml"]
    assert found
    assert set(found) <= set(own)
    assert any(one.rule.id == "unknown-name" for one in looked.problems)
