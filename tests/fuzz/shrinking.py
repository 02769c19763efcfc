"""The smallest input that shows the same fault, found by leaving out more and more."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from tests.fuzz.case import Case

_SMALLEST_LINES = 200  # of a file whose letters are left out one by one


def shrink(case: Case, shows: Callable[[Case], bool], *, attempts: int) -> Case:
    """Leave out files, lines and letters as long as the rest `shows` the fault."""
    left = iter(range(attempts))

    def try_one(files: Mapping[str, bytes]) -> bool:
        nonlocal case
        if next(left, None) is None or not shows(replace(case, files=files)):
            return False
        case = replace(case, files=files)
        return True

    for path in sorted(case.files):
        if len(case.files) > 1:
            try_one({name: one for name, one in case.files.items() if name != path})
    for split in (_split_lines, _split_letters):
        for path in sorted(case.files):
            _leave_out(
                case.files[path], split, lambda one, path=path: try_one({**case.files, path: one})
            )
    return case


def _leave_out(
    content: bytes, split: Callable[[bytes], list[bytes]], try_one: Callable[[bytes], bool]
) -> None:
    parts = split(content)
    size = len(parts) // 2
    while size:
        at = 0
        while at < len(parts):
            rest = parts[:at] + parts[at + size :]
            if try_one(b"".join(rest)):
                parts = rest
            else:
                at += size
        size //= 2


def _split_lines(content: bytes) -> list[bytes]:
    return content.splitlines(keepends=True)


def _split_letters(content: bytes) -> list[bytes]:
    if content.count(b"\n") > _SMALLEST_LINES:
        return []
    return [content[at : at + 1] for at in range(len(content))]
