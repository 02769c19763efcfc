"""The menu, as data that the theme draws: pages for staff, chapters, and the door to the rest."""

from collections.abc import Iterable
from typing import TypedDict

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.views.pages.renderer import Link

# Every page carries its menu, so a longer list would make the site grow with its square, and
# nobody reads it: the page of the chapter, or the home page, lists them.
MANY = 60


class MenuChapter(Link):
    """A chapter, how many playbooks it has, and those that the menu lists."""

    id: str
    count: int
    playbooks: list[Link]


class Menu(TypedDict):
    """All chapters, and the pages beside them: for staff, and for managers and authors."""

    lists_all: bool
    chapters: list[MenuChapter]
    pages: list[Link]
    back_of_house: list[Link]


def describe(
    guidebook: Guidebook, pages: Iterable[Link], *, back_of_house: Iterable[Link] = ()
) -> Menu:
    """The menu of every page. The theme shows the playbooks of the page's own chapter alone.

    `pages` are those beside the chapters; those that are `back_of_house` are behind a door. Unless
    `lists_all`, only the page's own chapter is shown, and a link to the list of all.
    """
    plain = Inline(guidebook).plain
    chapters = guidebook.about.chapters
    by_chapter = guidebook.by_chapter
    return {
        "lists_all": len(chapters) <= MANY,
        "chapters": [
            {
                "id": chapter.id,
                "title": plain(chapter.title),
                "url": f"{chapter.id}/",
                "count": len(by_chapter[chapter.id]),
                "playbooks": [
                    {"title": plain(one.title), "url": one.url} for one in by_chapter[chapter.id]
                ]
                if len(by_chapter[chapter.id]) <= MANY
                else [],
            }
            for chapter in chapters
        ],
        "pages": list(pages),
        "back_of_house": list(back_of_house),
    }
