"""JSON Schema of the files that people write, so that their editor can help while they type."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.file_models import MODELS

_TEXT_TYPES = ["string", "number", "boolean"]


class _EditorSchema(GenerateJsonSchema):
    """Says what the reader accepts: every plain value is text first, and a key may stay empty."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return super().str_schema(schema) | {"type": _TEXT_TYPES}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002  # pydantic calls it so
        return {"enum": [True, False, "yes", "no", "on", "off"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return super().int_schema(schema) | {"type": ["integer", "string"]}


def make_json(name: str) -> str:
    """The schema of one kind of file, by its name in `MODELS`."""
    schema: dict[str, Any] = MODELS[name].model_json_schema(schema_generator=_EditorSchema)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
