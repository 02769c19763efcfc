"""Draws hand-written pages by means of MkDocs, as a site has them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.config import load_config  # after the line above
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.adapters import mkdocs_settings
from generator.adapters.project import THEME
from generator.problem import GuidebookError
from generator.site.assembly import Site
from generator.site.preview import Prose


def draw(settings: Path, site: Site, path: str) -> Prose:
    """Draw one page of a site. Raises GuidebookError if the settings cannot be read."""
    plain: Mapping[str, Any] = {"plugins": [], "theme": {"name": None, "custom_dir": str(THEME)}}
    try:
        config = load_config(str(settings), **plain)
        mkdocs_settings.keep_policy(config)
        listed = dict.fromkeys((*site.pages, *site.made, *site.docs))
        files = Files([_name(one, config) for one in listed])
        page = Page(None, _name(path, config), config)
        page.file.content_string = site.docs[path].content.decode("utf-8-sig", "replace")
        page.read_source(config)
        page.render(config, files)
    except (Abort, MkDocsException, OSError, ValueError) as error:
        raise GuidebookError(f"{settings.name}: {error}") from error
    return Prose(page.content or "", page.meta, page.toc)


def _name(path: str, config: MkDocsConfig) -> File:
    return File(path, None, config.site_dir, config.use_directory_urls)
