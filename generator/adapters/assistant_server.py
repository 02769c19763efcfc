"""Answers assistants over the Model Context Protocol, with the finder of the pages."""

import gc
from collections.abc import Callable
from functools import wraps
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from generator.adapters import edition_folder, project, site_files
from generator.adapters.project import Project
from generator.model.guidebook import Guidebook
from generator.model.playbook_items import Channel
from generator.problem import GuidebookError
from generator.reader.guidebook_reader import Reading
from generator.site import assembly
from generator.site.assembly import Sources
from generator.views.assistant import Assistant
from generator.views.finder.document import Index
from generator.views.finder.engine import Engine

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

_Given = ParamSpec("_Given")
_Got = TypeVar("_Got")


def need_protocol() -> None:
    """Make sure that it can be spoken. Raises GuidebookError with the remedy otherwise."""
    try:
        import mcp.server.mcpserver  # noqa: F401, PLC0415  # an extra, which few need
    except ImportError as error:
        raise GuidebookError(
            "Assistants are answered over the Model Context Protocol. Install what speaks it:\n"
            '  pip install "guidebook[mcp]"'
        ) from error


def make_index(found: Project, guidebook: Guidebook, reading: Reading) -> Index:
    """What the pages of the project search: its playbooks, its other pages and its values."""
    docs, _ = site_files.list_docs(found)
    changes = edition_folder.read(found.editions, shown="").report(guidebook)
    sources = Sources(docs=docs, theme=project.list_theme(), changes=changes, opened=found.opened)
    return assembly.make_index(assembly.make(guidebook, sources, reading.locate))


def serve(guidebook: Guidebook, index: Index) -> None:
    """Answer on standard input and output until the assistant closes them."""
    gc.freeze()
    gc.enable()
    with Engine(index) as engine:
        make_server(Assistant(guidebook, engine.ask)).run()


def make_server(assistant: Assistant) -> "MCPServer[Any]":
    """A server with the tools, which only read."""
    from mcp.server.mcpserver import MCPServer  # noqa: PLC0415  # an extra, which few need
    from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415
    from mcp_types import ToolAnnotations  # noqa: PLC0415

    server = MCPServer(
        "guidebook",
        title=assistant.guidebook.about.title,
        instructions=assistant.guide,
        version=version("guidebook"),
        log_level="WARNING",
    )
    asking = Lock()  # tools run in threads, and the engine answers one

    def offer(tool: Callable[_Given, _Got]) -> Callable[_Given, _Got]:
        @wraps(tool)
        def answer(*given: _Given.args, **named: _Given.kwargs) -> _Got:
            try:
                with asking:
                    return tool(*given, **named)
            except GuidebookError as error:
                raise ToolError(str(error)) from error

        reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
        return server.tool(annotations=reads)(answer)

    @offer
    def find_playbook(query: str) -> dict[str, Any]:
        """Find what to say and do, in the words that staff would type into the search.

        The answers are those of the search on the pages, in the same order.
        """
        return dict(assistant.find(query))

    @offer
    def read_playbook(id: str) -> dict[str, Any]:  # noqa: A002  # what assistants call it
        """Read one playbook by its id: steps, words to say and to avoid, when to stop.

        It is refused as long as it needs something that the company has not filled in.
        """
        return dict(assistant.read(id))

    @offer
    def list_phrases(id: str = "", channel: Channel | None = None) -> dict[str, Any]:  # noqa: A002  # too
        """List words to say: of one playbook, for one channel, or of a playbook for a channel."""
        return dict(assistant.list_phrases(id, channel))

    return server
