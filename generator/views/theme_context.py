"""What the theme draws around every page: the menu, and what is wrong while one writes."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from generator.model import colour
from generator.model.guidebook import Guidebook
from generator.problem import Severity
from generator.views import branding, bundles, content_policy
from generator.views.changes import feed
from generator.views.file import File
from generator.views.handwritten import HandwrittenPage
from generator.views.pages import menu, what_changed
from generator.views.pages.menu import Menu
from generator.views.pages.page import Page
from generator.views.pages.renderer import Link


class ProblemText(TypedDict):
    """A problem as the banner shows it."""

    severity: str
    text: str


class ThemeContext(TypedDict):
    """What the theme knows besides the page itself, as `config.extra.guidebook`.

    `id` marks what a browser keeps for this guidebook: all guidebooks on a disk share one storage.
    `feed` is the path of the feed of changes, empty if there is none.
    `paper` is the colour behind everything, by scheme. `logo` is a path from the top of the site,
    empty if the company has none. `installs` says that the site has a worker, with which a browser
    keeps it, and `asks` how many seconds pass until an open page asks if it is still right; 0 if
    it never does. `policy` says what a page may load and run. `files` are the paths of style sheets
    and scripts by their plain names.
    """

    id: str
    title: str
    version: str
    paper: dict[str, str]
    logo: str
    menu: Menu
    problems: list[ProblemText]
    installs: bool
    asks: int
    feed: str
    policy: str
    files: dict[str, str]


def describe(
    guidebook: Guidebook,
    pages: Sequence[Page],
    *,
    theme: Mapping[str, File],
    handwritten: Iterable[HandwrittenPage] = (),
    problems: Iterable[tuple[Severity, str]] = (),
    installs: bool = False,
    asks: int = 0,
    opened: bool = False,
    in_preview: bool = False,
) -> ThemeContext:
    """Data for the theme, as plain text.

    `problems` are shown in a banner, for a preview of a guidebook that has some. `opened` and
    `in_preview` are those of the policy.
    """
    beside: list[Page | HandwrittenPage] = [
        page for page in pages if page.in_menu and page.url and "/" not in page.path
    ]
    front: list[Link] = []
    back: list[Link] = []
    for one in [*beside, *handwritten]:
        (back if one.back_of_house else front).append({"title": one.title, "url": one.url})
    return {
        "id": hashlib.sha256(guidebook.about.title.encode()).hexdigest()[:10],
        "title": guidebook.about.title,
        "version": guidebook.about.version or "",
        "paper": {scheme: colour.write(ground.paper) for scheme, ground in colour.GROUNDS.items()},
        "logo": next(iter(branding.list_files(guidebook)), ""),
        "menu": menu.describe(guidebook, front, back_of_house=back),
        "problems": [{"severity": severity.value, "text": text} for severity, text in problems],
        "installs": installs,
        "asks": asks,
        "policy": content_policy.write(opened=opened, in_preview=in_preview),
        "files": bundles.list_paths(theme, guidebook.about),
        "feed": feed.PATH if any(page.path == what_changed.PATH for page in pages) else "",
    }


def describe_page(page: Page) -> dict[str, str]:
    """What a page says of itself to the theme, as front matter does.

    `style` and `script` are the names of what it loads besides what every page does. `words` stands
    for what an urgent page says; open pages compare it.
    """
    words = hashlib.sha256(page.html.encode()).hexdigest()[:12] if page.urgent else ""
    return {
        "title": page.title,
        "description": page.description,
        "layout": page.layout.value,
        "chapter": page.chapter or "",
        **({"words": words} if words else {}),
        **bundles.name_bundles(page.layout),
    }
