"""What holds for any file: nothing raises, everything ends, every problem can be acted on."""

import random
import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.file_models import choose_model
from generator.problem import Problem, Severity
from generator.reader import model_errors
from generator.reader.yaml_text import ParsedFile, parse, read_text
from generator.reader.yaml_text.hidden_characters import find_hidden
from generator.views import problem_report
from tests.conftest import ROOT
from tests.effort import stop_endless

PLAYBOOKS = [
    path.read_text("utf-8")
    for path in sorted((ROOT / "playbooks").glob("*/*.yml"))
    if path.parent.name != "countries"
]
EXAMPLES = settings(max_examples=300, deadline=None)
OF_FILES = settings(max_examples=100, deadline=None)
"""Where each example is a whole shipped file: `make fuzz` tries thousands of them."""

PIECES = [
    *("\n", "\r\n", "- ", ": ", ":", "  ", "\t", "#", " # ", "title", "say", "steps:\n", "why: "),
    *('"', "'", "[", "]", "{", "}", ",", "*a", "&a ", "!b ", "|\n", ">\n", "? ", "<<: ", "%Y 1\n"),
    *("---\n", "...\n", "\\", "\\x0", "“", "”", "\u00a0", "\u2028", "\x85", "\u200b", "\ufeff"),
    *("é", "😀", "\x00", "~", "null", "2026-02-30", "yes", "@", "`", "=", "•", "– ", "1. "),
]
noise = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """A real playbook after a few slips of the hand."""
    text = draw(st.sampled_from(PLAYBOOKS))
    for _ in range(draw(st.integers(1, 5))):
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[at])))
        match draw(st.sampled_from(["insert", "delete", "swap", "drop", "indent", "join", "cut"])):
            case "insert":
                piece = draw(st.sampled_from(PIECES))
                lines[at] = lines[at][:column] + piece + lines[at][column:]
            case "delete":
                lines[at] = lines[at][:column] + lines[at][column + draw(st.integers(1, 9)) :]
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "drop":
                del lines[at : at + draw(st.integers(1, 3))]
            case "indent":
                lines[at] = (
                    draw(st.sampled_from(["", " ", "  ", "\t", "    "])) + lines[at].lstrip()
                )
            case "join":
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
            case _:
                lines = lines[: at + 1]
        text = "\n".join(lines) or "title"
    return text


def check(data: bytes) -> tuple[ParsedFile | None, list[Problem]]:
    """Read bytes all the way, and make sure of what always holds."""
    with stop_endless():
        return _check(data)


def _check(data: bytes) -> tuple[ParsedFile | None, list[Problem]]:
    text, problems = read_text("a.yml", data)
    source = None
    if text is not None:
        source = parse("a.yml", text)
        problems += source.problems
        model = choose_model(source.data)
        try:
            model.model_validate(source.data)
        except ValidationError as error:
            problems += model_errors.find_problems(error, source, model)
            if not problems:  # what was guessed is told, and what is told is enough
                raise
        assert isinstance(source.data, dict) or any(
            problem.severity is Severity.ERROR for problem in problems
        )
    lines = (text or "").split("\n")
    for problem in problems:
        for place in (problem.place, *(label.place for label in problem.labels)):
            assert place.path == "a.yml"
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
            assert place.width >= 1
        assert problem.message.strip()
        assert problem.fix.strip()
    written = problem_report.write_text(problems, {"a.yml": text or ""})
    assert written.isprintable() or "\u202e" not in written
    problem_report.write_json(problems)
    problem_report.write_github(problems)
    return source, problems


@EXAMPLES
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(data)


@EXAMPLES
@given(noise)
def test_noise_in_the_shape_of_yaml(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@OF_FILES
@given(mutants())
def test_playbooks_with_slips(text: str) -> None:
    check(text.encode())


# Each plants one slip in a line, or returns None if the line has no room for it.
_PLAIN = re.compile(
    r"(\s*(?:- )?)(do|say|why|text|feedback|title|purpose): ([A-Z][^:#\"'\[{]{12,})"
)
_TOP = re.compile(r"(title|kind|owner|purpose|reviewed): (.+)")


def _plant(pattern: re.Pattern[str], new: str) -> Callable[[str], str | None]:
    return lambda line: match.expand(new) if (match := pattern.fullmatch(line)) else None


SLIPS: dict[str, Callable[[str], str | None]] = {
    "colon": _plant(_PLAIN, r"\1\2: So: \3"),
    "colon at the end": _plant(_PLAIN, r"\1\2: \3:"),
    "star": _plant(_PLAIN, r"\1\2: *\3"),
    "bold": _plant(_PLAIN, r"\1\2: **So** \3"),
    "at": _plant(_PLAIN, r"\1\2: @\3"),
    "percent": _plant(_PLAIN, r"\1\2: %\3"),
    "bracket": _plant(_PLAIN, r"\1\2: [Name], \3"),
    "brace": _plant(_PLAIN, r"\1\2: {name}, \3"),
    "open bracket": _plant(_PLAIN, r"\1\2: [\3"),
    "open quote": _plant(_PLAIN, r'\1\2: "\3'),
    "open single quote": _plant(_PLAIN, r"\1\2: '\3"),
    "words after a quote": _plant(_PLAIN, r'\1\2: "So" \3'),
    "apostrophe": _plant(_PLAIN, r"\1\2: 'It's \3'"),
    "number sign": _plant(_PLAIN, r"\1\2: \3 #12"),
    "curly quotes": _plant(_PLAIN, r"\1\2: “\3”"),
    "letters swapped in a name": _plant(_PLAIN, r"\1x\2: \3"),
    "no space": _plant(_TOP, r"\1:\2"),
    "no colon": _plant(_TOP, r"\1 \2"),
    "in by one": _plant(_TOP, r" \1: \2"),
    "in by two": _plant(_TOP, r"  \1: \2"),
    "tab": _plant(_TOP, "\t\\1: \\2"),
    "twice": _plant(_TOP, r"\1: \2\n\1: \2"),
    "divider": _plant(_TOP, r"\1: \2\n---"),
    "hidden": _plant(_TOP, "\\1: \u200b\\2"),
    "nothing": _plant(_TOP, r"\1:"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_planted_slip_is_found_within_a_line(slip: str) -> None:
    """In every third playbook: which third depends on the slip."""
    chance = random.Random(slip)
    planted = 0
    for text in PLAYBOOKS[chance.randrange(3) :: 3]:
        lines = text.split("\n")
        spots = [(at, new) for at, line in enumerate(lines) if (new := SLIPS[slip](line))]
        if not spots:
            continue
        planted += 1
        at, new = chance.choice(spots)
        lines[at] = new
        source, problems = check("\n".join(lines).encode())
        told = {problem.place.line for problem in problems}
        # A single quotation mark that is left open ends at the next apostrophe, lines further down.
        reach = 3 if slip == "open single quote" else 2
        assert told & set(range(at, at + reach + 1)), (new, problems)
        assert len(problems) <= 2, problems
        assert source
        assert isinstance(source.data, dict)
    assert planted > 20


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=200).filter(
    lambda text: not any(find_hidden(text))
)
# The long form “? name” that other programs write for odd names is refused.
names = texts.filter(
    lambda text: 0 < len(text) < 100 and "\n" not in text and text == text.strip() and text != "<<"
)
data = st.dictionaries(
    names,
    st.recursive(
        texts | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=6,
)


@EXAMPLES
@given(data, st.booleans())
def test_what_is_dumped_reads_back_equal(data: dict[str, Any], allow_unicode: bool) -> None:
    dumped = yaml.safe_dump(data, width=80, allow_unicode=allow_unicode, sort_keys=False)
    text, problems = read_text("a.yml", dumped.encode())
    assert text is not None
    source = parse("a.yml", text)
    assert source.data == data
    errors = [one for one in (*problems, *source.problems) if one.severity is Severity.ERROR]
    assert not errors


@pytest.mark.parametrize("text", PLAYBOOKS)
def test_real_playbooks_dumped_read_back_equal(text: str) -> None:
    source = parse("a.yml", text)
    assert source.problems == ()
    dumped = yaml.safe_dump(source.data, width=80, allow_unicode=True, sort_keys=False)
    again = parse("a.yml", dumped)
    assert again.data == source.data
    assert not [one for one in again.problems if one.severity is Severity.ERROR]
