"""The font of the pages: cut to the weights that style sheets ask for, and nothing else."""

import hashlib
import json
import re
from collections.abc import Iterator

from tests import tokens
from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
VENDOR = GENERATOR / "theme/assets/guidebook/vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text("utf-8"))
USED = re.compile(r"\bfont(?:-weight)?: ?([1-9]\d\d)\b")
OTHERS = re.compile(r"\bfont-weight: ?(?:lighter|var|calc)|font-variation-settings")


def test_vendored_files_are_those_of_the_manifest() -> None:
    """Whether those are what was published, `make vendored` says."""
    for one in MANIFEST:
        content = (VENDOR / one["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == one["sha256"], one["file"]


def test_the_style_sheet_says_which_weights_its_fonts_have() -> None:
    kept = {one["file"]: one.get("weights") for one in MANIFEST}
    faces = re.findall(r"@font-face \{.*?\n\}", tokens.TEXT, re.DOTALL)
    assert len(faces) == 4
    for face in faces:
        (file,) = re.findall(r'url\("vendor/(.+?)"\)', face)
        assert re.findall(r"font-weight: (\d+) (\d+);", face) == [tuple(kept[file].split(":"))]


def list_used() -> Iterator[tuple[str, int]]:
    for path in GENERATOR.rglob("*.css"):
        text = re.sub(r"@font-face \{.*?\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not OTHERS.search(text), path.name
        for weight in USED.findall(text):
            yield path.name, int(weight)


def test_no_style_sheet_asks_for_a_weight_that_the_font_has_not() -> None:
    """A browser would draw the nearest one, and nobody would see why."""
    lightest, heaviest = map(int, MANIFEST[0]["weights"].split(":"))
    used = list(list_used())
    assert [(name, one) for name, one in used if not lightest <= one <= heaviest] == []
    assert {one for _, one in used} >= {lightest, heaviest}
