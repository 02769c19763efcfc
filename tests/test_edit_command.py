"""`guidebook edit` as a person starts and stops it."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.commands import run
from tests.edit_parts import PATIENCE, make

COMMAND = [sys.executable, "-c", "from generator.cli.main import main; main()"]


@pytest.fixture(autouse=True)
def hears_ctrl_c() -> Iterator[None]:
    """What a shell starts in the background ignores Ctrl+C, and so does all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def stopping(program: subprocess.Popen[str]) -> Iterator[None]:
    """Kill a program where a test fails: what goes on would be waited for, without an end."""
    try:
        yield
    finally:
        program.kill()


def test_it_prints_its_address_and_stops_when_told(tmp_path: Path) -> None:
    with (
        subprocess.Popen(
            [*COMMAND, "edit", str(make(tmp_path)), "--no-browser", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as program,
        stopping(program),
    ):
        assert program.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/\?key=\S+", program.stdout.readline())
        assert found is not None
        with pytest.raises(OSError, match="403"):  # it goes on without the cookie
            urlopen(found[0], timeout=PATIENCE)
        assert "Ctrl+C" in program.stdout.readline()
        program.send_signal(signal.SIGINT)
        told, faults = program.communicate(timeout=PATIENCE)
    assert program.returncode == 0
    assert "Stopped." in told
    assert faults == ""


def test_what_watches_the_files_says_nothing_of_its_own() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import logging, generator.adapters.watcher\n"
            "logging.getLogger('watchdog.observers.inotify').error('called when inactive')",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stderr == ""


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = run("edit", str(make(tmp_path)), "--no-browser", "--port", port)
    assert result.exit_code == 1
    assert f"Port {port} cannot be used" in result.output


def test_a_folder_without_a_guidebook(tmp_path: Path) -> None:
    result = run("edit", str(tmp_path), "--no-browser")
    assert result.exit_code == 2
    assert "is not a guidebook" in result.output


def test_a_guidebook_whose_settings_are_wrong_at_the_start(tmp_path: Path) -> None:
    (make(tmp_path) / "mkdocs.yml").write_text("plugins: [guidebook: {house: nowhere.yml}]\n")
    result = run("edit", str(tmp_path), "--no-browser")
    assert result.exit_code == 2
    assert "nowhere.yml" in result.output
