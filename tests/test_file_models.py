"""Each file of a guidebook is read by one model, whoever reads it."""

import pytest

from generator.adapters import folder
from generator.model import files
from generator.model.emergency_playbook import EmergencyFile
from generator.model.file_models import MODELS, find_model
from generator.model.guidebook_files import CountryFile
from generator.model.playbook import StandardFile
from generator.reader import draft_reading, guidebook_reader
from tests.conftest import ROOT


@pytest.mark.parametrize("name", [*files.SHARED, files.HOUSE])
def test_every_file_of_the_whole_has_its_own(name: str) -> None:
    model = find_model(name, {"kind": "emergency"})
    assert model is MODELS[name.removesuffix(".yml")]
    assert model not in (StandardFile, EmergencyFile)


@pytest.mark.parametrize(
    ("name", "data", "model"),
    [
        ("countries/uk.yml", {}, CountryFile),
        ("hurt/choking.yml", {"kind": "emergency"}, EmergencyFile),
        ("hurt/choking.yml", {"branches": []}, EmergencyFile),
        ("hurt/choking.yml", {"kind": "tactic", "branches": []}, StandardFile),
        ("hurt/paths.yml", {}, StandardFile),
        ("playbook.yml", None, StandardFile),
    ],
)
def test_others_go_by_what_they_say(name: str, data: object, model: type) -> None:
    assert find_model(name, data) is model


def test_every_shared_file_can_be_tried_before_it_is_written() -> None:
    contents = folder.read(ROOT / "playbooks").files
    reading = guidebook_reader.read(contents)
    tried = [name for name in files.SHARED if name in contents]
    assert tried == list(files.SHARED)
    for name in tried:
        assert draft_reading.read(reading, name, contents[name]).is_readable, name
