"""Bring the front end's third-party files up to date: `python tools/vendor.py [name=version ...]`.

Without arguments it fetches the versions that the manifest names and proves that the files here
are theirs; with `name=version` it moves to another version. It needs npm, and nothing else does:
the files are part of the repository.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).parent.parent / "generator/theme/assets/guidebook/vendor"
MANIFEST = HERE / "manifest.json"


def main(arguments: list[str]) -> int:
    """Fetch each package once, write its files, and renew the manifest."""
    wanted = dict(argument.split("=", 1) for argument in arguments)
    entries = json.loads(MANIFEST.read_text("utf-8"))
    unknown = wanted.keys() - {entry["package"] for entry in entries}
    if unknown:
        print(f"not in the manifest: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    changed = []
    for package in dict.fromkeys(entry["package"] for entry in entries):
        own = [entry for entry in entries if entry["package"] == package]
        files = _fetch(package, wanted.get(package, own[0]["version"]))
        about = json.loads(files["package.json"])
        for entry in own:
            content = files[entry["source"]]
            digest = hashlib.sha256(content).hexdigest()
            if digest != entry["sha256"]:
                changed.append(entry["file"])
            entry.update(version=about["version"], licence=about["license"], sha256=digest)
            (HERE / entry["file"]).write_bytes(content)
    MANIFEST.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")
    print("changed:", ", ".join(changed) or "nothing")
    return 0


def _fetch(package: str, version: str) -> dict[str, bytes]:
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
