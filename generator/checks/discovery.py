"""What the modules of a package declare: found by walking them, so that nobody keeps a list."""

import pkgutil
from importlib import import_module
from typing import TypeVar

_Value = TypeVar("_Value")


def collect(package: str, wanted: type[_Value]) -> list[_Value]:
    """Every value of a type in the modules of a package, once: by module, then by line."""
    top = import_module(package)
    names = [one.name for one in pkgutil.walk_packages(top.__path__, f"{package}.")]
    found = {
        id(value): value
        for module in (top, *map(import_module, names))
        for value in vars(module).values()
        if isinstance(value, wanted)
    }
    return list(found.values())
