"""Make what a release hands out, in `dist/release`: `python tools/release.py`.

Wheel and source archive, a list of all that is in them (CycloneDX), and checksums. The same commit
gives the same bytes, whoever makes them: all is made twice, and what differs is not handed out.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from vendor import FOLDERS

ROOT = Path(__file__).parent.parent
OUT = ROOT / "dist/release"
SUMS = "SHA256SUMS"
SBOM = "guidebook.cdx.json"


def main() -> int:
    """Make it twice, compare, and put it in its place."""
    if not (ROOT / ".git").exists():
        print("A release is of a commit: make it in a clone of the repository.", file=sys.stderr)
        return 1
    if left := _run("git", "status", "--porcelain").strip():
        print(f"Commit first, or the release is of no commit:\n{left}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        first, second = (make(Path(folder, name)) for name in ("first", "second"))
        if differing := [name for name in first if first[name] != second.get(name)]:
            print(f"made twice, and not the same: {', '.join(differing)}", file=sys.stderr)
            return 1
        shutil.rmtree(OUT, ignore_errors=True)
        shutil.copytree(Path(folder, "first"), OUT)
    for name, digest in sorted(first.items()):
        print(f"{digest}  {name}")
    print(f"The release is in {OUT.relative_to(ROOT)}.")
    return 0


def make(place: Path) -> dict[str, str]:
    """Make all files of a release in a folder; returns their checksums."""
    place.mkdir()
    _run(
        *(sys.executable, "-m", "uv", "build", "--quiet", "--no-build-isolation"),
        *("--python", sys.executable, "--sdist", "--wheel", "--out-dir", str(place)),
        env={"SOURCE_DATE_EPOCH": _run("git", "log", "-1", "--format=%ct").strip()},
    )
    (place / ".gitignore").unlink(missing_ok=True)
    (place / SBOM).write_text(json.dumps(list_parts(), indent=2, sort_keys=True) + "\n", "utf-8")
    sums = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(place.iterdir())
    }
    (place / SUMS).write_text("".join(f"{digest}  {name}\n" for name, digest in sums.items()))
    return sums


def list_parts() -> dict[str, Any]:
    """Every package that the lock names, and every file that was taken over from elsewhere."""
    listed: dict[str, Any] = json.loads(
        _run(
            *(
                sys.executable,
                "-W",
                "ignore",
                "-m",
                "cyclonedx_py",
                "requirements",
                "requirements/site.txt",
            ),
            *("--pyproject", "pyproject.toml", "--output-reproducible", "--short-PURLs"),
        )
    )
    listed["components"] += [
        {
            "type": "file",
            "bom-ref": f"vendored/{entry['file']}",
            "name": entry["file"],
            "version": entry["version"],
            "purl": f"pkg:npm/{entry['package'].replace('@', '%40')}@{entry['version']}",
            "hashes": [{"alg": "SHA-256", "content": entry["sha256"]}],
            "licenses": [{"license": {"name": entry["licence"]}}],
        }
        for folder in FOLDERS
        if folder.is_relative_to(ROOT / "generator")
        for entry in json.loads((folder / "manifest.json").read_text("utf-8"))
    ]
    return listed


def _run(*command: str, env: dict[str, str] | None = None) -> str:
    environment = {**os.environ, **(env or {})}
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
