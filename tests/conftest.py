"""What many tests need: the shipped guidebook, its built site, and a real browser."""

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from generator.adapters import folder, paper_cache, search_cache
from generator.adapters.edition_folder import Shelf
from generator.cli.main import main
from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader

ROOT = Path(__file__).resolve().parent.parent

# For every window Chromium starts two processes for what drops down from its address bar, which costs
# as much as the page. Naming features here replaces those that Playwright turns off, of which the
# others matter to a page that is looked at.
_SWITCHES = [
    "--disable-dev-shm-usage",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,Translate",
]

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the site come first: one process builds it while the others do the rest."""
    items.sort(key=lambda item: "site" not in getattr(item, "fixturenames", ()))


MakeOnce = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> MakeOnce:
    """Makes a folder of a name, once for all processes of a run.

    Papers of the shipped guidebook are made in this run, not taken from an earlier one.
    """
    place = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        place = place.parent

    def run(name: str, make: Callable[[Path], None]) -> Path:
        target = place / name
        with (place / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not target.exists():
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(paper_cache, "STORE", place / "papers")
                    patch.setattr(search_cache, "STORE", place / "search")
                    patch.setattr(Shelf, "record", lambda *_: None)  # it is no publication
                    make(target)
        return target

    return run


@pytest.fixture(scope="session")
def site(make_once: MakeOnce) -> Path:
    """The shipped guidebook, built as `make site` builds it."""

    def make(target: Path) -> None:
        config = ROOT / "mkdocs.yml"
        result = CliRunner().invoke(main, ["build", "-f", str(config), "-d", str(target)])
        assert result.exit_code == 0, result.output

    return make_once("site", make)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: `make test` says where it is."""
    path = os.environ.get("GUIDEBOOK_BROWSER") or (ROOT / ".browser/path").read_text().strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_SWITCHES)
        yield browser
        browser.close()
