"""An edition as a file: one record a line, so that git shows which of them differ."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.model.differences import Record
from generator.model.kept_edition import KeptEdition

ENDING = ".json"
_NO_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def name_file(edition: KeptEdition) -> str:
    """What the file of an edition is called: its name, as far as a file may be called so."""
    return f"{_NO_NAME.sub('-', edition.name).strip('.-') or 'edition'}{ENDING}"


def make_json(edition: KeptEdition) -> str:
    """The edition as JSON."""
    return "".join(_write(edition))


def _write(edition: KeptEdition) -> Iterator[str]:
    content = edition.content
    yield f'{{"form": {content["form"]},\n"version": {_dump(content["version"])},\n'
    yield f'"day": {_dump(edition.day.isoformat())}'
    for group in Record:
        records = content[group.value]
        lines = [f"{_dump(name)}: {_dump(one)}" for name, one in sorted(records.items())]
        yield f",\n{_dump(group.value)}: {{\n" + ",\n".join(lines) + ("\n}" if lines else "}")
    yield "}\n"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
