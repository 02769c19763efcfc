"""What many tests need: the shipped guidebook, its built site, and a real browser."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from generator.adapters import folder, paper_cache
from generator.cli.main import main
from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def refresh(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh"))


@pytest.fixture(scope="session")
def guidebook() -> Guidebook:
    """The guidebook that this project ships."""
    contents = folder.read(ROOT / "playbooks")
    reading = guidebook_reader.read(contents.files)
    assert reading.guidebook is not None
    assert not reading.errors
    return reading.guidebook


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The shipped guidebook, built as `make site` builds it; once for all processes of a run.

    Its papers are made, not taken from an earlier run.
    """
    place = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        place = place.parent
    target = place / "site"
    with (place / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            config = ROOT / "mkdocs.yml"
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(paper_cache, "STORE", place / "papers")
                result = CliRunner().invoke(main, ["build", "-f", str(config), "-d", str(target)])
            assert result.exit_code == 0, result.output
    return target


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: `make test` says where it is."""
    path = os.environ.get("GUIDEBOOK_BROWSER") or (ROOT / ".browser/path").read_text().strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--disable-dev-shm-usage"])
        yield browser
        browser.close()
