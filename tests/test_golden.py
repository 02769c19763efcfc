"""Pages of a small guidebook, compared with files that people can read.

`make refresh` writes them anew; read the difference before you commit it.
"""

from pathlib import Path

import pytest

from generator.adapters import folder
from generator.model import json_schema
from generator.reader import guidebook_reader
from generator.site import assembly, project_export
from generator.site.assembly import Sources
from generator.views import finder, json_export

GOLDEN = Path(__file__).parent / "golden"

pytestmark = pytest.mark.golden


def make_files() -> dict[str, str]:
    contents = folder.read(GOLDEN / "playbooks")
    reading = guidebook_reader.read(contents.files)
    assert not reading.errors
    assert reading.guidebook is not None
    guidebook = reading.guidebook
    sources = Sources(edit_base="https://example.org/edit/")
    site = assembly.make(guidebook, sources, reading.locate)
    made = site.pages.values()
    files = {f"{page.path.removesuffix('.md')}.html": f"{page.html}\n" for page in made}
    files |= {
        name: content.decode()
        for name, content in project_export.make_files(site).items()
        if name in ("docs/counter/late-order.md", "mkdocs.yml")
    }
    files |= finder.make_scripts(guidebook)
    files[json_export.PATH] = json_export.make_json(guidebook).replace(', "', ',\n"')
    files["playbook.schema.json"] = json_schema.make_json("playbook")
    return files


def test_pages(refresh: bool) -> None:
    files = make_files()
    target = GOLDEN / "pages"
    if refresh:
        folder.write(target, {name: text.encode() for name, text in files.items()})
    found = {
        path.relative_to(target).as_posix(): path.read_text("utf-8")
        for path in target.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert found.keys() == files.keys()
    for name, text in files.items():
        assert text == found[name], f"{name} differs; if that is meant: make refresh"
