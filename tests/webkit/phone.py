"""A page in WebKit, as a person with a phone handles it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from tests.browser.driving import PATIENCE


class Phone:
    """One window with a profile of its own; the address is that of the site."""

    def __init__(self, driver: WebDriver, address: str, profile: Path) -> None:
        self.driver, self.address, self.profile = driver, address, profile

    def open(self, path: str) -> None:
        self.driver.get(path if ":" in path else self.address + path)

    def ask(self, expression: str, *values: Any) -> Any:
        """The value of an expression in the page; of a page that is being left, none."""
        try:
            return self.driver.execute_script(f"return ({expression})", *values)
        except WebDriverException:
            return None

    def wait(self, expression: str, *values: Any) -> None:
        """Wait until an expression is true."""
        _wait(lambda: self.ask(expression, *values), expression)

    def wait_for(self, selector: str, text: str) -> None:
        """Wait until what a selector finds first says this."""
        self.wait(
            "document.querySelector(arguments[0])?.textContent.trim().replace(/\\s+/g, ' ') "
            "=== arguments[1]",
            selector,
            text,
        )

    def see(self, selector: str) -> list[WebElement]:
        """What a selector finds and a person sees."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return [one for one in found if one.is_displayed()]

    def tap(self, selector: str, text: str = "") -> None:
        """Tap the first that is seen of what a selector finds, or of those that say this."""

        def find() -> WebElement | None:
            return next((one for one in self.see(selector) if text in one.text), None)

        _wait(find, f"{selector} {text}").click()

    def type(self, selector: str, text: str) -> None:
        _wait(lambda: self.see(selector), selector)[0].send_keys(text)

    def back(self) -> None:
        self.driver.back()

    def print_page(self) -> bytes:
        """Print as the browser's menu does."""
        paper = self.profile / "paper.pdf"
        os.kill(int((self.profile / "process").read_text()), signal.SIGUSR1)
        _wait(paper.exists, "a paper")
        return paper.read_bytes()


def _wait(look: Callable[[], Any], what: str) -> Any:
    """Look until there is something. WebDriver tells of nothing by itself, and a file neither."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < end, f"not within {PATIENCE} s: {what}"
        time.sleep(0.05)
    return found
