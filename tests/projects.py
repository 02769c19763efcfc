"""Projects on disk, as those have one who write a guidebook."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.adapters import folder

MATERIAL = "theme: {name: material, font: false}\n"


def make_project(
    place: Path,
    files: Mapping[str, bytes],
    *,
    docs: Mapping[str, bytes] | None = None,
    **settings: Any,
) -> Path:
    """Write a project; returns its settings, which are those of `write_settings`."""
    folder.write(place / "playbooks", files)
    (place / "docs").mkdir(exist_ok=True)
    if docs:
        folder.write(place / "docs", docs)
    return write_settings(place, **settings)


def write_settings(
    place: Path, *, papers: bool = False, house: str = "", theme: str = MATERIAL, more: str = ""
) -> Path:
    """Write `mkdocs.yml`. Without papers, which take longer than all else, unless asked for."""
    options = [*([] if papers else ["papers: false"]), *([f"house: {house}"] if house else [])]
    plugin = f"guidebook: {{{', '.join(options)}}}" if options else "guidebook"
    settings = place / "mkdocs.yml"
    settings.write_text(f"site_name: x\n{theme}plugins: [{plugin}]\n{more}")
    return settings


def load(settings: Path, **options: Any) -> MkDocsConfig:
    """Load the settings for a strict build into the folder `site` beside them."""
    site = settings.parent / "site"
    return load_config(str(settings), strict=True, **{"site_dir": str(site), **options})
