"""Bring third-party files up to date: `python tools/vendor.py [name=version ...]`.

The front end's are in one folder, the fonts of papers in another, the pictograms in a third, each
with its manifest.
Without arguments it fetches the versions that the manifests name and proves that the files here
are theirs; with `name=version` it moves to another version. `--check` only compares, and writes
nothing. It needs npm, and nothing else does: the files are part of the repository.

A file is as published, but for what its manifest says: `global` is the name that a script gets in a
page, `weights` are those that a font keeps, and where `spaces` are “unkerned”, no letter moves
towards one. All characters of a font stay; the lightest and the heaviest letters, which no style
sheet asks for, are two fifths of what it weighs. Where spaces are kerned, no line may be broken
without shaping its words anew: a paragraph took the typesetter three times as long.
"""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

_GENERATOR = Path(__file__).parent.parent / "generator"
FOLDERS = (
    _GENERATOR / "theme/assets/guidebook/vendor",
    _GENERATOR / "views" / "fonts",
    _GENERATOR / "model" / "lucide",
    _GENERATOR.parent / "tests/bench/vendor",
)

PAIRS, BY_CLASSES = 2, 2
"""What OpenType calls the kind of a table that kerns, and its form."""


def main(arguments: list[str]) -> int:
    """Fetch each package once, write its files, and renew the manifests."""
    only_compares = arguments == ["--check"]
    wanted = {} if only_compares else dict(one.split("=", 1) for one in arguments)
    manifests = {place: _read_manifest(place) for place in FOLDERS}
    unknown = wanted.keys() - {one["package"] for own in manifests.values() for one in own}
    if unknown:
        print(f"in no manifest: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    changed = [
        name
        for place, entries in manifests.items()
        for name in _renew(place, entries, wanted, writes=not only_compares)
    ]
    print("differs:" if only_compares else "changed:", ", ".join(changed) or "nothing")
    return int(only_compares and bool(changed))


def _read_manifest(place: Path) -> list[dict[str, str]]:
    return json.loads((place / "manifest.json").read_text("utf-8"))


def _renew(
    place: Path, entries: list[dict[str, str]], wanted: dict[str, str], *, writes: bool
) -> list[str]:
    """Write the files of one folder and its manifest; list the files that are not as published."""
    changed = []
    for package in dict.fromkeys(entry["package"] for entry in entries):
        own = [entry for entry in entries if entry["package"] == package]
        files = fetch(package, wanted.get(package, own[0]["version"]))
        about = json.loads(files["package.json"])
        for entry in own:
            content = _adapt(files[entry["source"]], entry)
            digest = hashlib.sha256(content).hexdigest()
            here = place / entry["file"]
            if digest != entry["sha256"] or not here.is_file() or here.read_bytes() != content:
                changed.append(entry["file"])
            if not writes:
                continue
            entry.update(version=about["version"], licence=about["license"], sha256=digest)
            here.write_bytes(content)
    if writes:
        (place / "manifest.json").write_text(json.dumps(entries, indent=2) + "\n", "utf-8")
    return changed


def _adapt(content: bytes, entry: dict[str, str]) -> bytes:
    """What the pages get of a published file."""
    if name := entry.get("global"):
        return _wrap(content, name)
    if "weights" in entry or "spaces" in entry:
        return _adapt_font(content, entry)
    return content


def _wrap(content: bytes, name: str) -> bytes:
    """A script for pages, from a module that only Node loads; `name` is its global name."""
    head = f"globalThis.{name} = ((module) => {{\n".encode()
    return head + content + b"\nreturn module.exports;\n})({});\n"


def _adapt_font(content: bytes, entry: dict[str, str]) -> bytes:
    """A font with less in it. The bytes are the same every time: it keeps its date."""
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    if weights := entry.get("weights"):
        lightest, heaviest = map(int, weights.split(":"))
        instancer.instantiateVariableFont(font, {"wght": (lightest, heaviest)}, inplace=True)
    if entry.get("spaces") == "unkerned":
        _leave_spaces(font)
    adapted = io.BytesIO()
    font.save(adapted)
    return adapted.getvalue()


def _leave_spaces(font: TTFont) -> None:
    """Take the space out of all classes of letters that are kerned."""
    name = font.getBestCmap()[ord(" ")]
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if table.LookupType == PAIRS and table.Format == BY_CLASSES:
                table.ClassDef1.classDefs.pop(name, None)
                table.ClassDef2.classDefs.pop(name, None)
                if name in table.Coverage.glyphs:
                    table.Coverage.glyphs.remove(name)


def fetch(package: str, version: str) -> dict[str, bytes]:
    """The files of one npm package, by their path in it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{package}@{version}"], cwd=folder, check=True)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as members:
            return {
                member.name.removeprefix("package/"): content.read()
                for member in members
                if (content := members.extractfile(member))
            }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
