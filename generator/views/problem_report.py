"""Problems as text for people, as JSON for tools, and as annotations for GitHub."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from generator.problem import Place, Problem, Rule, Severity
from generator.views.printable import show

_WIDTH = 100  # of an excerpt
_BEFORE = 40  # characters kept before the spot in a long line
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_FALLING = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_FEW = 3  # notes of one rule that are always listed
_NAMED = 3  # problems that stop publishing whose places are named
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ZERO_WIDTH = ("Mn", "Me", "Cf")


def write_text(
    problems: Iterable[Problem],
    texts: Mapping[str, str],
    *,
    colour: bool = False,
    notes: bool = True,
) -> str:
    """Write every problem with its lines and its fix, the worst first, and a summary below.

    Without `notes`, a rule with more than a few of them has one line for all, so that no error is
    buried.
    """
    ordered = _order(problems)
    folded = {} if notes else _find_many(ordered)
    shown = [one for one in ordered if one.rule not in folded]
    paint = _Paint(colour=colour)
    blocks = _write_blocks(shown, texts, paint)
    if folded:
        blocks.append(_write_folded(folded, paint))
    return "\n".join([*blocks, _summarize(ordered)]) + "\n"


def write_verdict(problems: Iterable[Problem], *, strict: bool = False) -> str:
    """Say in one line what stops publishing; with `strict`, warnings do as well."""
    stopping = [one for one in _order(problems) if stops(one, strict=strict)]
    if not stopping:
        return "Nothing stops publishing.\n"
    found = Counter(one.severity for one in stopping)
    kinds = " and ".join(_count(number, severity) for severity, number in found.items())
    places = [f"{_write_place(one.place)} [{one.rule.id}]" for one in stopping[:_NAMED]]
    more = f" and {len(stopping) - _NAMED} more" if len(stopping) > _NAMED else ""
    verb = "stops" if len(stopping) == 1 else "stop"
    return f"{kinds} {verb} publishing: {', '.join(places)}{more}.\n"


def stops(problem: Problem, *, strict: bool = False) -> bool:
    """Whether nothing can be published while it is there."""
    return problem.severity is Severity.ERROR or (strict and problem.severity is Severity.WARNING)


def write_each(problems: Iterable[Problem], texts: Mapping[str, str]) -> list[tuple[Severity, str]]:
    """Write every problem with its lines and its fix on its own, the worst first."""
    ordered = _order(problems)
    blocks = _write_blocks(ordered, texts, _Paint(colour=False))
    return [(one.severity, text) for one, text in zip(ordered, blocks, strict=True)]


def _order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda one: (_FALLING.index(one.severity), one.place))


def _find_many(problems: Iterable[Problem]) -> dict[Rule, list[Problem]]:
    """The notes of each rule that has more than a few."""
    notes: dict[Rule, list[Problem]] = {}
    for one in problems:
        if one.severity is Severity.NOTE:
            notes.setdefault(one.rule, []).append(one)
    return {rule: own for rule, own in notes.items() if len(own) > _FEW}


def _write_folded(folded: Mapping[Rule, Sequence[Problem]], paint: "_Paint") -> str:
    lines = [
        f"{paint(rule.id, '1')}: {paint(_count(len(own), 'note'), _COLOURS[Severity.NOTE])}"
        f" in {_count_files(own)}. The rule: “{rule.summary}”"
        for rule, own in folded.items()
    ]
    return "\n".join([*lines, f" {paint('=', '2')} guidebook check --notes lists them.", ""])


def _write_blocks(
    problems: Sequence[Problem], texts: Mapping[str, str], paint: "_Paint"
) -> list[str]:
    lines = {
        path: texts[path].split("\n")
        for path in {problem.place.path for problem in problems} & texts.keys()
    }
    places = [None, *(problem.place for problem in problems)]
    return [  # of several problems at one place, only the first shows the line
        _write_problem(problem, lines if problem.place != before else {}, paint)
        for problem, before in zip(problems, places, strict=False)
    ]


def write_json(problems: Iterable[Problem]) -> str:
    """Write problems as a list of objects."""
    return json.dumps(
        [
            {
                **asdict(problem.place),
                "rule": problem.rule.id,
                "severity": problem.severity.value,
                "summary": problem.rule.summary,
                "why": problem.rule.why,
                "message": problem.message,
                "fix": problem.fix,
                "labels": [{**asdict(label.place), "text": label.text} for label in problem.labels],
            }
            for problem in sorted(problems, key=lambda problem: problem.place)
        ],
        ensure_ascii=False,
        indent=2,
    )


def write_github(problems: Iterable[Problem]) -> str:
    """Write workflow commands that put each problem on its line of a pull request."""
    return "".join(
        f"::{_GITHUB[problem.severity]} "
        f"file={_escape_property(problem.place.path)},line={problem.place.line},"
        f"col={problem.place.column},endColumn={problem.place.column + problem.place.width},"
        f"title={_escape_property(problem.rule.id)}::"
        f"{_escape(problem.message)}%0A{_escape(problem.fix)}"
        f"%0A{_escape(f'More: guidebook explain {problem.rule.id}')}\n"
        for problem in sorted(problems, key=lambda problem: problem.place)
    )


class _Paint:
    """Colour for a terminal, or none."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colour and text else text


def _write_problem(problem: Problem, lines: Mapping[str, Sequence[str]], paint: _Paint) -> str:
    place, hue = problem.place, _COLOURS[problem.severity]
    severity = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    out = [
        f"{paint(_write_place(place), '1')}: "
        f"{paint(severity, hue)}{paint(show(problem.message), hue)}"
        f"  {paint(f'[{problem.rule.id}]', '2')}"
    ]
    spots = [(label.place, "-", label.text) for label in problem.labels]
    spots = sorted([*spots, (place, "^", "")], key=lambda spot: spot[0])
    gutter = max(len(str(spot[0].line)) for spot in spots)
    shown = 0
    for spot, sign, text in spots:
        written = lines.get(spot.path, ())
        if spot.line <= len(written):
            excerpt, pad, width = _excerpt(written[spot.line - 1], spot)
            bar = paint("|", "2")
            if shown and spot.line > shown + 1:
                out.append(f" {'':{gutter}} {paint('⋮', '2')}")
            if spot.line != shown:
                out.append(f" {spot.line:>{gutter}} {bar} {excerpt}".rstrip())
            marks = paint(sign * width, hue if sign == "^" else "34")
            out.append(f" {'':{gutter}} {bar} {' ' * pad}{marks} {text}".rstrip())
            shown = spot.line
    first, *more = problem.fix.split("\n")
    out.append(f" {'':{gutter}} {paint('=', '2')} {show(first)}")
    out += [f" {'':{gutter}}   {show(line)}" for line in more]
    return "\n".join(out) + "\n"


def _write_place(place: Place) -> str:
    return f"{show(place.path)}:{place.line}:{place.column}"


def _excerpt(line: str, place: Place) -> tuple[str, int, int]:
    """A line as shown, the width of what is before the spot, and the width of the spot."""
    start = min(place.column - 1, len(line))
    left = start - _BEFORE if start > _WIDTH * 7 // 10 else 0
    right = left + _WIDTH
    before = ("…" if left else "") + show(line[left:start])
    spot = show(line[start : min(start + place.width, right)])
    rest = show(line[min(start + place.width, right) : right])
    if right < len(line):
        rest += "…"
    return before + spot + rest, _measure(before), max(1, _measure(spot))


def _measure(text: str) -> int:
    """Columns that a text takes up in a terminal, as well as that can be known."""
    columns = width = 0
    joined = False
    for character in text:
        if character == "\ufe0f":  # shows the character before it as an emoji
            columns += 1 if width == 1 else 0
        elif unicodedata.category(character) not in _ZERO_WIDTH:
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            columns += 0 if joined else width
        joined = character == "\u200d"
    return columns


def _summarize(problems: Sequence[Problem]) -> str:
    if not problems:
        return "No problems."
    found = Counter(problem.severity for problem in problems)
    kinds = [_count(found[one], one) for one in _FALLING if found[one]]
    return f"{', '.join(kinds)} in {_count_files(problems)}."


def _count_files(problems: Iterable[Problem]) -> str:
    return _count(len({problem.place.path for problem in problems}), "file")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
