"""The finder's own JavaScript in an embedded engine, so that a check finds what a page finds."""

import json
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Self, TypedDict

SCRIPTS = (
    "vendor/porter2.js",
    "finder-words.js",
    "finder-weights.js",
    "finder-lookup.js",
    "finder-query.js",
    "finder-danger.js",
    "finder-learned.js",
    "finder-best.js",
    "finder-nearest.js",
    "finder-order.js",
    "finder-answer.js",
    "finder-core.js",
)
_FOLDER = "theme/assets/guidebook"


class Result(TypedDict):
    """One answer: what it is, where it leads, and where it matched."""

    id: str
    kind: str
    title: str
    url: str
    mark: str
    chapter: str
    readers: str
    answer: str
    say: str
    step: str
    where: str
    shown: str
    danger: bool
    score: float


class Found(TypedDict):
    """What a query finds; `sure` says whether the first answer is likely to be what was meant."""

    sure: bool
    answers: list[Result]


_CHECK = "unbacked.js"
# It compiles and clears up beside what it is asked, which takes a quarter off the wait.
_FLAGS = ("--min-semi-space-size=16",)  # MB; with none of its own, mini-racer would say one thread
_PARTED = "parted.js"


def read_scripts() -> list[str]:
    """The scripts that a page loads, in their order, and the one that only the check runs."""
    assets = resources.files("generator").joinpath(_FOLDER)
    return [*(assets.joinpath(name).read_text("utf-8") for name in SCRIPTS), _read_own(_CHECK)]


def _read_own(name: str) -> str:
    """A script that no page loads."""
    return resources.files("generator.views.finder").joinpath(name).read_text("utf-8")


class Engine:
    """An index, ready to be asked: `with Engine(index) as engine: ...`.

    It starts in a tenth of a second, so make one only for use. Left open, it can keep the process
    from ending.
    """

    def __init__(self, index: Mapping[str, Any]) -> None:
        """Load the scripts that a page loads, in their order, and take the index."""
        from py_mini_racer import MiniRacer, init_mini_racer  # noqa: PLC0415  # 30 MB, seldom needed

        init_mini_racer(flags=_FLAGS, ignore_duplicate_init=True)
        self._context = MiniRacer()
        *scripts, self._check = read_scripts()
        for script in scripts:
            self._context.eval(script)
        self.take(index)

    def take(self, index: Mapping[str, Any]) -> None:
        """Take another index."""
        # An engine parses JSON sooner than the same words as a script.
        data = f"JSON.parse({_write(_write(index))})"
        self._context.eval(f"globalThis.finder = guidebookFinderCore.build({data}); 0")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the engine."""
        self._context.close()

    def ask(self, query: str, limit: int = 7) -> Found:
        """What a page shows for a query: the answers, and whether the first is likely."""
        found: Found = json.loads(
            str(
                self._context.eval(
                    f"JSON.stringify(guidebookFinderCore.ask(finder, {_write(query)}, {limit}))"
                )
            )
        )
        return found

    def list_unbacked(
        self, meant: Mapping[str, Iterable[str]], *, page: str | None = None
    ) -> list[tuple[str, str]]:
        """The search words that no text of their page takes up, each with the page's id.

        `meant` are words of pages, each with what people type who mean it. With `page`, those of
        that page alone.
        """
        self._context.eval(self._check)
        words = _write({word: list(typed) for word, typed in meant.items()})
        found = self._context.eval(
            f"JSON.stringify(guidebookFinderCheck.listUnbacked(finder, {words}, {_write(page)}))"
        )
        return [(own, text) for own, text in json.loads(str(found))]

    def list_parts(self, fields: Iterable[str], count: int) -> dict[str, Any]:
        """All words and what each weighs, and the lines of some fields by their words, in parts.

        Each part is JSON: few of them are looked into.
        """
        self._context.eval(_read_own(_PARTED))
        asked = f"finder, {_write(list(fields))}, {count}"
        found = self._context.eval(f"JSON.stringify(guidebookFinderParted.list({asked}))")
        parts: dict[str, Any] = json.loads(str(found))
        return parts

    def find(self, query: str, limit: int = 7) -> list[Result]:
        """The best results, the best first."""
        return self.find_all([query], limit)[0]

    def find_all(self, queries: Iterable[str], limit: int = 7) -> list[list[Result]]:
        """The same for many queries at once."""
        ask = f"(one) => guidebookFinderCore.find(finder, one, {limit})"
        answers = self._context.eval(f"JSON.stringify({_write(list(queries))}.map({ask}))")
        found: list[list[Result]] = json.loads(str(answers))
        return found


def _write(value: object) -> str:
    # JSON is JavaScript; escaped to ASCII, half of an emoji stays what it is.
    return json.dumps(value)
