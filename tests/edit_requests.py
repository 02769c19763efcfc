"""What pages of the local program ask of it, signed as theirs are."""

import json
from typing import Any

from generator.adapters.edit_server import EditServer
from tests.edit_parts import ask


def sign(server: EditServer, **more: str) -> dict[str, str]:
    guard = server.guard
    return {
        "Host": f"127.0.0.1:{server.server_port}",
        "Cookie": guard.cookie.partition(";")[0],
        "X-Guidebook": guard.write_token,
        "Content-Type": "application/json",
        **more,
    }


def post(server: EditServer, name: str, body: object, **more: str) -> tuple[int, Any]:
    """The status, 409 for what is refused, and the answer."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = ask(server, f"/~edit/{name}", sign(server, **more), "POST", content)
    text = answer.text  # type: ignore[attr-defined]
    found = json.loads(text) if text.startswith(("{", "[")) else {}
    return 409 if "refused" in found else answer.status, found


def get(server: EditServer, name: str, **asked: object) -> Any:
    written = {key: one if key == "page" else json.dumps(one) for key, one in asked.items()}
    query = "&".join(f"{key}={value}" for key, value in written.items())
    query = query.replace(" ", "").replace('"', "%22").replace("#", "%23")
    return json.loads(ask(server, f"/~edit/{name}?{query}", sign(server)).text)  # type: ignore[attr-defined]


def wish(*changes: dict[str, Any], name: str = "fair/one.yml", **more: object) -> dict[str, Any]:
    return {"name": name, "changes": list(changes), **more}
