"""What a change does to a file, line by line."""

import difflib

from generator.views.printable import show


def write_difference(path: str, before: bytes, after: bytes, *, renamed: str = "") -> str:
    """Write the lines that change, with those around them, as `diff -u` does."""
    old, new = (one.decode("utf-8", "replace").splitlines() for one in (before, after))
    head = [f"rename  {show(path)}  to  {show(renamed)}"] if renamed else []
    lines = difflib.unified_diff(old, new, path, renamed or path, lineterm="", n=2)
    return "".join(f"{show(line)}\n" for line in (*head, *lines))
