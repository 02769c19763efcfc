"""A session changes files of the project and no others, and never what somebody else wrote."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.adapters import whole_file
from generator.adapters.edit_session import EditSession
from generator.problem import GuidebookError
from generator.reader.yaml_text.item_edit import Delete, Insert, Set
from tests import samples

BASE = b"title: Late\nsteps:\n  - Ask for the number.  # first\n  - Say when it comes.\n"
OTHER = BASE.replace(b"Say when", b"Tell them when")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("fair/one", "fair/two"):
        whole_file.put(tmp_path / "playbooks" / f"{name}.yml", BASE)
    return tmp_path / "playbooks"


@pytest.fixture
def session(place: Path) -> EditSession:
    return EditSession(place, place.parent / "house.yml")


def test_a_change_goes_back_and_forth(session: EditSession, place: Path) -> None:
    path = place / "fair/one.yml"
    made = BASE.replace(b"Late", b"Later")
    first = session.change(
        "fair/one.yml", session.find_digest("fair/one.yml"), [Set(("title",), "Later")]
    )
    assert (path.read_bytes(), first.conflicts) == (made, ())
    second = session.change("fair/one.yml", first.digest, [Delete(("steps", 0))])
    assert second.digest == session.find_digest("fair/one.yml")
    session.undo()
    assert path.read_bytes() == made
    session.undo()
    assert (path.read_bytes(), session.can_undo, session.can_redo) == (BASE, False, True)
    session.redo()
    assert path.read_bytes() == made
    session.undo()
    session.change("fair/one.yml", session.find_digest("fair/one.yml"), [Set(("title",), "Late")])
    assert (session.can_undo, session.can_redo) == (False, True), "nothing was changed"
    session.redo()
    session.change("fair/one.yml", session.find_digest("fair/one.yml"), [Set(("title",), "Late")])
    assert not session.can_redo
    with pytest.raises(GuidebookError, match="nothing to go back"):
        session.redo()


def test_what_somebody_else_wrote_meanwhile_stays(session: EditSession, place: Path) -> None:
    path = place / "fair/one.yml"
    digest = session.find_digest("fair/one.yml")
    path.write_bytes(OTHER)
    outcome = session.change("fair/one.yml", digest, [Set(("steps", 0), "Ask.")])
    assert path.read_bytes() == OTHER.replace(b"Ask for the number.", b"Ask.")
    assert not outcome.conflicts
    outcome = session.change("fair/one.yml", digest, [Set(("steps", 1), "Say the day.")])
    assert path.read_bytes() == OTHER.replace(b"Ask for the number.", b"Ask.")
    assert [(one.loc, one.theirs, one.mine) for one in outcome.conflicts] == [
        (("steps", 1), "Tell them when it comes.", "Say the day.")
    ]


def test_undo_takes_back_only_what_was_done_here(session: EditSession, place: Path) -> None:
    path = place / "fair/one.yml"
    session.change(
        "fair/one.yml", session.find_digest("fair/one.yml"), [Insert(("steps",), 0, "Hi.")]
    )
    path.write_bytes(path.read_bytes().replace(b"Say when", b"Tell them when"))
    session.undo()
    assert path.read_bytes() == OTHER
    path.write_bytes(path.read_bytes().replace(b"Late", b"Later"))
    session.redo()
    assert path.read_bytes() == OTHER.replace(b"Late", b"Later").replace(
        b"steps:\n", b"steps:\n  - Hi.\n"
    )


def test_undo_does_not_take_back_an_item_that_changed_since(
    session: EditSession, place: Path
) -> None:
    path = place / "fair/one.yml"
    session.change("fair/one.yml", session.find_digest("fair/one.yml"), [Set(("title",), "Mine")])
    theirs = path.read_bytes().replace(b"Mine", b"Theirs")
    path.write_bytes(theirs)
    outcome = session.undo()
    assert path.read_bytes() == theirs
    assert [(one.theirs, one.mine) for one in outcome.conflicts] == [("Theirs", "Late")]


def test_files_are_made_and_taken_away_and_come_back(session: EditSession, place: Path) -> None:
    session.create("new/three.yml", BASE)
    session.delete("fair/two.yml")
    session.write_all({"fair/one.yml": None, "fair/four.yml": OTHER}, {"fair/one.yml": BASE})
    assert not (place / "fair/one.yml").exists()
    for _ in range(3):
        session.undo()
    assert (place / "fair/one.yml").read_bytes() == (place / "fair/two.yml").read_bytes() == BASE
    assert not (place / "new/three.yml").exists()
    session.redo()
    (place / "new/three.yml").write_bytes(OTHER)
    with pytest.raises(GuidebookError, match="by somebody else"):
        session.undo()
    assert (place / "new/three.yml").read_bytes() == OTHER
    with pytest.raises(GuidebookError, match="already"):
        session.create("fair/one.yml", b"")
    with pytest.raises(GuidebookError, match="There is no file"):
        session.delete("fair/five.yml")


@pytest.mark.parametrize(
    "name",
    [
        *("", "/etc/passwd.yml", "../mkdocs.yml", "fair/../../x.yml", "fair/one.yml/../two.yml"),
        *(
            "fair\\one.yml",
            ".git/config.yml",
            "fair/.one.yml",
            "fair/one.txt",
            "C:x.yml",
            "x\0.yml",
        ),
        *("fair//one.yml", "Fair/New One.yml", "a/b/c.yml", "one.yml/", "fair/new one.yml"),
    ],
)
def test_only_files_of_the_guidebook_have_a_name(session: EditSession, name: str) -> None:
    for act in (session.delete, lambda one: session.create(one, BASE)):
        with pytest.raises(GuidebookError, match=r"no name of|There is no file"):
            act(name)


def test_links_are_not_followed(session: EditSession, place: Path) -> None:
    outside = place.parent / "outside"
    whole_file.put(outside / "one.yml", BASE)
    (place / "link").symlink_to(outside)
    (place / "fair/link.yml").symlink_to(outside / "one.yml")
    (place.parent / "house.yml").symlink_to(outside / "one.yml")
    for name in ("link/one.yml", "fair/link.yml", "house.yml", "link/new.yml"):
        for act in (session.delete, session.find_digest, lambda one: session.create(one, b"x")):
            with pytest.raises(GuidebookError, match="links are not followed"):
                act(name)
    assert (outside / "one.yml").read_bytes() == BASE
    assert [one.name for one in outside.iterdir()] == ["one.yml"]


def test_the_house_file_is_made_beside_the_settings(session: EditSession, place: Path) -> None:
    session.create("house.yml", b"title: Ours\n")
    assert (place.parent / "house.yml").read_bytes() == b"title: Ours\n"
    assert not (place / "house.yml").exists()


def test_what_is_written_is_told_before(place: Path) -> None:
    told: list[tuple[Path, bytes | None, bool]] = []
    session = EditSession(
        place, on_write=lambda path, before: told.append((path, before, path.exists()))
    )
    session.create("fair/new.yml", BASE)
    session.change("fair/one.yml", session.find_digest("fair/one.yml"), [Set(("title",), "Late")])
    assert told == [(place / "fair/new.yml", None, False)]
    session.write_all({"fair/one.yml": OTHER}, {"fair/one.yml": BASE})
    assert told[1:] == [(place / "fair/one.yml", BASE, True)]


def test_of_several_files_all_are_written_or_none(
    session: EditSession, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = whole_file.put

    def fail(path: Path, content: bytes) -> None:
        if path.name == "two.yml" and content == OTHER:
            raise PermissionError(13, "Permission denied", str(path))
        real(path, content)

    monkeypatch.setattr(whole_file, "put", fail)
    with pytest.raises(GuidebookError, match=r"two\.yml cannot be written \(Permission denied\)"):
        session.write_all(
            {"fair/new.yml": BASE, "fair/one.yml": OTHER, "fair/two.yml": OTHER},
            {"fair/one.yml": BASE, "fair/two.yml": BASE},
        )
    assert (place / "fair/one.yml").read_bytes() == (place / "fair/two.yml").read_bytes() == BASE
    assert not (place / "fair/new.yml").exists()
    assert not session.can_undo


def test_of_several_files_each_keeps_what_others_wrote(session: EditSession, place: Path) -> None:
    bases = dict.fromkeys(("fair/one.yml", "fair/two.yml"), BASE)
    mine = BASE.replace(b"Late", b"Later")
    (place / "fair/two.yml").write_bytes(OTHER)
    outcome = session.write_all({"fair/one.yml": mine, "fair/two.yml": mine}, bases)
    assert not outcome.conflicts
    assert (place / "fair/one.yml").read_bytes() == mine
    assert (place / "fair/two.yml").read_bytes() == OTHER.replace(b"Late", b"Later")
    session.undo()
    assert (place / "fair/one.yml").read_bytes() == BASE
    assert (place / "fair/two.yml").read_bytes() == OTHER
    theirs = BASE.replace(b"Late", b"Too late")
    (place / "fair/one.yml").write_bytes(theirs)
    outcome = session.write_all({"fair/two.yml": mine, "fair/one.yml": mine}, bases)
    assert (place / "fair/one.yml").read_bytes() == theirs
    assert [(one.file, one.theirs, one.mine) for one in outcome.conflicts] == [
        ("fair/one.yml", "Too late", "Later")
    ]


@pytest.mark.parametrize(
    ("changed", "bases"),
    [
        ({"fair/two.yml": OTHER, "fair/one.yml": None}, {"fair/one.yml": OTHER}),
        ({"fair/two.yml": OTHER, "fair/one.yml": OTHER}, {}),
        ({"fair/two.yml": OTHER, "fair/gone.yml": OTHER}, {"fair/gone.yml": BASE}),
    ],
)
def test_no_file_is_written_where_one_came_or_went(
    session: EditSession,
    place: Path,
    changed: dict[str, bytes | None],
    bases: dict[str, bytes | None],
) -> None:
    with pytest.raises(GuidebookError, match="nothing was changed"):
        session.write_all(changed, {"fair/two.yml": BASE, **bases})
    assert (place / "fair/one.yml").read_bytes() == (place / "fair/two.yml").read_bytes() == BASE


def test_a_page_from_another_time_has_to_be_loaded_again(session: EditSession) -> None:
    with pytest.raises(GuidebookError, match="Load the page again"):
        session.change("fair/one.yml", "0" * 64, [Set(("title",), "x")])
    with pytest.raises(GuidebookError, match="not there any more"):
        session.change("fair/gone.yml", "0" * 64, [Set(("title",), "x")])


_WORDS = st.sampled_from(["Ask", "Wait", "Say when", "Call", "Go", "Look"])
_STEPS = st.lists(_WORDS, min_size=1, max_size=5, unique=True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(was=_STEPS, mine=_STEPS, theirs=_STEPS, titles=st.tuples(_WORDS, _WORDS, _WORDS))
def test_of_what_both_wrote_each_has_what_is_decided_for(
    session: EditSession, place: Path, was: list, mine: list, theirs: list, titles: tuple
) -> None:
    path = place / "fair/one.yml"
    versions = [
        {"title": title, "steps": steps}
        for title, steps in zip(titles, (was, mine, theirs), strict=True)
    ]
    path.write_bytes(samples.dump(versions[0]))
    digest = session.find_digest("fair/one.yml")
    path.write_bytes(samples.dump(versions[2]))
    outcome = session.exchange("fair/one.yml", digest, samples.dump(versions[1]))
    assert {one.file for one in outcome.conflicts} <= {"fair/one.yml"}
    for one in outcome.conflicts:
        known = session.find_digest("fair/one.yml")
        assert not session.settle(known, one).conflicts
        text = path.read_text()
        if isinstance(one.mine, str):
            assert one.mine in text
        elif one.mine:
            assert all(each in text for each in one.mine)
        session.undo()
        assert path.read_bytes().decode() != text


def test_files_that_two_begin_at_once_become_one(session: EditSession, place: Path) -> None:
    path = place / "queries.yml"
    path.write_text("queries:\n  two: [late]\n")
    outcome = session.exchange("queries.yml", "", b"queries:\n  one: [loud]\n")
    assert not outcome.conflicts
    assert path.read_text() == "queries:\n  two: [late]\n  one:\n    - loud\n"
