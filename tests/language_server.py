"""The language server of YAML, asked over its own protocol as an editor would."""

import json
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.conftest import ROOT

SERVER = ROOT / "tools/editor/node_modules/yaml-language-server/bin/yaml-language-server"
_SECONDS = 30


class LanguageServer:
    """One server with one open file at a time."""

    def __init__(self, home: Path, settings: dict[str, Any]) -> None:
        self.home = home
        self._settings = settings
        self._last = 0
        self._uri = ""
        self._version = 0

    def __enter__(self) -> "LanguageServer":
        command = ["node", str(SERVER), "--stdio"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        uri = self.home.as_uri()
        self.ask(
            "initialize",
            processId=None,
            rootUri=uri,
            workspaceFolders=[{"uri": uri, "name": "guidebook"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                    "publishDiagnostics": {},
                },
            },
        )
        self._send(method="initialized", params={})
        while self._receive().get("method") != "workspace/configuration":
            pass
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Open a file with a text that need not be on the disk; return what the server objects to."""
        if self._uri:
            closed = {"uri": self._uri}
            self._send(method="textDocument/didClose", params={"textDocument": closed})
            self._wait_for_problems()
        self._uri = (self.home / path).as_uri()
        self._version += 1  # what is known of a version is kept, even of a file that was closed
        document = {"uri": self._uri, "languageId": "yaml", "version": self._version, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return self._wait_for_problems()

    def _wait_for_problems(self) -> list[dict[str, Any]]:
        ends = time.monotonic() + _SECONDS
        while time.monotonic() < ends:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                found = message["params"]
                if found["uri"] == self._uri:
                    return list(found["diagnostics"])
        raise TimeoutError(self._uri)

    def complete(self, line: int, character: int) -> list[str]:
        """The words that the server offers at a spot, counted from 0."""
        found = self._ask_at("textDocument/completion", line, character)
        items = found["items"] if isinstance(found, dict) else found
        return [str(one["label"]) for one in items]

    def hover(self, line: int, character: int) -> str:
        """What the server tells about a spot."""
        found = self._ask_at("textDocument/hover", line, character)
        return json.dumps(found["contents"], ensure_ascii=False) if found else ""

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request, answer what the server asks meanwhile, and return its answer."""
        self._last += 1
        own = self._last
        self._send(id=own, method=method, params=params)
        while True:
            message = self._receive()
            if message.get("id") == own and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _ask_at(self, method: str, line: int, character: int) -> Any:
        spot = {"line": line, "character": character}
        return self.ask(method, textDocument={"uri": self._uri}, position=spot)

    def _send(self, **message: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; what the server asks of an editor is answered at once."""
        assert self._process.stdout
        size = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name == b"Content-Length" else size
        message: dict[str, Any] = json.loads(self._process.stdout.read(size))
        if "method" in message and "id" in message:
            self._send(id=message["id"], result=self._answer(message))
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        own = {"validate": True, "completion": True, "hover": True, **self._settings}
        return [own if one.get("section") == "yaml" else None for one in message["params"]["items"]]
