"""There is always a whole site: the old one or the new one."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.adapters import publish
from generator.problem import GuidebookError

PAGES = 300

BUILDER = f"""
import sys
from pathlib import Path
from generator.adapters.publish import publish
mark = sys.argv[2]
def build(made):
    for number in range({PAGES}):
        (made / f"{{number}}.html").write_text(mark)
publish(Path(sys.argv[1]), build)
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


def test_killed_at_any_moment_a_whole_site_is_left(tmp_path: Path) -> None:
    live = tmp_path / "site"
    command = [sys.executable, "-c", BUILDER, str(live)]
    start = time.monotonic()
    subprocess.run([*command, "0"], check=True)
    whole_run = time.monotonic() - start
    dice = random.Random(1)
    for run in range(1, 21):
        process = subprocess.Popen([*command, str(run)])
        try:
            process.wait(timeout=dice.uniform(0, whole_run))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        publish.recover(live)
        texts = {path.read_text() for path in live.iterdir()}
        assert len(texts) == 1
        assert len(list(live.iterdir())) == PAGES
