"""The menu: all chapters, and the playbooks of the one the reader is in."""

from collections.abc import Iterable, Mapping

from generator.model.guidebook import Chapter
from generator.views.pages.renderer import PageWriter, Renderer

# Every page carries its menu, so a longer list would make the site grow with its square, and
# nobody reads it: the page of the chapter, or the home page, lists them.
MANY = 60

# The theme puts the way to the top of the site here; a menu is written once for a whole chapter.
ROOT = "%root%"


def render(renderer: Renderer, here: Chapter | None, pages: Iterable[Mapping[str, str]]) -> str:
    """Write the menu for the pages of a chapter, or for those of none.

    `pages` are those beside the chapters: their `title` and their `url` from the top of the site.
    """
    chapters = renderer.guidebook.about.chapters
    playbooks = renderer.guidebook.by_chapter[here.id] if here else ()
    return PageWriter(renderer, ROOT).write(
        "menu.html",
        here=here,
        chapters=chapters if len(chapters) <= MANY else [here] if here else [],
        all_shown=len(chapters) <= MANY,
        playbooks=playbooks if len(playbooks) <= MANY else (),
        pages=list(pages),
    )
