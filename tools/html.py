"""Check the HTML of a built site with the Nu HTML checker: `python tools/html.py site`.

It needs Java and npm, so `make test` does without it. Two errors are known and not ours: the
`autocomplete` of the two switches that Material writes into the hand-written pages.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / ".browser"
PACKAGE = "vnu-jar@26.9.27"
JAR = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
KNOWN = ("Attribute “autocomplete” is only allowed", 'class="md-toggle"')


def main(site: str) -> int:
    """Print every error but the known ones; the exit code says whether there was one."""
    if missing := [name for name in ("java", "npm") if not shutil.which(name)]:
        print(f"The HTML checker needs {' and '.join(missing)}.", file=sys.stderr)
        return 2
    if not JAR.exists():
        fetch = ["npm", "install", "--silent", "--no-save", "--ignore-scripts"]
        subprocess.run([*fetch, "--prefix", str(HERE), PACKAGE], check=True, stdout=sys.stderr)
    command = ["java", "-jar", str(JAR), "--skip-non-html", "--errors-only", "--format", "json"]
    done = subprocess.run([*command, site], check=False, capture_output=True, text=True)
    found = json.loads(done.stderr)["messages"]
    errors = [one for one in found if not _is_known(one)]
    for error in errors:
        print(f"{error.get('url', '')}:{error.get('lastLine', 1)}: {error['message']}")
    pages = sum(1 for _ in Path(site).rglob("*.html"))
    print(
        f"{pages} pages, {len(errors)} errors; {len(found) - len(errors)} known ones of the theme."
    )
    return int(bool(errors))


def _is_known(error: dict[str, str]) -> bool:
    message, extract = KNOWN
    return error["message"].startswith(message) and extract in error.get("extract", "")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
