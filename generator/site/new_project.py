"""The files of a new guidebook that builds on the one that comes with the program."""

import json
from collections.abc import Mapping
from functools import cache, partial
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.model.guidebook import Guidebook
from generator.site import editor_files

Forge = Literal["github", "gitlab"]
FORGES: tuple[Forge, ...] = ("github", "gitlab")
"""Where a guidebook may be kept: the services for which there is a workflow."""

_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "house.yml": "house.yml",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
}
_WORKFLOWS: dict[Forge, tuple[str, str]] = {
    "github": (".github/workflows/guidebook.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
}
# Git keeps no folder without a file, and nothing reads one whose name begins with a dot.
_EMPTY = ("playbooks/.gitkeep", "docs/.gitkeep")


def make_files(
    guidebook: Guidebook, *, title: str, requirement: str, forge: Forge | None = None
) -> dict[str, bytes]:
    """Every file of a new project by its path.

    `guidebook` is the one that it builds on; its questions to the company are in `house.yml`.
    `requirement` is what the project asks for to have the program.
    """
    words = {
        "title": title,
        "values": guidebook.about.house_values,
        "countries": sorted(guidebook.countries),
    }
    wanted = dict(_FILES.items() if forge is None else [*_FILES.items(), _WORKFLOWS[forge]])
    made = {path: draw(template, words) for path, template in wanted.items()}
    made |= dict.fromkeys(_EMPTY, "")
    made["requirements.txt"] = requirement
    drawn = {path: text.encode() for path, text in made.items()}
    return drawn | editor_files.make_files(guidebook)


def draw(template: str, words: Mapping[str, object]) -> str:
    """Fill one of the templates of files."""
    return _environment().get_template(template).render(words)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.views", "templates/project"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  # no HTML is made
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["json"] = partial(json.dumps, ensure_ascii=False)
    return environment
