"""There is always a whole site: the old one or the new one."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from generator.adapters import publish
from generator.problem import GuidebookError

PAGES = 20

# Before each of its steps on the disk Python tells its audit hooks: the moments to be killed at.
KILLED_AT_EVERY_MOMENT = f"""
import json, os, signal, sys
from pathlib import Path
from generator.adapters import site_folder
from generator.adapters.publish import publish, recover

live = Path(sys.argv[1])
spare = Path(sys.argv[2]) if sys.argv[2:] else None

def publish_text(text):
    files = {{f"{{number}}.html": text.encode() for number in range({PAGES})}}
    publish(live, lambda made: site_folder.fill(made, files, like=live), spare=spare)

def publish_until(moment):
    def count(event, _):
        nonlocal moment
        if event.startswith(("open", "os.", "shutil.")):
            moment -= 1
            if moment == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    text = str(moment)
    sys.addaudithook(count)
    publish_text(text)
    os._exit(0)

publish_text("0")
found, status = [], signal.SIGKILL
while status == signal.SIGKILL:
    _, status = os.waitpid(os.fork() or publish_until(len(found) + 1), 0)
    recover(live)
    found.append([path.read_text() for path in live.iterdir()])
print(json.dumps(found))
assert status == 0
"""


def test_a_site_takes_no_other_folders_place(tmp_path: Path) -> None:
    live = tmp_path / "site"
    publish.refuse_others(live, mark="guidebook.json")
    live.mkdir()
    publish.refuse_others(live, mark="guidebook.json")
    (live / "my-notes.txt").write_text("mine")
    with pytest.raises(GuidebookError, match=r"my-notes\.txt"):
        publish.refuse_others(live, mark="guidebook.json")
    (live / "guidebook.json").write_text("{}")
    publish.refuse_others(live, mark="guidebook.json")
    (live / ".git").mkdir()
    with pytest.raises(GuidebookError, match=r"\.git"):
        publish.refuse_others(live, mark="guidebook.json")


def test_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    live = tmp_path / "site"
    publish.publish(live, lambda made: (made / "a.html").write_text("old"))
    publish.publish(live, lambda made: (made / "b.html").write_text("new"))
    assert [path.name for path in live.iterdir()] == ["b.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("spare", [None, "spare"])
def test_everybody_may_read_a_site(tmp_path: Path, spare: str | None) -> None:
    live, kept = tmp_path / "site", tmp_path / spare if spare else None
    for text in ("old", "new", "newer"):
        publish.publish(live, partial(write_page, text), spare=kept)
        assert live.stat().st_mode & 0o777 == 0o755


def write_page(text: str, made: Path) -> None:
    (made / "a.html").write_text(text)


def test_a_link_to_another_folder_is_no_spare(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/mine.txt").write_text("mine")
    (tmp_path / "spare").symlink_to(tmp_path / "other")
    publish.publish(tmp_path / "site", partial(write_page, "new"), spare=tmp_path / "spare")
    assert [one.name for one in (tmp_path / "site").iterdir()] == ["a.html"]
    assert not (tmp_path / "site").is_symlink()
    assert (tmp_path / "other/mine.txt").read_text() == "mine"


def test_failing_build_leaves_the_old_site(tmp_path: Path) -> None:
    live = tmp_path / "site"
    publish.publish(live, lambda made: (made / "a.html").write_text("old"))

    def fail(made: Path) -> None:
        (made / "a.html").write_text("half")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # ours
        publish.publish(live, fail)
    assert (live / "a.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_recovers_from_a_stop_between_two_renames(tmp_path: Path) -> None:
    old = tmp_path / ".site.old"
    old.mkdir()
    (old / "a.html").write_text("old")
    half = tmp_path / ".site.build-x"
    half.mkdir()
    publish.recover(tmp_path / "site")
    assert (tmp_path / "site" / "a.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("spare", [[], ["spare"]], ids=["no spare", "spare"])
def test_killed_at_any_moment_a_whole_site_is_left(tmp_path: Path, spare: list[str]) -> None:
    folders = [str(tmp_path / name) for name in ["site", *spare]]
    command = [sys.executable, "-c", KILLED_AT_EVERY_MOMENT, *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    sites = json.loads(done.stdout)
    assert len(sites) > 2 * PAGES
    for texts in sites:
        assert len(texts) == PAGES
        assert len(set(texts)) == 1
    assert len({texts[0] for texts in sites}) > 5  # some were killed after the new site stood
