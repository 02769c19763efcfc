"""Build the site with MkDocs inside this process."""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# The theme prints a banner about its successor at every import; CONTRIBUTING.md has the plan.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as run_build  # after the line above
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator.adapters import folder
from generator.adapters.build_orders import BuildCheck, Orders
from generator.adapters.mkdocs_page import DRAWN
from generator.adapters.mkdocs_plugin import GuidebookPlugin
from generator.problem import GuidebookError
from generator.reader import settings
from generator.views import problem_report


class _Collector(logging.Handler):
    """Keeps what MkDocs says, to be shown only if the build stops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def find_site_dir(config_file: Path) -> Path:
    """The folder that the settings name for the site."""
    return Path(_load(config_file).site_dir)


@dataclass(frozen=True)
class Built:
    """Every file of a site by its path, and how to keep what it says as an edition.

    `report` is what the check found that stops nothing, and `checked` the same in parts.
    """

    files: dict[str, bytes]
    report: str
    checked: BuildCheck
    record: Callable[[], Path | None]


def build(config_file: Path, site_dir: Path, orders: Orders | None = None) -> Built:
    """Build strictly into a folder. Raises GuidebookError if MkDocs or the guidebook refuse."""
    config = _load(config_file, site_dir)
    plugin = config.plugins.get("guidebook")
    if not isinstance(plugin, GuidebookPlugin):
        raise GuidebookError(
            f"{config_file} does not name the plugin “guidebook”. Add it:\nplugins:\n  - guidebook"
        )
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        plugin.orders = orders or Orders()
        try:
            run_build(config)
        finally:
            # MkDocs keeps a plugin for the other builds of a process.
            plugin.orders = None
            config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        raise GuidebookError("\n".join(collector.messages) or str(error)) from error
    finally:
        logger.removeHandler(collector)
    held = plugin.built if config.extra.get(DRAWN) else {}
    files = {**held, **folder.read_tree(site_dir)}
    return Built(files, plugin.report.rstrip(), plugin.checked, plugin.record)


def _load(config_file: Path, site_dir: Path | None = None) -> MkDocsConfig:
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        return load_config(
            str(config_file), site_dir=str(site_dir) if site_dir else None, strict=True
        )
    except (ConfigurationError, Abort, ValueError) as error:  # of an address that has no end
        messages = "\n".join([*collector.messages, f"{config_file}: {error}"])
        raise GuidebookError(_explain(config_file) or messages) from error
    finally:
        logger.removeHandler(collector)


def _explain(config_file: Path) -> str | None:
    """Say in a trainer's words why MkDocs refuses the settings, as far as the reader knows."""
    content, path = config_file.read_bytes(), config_file.as_posix()
    files = [one.name for one in config_file.absolute().parent.iterdir()]
    problems = list(settings.find_problems(path, content, files=files))
    text = content.decode("utf-8", "replace")
    return problem_report.write_text(problems, {path: text}) if problems else None
