"""The guidebook as a project of files, for any site generator that builds Markdown."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.model import paths
from generator.model.guidebook import Guidebook
from generator.views import finder, json_export, pwa, theme_context
from generator.views.pages.page import Page

_HEADING = re.compile(r"^# (.+?)\s*$", re.MULTILINE)

EXTENSIONS = (
    "admonition",
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
)


def make_files(
    guidebook: Guidebook,
    pages: Mapping[str, Page],
    *,
    docs: Mapping[str, bytes],
    theme: Mapping[str, bytes],
) -> dict[str, bytes]:
    """A whole project by path: `mkdocs.yml`, `docs/` and `theme/`.

    `docs` are the hand-written pages and what belongs to them; a page that the playbooks make
    takes the place of one with the same path.
    """
    files = {f"theme/{path}": content for path, content in theme.items()}
    files |= {f"docs/{path}": content for path, content in docs.items()}
    files |= {f"docs/{page.path}": _write_page(page).encode() for page in pages.values()}
    files[f"docs/{finder.PATH}"] = finder.make_script(guidebook, _list_texts(pages, docs)).encode()
    files[f"docs/{json_export.PATH}"] = json_export.make_json(guidebook).encode()
    files[f"docs/{pwa.MANIFEST}"] = pwa.make_manifest(guidebook).encode()
    files["mkdocs.yml"] = _write_config(guidebook, list(pages.values()), docs).encode()
    return files


def _list_texts(pages: Mapping[str, Page], docs: Mapping[str, bytes]) -> list[finder.PageText]:
    """The pages besides the playbooks' own, as the finder searches them."""
    made = (page for page in pages.values() if not page.written_in and page.url)
    handwritten = {
        path: _decode(content)
        for path, content in docs.items()
        if path.endswith(".md") and path not in pages
    }
    listed = [finder.PageText(page.url, page.title, (page.description,)) for page in made]
    return [*listed, *finder.list_pages(handwritten)]


def _decode(content: bytes) -> str:
    # Windows editors put a mark before the first letter, or save in an encoding of their own.
    return content.decode("utf-8-sig", "replace")


def _write_page(page: Page) -> str:
    # JSON's strings are YAML's too, whatever stands in them.
    meta = "".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)}\n"
        for name, text in theme_context.describe_page(page).items()
    )
    return f"---\n{meta}---\n\n{page.markdown}\n"


def _write_config(guidebook: Guidebook, pages: Sequence[Page], docs: Mapping[str, bytes]) -> str:
    config: dict[str, Any] = {
        "site_name": guidebook.about.title,
        "site_description": guidebook.about.purpose or guidebook.about.title,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"name": "material", "custom_dir": "theme", "font": False, "language": "en"},
        "plugins": [],
        "markdown_extensions": list(EXTENSIONS),
        "nav": _list_pages(guidebook, pages, docs),
        "extra": {
            "guidebook": theme_context.describe(
                guidebook, pages, handwritten=_list_titles(pages, docs)
            )
        },
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1_000_000)


def _list_titles(pages: Sequence[Page], docs: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The titles and addresses of hand-written pages, as a site generator finds them."""
    made = {page.path for page in pages}
    titles = []
    for path in sorted(docs):
        if path.endswith(".md") and path not in made:
            stem = path.removesuffix(".md")
            heading = _HEADING.search(_decode(docs[path]))
            title = (
                heading[1] if heading else stem.rpartition("/")[2].replace("-", " ").capitalize()
            )
            titles.append((title, paths.find_address(path)))
    return titles


def _list_pages(
    guidebook: Guidebook, pages: Sequence[Page], docs: Mapping[str, bytes]
) -> list[Any]:
    made = {page.path for page in pages}
    chapters = [
        {
            chapter.title: [
                f"{chapter.id}/index.md",
                *(f"{one.chapter}/{one.id}.md" for one in guidebook.by_chapter[chapter.id]),
            ]
        }
        for chapter in guidebook.about.chapters
    ]
    top = [page.path for page in pages if "/" not in page.path and page.path != "index.md"]
    written = [path for path in docs if path.endswith(".md") and path not in made]
    return ["index.md", *chapters, *top, *sorted(written)]
