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


def run(elsewhere: Path, place: Path, *command: str) -> str:
    """Run a program of that environment in a folder, where nothing of this project is in reach."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [elsewhere / "env" / "bin" / command[0], *command[1:]],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_builds_another_folder(elsewhere: Path, tmp_path: Path) -> None:
    make_project(tmp_path, samples.make_files(3), papers=True)
    where = run(elsewhere, tmp_path, "python", "-c", "import generator; print(generator.__file__)")
    assert where.startswith(str(elsewhere))
    run(elsewhere, tmp_path, "guidebook", "build")
    site = tmp_path / "site"
    assert (site / "chapter-000" / "playbook-00000" / "index.html").is_file()
    assert list(site.rglob("page-playbook.*.css"))
    assert list(site.rglob("*.woff2"))
    run(elsewhere, tmp_path, "guidebook", "export", "scorm12", "--out", "course.zip")
    assert (tmp_path / "course.zip").is_file()


def test_starts_a_guidebook_of_ones_own_without_a_clone(elsewhere: Path, tmp_path: Path) -> None:
    """The wheel carries the playbooks and pages that a company builds on."""
    run(elsewhere, tmp_path, "guidebook", "new", "ours", "--title", "Harbor Café guide")
    ours = tmp_path / "ours"
    settings = (ours / "mkdocs.yml").read_text("utf-8")
    # Papers, which take longer than all else, are built from a wheel above.
    settings = settings.replace("layers:", "papers: false\n      layers:")
    (ours / "mkdocs.yml").write_text(settings, "utf-8")
    run(elsewhere, ours, "guidebook", "build")
    home = (ours / "site" / "index.html").read_text("utf-8")
    assert "<title>Harbor Café guide</title>" in home
    shipped = [
        one.stem for one in (ROOT / "playbooks").rglob("*/*.yml") if "countries" not in one.parts
    ]
    pages = {one.parent.name for one in (ours / "site").rglob("index.html")}
    assert pages >= set(shipped)
    assert len(shipped) > 70
    assert {one.stem for one in (ROOT / "docs").glob("*.md")} <= pages
