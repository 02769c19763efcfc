"""What a file may be called: a playbook's name is its id, and every page's its web address."""

import re

MAX_LENGTH = 60
INDEX = "index.html"
"""The file that a server sends for a folder. A test compares the theme's scripts with it."""

# Windows opens devices under these names, whatever the ending.
DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    ]
)
# These addresses belong to the site itself.
TAKEN_IDS = frozenset(["index", "404", "readme"])
_TAKEN_CHAPTERS = frozenset(
    [
        "about",
        "assets",
        "checklists",
        "finder",
        "help-me-now",
        "ideas",
        "managers",
        "offline",
        "papers",
        "practice",
        "print",
        "rules",
        "search",
        "sources",
        "words",
        "write-a-playbook",
    ]
)


def find_id(path: str) -> str:
    """The id that a file's path stands for: its name without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".yml")


def find_address(path: str) -> str:
    """The address of a Markdown file from the top of the site, as site generators serve it."""
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    return f"{folder}{slash}" if name in ("index", "README") else f"{folder}{slash}{name}/"


def is_taken(chapter: str) -> bool:
    """Whether a chapter's id is an address that the site itself uses."""
    return chapter in _TAKEN_CHAPTERS or chapter in DEVICES or chapter in TAKEN_IDS


def suggest_slug(text: str) -> str:
    """The nearest thing to `text` that can be an id."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return slug[:MAX_LENGTH].strip("-") or "new-playbook"
