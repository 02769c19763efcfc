"""Measure `guidebook edit`: how soon it shows its first page, and how soon a save shows on its page.

Wall-clock seconds and milliseconds, since somebody waits: a busy machine makes them longer. A save is
measured from the moment it is on the disk until the page of that playbook has its words, asked for as
an open page asks. A key is measured from the moment it is sent until its text is checked and drawn, and
what is typed from the moment it is sent to be written until the page has it. Run it with `make bench`.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.build import lay_out_ours

LIMITS = {45: 1.5, 1000: 4.0}
"""Seconds until the first page, by the number of playbooks."""

SAVE_LIMIT = 200.0
"""Milliseconds from a save to its page, for 95 of 100."""


KEY_LIMIT = 150.0
"""Milliseconds from a key to what is wrong with the text and how it looks, for 95 of 100."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=list(LIMITS))
    options.add_argument("--saves", type=int, default=20)
    options.add_argument("--starts", type=int, default=3)
    chosen = options.parse_args()
    failed = False
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as place:
            lay_out_ours(Path(place), size)
            starts = [measure_start(Path(place)) for _ in range(chosen.starts)]
            saves = sorted(measure_saves(Path(place), chosen.saves))
            keys, written = zip(*measure_typing(Path(place), chosen.saves), strict=True)
        most = saves[int(len(saves) * 0.95) - 1]
        print(
            f"{size:5} playbooks: first page after {min(starts):.2f} s (starts:"
            f" {', '.join(f'{one:.2f}' for one in starts)}); {len(saves)} saves: median"
            f" {saves[len(saves) // 2]:.0f} ms, 95 of 100 at most {most:.0f}, the worst"
            f" {saves[-1]:.0f}   (load of the machine {os.getloadavg()[0]:.1f})"
        )
        failed |= min(starts) > LIMITS.get(size, 4.0) or most > SAVE_LIMIT
        for what, times in (("a key until its text is checked and drawn", sorted(keys)),
                            ("what is typed until its page is redrawn", sorted(written))):  # fmt: skip
            most = times[int(len(times) * 0.95) - 1]
            failed |= most > KEY_LIMIT
            print(
                f"{size:5} playbooks: {what}: median {times[len(times) // 2]:.0f} ms, 95 of 100 at"
                f" most {most:.0f}, the worst {times[-1]:.0f}"
            )
    sys.exit(failed)


def measure_start(home: Path) -> float:
    start = time.perf_counter()
    with run(home) as (connection, cookie):
        ask(connection, "/", cookie).read()
        return time.perf_counter() - start


def measure_saves(home: Path, count: int) -> Iterator[float]:
    """Save a playbook now and then, as an open page of it follows."""
    path = home / "playbooks/chapter-000/playbook-00003.yml"
    page = "/chapter-000/playbook-00003/"
    text = path.read_text()
    with run(home) as (connection, cookie):
        ask(connection, page, cookie).read()
        events = HTTPConnection(connection.host, connection.port)
        stream = ask(events, f"/~edit/events?page={page}", cookie)
        shown = follow(stream, None)
        time.sleep(3)  # the first check is done
        for number in range(count):
            words = f"Saved for the {number}th time"
            start = time.perf_counter()
            path.write_text(re.sub(r"(?m)^purpose: .*(\n  .*)*", f"purpose: {words}.", text))
            shown = follow(stream, shown)
            body = ask(connection, page, cookie).read().decode()
            assert words in body
            yield (time.perf_counter() - start) * 1000
            time.sleep(0.1 * (number % 15))  # now and then in the middle of a check


def measure_typing(home: Path, count: int) -> Iterator[tuple[float, float]]:
    """Type into a text of an open page as its editor does, and write it."""
    name, page = "chapter-000/playbook-00003.yml", "/chapter-000/playbook-00003/"
    with run(home) as (connection, cookie):
        ask(connection, page, cookie).read()
        token = json.loads(ask(connection, "/~edit/token", cookie).read())["token"]
        time.sleep(3)  # the first check is done
        for number in range(count):
            words = f"Typed for the {number}th time"
            change = {"set": ["steps", 2, "do"], "value": f"{words}."}
            wish = {"name": name, "changes": [change], "draw": [name, *change["set"]]}
            start = time.perf_counter()
            tried = post(connection, "check", wish, cookie, token)
            assert words in tried["html"]
            checked = time.perf_counter()
            assert "refused" not in post(connection, "change", wish, cookie, token)
            assert words in ask(connection, page, cookie).read().decode()
            yield (checked - start) * 1000, (time.perf_counter() - checked) * 1000
            time.sleep(0.1 * (number % 15))  # now and then in the middle of a check


def post(connection: HTTPConnection, name: str, body: object, cookie: str, token: str) -> dict:
    headers = {"Cookie": cookie, "X-Guidebook": token, "Content-Type": "application/json"}
    connection.request("POST", f"/~edit/{name}", json.dumps(body), headers)
    return json.loads(connection.getresponse().read())


def follow(stream: HTTPResponse, shown: str | None) -> str:
    """Wait until the page is another one."""
    while True:
        line = stream.readline().decode()
        if line.startswith("data: "):
            told = str(json.loads(line.removeprefix("data: "))["page"])
            if told != shown:
                return told


def ask(connection: HTTPConnection, path: str, cookie: str) -> HTTPResponse:
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    return connection.getresponse()


@contextmanager
def run(home: Path) -> Iterator[tuple[HTTPConnection, str]]:
    """The program as it is installed, opened."""
    command = [sys.executable, "-c", "from generator.cli.main import main; main()"]
    with subprocess.Popen(
        [*command, "edit", "--port", "0", "--no-browser"],
        cwd=home,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        found = re.search(r"http\S+", program.stdout.readline())
        assert found is not None
        address = urlsplit(found[0])
        assert address.hostname is not None
        connection = HTTPConnection(address.hostname, address.port)
        opened = ask(connection, f"/?{address.query}", "")
        opened.read()
        try:
            yield connection, (opened.headers["Set-Cookie"] or "").partition(";")[0]
        finally:
            program.terminate()


if __name__ == "__main__":
    main()
