"""The site as a project of files, for any site generator that builds Markdown."""

import json
from typing import Any

import yaml

from generator.site.assembly import Site
from generator.views import bundles, theme_context
from generator.views.pages.page import Page

EXTENSIONS = (
    "admonition",
    "attr_list",
    "md_in_html",
    {"tables": {"use_align_attribute": True}},  # the policy of the pages stops styles
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
)


def make_files(site: Site) -> dict[str, bytes]:
    """A whole project by path: `mkdocs.yml`, `docs/` and `theme/`."""
    files = {
        f"theme/{path}": one.content
        for path, one in site.theme.items()
        if not bundles.is_part(path)
    }
    files |= {f"docs/{path}": one.content for path, one in site.docs.items()}
    files |= {f"docs/{path}": one.content for path, one in site.made.items()}
    files |= {f"docs/{page.path}": _write_page(page).encode() for page in site.pages.values()}
    files["mkdocs.yml"] = _write_config(site).encode()
    return files


def _write_page(page: Page) -> str:
    # JSON's strings are YAML's too, whatever they hold.
    meta = "".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)}\n"
        for name, text in theme_context.describe_page(page).items()
    )
    return f"---\n{meta}---\n\n{page.markdown}\n"


def _write_config(site: Site) -> str:
    about = site.guidebook.about
    config: dict[str, Any] = {
        "site_name": about.title,
        "site_description": about.purpose or about.title,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"name": "material", "custom_dir": "theme", "font": False, "language": "en"},
        "plugins": [],
        "markdown_extensions": list(EXTENSIONS),
        "nav": _list_pages(site),
        "extra": {
            "guidebook": dict(
                theme_context.describe(
                    site.guidebook,
                    list(site.pages.values()),
                    theme=site.theme,
                    handwritten=site.handwritten.values(),
                    opened=site.opened,
                )
            )
        },
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1_000_000)


def _list_pages(site: Site) -> list[Any]:
    guidebook = site.guidebook
    chapters = [
        {
            chapter.title: [
                f"{chapter.id}/index.md",
                *(f"{one.chapter}/{one.id}.md" for one in guidebook.by_chapter[chapter.id]),
            ]
        }
        for chapter in guidebook.about.chapters
    ]
    top = [path for path in site.pages if "/" not in path and path != "index.md"]
    return ["index.md", *chapters, *top, *sorted(site.handwritten)]
