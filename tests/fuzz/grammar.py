"""Data in the shape of the models, with some of it wrong, in YAML as nobody would write it."""

import json
import random
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from generator.model import json_schema
from generator.model.file_models import MODELS
from tests.fuzz import messy_text

_NAMES = [
    "late-order",
    "listen-first",
    "broken-promise",
    "no-receipt",
    "choking",
    "loud-voice",
    "counter",
    "hot",
    "spend-limit",
    "emergency-number",
    "Service",
    "training",
    "D1",
    "S1",
    "start",
    "uk",
    "adult",
    "baby",
    "front",
    "line",
    "managers",
    "everyone",
    "scenario",
    "tactic",
    "emergency",
    "yes",
    "no",
    "2026-11-20",
    "2026-02-30",
    "#0f5e5c",
    "flame",
    "https://service.example/guide/",
    "120",
    "0",
    "-1",
    "1e99",
]
_DEEPEST = 7


@cache
def _load(model: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_schema.make_json(model))
    return found


def make_file(dice: random.Random, model: str) -> bytes:
    """A file of a kind, named as in `MODELS`."""
    schema = _load(model)
    return write(
        dice,
        _Maker(dice, schema.get("$defs", {}), dice.choice([0, 0.01, 0.05, 0.2])).make(schema, 0),
    )


def list_models() -> list[str]:
    """The kinds of files."""
    return list(MODELS)


class _Maker:
    def __init__(self, dice: random.Random, parts: Mapping[str, Any], wrong: float) -> None:
        self.dice, self.parts, self.wrong = dice, parts, wrong

    def make(self, schema: Mapping[str, Any], depth: int) -> Any:
        """Data that a schema allows, most of the time."""
        dice = self.dice
        if dice.random() < self.wrong:
            return self._make_wrong(depth)
        if "$ref" in schema:
            return self.make(self.parts[schema["$ref"].rpartition("/")[2]], depth)
        for name in ("anyOf", "oneOf", "allOf"):
            if name in schema:
                return self.make(dice.choice(schema[name]), depth)
        if "enum" in schema or "const" in schema:
            return dice.choice(
                [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())]
            )
        kinds = schema.get("type", "string")
        kind = kinds if isinstance(kinds, str) else dice.choice(kinds)
        if kind == "object":
            return self._make_record(schema, depth)
        if kind == "array":
            least, most = schema.get("minItems", 0), schema.get("maxItems", 4)
            count = 0 if depth > _DEEPEST else dice.randint(least, max(least, min(most, least + 3)))
            return [self.make(schema.get("items", {}), depth + 1) for _ in range(count)]
        return {"null": None, "boolean": dice.random() < 0.5}.get(kind, self._make_text())

    def _make_record(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        dice, required = self.dice, schema.get("required", ())
        chance = dice.choice([0.2, 0.5, 0.9]) if depth < _DEEPEST else 0.05
        made = {
            name: self.make(inner, depth + 1)
            for name, inner in schema.get("properties", {}).items()
            if (name in required and dice.random() >= self.wrong) or dice.random() < chance
        }
        more = schema.get("additionalProperties")
        if isinstance(more, Mapping):
            made |= {
                self._make_name(): self.make(more, depth + 1) for _ in range(dice.randint(0, 3))
            }
        if dice.random() < self.wrong:
            made[self._make_name()] = self._make_wrong(depth)
        return made

    def _make_wrong(self, depth: int) -> Any:
        dice = self.dice
        match dice.randrange(7 if depth < _DEEPEST else 4):
            case 0:
                return None
            case 1:
                return dice.choice([0, -1, 1.5, True, False, 10**30, float("inf"), ""])
            case 2 | 3:
                return self._make_text()
            case 4:
                return [self._make_wrong(depth + 1) for _ in range(dice.randint(0, 3))]
            case 5:
                return {
                    self._make_name(): self._make_wrong(depth + 1)
                    for _ in range(dice.randint(0, 3))
                }
            case _:
                found: Any = self._make_text()
                for _ in range(dice.randint(1, 30)):
                    found = [found] if dice.random() < 0.5 else {"x": found}
                return found

    def _make_name(self) -> str:
        return self.dice.choice(_NAMES) if self.dice.random() < 0.7 else self._make_text()

    def _make_text(self) -> str:
        dice = self.dice
        match dice.randrange(10):
            case 0 | 1 | 2:
                return dice.choice(_NAMES)
            case 3:
                return messy_text.make_text(dice, most=4)
            case 4:
                return messy_text.make_line(dice)
            case _:
                return f"Say {messy_text.make_words(dice)}."


class _Dumper(yaml.SafeDumper):
    """Writes each value in one of the ways of YAML, whichever comes."""

    dice: random.Random

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_scalar(self, tag: str, value: str, style: str | None = None) -> yaml.ScalarNode:
        if tag.endswith(":str"):
            style = self.dice.choice([None, None, None, "'", '"', "|", ">"])
        return super().represent_scalar(tag, value, style)

    def represent_sequence(
        self, tag: str, sequence: Any, flow_style: bool | None = None
    ) -> yaml.SequenceNode:
        return super().represent_sequence(tag, sequence, flow_style=self.dice.random() < 0.1)

    def represent_mapping(
        self, tag: str, mapping: Any, flow_style: bool | None = None
    ) -> yaml.MappingNode:
        return super().represent_mapping(tag, mapping, flow_style=self.dice.random() < 0.1)


def write(dice: random.Random, data: Any) -> bytes:
    """YAML of some data; now and then with comments and blank lines in it."""
    dumper = type("Dumper", (_Dumper,), {"dice": dice})
    text = yaml.dump(
        data,
        Dumper=dumper,
        sort_keys=False,
        allow_unicode=dice.random() < 0.9,
        width=dice.choice([20, 80, 1000]),
        indent=dice.choice([2, 2, 3, 4, 8]),
    )
    if dice.random() < 0.3:
        lines = text.split("\n")
        for _ in range(dice.randint(1, 4)):
            lines.insert(
                dice.randint(0, len(lines)), dice.choice(["", "# x", "  # y", "---", "..."])
            )
        text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")
