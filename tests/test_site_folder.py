"""A folder that is filled holds a site and nothing else, whatever was in it before."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters import folder, publish, site_folder

NAMES = ("a.html", "a/b.html", "a/c/d.html", "e/f.html", "e", "g.txt")
CONTENTS = st.sampled_from([b"1", b"2", b"33"])


def drop_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """No file where another one needs a folder."""
    return {one: files[one] for one in files if not any(two.startswith(f"{one}/") for two in files)}


SITES = st.dictionaries(st.sampled_from(NAMES), CONTENTS).map(drop_clashes)


def write(place: Path, files: dict[str, bytes]) -> Path:
    place.mkdir()
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


@given(before=SITES, like=SITES, files=SITES, linked=st.booleans())
def test_it_holds_these_files_and_nothing_else(
    before: dict[str, bytes],
    like: dict[str, bytes],
    files: dict[str, bytes],
    linked: bool,
    tmp_path_factory: Any,
) -> None:
    top: Path = tmp_path_factory.mktemp("sites")
    made, live = write(top / "made", before), write(top / "live", like)
    if linked:
        site_folder.fill(made, like, like=live)
    site_folder.fill(made, files, like=live)
    assert folder.read_tree(made) == files
    assert folder.read_tree(live) == like
    assert all(any(one.iterdir()) for one in made.rglob("*") if one.is_dir())


def test_what_is_the_same_is_the_same_file(tmp_path: Path) -> None:
    live = write(tmp_path / "live", {"a": b"1", "b": b"1"})
    made = write(tmp_path / "made", {"a": b"1", "c": b"1"})
    site_folder.fill(made, {"a": b"1", "b": b"2"}, like=live)
    assert (made / "a").samefile(live / "a")
    assert not (made / "b").samefile(live / "b")
    assert (live / "b").read_bytes() == b"1"


def test_links_are_never_followed(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine", {"a": b"mine", "b": b"mine"})
    live = write(tmp_path / "live", {})
    made = write(tmp_path / "made", {})
    (live / "a").symlink_to(mine / "a")
    (made / "a").symlink_to(mine / "b")
    (made / "folder").symlink_to(mine)
    site_folder.fill(made, {"a": b"mine", "folder/a": b"site"}, like=live)
    assert folder.read_tree(mine) == {"a": b"mine", "b": b"mine"}
    assert not (made / "a").is_symlink()
    assert folder.read_tree(made) == {"a": b"mine", "folder/a": b"site"}


def test_a_disk_without_second_names_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    live, made = write(tmp_path / "live", {"a": b"1"}), write(tmp_path / "made", {})
    site_folder.fill(made, {"a": b"1"}, like=live)
    assert (made / "a").read_bytes() == b"1"


@pytest.mark.parametrize("kept", [True, False], ids=["spare", "no spare"])
def test_the_old_site_is_filled_the_next_time(tmp_path: Path, kept: bool) -> None:
    live, spare = tmp_path / "site", tmp_path / "cache/spare" if kept else None
    given_folders = []
    for text in (b"1", b"2", b"3"):

        def fill(made: Path, text: bytes = text) -> None:
            given_folders.append(folder.read_tree(made))
            site_folder.fill(made, {"a/b": text}, like=live)

        publish.publish(live, fill, spare=spare)
        assert folder.read_tree(live) == {"a/b": text}
    assert given_folders == [{}, {}, {"a/b": b"1"} if kept else {}]
    assert {one.name for one in tmp_path.iterdir()} == ({"site", "cache"} if kept else {"site"})
    assert spare is None or folder.read_tree(spare) == {"a/b": b"2"}


def test_a_spare_that_is_a_link_stays(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine", {"a": b"mine"})
    (tmp_path / "spare").symlink_to(mine)
    live = tmp_path / "site"
    for text in (b"1", b"2"):
        publish.publish(
            live,
            lambda made, text=text: site_folder.fill(made, {"a": text}, like=live),
            spare=tmp_path / "spare",
        )
    assert folder.read_tree(mine) == {"a": b"mine"}
    assert folder.read_tree(live) == {"a": b"2"}
