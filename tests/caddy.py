"""The server of the container, run as its settings say, with all that a container takes from it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT

HOSTING = ROOT / "examples/hosting"


@contextmanager
def serve_as_container(site: Path, home: Path, *, folder: str = "") -> Iterator[str]:
    """Serve a folder by the shipped settings; the address ends with a slash. `home` stays empty."""
    program = shutil.which("caddy", path=f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}")
    assert program, "caddy is one of the packages that tests need"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (setting,) = re.findall(r"^ENTRYPOINT \[(.*)\]$", read("Containerfile"), re.MULTILINE)
    arguments = [one.strip('" ') for one in setting.split(",")][1:]
    arguments[arguments.index("/Caddyfile")] = str(HOSTING / "Caddyfile")
    values = {"PORT": str(port), "SITE": str(site), "FOLDER": folder, "HOME": str(home)}
    with subprocess.Popen([program, *arguments], env=values, stderr=subprocess.PIPE) as server:
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}{folder}/"
        finally:
            server.terminate()
            told = server.communicate(timeout=20)[1].decode()
    assert '"level":"error"' not in told, told
    assert not list(home.rglob("*")), "the container may write nowhere"


def read(name: str) -> str:
    return (HOSTING / name).read_text("utf-8")


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not start")
