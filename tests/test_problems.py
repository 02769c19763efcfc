"""One small file for each slip that people make, with what they are told about it.

The first line of a file says where a problem is expected: `# expect: <line>:<column> <rule>`.
`pytest tests/test_problems.py --refresh` writes the reports anew; read what changed in them.
"""

import re
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from generator.model.playbook import StandardFile
from generator.problem import Problem
from generator.reader import model_errors, repeated_problems
from generator.reader.yaml_text import event_tree, parse, read_text
from generator.views import problem_report

FOLDER = Path(__file__).parent / "problems"
FILES = sorted(FOLDER.glob("*.yml"))

# Words of programmers; a trainer should not have to know them.
DENIED = re.compile(
    r"\b(pydantic|python|nonetype|str|dict|tuple|traceback|mapping|scalar|token|parser|block end"
    r"|sequence|string|int|bool|boolean|null|syntax|invalid|validation|schema|anchor|alias|tag"
    r"|document|stream|flow|indentation|object|array|integer|regex|exception)\b",
    re.IGNORECASE,
)


def find_problems(path: Path) -> tuple[str, list[Problem]]:
    text, problems = read_text(path.name, path.read_bytes())
    assert text is not None
    source = parse(path.name, text)
    problems += source.problems
    try:
        StandardFile.model_validate(source.data)
    except ValidationError as error:
        problems += model_errors.find_problems(error, source, StandardFile)
    told = repeated_problems.leave_out_lesser(problems)
    return text, sorted(told, key=lambda problem: problem.place)


def list_rules(problems: list[Problem]) -> str:
    found = [f"{one.place.line}:{one.place.column} {one.rule.id}" for one in problems]
    return ", ".join(found) or "nothing"


@pytest.mark.golden
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_told(path: Path, refresh: bool) -> None:
    text, problems = find_problems(path)
    expected = text.split("\n")[0].removeprefix("# expect: ")
    assert list_rules(problems) == expected
    written = problem_report.write_text(problems, {path.name: text})
    golden = path.with_suffix(".txt")
    if refresh:
        golden.write_text(written, "utf-8", newline="\n")
    assert written == golden.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_told_in_plain_words(path: Path) -> None:
    for problem in find_problems(path)[1]:
        for words in (problem.message, problem.fix, *(label.text for label in problem.labels)):
            ours = re.sub(r"“.*?”|  .*$", "", words, flags=re.MULTILINE)  # not the trainer's own
            assert not DENIED.search(ours)
        assert problem.message.endswith((".", "?"))
        assert problem.fix.strip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_told_alike_without_the_c_library(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list_rules(find_problems(path)[1])
    monkeypatch.setattr(event_tree, "_LOADER", yaml.SafeLoader)
    assert list_rules(find_problems(path)[1]) == expected


def test_thirteen_slips_at_once() -> None:
    assert len(find_problems(FOLDER / "many.yml")[1]) == 13


def test_no_report_without_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in FILES}
