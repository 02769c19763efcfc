"""How each file of a site reaches a reader: kept by the browser, and packed for a stick."""

from enum import Enum, auto
from typing import NamedTuple

from generator.views.pages import edition_page


class Keep(Enum):
    """When a browser that works without a network keeps a file."""

    ALWAYS = auto()
    ONCE_OPENED = auto()
    NEVER = auto()


class Delivery(NamedTuple):
    """When a browser keeps a file, and whether it is packed for a stick."""

    keep: Keep
    packed: bool


_USUAL = Delivery(Keep.ALWAYS, packed=True)
# By the end of a file's path; the first that fits counts.
_DELIVERIES = {
    # Programs and search engines want these; a reader never does.
    "worker.js": Delivery(Keep.NEVER, packed=False),
    "edition.json": Delivery(Keep.NEVER, packed=False),  # listed by the worker itself
    ".asked.json": Delivery(Keep.NEVER, packed=False),  # the worker takes these by itself
    "_headers": Delivery(Keep.NEVER, packed=False),
    "sitemap.xml": Delivery(Keep.NEVER, packed=False),
    ".gz": Delivery(Keep.NEVER, packed=False),
    ".map": Delivery(Keep.NEVER, packed=False),
    # Only a server has a use for them.
    "404.html": Delivery(Keep.ALWAYS, packed=False),
    "manifest.webmanifest": Delivery(Keep.ALWAYS, packed=False),
    "guidebook.json": Delivery(Keep.ONCE_OPENED, packed=False),
    "finder/all.js": Delivery(Keep.ONCE_OPENED, packed=True),  # of a large guidebook, large
    # A first visit stays light without them.
    **dict.fromkeys(
        (".pdf", ".zip", ".json", ".txt", ".mp3", ".mp4", ".webm"),
        Delivery(Keep.ONCE_OPENED, packed=True),
    ),
}


def find_delivery(path: str) -> Delivery:
    """How a file reaches a reader, by its path from the top of the site."""
    if path.startswith(f"{edition_page.FOLDER}/edition-"):  # long, and read once
        return Delivery(Keep.ONCE_OPENED, packed=True)
    return next((found for ending, found in _DELIVERIES.items() if path.endswith(ending)), _USUAL)
