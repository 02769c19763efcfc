"""The built wheel, installed elsewhere, builds another folder's playbooks."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests import samples
from tests.conftest import ROOT
from tests.projects import make_project


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; its dependencies come from the one of the tests."""
    place = tmp_path_factory.mktemp("elsewhere")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "-w", str(place), str(ROOT)], check=True)
    venv.create(place / "env")
    python = place / "env" / "bin" / "python"
    (wheel,) = place.glob("*.whl")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps"]
    subprocess.run([*install, str(wheel)], check=True)
    packages = next((place / "env" / "lib").glob("python*")) / "site-packages"
    # An editable install is a .pth file here; only the libraries may come from this list.
    libraries = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "libraries.pth").write_text(f"import sys; sys.path.append({libraries!r})\n")
    return place


def test_builds_another_folder(elsewhere: Path, tmp_path: Path) -> None:
    make_project(tmp_path, samples.make_files(3), papers=True)
    python = elsewhere / "env" / "bin" / "python"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    where = subprocess.run(
        [python, "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(elsewhere))
    done = subprocess.run(
        [elsewhere / "env" / "bin" / "guidebook", "build"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "site"
    assert (site / "chapter-000" / "playbook-00000" / "index.html").is_file()
    assert list(site.rglob("page-playbook.css"))
    assert list(site.rglob("*.woff2"))
