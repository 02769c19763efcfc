"""Write the list of syllables anew: `python tools/syllables.py [version]`. It needs npm.

The list holds only the words of the CMU Pronouncing Dictionary for which the rule of thumb in
`generator/checks/wording/reading_grade.py` is wrong.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

from vendor import fetch

from generator.checks.wording.reading_grade import guess_syllables

DATA = Path(__file__).parent.parent / "generator/checks/wording/data"
MANIFEST = DATA / "manifest.json"
PACKAGE = "cmu-pronouncing-dictionary"
_ENTRY = re.compile(r'^  "([a-z]+(?:\'[a-z]+)*)": "([^"]+)"', re.MULTILINE)


def main(arguments: list[str]) -> None:
    """Fetch the dictionary, keep what the rule gets wrong, and renew the manifest."""
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    files = fetch(PACKAGE, arguments[0] if arguments else manifest["version"])
    about = json.loads(files["package.json"])
    exceptions = {
        word: count
        for word, sounds in _ENTRY.findall(files["index.js"].decode())
        if (count := sum(sound.isdigit() for sound in sounds)) != guess_syllables(word)
    }
    text = "".join(f"{word} {count}\n" for word, count in sorted(exceptions.items()))
    (DATA / "syllables.txt").write_text(text, "utf-8")
    (DATA / "syllables-licence.txt").write_bytes(files["license"])
    manifest.update(
        version=about["version"],
        licence=about["license"],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    print(f"{len(exceptions)} words")


if __name__ == "__main__":
    main(sys.argv[1:])
