"""The style sheets and scripts that pages name: what they hold is in their names."""

import re
from collections.abc import Iterable

from generator.views.bundles import FOLDER

NAMED = re.compile(rf"{FOLDER}([\w-]+)\.([0-9a-f]{{8}})\.(css|js)")


def find_path(paths: Iterable[str], plain: str) -> str:
    """The path of what is called so but for the digest, such as “core.css”."""
    (found,) = [path for path in paths if make_plain(path) == f"{FOLDER}{plain}"]
    return found


def make_plain(path: str) -> str:
    """The same path without a digest."""
    return NAMED.sub(rf"{FOLDER}\1.\3", path)
