"""What `mkdocs.yml` says to the guidebook, as MkDocs has read it."""

import os
import posixpath
import re
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme
from mkdocs.utils import get_theme_dir

from generator.adapters import joint_change, path_breaks, project
from generator.adapters.input_digest import Inputs
from generator.adapters.project import Project
from generator.model import files as names
from generator.problem import GuidebookError
from generator.reader import settings
from generator.views import problem_report

MATERIAL = "material"
_EXTENSIONS = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
        *("smarty", "tables", "toc", "wikilinks"),
        path_breaks.__name__,
    )
)
_READING = frozenset(("pymdownx.snippets", "pymdownx.b64"))
_ELSEWHERE = re.compile(r"![!\w]|^\s*INHERIT\b", re.MULTILINE)


class GuidebookConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs types it so
    """What `mkdocs.yml` may say below `- guidebook:`."""

    playbooks = config_options.Dir(exists=True, default="playbooks")
    """The folder of playbooks, relative to `mkdocs.yml`."""

    layers = config_options.ListOfItems(config_options.Type(str), default=[])
    """The folders of playbooks that this one is laid over, the lowest first, relative to
    `mkdocs.yml`; `shipped` is the guidebook that comes with the program."""

    house = config_options.Optional(config_options.File(exists=True))
    """A file that fills in house values, relative to `mkdocs.yml`; otherwise `house.yml` there."""

    papers = config_options.Type(bool, default=True)
    """Whether PDF papers are made, and linked from the pages."""

    scripts_in_pages = config_options.Type(bool, default=False)
    """Whether hand-written pages may hold scripts; the policy of every page then allows them."""

    worker = config_options.Type(bool, default=True)
    """Whether browsers keep the site for times without a network; else they drop what they kept."""

    editions = config_options.Type(str, default=names.EDITIONS)
    """The folder in which what was published is kept, relative to `mkdocs.yml`."""


def find_project(config: MkDocsConfig, options: GuidebookConfig) -> Project:
    """The project that settings describe. Raises PluginError if a folder is not there."""
    home = Path(config.config_file_path or ".").absolute().parent
    usual = home / names.HOUSE
    playbooks = Path(options.playbooks)
    try:
        below = project.find_layers(home, options.layers, own=playbooks)
    except GuidebookError as error:
        raise PluginError(str(error)) from error
    joint_change.finish(playbooks)
    return Project(
        home=home,
        playbooks=playbooks,
        docs=Path(config.docs_dir),
        house=Path(options.house) if options.house else usual if usual.is_file() else None,
        shown_from=home,
        editions=home / options.editions,
        below=below,
        papers=options.papers,
        opened=options.scripts_in_pages,
    )


def refuse_addresses(config: MkDocsConfig, found: Project) -> None:
    """Raise PluginError if an address is no plain one, wherever the settings had it from."""
    path = Path(config.config_file_path or project.SETTINGS)
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    shown = found.show(path)
    if problems := list(settings.find_address_problems(shown, text, config)):
        raise PluginError(problem_report.write_text(problems, {shown: text}))


def list_frame(config: MkDocsConfig) -> list[str]:
    """What Material adds to a site, by its path; nothing, if it does not draw pages."""
    if config.theme.name != MATERIAL:
        return []
    top = Path(get_theme_dir(MATERIAL))
    return [path.relative_to(top).as_posix() for path in (top / "assets").rglob("*.*")]


def leave_out_hidden(theme: Theme) -> None:
    """Have a theme list no file in a hidden folder: MkDocs drops Material's 10,000 icons anyway."""
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = _Shown(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]  # MkDocs asks the theme for it


class _Shown(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for place, folders, files in os.walk(top, followlinks=self.followlinks):
                folders[:] = [one for one in folders if not one.startswith(".")]
                way = os.path.relpath(place, top).replace(os.sep, "/")
                found.update(posixpath.normpath(f"{way}/{name}") for name in files)
        return sorted(found)


def is_plain(config: MkDocsConfig) -> bool:
    """Whether nothing in the settings changes how a page of the guidebook is drawn."""
    changing = (config.hooks, config.extra_css, config.extra_javascript, config.theme.custom_dir)
    return not any(changing) and list(config.plugins) == ["guidebook"] and config.use_directory_urls


def follows_from_files(config: MkDocsConfig) -> bool:
    """Whether a site follows from the files of its project alone, as far as settings say.

    They may name programs, other files and the environment.
    """
    path = Path(config.config_file_path or "")
    text = path.read_text("utf-8", "replace") if path.is_file() else "INHERIT"
    extensions = [str(one) for one in config.markdown_extensions]
    known = all(one in _EXTENSIONS or one.startswith("pymdownx.") for one in extensions)
    reads_files = not _READING.isdisjoint(extensions)
    return is_plain(config) and known and not reads_files and not _ELSEWHERE.search(text)


def list_inputs(found: Project) -> tuple[Inputs, Inputs]:
    """Where a build reads, and where it adds to what it reads the next time."""
    trees = [found.playbooks, found.docs, *found.below]
    tops = [found.home, *(path.parent for path in found.below)]
    if found.house:
        tops.append(found.house.parent)
    if project.SHIPPED / "playbooks" in found.below:
        trees.append(project.SHIPPED / "docs")
    return (
        Inputs(
            tuple(str(path.absolute()) for path in trees),
            tuple(dict.fromkeys(str(path.absolute()) for path in tops)),
            (found.record.name,),
        ),
        Inputs((str(found.editions.absolute()),), files=(str(found.record.absolute()),)),
    )


def keep_policy(config: MkDocsConfig) -> None:
    """Let the columns of tables be aligned by attributes: the policy of the pages stops styles.

    And let names of files break there, which a narrow screen needs.
    """
    config.markdown_extensions.append(path_breaks.__name__)
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)


def find_edit_base(config: MkDocsConfig, playbooks: Path) -> str | None:
    """The address under which a playbook's file can be edited, if a repository is configured."""
    if not config.repo_url or not config.edit_uri:
        return None
    pages_base = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri.rstrip("/") + "/")
    way = posixpath.relpath(playbooks.as_posix(), Path(config.docs_dir).as_posix())
    return urljoin(pages_base, f"{way}/")
