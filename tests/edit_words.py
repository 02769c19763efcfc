"""What a file and a change say, as texts alone."""

from typing import Any

from generator.reader.yaml_text.item_edit import Change


def clean(data: Any) -> Any:
    """Blanks around a text do not count, nor does whether there is nothing or an empty line."""
    if isinstance(data, dict):
        return {name: clean(one) for name, one in data.items()}
    if isinstance(data, list):
        return [clean(one) for one in data]
    return data.strip() if isinstance(data, str) else data


def list_words(change: Change) -> str:
    """All texts of a change, one after the other."""
    return "".join(walk_words(getattr(change, "value", None)))


def walk_words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for name, one in value.items() for word in (name, *walk_words(one))]
    if isinstance(value, list):
        return [word for one in value for word in walk_words(one)]
    return [value] if isinstance(value, str) else []
