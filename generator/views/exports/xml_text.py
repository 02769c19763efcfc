"""XML, written from names, attributes and what is inside."""

from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

Attributes = Mapping[str, str]


def make(name: str, attributes: Attributes | None = None, *inside: Element | str) -> Element:
    """An element around others, or around a text."""
    element = Element(name, dict(attributes or {}))
    for one in inside:
        if isinstance(one, str):
            element.text = one
        else:
            element.append(one)
    return element


def write(top: Element) -> bytes:
    """A whole file."""
    ElementTree.indent(top)
    text: bytes = ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
