"""Scripts of the page that know no page, called with values: no browser is needed for them."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from tests.conftest import ROOT

ASSETS = ROOT / "generator/theme/assets/guidebook"

Call = Callable[..., Any]
"""Calls a function by its name, or one that is written out, with values that JSON can hold."""

# The engine knows the language, not the web.
WEB = """globalThis.URLSearchParams = class {
  constructor(text = "") {
    this.map = new Map(text.split("&").filter(Boolean).map((one) => one.split("=")));
  }
  get(name) { return this.map.get(name) ?? null; }
  keys() { return this.map.keys(); }
  set(name, value) { this.map.set(name, value); }
  toString() { return [...this.map].map((one) => one.join("=")).join("&"); }
};"""


@contextmanager
def load(*files: str, folder: Path = ASSETS, **names: str) -> Iterator[Call]:
    """Load scripts, such as `now-state`; `names` are shorter names for what they define."""
    with closing(MiniRacer()) as engine:
        scripts = [(folder / f"{one}.js").read_text("utf-8") for one in files]
        given = [f"globalThis.{name} = {long};" for name, long in names.items()]
        for script in (WEB, *scripts, *given):
            engine.eval(f"{script}\n;0")

        def call(function: str, *values: object) -> Any:
            written = ", ".join(json.dumps(one) for one in values)
            return json.loads(str(engine.eval(f"JSON.stringify(({function})({written}) ?? null)")))

        yield call
