"""What the theme draws around every page: the menu, and what is wrong while one writes."""

from collections.abc import Sequence
from typing import Any

from generator.guidebook import Guidebook
from generator.inline import Inline
from generator.pages.page import Page


def describe(
    guidebook: Guidebook, pages: Sequence[Page], *, problems: Sequence[str] = ()
) -> dict[str, Any]:
    """Plain data for the theme; nothing in it is escaped, the theme does that.

    A page shows all chapters and the playbooks of its own, so that no page carries the whole.
    `problems` are shown in a banner, for a preview of a guidebook that has some.
    """
    plain = Inline(guidebook).plain
    return {
        "title": guidebook.about.title,
        "version": guidebook.about.version or "",
        "chapters": [
            {
                "id": chapter.id,
                "title": chapter.title,
                "url": f"{chapter.id}/",
                "count": len(guidebook.by_chapter[chapter.id]),
                "playbooks": [
                    {"id": one.id, "title": plain(one.title), "url": one.url}
                    for one in guidebook.by_chapter[chapter.id]
                ],
            }
            for chapter in guidebook.about.chapters
        ],
        "pages": [
            {"title": page.title, "url": page.url}
            for page in pages
            if page.url and "/" not in page.path
        ],
        "problems": list(problems),
    }


def describe_page(page: Page) -> dict[str, str]:
    """What a page says of itself to the theme, as front matter does."""
    return {
        "title": page.title,
        "description": page.description,
        "layout": page.layout.value,
        "chapter": page.chapter or "",
    }
