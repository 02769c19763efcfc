"""The layers hold, and the check that says so can fail. Each module has a name of its own."""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.conftest import ROOT

LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]


def test_layers_hold() -> None:
    done = subprocess.run(LINT, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "planted"),
    [("problem.py", "import generator.checks"), ("checks/suggestions.py", "import mkdocs.plugins")],
)
def test_a_wrong_import_is_found(tmp_path: Path, module: str, planted: str) -> None:
    for path in (ROOT / "generator").rglob("*.py"):
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    module_path = tmp_path / "generator" / module
    module_path.write_text(f"{module_path.read_text('utf-8')}\n{planted}\n", "utf-8")
    done = subprocess.run(
        LINT,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(tmp_path)},
    )
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def find_shared_names(top: Path) -> dict[str, list[str]]:
    """The names that more than one module or package has, with their paths."""
    named = defaultdict(list)
    for path in sorted(top.rglob("*.py")):
        module = path.parent if path.name == "__init__.py" else path
        named[module.stem].append(module.relative_to(top).as_posix())
    return {name: paths for name, paths in named.items() if len(paths) > 1}


def test_no_name_is_of_two_modules() -> None:
    assert find_shared_names(ROOT / "generator") == {}


def test_a_name_of_two_modules_is_found(tmp_path: Path) -> None:
    for name in ("__init__", "model/__init__", "model/menu", "views/papers/__init__"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.py").touch()
    assert find_shared_names(tmp_path) == {}
    (tmp_path / "views/menu.py").touch()
    (tmp_path / "model/papers.py").touch()
    assert find_shared_names(tmp_path) == {
        "menu": ["model/menu.py", "views/menu.py"],
        "papers": ["model/papers.py", "views/papers"],
    }


def test_modules_stay_short() -> None:
    """At most 300 lines, so that a module can be read in one go."""
    theme = (ROOT / "generator" / "theme" / "assets" / "guidebook").glob("*.js")
    views = (ROOT / "generator" / "views").rglob("*.js")
    readers = (ROOT / "tools" / "readers").glob("*.mjs")
    tools = (ROOT / "tools").glob("*.py")
    tests = (one for one in (ROOT / "tests").rglob("*.py") if "golden" not in one.parts)
    modules = (ROOT / "generator").rglob("*.py")
    paths = [*modules, *tests, *tools, *theme, *views, *readers]
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in paths}
    assert [path.name for path, count in lines.items() if count > 300] == []
