"""Readers made by others, and content to export to them."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

import pytest

from generator.model.guidebook import Guidebook
from generator.problem import Place
from generator.reader import guidebook_reader
from generator.views import exports
from tests import samples
from tests.conftest import ROOT

READERS = ROOT / "tools/readers"

needs_readers = pytest.mark.skipif(
    not (READERS / "node_modules").is_dir() or not shutil.which("node"),
    reason="make test installs them if there is npm",
)


def read(reader: str, given: object) -> Any:
    """Give a value to a script of `tools/readers`, and return what it makes of it."""
    done = subprocess.run(
        ["node", str(READERS / f"{reader}.mjs")],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def locate(name: str, *_: object, **__: object) -> Place:
    return Place(name)


def export(name: str, guidebook: Guidebook, *ids: str, **options: Any) -> Mapping[str, bytes]:
    """The files of an export that nothing is wrong with, twice made and twice the same."""
    made = exports.make(name, guidebook, locate, ids=ids, **options)
    again = exports.make(name, guidebook, locate, ids=ids, **options)
    assert not made.problems
    assert made.files == again.files
    return made.files


def export_file(name: str, guidebook: Guidebook, *ids: str, **options: Any) -> bytes:
    """The only file of an export."""
    (content,) = export(name, guidebook, *ids, **options).values()
    return content


def make_guidebook(practice: Mapping[str, Any], **more: Any) -> Guidebook:
    """A guidebook of one playbook with something to practice."""
    own = json.loads(json.dumps(practice))  # nothing in it twice, which YAML would write as a name
    playbook = samples.make_minimal(practice=own, **more)
    reading = guidebook_reader.read(samples.make_folder({"hot/shouting": playbook}))
    assert reading.guidebook is not None
    assert not reading.errors
    return reading.guidebook


def make_question(*answers: str, prompt: str = "What now?", feedback: str = "So.") -> Any:
    """A quiz whose first answer is the right one."""
    options = [{"text": one, "feedback": feedback} for one in answers]
    return {"quiz": {"prompt": prompt, "options": [options[0] | {"right": "yes"}, *options[1:]]}}
