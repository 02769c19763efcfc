"""`guidebook mcp`, asked by the client of those who made the protocol."""

import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from generator.adapters import assistant_server, project
from generator.model.guidebook import Guidebook
from generator.site import assembly
from generator.views.assistant import Assistant
from generator.views.finder import PATHS
from generator.views.finder.engine import Engine, Found
from tests import samples
from tests.commands import run
from tests.conftest import ROOT
from tests.indexes import read_whole
from tests.projects import make_project

SHOWN = ("answer", "say", "step", "where", "shown")
LIMIT = "values:\n  spend-limit: 50 each\n"
FILES = samples.make_folder(
    {
        "fair/one": samples.make_minimal(
            title="One", say=["Here is ((spend-limit)).", "I hear you."], sign_off="legal"
        ),
        "fair/other": samples.make_minimal(title="Other", purpose="Be kind with [name]."),
    }
)
Ask = Callable[[Client], Awaitable[None]]


@pytest.fixture(scope="module")
def shipped() -> Iterator[tuple[Guidebook, Callable[[str], Found]]]:
    """The guidebook of this project, and the finder of its pages, which is asked a query once."""
    found = project.find(ROOT / "playbooks")
    reading = project.read(found)
    assert reading.guidebook
    index = assistant_server.make_index(found, reading.guidebook, reading)
    with Engine(index) as engine:
        yield reading.guidebook, cache(engine.ask)


async def call(client: Client, tool: str, /, **given: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, given)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def refuse(client: Client, tool: str, /, **given: Any) -> str:
    result = await client.call_tool(tool, given)
    assert result.is_error
    return str(getattr(result.content[0], "text", ""))


def ask_server(assistant: Assistant, ask: Ask) -> None:
    async def go() -> None:
        async with Client(assistant_server.make_server(assistant)) as client:
            await ask(client)

    anyio.run(go)


def ask_command(place: Path, ask: Ask) -> None:
    """Start the command as an assistant does."""
    code = "from generator.cli.main import main; main()"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    server = StdioServerParameters(
        command=sys.executable, args=["-c", code, "mcp"], cwd=place, env=environment
    )

    async def go() -> None:
        async with Client(stdio_client(server)) as client:
            await ask(client)

    anyio.run(go)


def test_every_query_is_answered_as_on_the_page(
    shipped: tuple[Guidebook, Callable[[str], Found]],
) -> None:
    """All but texts that need what nobody has filled in; those are left out, and it is named."""
    guidebook, ask = shipped
    asked = [one.query for own in guidebook.queries.queries.values() for one in own]
    asked += guidebook.queries.unanswered
    assert len(asked) > 700
    left_out = 0

    async def compare(client: Client) -> None:
        nonlocal left_out
        for query in asked:
            told, found = await call(client, "find_playbook", query=query), ask(query)
            assert told["sure"] == found["sure"]
            assert len(told["answers"]) == len(found["answers"])
            for answer, result in zip(told["answers"], found["answers"], strict=True):
                differing = {name for name, value in result.items() if answer[name] != value}
                left_out += len(differing)
                for name in differing:
                    assert name in SHOWN
                    assert "not set" in str(result[name]).lower()  # type: ignore[literal-required]
                    assert answer[name] == ""
                assert bool(differing) == bool(answer["not_filled_in"])
                assert "not set" not in "".join(answer[name] for name in SHOWN).lower()

    ask_server(Assistant(guidebook, ask), compare)
    assert left_out


def test_what_is_missing_and_not_approved_is_named(
    shipped: tuple[Guidebook, Callable[[str], Found]],
) -> None:
    guidebook, ask = shipped

    async def look(client: Client) -> None:
        gift, *_ = (await call(client, "find_playbook", query="can i keep a gift"))["answers"]
        assert gift["kind"] == "page"
        assert gift["answer"] == ""
        assert [one["name"] for one in gift["not_filled_in"]] == ["gifts and tips"]
        assert "after  gift-rule:" in gift["not_filled_in"][0]["remedy"]
        heart, *_ = (await call(client, "find_playbook", query="heart attack"))["answers"]
        assert heart["not_approved"] == ["Not yet approved by a medical expert."]
        page = await call(client, "read_playbook", id=heart["id"])
        assert page["id"] == heart["playbook"]
        assert page["not_approved"] == heart["not_approved"]

    ask_server(Assistant(guidebook, ask), look)


def test_a_number_of_the_country_is_told_with_who_has_not_approved_it(
    shipped: tuple[Guidebook, Callable[[str], Found]],
) -> None:
    guidebook, ask = shipped
    about = guidebook.about.model_copy(update={"country": "uk"})
    found = Assistant(replace(guidebook, about=about), ask).find("gas emergency line number")
    (line,) = [one for one in found["answers"] if one["url"].endswith("value-gas-line")]
    assert line["not_filled_in"] == []
    assert line["not_approved"][0].endswith(": not yet approved by a security expert.")


def test_every_playbook_is_read_or_refused_by_what_is_missing(
    shipped: tuple[Guidebook, Callable[[str], Found]],
) -> None:
    guidebook, ask = shipped
    refused = 0

    async def read(client: Client) -> None:
        nonlocal refused
        for one in guidebook.playbooks:
            result = await client.call_tool("read_playbook", {"id": one.id})
            told = json.dumps(result.structured_content, ensure_ascii=False)
            assert not result.is_error or "is not filled in." in str(result.content)
            assert ": not set" not in told
            assert "((" not in told
            refused += result.is_error

    ask_server(Assistant(guidebook, ask), read)
    assert 0 < refused < len(guidebook.playbooks) / 2


def test_the_index_is_that_of_the_pages() -> None:
    site = samples.make_site(
        {"fair/one": samples.make_minimal(say=["Up to ((spend-limit))."], search=["loud"])},
        docs={"about.md": b"# About us\n\nWe bake."},
    )
    first, rest = (site.contents[path] for path in PATHS)
    assert read_whole(read(first), read(rest)) == assembly.make_index(site)


def read(file: Any) -> str:
    return bytes(file.content).decode()


def test_an_assistant_starts_it_and_is_answered(tmp_path: Path) -> None:
    make_project(tmp_path, FILES)
    told: dict[str, Mapping[str, Any]] = {}

    async def ask(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [one.name for one in tools] == ["find_playbook", "read_playbook", "list_phrases"]
        assert all(one.annotations and one.annotations.read_only_hint for one in tools)
        assert "never guess" in str(client.instructions)
        message = await refuse(client, "read_playbook", id="one")
        assert "“spend limit” is not filled in. How much?" in message
        assert "house.yml, below  values:  after  spend-limit:" in message
        told["phrases"] = await call(client, "list_phrases", id="one")
        other = await call(client, "read_playbook", id="other")
        assert other["say"] == [{"say": "Tell me the main thing."}]
        assert other["stop"]["text"] == "Leave if you feel unsafe."
        assert other["not_approved"] == []
        assert not {"path", "owner", "search"} & other.keys()
        found = await call(client, "find_playbook", query="other")
        assert found["answers"][0]["playbook"] == "other"

    ask_command(tmp_path, ask)
    phrases = told["phrases"]
    assert [one["say"] for one in phrases["phrases"]] == ["I hear you."]
    assert phrases["left_out"] == 1
    assert [one["name"] for one in phrases["not_filled_in"]] == ["spend limit"]
    assert phrases["not_approved"] == {"one": ["Not yet approved by a lawyer."]}


def test_what_the_house_fills_in_is_told(tmp_path: Path) -> None:
    make_project(tmp_path, FILES)
    (tmp_path / "house.yml").write_text(LIMIT)

    async def ask(client: Client) -> None:
        one = await call(client, "read_playbook", id="one")
        assert one["say"][0] == {"say": "Here is 50 each."}
        chat = await call(client, "list_phrases", channel="chat")
        assert len(chat["phrases"]) == 3
        assert (chat["left_out"], chat["not_filled_in"]) == (0, [])

    ask_command(tmp_path, ask)


def test_what_cannot_be_answered_is_said(
    shipped: tuple[Guidebook, Callable[[str], Found]],
) -> None:
    guidebook, ask = shipped

    async def slip(client: Client) -> None:
        message = await refuse(client, "read_playbook", id="shouting-custmer")
        assert "Did you mean “shouting-customer”?" in message
        assert "find_playbook finds it" in await refuse(client, "read_playbook", id="xq")
        assert "a playbook, a channel, or both" in await refuse(client, "list_phrases")
        assert "'counter', 'phone'" in await refuse(client, "list_phrases", channel="fax")

    ask_server(Assistant(guidebook, ask), slip)


def test_mistakes_stop_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_project(tmp_path, {**FILES, "fair/one.yml": b"title: One\n"})
    monkeypatch.chdir(tmp_path)
    result = run("mcp")
    assert result.exit_code == 1
    assert "Nothing is answered." in result.output


def test_without_the_extra_its_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    monkeypatch.chdir(ROOT)
    result = run("mcp")
    assert result.exit_code == 1
    assert 'pip install "guidebook[mcp]"' in result.output
