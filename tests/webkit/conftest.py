"""WebKitGTK behind its own driver: the nearest to an iPhone that runs on a server."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from selenium.common.exceptions import NoSuchWindowException
from selenium.webdriver import Remote
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.engines import find_program
from tests.serving import serve
from tests.webkit.phone import Phone

BARE_WINDOW = Path(__file__).with_name("bare_window.py")
NO_DESKTOP = {
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # it needs rights that containers do not give
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
    "LIBGL_ALWAYS_SOFTWARE": "1",
}

OpenPhone = Callable[..., Phone]


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


@contextmanager
def make_phone(address: str, profile: Path, display: str, *switches: str) -> Iterator[Phone]:
    options = Options()
    options.binary_location = str(BARE_WINDOW)
    for one in (f"--profile={profile}", *switches):
        options.add_argument(one)
    log = profile / "log"
    service = Service(
        find_program("webkit"),
        log_output=str(log),
        env=os.environ | NO_DESKTOP | {"DISPLAY": display},
    )
    service.start()
    try:
        connection = RemoteConnection(client_config=ClientConfig(service.service_url))
        driver = Remote(connection, options=options)
        yield Phone(driver, address, profile)
        with suppress(NoSuchWindowException):  # it is closed before the driver has asked for it
            driver.quit()
    finally:
        service.stop()
    said = [one for one in log.read_text("utf-8").splitlines() if "CONSOLE" in one]
    # WebKitGTK is made without apps that are installed, and says so of our policy.
    assert [one for one in said if "directive 'manifest-src'" not in one] == []


@pytest.fixture
def open_phone(display: str, tmp_path: Path, site: Path) -> Iterator[OpenPhone]:
    """Open a page of the site, or another one by its whole address. Its console has to stay silent."""
    with ExitStack() as opened:
        address = opened.enter_context(serve(site))

        def open_one(path: str = "", *, width: int = 360, dark: bool = False) -> Phone:
            switches = [f"--width={width}", "--height=740", *(["--dark"] if dark else [])]
            phone = opened.enter_context(make_phone(address, tmp_path, display, *switches))
            phone.open(path)
            return phone

        yield open_one
