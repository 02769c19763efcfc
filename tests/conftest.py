"""What many tests need: the shipped guidebook, its built site, and a real browser."""

import fcntl
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from generator.adapters import folder, paper_cache, search_cache
from generator.adapters.edition_folder import EditionFolder
from generator.cli.main import main
from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from tests.engines import ENGINES, find_program, launch

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile("ci")

# Guidebooks and papers are kept for all tests of a process; looking through them again and again for what
# may go takes a tenth of its time.
gc.set_threshold(100_000, 50, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write the golden files anew")
    parser.addoption(
        "--engine", choices=ENGINES, default="chromium", help="the browser to look with"
    )


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


def pytest_xdist_auto_num_workers() -> int:
    """With one process for each core, cores are idle while a browser waits for what it loads."""
    return (os.cpu_count() or 2) * 3 // 2


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what another browser is for.

    Tests of the site come first: one process builds it while the others do the rest.
    """
    engine = config.getoption("--engine")
    others = [item for item in items if not _is_for(item, engine)]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]
    items.sort(key=lambda item: "site" not in getattr(item, "fixturenames", ()))


def _is_for(item: pytest.Item, engine: str) -> bool:
    names = getattr(item, "fixturenames", ())
    if engine == "webkit" or "open_phone" in names:
        return engine == "webkit" and "open_phone" in names
    if engine == "firefox":
        return "browser" in names and not item.get_closest_marker("chromium")
    return True


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
                    patch.setattr(EditionFolder, "record", lambda *_: None)  # it is no publication
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
def engine(request: pytest.FixtureRequest) -> str:
    """The name of the browser's kind."""
    return str(request.config.getoption("--engine"))


@pytest.fixture(scope="session")
def browser(engine: str) -> Iterator[Browser]:
    """A real browser: `make test` and `make browsers` say where it is."""
    with launch(engine, find_program(engine)) as browser:
        yield browser
