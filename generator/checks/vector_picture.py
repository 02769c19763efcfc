"""Pictures in SVG: texts that may hold a program, or a huge picture in a small file."""

import base64
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from generator.checks import pixel_picture

_MOST_SHAPES = 20_000
"""As drawn: what is used again counts again."""
_DEEPEST = 200

_URL = re.compile(r"url\(\s*[\"']?(?!\s*#)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/png;base64,(.*)", re.IGNORECASE | re.DOTALL)
_LINKING = ("href", "src")
_CODE = frozenset(["script", "handler", "listener", "foreignobject", "iframe", "embed", "object"])
_XHTML = "{http://www.w3.org/1999/xhtml}"


def read(content: bytes) -> Element | None:
    """Read a picture, whatever encoding it names, as papers do; None if it is none."""
    # Entities can make a small file huge, and no picture needs them.
    if b"<!ENTITY" in content:
        return None
    try:
        return ElementTree.fromstring(content.decode("utf-8", "replace"))  # noqa: S314  # no entities
    except ElementTree.ParseError:
        return None


def find_fault(content: bytes) -> str | None:
    """Say what a logo may not hold, such as “a script”; None if it is only a picture."""
    root = read(content)
    if root is None or _name(root) != "svg":
        return "something that is no whole SVG picture"
    if code := _find_code(content, root):
        return code
    for one in root.iter():
        if any(_loads(name, value) for name, value in one.attrib.items()):
            return "something that is in another file, or an embedded picture that is no plain PNG"
        if _URL.search(one.text or "") or "@import" in (one.text or ""):
            return "something that is in another file"
    return _measure(root)


def find_code(content: bytes) -> str | None:
    """Say what of a file would run if somebody opened it; None if nothing would."""
    root = read(content)
    return None if root is None else _find_code(content, root)


def _find_code(content: bytes, root: Element) -> str | None:
    if b"<?xml-stylesheet" in content:
        return "a style in another file"
    for one in root.iter():
        name = _name(one)
        if name in _CODE or one.tag == f"{_XHTML}script":
            return f"the element “{name}”"
        for attribute, value in one.attrib.items():
            plain = attribute.rpartition("}")[2].lower()
            if plain.startswith("on"):
                return f"“{plain}”, which is a script"
            if re.sub(r"[\x00-\x20]", "", value).lower().startswith(("javascript:", "data:text")):
                return "an address that is a script"
        if name in ("set", "animate") and (one.get("attributeName") or "").endswith("href"):
            return "a link that changes"
    return None


def _name(one: Element) -> str:
    return one.tag.rpartition("}")[2].lower() if isinstance(one.tag, str) else ""


def _loads(attribute: str, value: str) -> bool:
    """Whether an attribute takes something from elsewhere."""
    if attribute.rpartition("}")[2].lower() in _LINKING:
        return not (value.strip().startswith("#") or _holds_picture(value.strip()))
    return _URL.search(value) is not None or "@import" in value


def _holds_picture(address: str) -> bool:
    found = _PICTURE.match(address)
    try:
        content = base64.b64decode(re.sub(r"\s", "", found[1]), validate=True) if found else b""
    except ValueError:
        return False
    return pixel_picture.find_fault(content) is None


def _measure(root: Element) -> str | None:
    """Whether drawing takes long: parts that use parts that use parts double with each step."""
    named = {found: one for one in root.iter() if (found := one.get("id"))}
    counted: dict[int, int] = {}
    pending = [(root, 0, False)]
    under: set[int] = set()
    while pending:
        one, depth, is_done = pending.pop()
        inner = [*one, *_list_used(one, named)]
        if is_done:
            counted[id(one)] = 1 + sum(counted.get(id(part), 0) for part in inner)
            under.discard(id(one))
            if counted[id(one)] > _MOST_SHAPES:
                return f"more than {_MOST_SHAPES:,} shapes"
        elif id(one) in under:
            return "a part that uses itself"
        elif id(one) not in counted:
            if depth > _DEEPEST:
                return "parts inside parts inside parts"
            under.add(id(one))
            pending.append((one, depth, True))
            pending += [(part, depth + 1, False) for part in inner]
    return None


def _list_used(one: Element, named: dict[str, Element]) -> Iterator[Element]:
    for attribute, value in one.attrib.items():
        if attribute.rpartition("}")[2] == "href" and value.strip().startswith("#"):
            used = named.get(value.strip()[1:])
            if used is not None:
                yield used
        for found in re.findall(r"url\(\s*[\"']?#([^\"')]+)", value):
            if found in named:
                yield named[found]
