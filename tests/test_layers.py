"""The layers hold, and the check that says so can fail."""

import subprocess
import sys
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
