"""What a file may be called: a playbook's name is its id, and every page's its web address."""

import re
import unicodedata

MAX_LENGTH = 60

_IN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Letters that are no other letter with a mark, in those of an address."""

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


def find_id(path: str) -> str:
    """The id that a file's path means: its name without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".yml")


def find_address(path: str) -> str:
    """The address of a Markdown file from the top of the site, as site generators serve it."""
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    return f"{folder}{slash}" if name in ("index", "README") else f"{folder}{slash}{name}/"


def is_markdown(path: str) -> bool:
    """Whether a file becomes a page."""
    return path.endswith(".md")


def find_output(path: str) -> str:
    """The file that a browser gets for a file of the site: of Markdown, the page made from it."""
    return f"{find_address(path)}index.html" if is_markdown(path) else path


def make_slug(text: str) -> str:
    """Make the nearest id of a text: “put-it-right/Own it.yml” becomes own-it; none may be left."""
    text = text.strip().rstrip("/").rsplit("/", 1)[-1].removesuffix(".yml").removesuffix(".md")
    text = re.sub(r"['’]", "", text.lower()).translate(_IN_LETTERS)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_LENGTH].strip("-")
