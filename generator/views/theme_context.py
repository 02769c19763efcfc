"""What the theme draws around every page: the menu, and what is wrong while one writes."""

import hashlib
from collections.abc import Sequence
from typing import Any

from generator.checks import branding
from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.views.pages import menu
from generator.views.pages.page import Page
from generator.views.pages.renderer import Renderer


def describe(
    guidebook: Guidebook,
    pages: Sequence[Page],
    *,
    handwritten: Sequence[tuple[str, str]] = (),
    problems: Sequence[str] = (),
    installs: bool = False,
) -> dict[str, Any]:
    """Data for the theme: plain text, but for the menus, which are finished HTML.

    There is one menu for each chapter, by its id, and one for the pages of none, by "". Each
    lists all chapters and the playbooks of its own, so that no page carries the whole; the way
    to the top of the site stands in it as `menu.ROOT`. `handwritten` are the titles and addresses
    of other pages. `id` marks what a browser keeps for this guidebook: all guidebooks on a disk
    share one storage. `logo` is a path from the top of the site, `accent` the colours that
    follow from the company's own, by scheme and name; both are empty if the company has
    none. `problems` are shown in a banner, for a preview of a guidebook that has some.
    `installs` says that the site has a worker, with which a browser keeps it.
    """
    renderer = Renderer(guidebook, Inline(guidebook))
    beside = [
        {"title": page.title, "url": page.url}
        for page in pages
        if page.url and "/" not in page.path
    ]
    beside += [{"title": title, "url": url} for title, url in handwritten]
    return {
        "id": hashlib.sha256(guidebook.about.title.encode()).hexdigest()[:10],
        "title": guidebook.about.title,
        "version": guidebook.about.version or "",
        "logo": next(iter(branding.list_files(guidebook)), ""),
        "accent": branding.describe_accent(guidebook.about),
        "menus": {
            chapter.id if chapter else "": menu.render(renderer, chapter, beside)
            for chapter in (None, *guidebook.about.chapters)
        },
        "problems": list(problems),
        "installs": installs,
    }


def describe_page(page: Page) -> dict[str, str]:
    """What a page says of itself to the theme, as front matter does."""
    return {
        "title": page.title,
        "description": page.description,
        "layout": page.layout.value,
        "chapter": page.chapter or "",
    }
