"""What others need to have the same program."""

import json
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest

from generator.adapters import installed_program

LOCAL = {"url": "file:///home/someone/dist/guidebook-0.3.0-py3-none-any.whl", "archive_info": {}}
EDITED = {"url": "file:///home/someone/guidebook", "dir_info": {"editable": True}}
COMMIT = {
    "url": "https://code.example/guidebook.git",
    "vcs_info": {"vcs": "git", "commit_id": "0123abc"},
}
ADDRESS = {"url": "https://files.example/guidebook-0.3.0-py3-none-any.whl", "archive_info": {}}


def make_program(folder: Path, noted: object | None) -> Distribution:
    place = folder / "guidebook-0.3.0.dist-info"
    place.mkdir()
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: guidebook\nVersion: 0.3.0\n")
    if noted is not None:
        (place / "direct_url.json").write_text(json.dumps(noted))
    return PathDistribution(place)


@pytest.mark.parametrize(
    ("noted", "requirement"),
    [
        (None, "guidebook==0.3.0"),
        (COMMIT, "guidebook @ git+https://code.example/guidebook.git@0123abc"),
        (ADDRESS, "guidebook @ https://files.example/guidebook-0.3.0-py3-none-any.whl"),
    ],
    ids=["index", "repository", "address"],
)
def test_what_can_be_had_again_is_asked_for(
    tmp_path: Path, noted: object | None, requirement: str
) -> None:
    assert installed_program.write_requirement(make_program(tmp_path, noted)) == f"{requirement}\n"


@pytest.mark.parametrize("noted", [LOCAL, EDITED], ids=["wheel", "folder"])
def test_what_came_from_a_file_says_what_others_need(tmp_path: Path, noted: object) -> None:
    *told, requirement = installed_program.write_requirement(
        make_program(tmp_path, noted)
    ).splitlines()
    assert requirement == "guidebook==0.3.0"
    assert all(line.startswith("#") for line in told)
    assert "./guidebook-0.3.0-py3-none-any.whl" in told[-1]
    assert "someone" not in "".join(told)  # nobody else has that folder


def test_the_program_that_runs_is_asked_for() -> None:
    assert installed_program.write_requirement().splitlines()[-1].startswith("guidebook")
