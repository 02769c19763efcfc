"""The check for programs: SARIF 2.1.0, and the hooks of pre-commit."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli.main import main
from generator.reader import fixes
from generator.views import sarif
from tests.conftest import ROOT
from tests.test_problems import FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_form_of_the_standard(path: Path) -> None:
    content = path.read_bytes()
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\r\n", "\n")
    problems = fixes.find_problems("a/ü b.yml", "a/ü b.yml", content)
    log = json.loads(sarif.write_sarif(problems, {"a/ü b.yml": text}, version="1.2.3"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({one["id"] for one in rules}) == len(rules)
    assert len(run["results"]) == len(problems)
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] in ("error", "warning", "note")
        assert one["message"]["text"]
        (location,) = one["locations"]
        where = location["physicalLocation"]
        assert where["artifactLocation"]["uri"] == "a/%C3%BC%20b.yml"
        region = where["region"]
        assert region["startLine"] >= 1
        assert 1 <= region["startColumn"] < region["endColumn"]


def test_a_repair_is_told_by_its_place() -> None:
    problems = fixes.find_problems("a/b.yml", "a/b.yml", b"purpose: Ask.\ntitel: One\n")
    log = json.loads(
        sarif.write_sarif(problems, {"a/b.yml": "purpose: Ask.\ntitel: One\n"}, version="1")
    )
    (fix,) = [one for result in log["runs"][0]["results"] for one in result.get("fixes", [])]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement == {
        "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6},
        "insertedContent": {"text": "title"},
    }


def test_hooks_call_commands_that_are_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {one["id"] for one in hooks} == {"guidebook-check", "guidebook-format"}
    for one in hooks:
        program, *arguments = one["entry"].split()
        assert program == "guidebook"
        assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0
