"""What many tests need: the shipped guidebook, its built site, and a real browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from generator.adapters import folder
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
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped guidebook, built as `make site` builds it."""
    target = tmp_path_factory.mktemp("built") / "site"
    config = ROOT / "mkdocs.yml"
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
