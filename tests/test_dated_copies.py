"""Handing in without git: copies of how files were, and a zip to send."""

import io
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import Result

from generator.adapters import dated_copies, folder, project, whole_file
from generator.adapters.dated_copies import STORE, DatedCopies
from generator.site import hand_in_zip
from tests import commands, repositories

PLAYBOOK = "playbooks/counter/late-order.yml"


def run(place: Path, *arguments: str, fails: bool = False, typed: str = "") -> Result:
    done = commands.run("hand-in", str(place), *arguments, typed=typed)
    assert (done.exit_code != 0) == fails, done.output
    return done


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guidebook that is not under git, of which there are copies."""
    repositories.isolate(monkeypatch, tmp_path)
    made = repositories.make(tmp_path / "guide")
    assert "From now on" in run(made).output
    return made


def change(place: Path, old: str, new: str) -> None:
    path = place / PLAYBOOK
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def list_files(place: Path) -> set[str]:
    return set(folder.read_tree(place))


def test_a_zip_holds_what_changed_and_a_page_that_tells_it(place: Path) -> None:
    change(place, "Look for it.", "Look for it <b>twice</b>.")
    (place / "docs/more.md").write_text("# More\n")
    (place / "playbooks/counter/wrong-bill.yml").unlink()
    assert "Nothing was handed in." in run(place, "--with-errors", typed="\nn\n").output
    out = run(place, "--with-errors", "--yes", "--message", "Look twice\n\nIt helps.").output
    path = place / "handed-in/2026-11-27-look-twice.zip"
    assert str(path) in out
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
        assert set(packed.namelist()) == {PLAYBOOK, "docs/more.md", hand_in_zip.PAGE}
        assert packed.read(PLAYBOOK) == (place / PLAYBOOK).read_bytes()
        page = packed.read(hand_in_zip.PAGE).decode()
    for words in ("<h1>Look twice</h1>", "It helps.", "Step reworded", "&lt;b&gt;", "Taken out"):
        assert words in page
    assert "<b>" not in page
    assert "deleted by hand" in page
    assert "href" not in page


def test_how_it_was_stays_in_a_folder_of_its_day(place: Path) -> None:
    before = (place / PLAYBOOK).read_bytes()
    change(place, "Look for it.", "Look for it twice.")
    run(place, "--yes")
    kept = place / STORE / "2026-11-27"
    assert (kept / PLAYBOOK).read_bytes() == before
    assert list_files(kept) == {PLAYBOOK, ".handed-in"}
    assert "Nothing has changed since you handed in last." in run(place).output
    change(place, "Say when it comes.", "Say at what time it comes.")
    out = run(place, "--yes").output
    assert "Say at what time" in out
    assert "twice" not in out
    assert list_files(place / STORE / "2026-11-27-2") == {PLAYBOOK, ".handed-in"}
    assert len(list((place / STORE).iterdir())) == 4  # the third is open; one tells git to pass by


def test_what_is_written_while_the_question_stands_is_handed_in_the_next_time(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(place, "Look for it.", "Look for it twice.")

    def agree(*_: object, **__: object) -> bool:
        change(place, "Look for it twice.", "Look for it three times.")
        (place / "docs/more.md").write_text("# More\n")
        return True

    with monkeypatch.context() as asked:
        asked.setattr(click, "confirm", agree)
        run(place, "--message", "Look twice")
    out = run(place, "--show").output
    for words in ("was  Look for it twice.", "now  Look for it three times.", "docs/more.md"):
        assert words in out


def test_copies_are_made_once_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = repositories.make(tmp_path / "guide")
    found = project.find(made)
    copies, today = DatedCopies(found), dated_copies.date(2026, 11, 27)
    with monkeypatch.context() as patch:

        def fail(path: Path, content: bytes) -> None:
            if path.name == "queries.yml" or "counter" in path.parts:
                raise OSError(28, "No space left on device", str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

        patch.setattr(whole_file, "put", fail)
        with pytest.raises(OSError, match="No space"):
            copies.begin(today)
    assert copies.find_open() is None
    assert {one.name for one in copies.store.iterdir()} == {".gitignore"}
    assert copies.begin(today)
    assert not copies.begin(today)
    assert copies.read()[PLAYBOOK] == (made / PLAYBOOK).read_bytes()


def test_of_a_note_without_names_every_copy_stays(tmp_path: Path) -> None:
    """A note that was cut off must not cost the way back."""
    copies = DatedCopies(project.find(repositories.make(tmp_path / "guide")))
    day = dated_copies.date(2026, 11, 27)
    copies.begin(day)
    opened = copies.find_open()
    assert opened
    before = list_files(opened)
    (opened / ".handed-in").write_text("2026-11-27\n")
    copies.begin(day)
    assert list_files(opened) == {*before, ".handed-in"}


def test_of_several_that_are_open_the_newest_counts(place: Path) -> None:
    for number in (10, 2):
        whole_file.put(place / STORE / f"2026-11-27-{number}" / PLAYBOOK, b"")
    opened = DatedCopies(project.find(place)).find_open()
    assert opened
    assert opened.name == "2026-11-27-10"


def test_what_is_kept_elsewhere_is_not_handed_in(place: Path) -> None:
    (place.parent / "shared.yml").write_text("title: Shared\n")
    plugin = "plugins: [guidebook: {papers: false, house: ../shared.yml}]"
    (place / "mkdocs.yml").write_text(f"site_name: x\n{plugin}\n")
    run(place, "--yes")
    (place.parent / "shared.yml").write_text("title: Shared by all\n")
    assert "Nothing has changed" in run(place).output


def test_what_is_handed_in_under_one_name_is_numbered(place: Path) -> None:
    for at in (1, 2, 3):
        (place / "docs/more.md").write_text(f"# More {at}\n")
        run(place, "--yes", "--message", "More/less")
    names = sorted(one.name for one in (place / "handed-in").iterdir())
    assert names == [f"2026-11-27-more-less{end}.zip" for end in ("-2", "-3", "")]


def test_what_does_not_belong_to_the_guidebook_is_not_copied(place: Path) -> None:
    (place / "secret.txt").write_text("x")
    (place / "site").mkdir()
    (place / "site/index.html").write_text("x")
    (place / "docs/link.md").symlink_to("/etc/hostname")
    (place / "logo.svg").write_text("<svg/>")
    found = DatedCopies(project.find(place))
    assert "Handed" not in run(place, "--show", "--with-errors").output
    (place / PLAYBOOK).write_text((place / PLAYBOOK).read_text() + "# a comment\n")
    out = run(place, "--yes", "--with-errors").output
    assert "# a comment" in out
    assert "logo.svg" in out
    kept = found.find_open()
    assert kept
    listed = list_files(kept)
    assert {"logo.svg", "house.yml", "mkdocs.yml", "docs/about.md", PLAYBOOK} < listed
    assert not listed & {"secret.txt", "site/index.html", "docs/link.md"}


def test_what_a_run_that_was_stopped_left_is_no_change(place: Path) -> None:
    change(place, "Look for it.", "Look for it twice.")
    (opened,) = [one for one in (place / STORE).iterdir() if one.is_dir()]
    (opened / "..handed-in.4711.new").write_text("2026-11-27")
    run(place, "--yes", "--message", "Look twice")
    with zipfile.ZipFile(place / "handed-in/2026-11-27-look-twice.zip") as packed:
        assert not [name for name in packed.namelist() if name.endswith(".new")]
        told = b"".join(packed.read(name) for name in packed.namelist())
    assert b".new" not in told


def test_other_folders_among_the_copies_do_no_harm(place: Path) -> None:
    (place / STORE / "by Ana").mkdir()
    (place / STORE / "2026-11-27-old").mkdir()
    change(place, "Look for it.", "Look for it twice.")
    run(place, "--yes")


def test_a_folder_under_git_may_be_handed_in_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repositories.isolate(monkeypatch, tmp_path)
    made = repositories.make(tmp_path / "guide")
    repositories.commit_all(made)
    assert "From now on" in run(made, "--by-file").output
    change(made, "Look for it.", "Look for it twice.")
    run(made, "--by-file", "--yes")
    assert list((made / "handed-in").glob("*.zip"))
    status = repositories.git(made, "status", "--porcelain").splitlines()
    assert status == ["M playbooks/counter/late-order.yml", "?? handed-in/"]


def test_a_folder_that_git_leaves_out_is_not_under_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repositories.isolate(monkeypatch, tmp_path)
    repositories.make(tmp_path / "home/guide")
    (tmp_path / "home/.gitignore").write_text("*\n")
    repositories.git(tmp_path / "home", "init", "-q")
    assert "From now on" in run(tmp_path / "home" / "guide").output


def test_an_empty_message_is_refused(place: Path) -> None:
    change(place, "Look for it.", "Look for it twice.")
    assert "empty" in run(place, "--yes", "--message", " ", fails=True).output
