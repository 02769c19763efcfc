"""The index of the search that takes what is known of unchanged texts is that which is made anew."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.model.kept_work import KeptWork
from generator.reader import guidebook_reader
from generator.views.finder import make_scripts, word_parts
from tests import samples

COUNT = 60
"""Playbooks: several blocks of them."""

PLACES = [f"chapter-00{number}" for number in (0, 1, 2)]
WORDS = ["refund", "kettle in the lounge", "“Ünders”", "A sentence.", "Zygotic ~ words ~"]
FIELDS = ["title", "purpose", "search", "signals", "steps"]


def read(files: dict[str, bytes]) -> Guidebook:
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    return guidebook


def write(**fields: Any) -> bytes:
    return samples.dump(samples.make_minimal(**fields))


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, bytes | None]:
    place = draw(st.sampled_from(PLACES))
    path = f"{place}/{draw(st.sampled_from(['aa', 'playbook-00003', 'zz']))}.yml"
    field, text = draw(st.sampled_from(FIELDS)), draw(st.sampled_from(WORDS))
    value = text if field in ("title", "purpose") else [text, "second"]
    return path, draw(st.sampled_from([None, write(**{field: value})]))


def count_new(kept: KeptWork) -> int:
    return len(kept.used.keys() - kept.known.keys())


@pytest.mark.parametrize("many", [1, COUNT * 2])
@given(steps=st.lists(edits(), min_size=1, max_size=4))
@settings(max_examples=8, deadline=None)
def test_any_edits_give_the_index_that_is_made_anew(
    many: int, steps: list[tuple[str, bytes | None]]
) -> None:
    files = samples.make_files(COUNT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_parts, "MANY", many)
        kept = KeptWork()
        make_scripts(read(files), kept=kept)
        for path, content in steps:
            files.pop(path, None)
            if content:
                files[path] = content
            guidebook, kept = read(files), KeptWork(kept.used)
            assert make_scripts(guidebook, kept=kept) == make_scripts(guidebook)


@pytest.mark.parametrize("many", [1, COUNT * 2])
def test_little_is_made_anew(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a reason that is new, one block is counted and packed, and all of the texts is weighed."""
    monkeypatch.setattr(word_parts, "MANY", many)
    files = samples.make_files(COUNT)
    first = KeptWork()
    make_scripts(read(files), kept=first)
    path = "chapter-001/playbook-00030.yml"
    changed = re.sub(rb"(why: \w+ \w+)", rb"\1 quixotic", files[path], count=1)
    assert changed != files[path]
    files[path] = changed
    again = KeptWork(first.used)
    make_scripts(read(files), kept=again)
    assert 0 < count_new(again) <= 3 < len(again.used)
