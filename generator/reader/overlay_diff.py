"""What a file that says only what differs has to say, so that another version comes of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model import item_keys
from generator.model.item_pairs import find_moved, pair_items


def write_difference(base: Any, now: Any) -> Any:
    """What to write over a value so that it is what it is now."""
    if isinstance(base, dict) and isinstance(now, dict):
        return _write_fields(base, now)
    if isinstance(base, list) and isinstance(now, list) and base and now:
        return list(_list_changes(base, now))
    return now


def _write_fields(base: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    changed = {
        name: write_difference(base.get(name), value)
        for name, value in now.items()
        if base.get(name) != value
    }
    return changed | {name: None for name in base if name not in now}


def _list_changes(base: Sequence[Any], now: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """What is left out, then what changes, then what is new or moves, in the order of now."""
    keys = item_keys.list_keys(base)
    pairs = pair_items(base, now)
    before = {there: here for here, there in pairs}
    moved = find_moved(pairs)
    for place, key in enumerate(keys):
        if place not in before.values():
            yield {"leave_out": key}
    for here, there in pairs:
        if base[here] != now[there]:
            yield {"change": keys[here], **_write_item(base[here], now[there])}
    stays = [there for there in range(len(now)) if there in before and there not in moved]
    for there, item in enumerate(now):
        if there in stays:
            continue
        following = next((one for one in stays if one > there), None)
        where = {"at": "end"} if following is None else {"before": keys[before[following]]}
        if there in before:
            yield {"move": keys[before[there]], **where}
        else:
            yield {**where, **(item if isinstance(item, dict) else {"text": item})}


def _write_item(base: Any, now: Any) -> dict[str, Any]:
    if isinstance(base, dict) and isinstance(now, dict):
        return _write_fields(base, now)
    return {"text": now}
