"""The command as a program of its own: how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import samples
from tests.projects import make_project

WAITS = "threading.Thread(target=lambda: (go.wait(), print('awaited'))).start()"


def run(place: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run it. The thread in which `go` is set ends only after the command has."""
    script = f"""
import atexit, threading
from generator.cli.main import main
go = threading.Event()
atexit.register(print, "taken apart")
threading.Thread(target=lambda: (threading.main_thread().join(), go.set()), daemon=True).start()
{before}
main()
"""
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path, samples.make_folder({"fair/one": samples.make_minimal()}))
    return tmp_path


def test_it_ends_at_once(project: Path) -> None:
    done = run(project, "check")
    assert "Nothing stops publishing." in done.stdout
    assert "taken apart" not in done.stdout


def test_letters_that_are_not_known_there_stop_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "playbooks/fair/one.yml"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    done = run(project, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert "?titel? is not a name" in done.stdout
    told = run(project, "check", "--format", "sarif").stdout
    assert "“titel”" in told  # programs read UTF-8


def test_who_reads_no_further_is_told_nothing(project: Path) -> None:
    command = [sys.executable, "-c", "from generator.cli.main import main; main()", "explain"]
    with subprocess.Popen(command, cwd=project, stdout=-1, stderr=-1) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode == 1


def test_it_waits_for_work_that_goes_on(project: Path) -> None:
    done = run(project, "check", before=WAITS)
    assert "awaited" in done.stdout
    assert "taken apart" in done.stdout


def test_its_status_is_that_of_the_command(project: Path) -> None:
    assert run(project, "--version").returncode == 0
    assert run(project, "no-command").returncode == 2
    (project / "playbooks/fair/one.yml").write_text("titel: One\n")
    done = run(project, "check")
    assert done.returncode == 1
    assert done.stdout.endswith("[unknown-name].\n") or "stop publishing" in done.stdout
