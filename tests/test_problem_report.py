"""Problems as text, as JSON and as annotations."""

import json

import pytest

from generator.problem import Group, Label, Place, Problem, Rule, Severity
from generator.views.problem_report import write_github, write_json, write_text, write_verdict

PATH = "playbooks/a.yml"


def make_rule(severity: Severity = Severity.ERROR) -> Rule:
    return Rule(
        id="some-rule",
        group=Group.WORDS,
        summary="It is right.",
        why="Wrong is wrong.",
        fault="a: b",
        fix="a: c",
        severity=severity,
    )


def make(
    line: int = 1,
    column: int = 1,
    width: int = 1,
    *,
    severity: Severity = Severity.ERROR,
    fix: str = "Fix it.",
    labels: tuple[Label, ...] = (),
) -> Problem:
    place = Place(PATH, line, column, width)
    return Problem(place, make_rule(severity), "It is wrong.", fix, labels)


def excerpt(text: str, problem: Problem) -> list[str]:
    return write_text([problem], {PATH: text}).split("\n")[1:3]


class TestText:
    def test_form(self) -> None:
        assert write_text([make(2, 8, 4, fix="Write\nb: c")], {PATH: "a: b\ntitle: Late\n"}) == (
            "playbooks/a.yml:2:8: It is wrong.  [some-rule]\n"
            " 2 | title: Late\n"
            "   |        ^^^^\n"
            "   = Write\n"
            "     b: c\n"
            "\n"
            "1 error in 1 file.\n"
        )

    def test_labels(self) -> None:
        first, later = Label(Place(PATH, 1, 1, 5), "first"), Label(Place(PATH, 4, 1, 2), "later")
        lines = "\n".join(["title: a"] * 12)
        assert write_text([make(2, 1, 5, labels=(later, first))], {PATH: lines}).split("\n")[
            1:8
        ] == [
            " 1 | title: a",
            "   | ----- first",
            " 2 | title: a",
            "   | ^^^^^",
            "   ⋮",
            " 4 | title: a",
            "   | -- later",
        ]

    def test_labels_on_the_same_line(self) -> None:
        label = Label(Place(PATH, 1, 1, 2), "here")
        assert write_text([make(1, 5, labels=(label,))], {PATH: "title"}).split("\n")[1:4] == [
            " 1 | title",
            "   | -- here",
            "   |     ^",
        ]

    def test_a_label_in_another_file_without_its_text(self) -> None:
        label = Label(Place("b.yml", 1), "there")
        assert write_text([make(labels=(label,))], {PATH: "title"}).split("\n")[1:3] == [
            " 1 | title",
            "   | ^",
        ]

    def test_the_gutter_grows(self) -> None:
        assert excerpt("a\n" * 120, make(100)) == [" 100 | a", "     | ^"]

    def test_the_line_is_shown_once_for_several_problems(self) -> None:
        shown = write_text([make(), make(fix="Or so.")], {PATH: "a: b"})
        assert shown.count("a: b") == 1
        assert shown.endswith("   = Or so.\n\n2 errors in 1 file.\n")

    def test_without_its_text(self) -> None:
        assert write_text([make(7)], {}).split("\n")[1:3] == ["   = Fix it.", ""]

    def test_beyond_the_text(self) -> None:
        assert write_text([make(7)], {PATH: "a"}).split("\n")[1] == "   = Fix it."
        assert excerpt("a", make(1, 40, 3)) == [" 1 | a", "   |  ^"]

    def test_tabs_and_hidden_characters_are_shown(self) -> None:
        assert excerpt("\ta\x1b[31m: \u202eb\u2028c\u00a0d\ue000", make(1, 2)) == [
            " 1 | →a�[31m: �b�c d�",
            "   |  ^",
        ]

    @pytest.mark.parametrize(
        ("before", "columns"),
        [
            ("漢字", 4),
            ("😀", 2),
            ("e\u0301", 1),
            ("👩\u200d👩\u200d👧", 2),
            ("❤\ufe0f", 2),
            ("می\u200cبینم", 6),
            ("ｱ", 1),
        ],
    )
    def test_the_caret_stands_below_wide_characters(self, before: str, columns: int) -> None:
        line, marks = excerpt(f"{before}x漢", make(1, len(before) + 1, 2))
        assert line == f" 1 | {before}x漢"
        assert marks == f"   | {' ' * columns}^^^"

    def test_long_lines_are_cut(self) -> None:
        text = "".join(chr(97 + n % 26) for n in range(500))
        line, marks = excerpt(text, make(1, 10, 400))
        assert line == f" 1 | {text[:100]}…"
        assert marks == f"   | {' ' * 9}{'^' * 91}"
        line, marks = excerpt(text, make(1, 201, 3))
        assert line == f" 1 | …{text[160:260]}…"
        assert marks == f"   | {' ' * 41}^^^"
        assert excerpt(text, make(1, 500))[0] == f" 1 | …{text[459:]}"

    @pytest.mark.parametrize(
        ("severities", "summary"),
        [
            ([], "No problems."),
            (["error"], "1 error in 1 file."),
            (["error"] * 2, "2 errors in 1 file."),
            (["warning"], "1 warning in 1 file."),
            (["note"] * 12, "12 notes in 1 file."),
            (["error", "warning", "warning"], "1 error, 2 warnings in 1 file."),
            (
                ["note", "error", "error", "warning"],
                "2 errors, 1 warning, 1 note in 1 file.",
            ),
        ],
    )
    def test_summary(self, severities: list[str], summary: str) -> None:
        problems = [make(n + 1, severity=Severity(one)) for n, one in enumerate(severities)]
        assert write_text(problems, {}).rstrip("\n").split("\n")[-1] == summary

    def test_summary_of_several_files_in_order(self) -> None:
        other = Problem(Place("a.yml"), make_rule(), "Wrong.", "Fix it.")
        written = write_text([make(), other], {})
        assert written.startswith("a.yml:1:1: Wrong.")
        assert written.endswith("2 errors in 2 files.\n")

    def test_the_worst_stands_first(self) -> None:
        error, warning, note = Severity.ERROR, Severity.WARNING, Severity.NOTE
        kinds = [(1, error), (2, note), (3, warning), (4, error), (5, note)]
        written = write_text([make(line, severity=kind) for line, kind in kinds], {})
        heads = [line.split(":")[1] for line in written.split("\n") if line.startswith(PATH)]
        assert heads == ["1", "4", "3", "2", "5"]

    def test_many_notes_of_a_rule_have_one_line(self) -> None:
        rule = make_rule(Severity.NOTE)
        notes = [
            Problem(Place(PATH, line), rule, "It is odd.", "Change it.") for line in range(1, 5)
        ]
        few, error = make(7, severity=Severity.NOTE), make(9)
        assert write_text([*notes, few, error], {}, notes=False) == (
            "playbooks/a.yml:9:1: It is wrong.  [some-rule]\n"
            "   = Fix it.\n"
            "\n"
            "playbooks/a.yml:7:1: note: It is wrong.  [some-rule]\n"
            "   = Fix it.\n"
            "\n"
            "some-rule: 4 notes in 1 file. The rule: “It is right.”\n"
            " = guidebook check --notes lists them.\n"
            "\n"
            "1 error, 5 notes in 1 file.\n"
        )
        assert write_text(notes, {}).count("It is odd.") == 4
        assert write_text(notes[:3], {}, notes=False).count("It is odd.") == 3

    def test_warnings_are_never_folded(self) -> None:
        rule = make_rule(Severity.WARNING)
        problems = [
            Problem(Place(PATH, line), rule, "It is odd.", "Fix it.") for line in range(1, 10)
        ]
        assert write_text(problems, {}, notes=False).count("It is odd.") == 9

    def test_severity_is_said(self) -> None:
        written = write_text([make(severity=Severity.WARNING)], {})
        assert written.startswith("playbooks/a.yml:1:1: warning: It is wrong.  [some-rule]\n")

    def test_colour_changes_nothing_else(self) -> None:
        problems = [make(1, 2, 2, severity=one) for one in Severity]
        plain = write_text(problems, {PATH: "title"})
        coloured = write_text(problems, {PATH: "title"}, colour=True)
        assert "\x1b" not in plain
        for colour in ("31", "33", "36"):
            assert f"\x1b[{colour}m" in coloured
        for code in ("0", "1", "2", "31", "33", "34", "36"):
            coloured = coloured.replace(f"\x1b[{code}m", "")
        assert coloured == plain


@pytest.mark.parametrize(
    ("kinds", "strict", "verdict"),
    [
        ("", False, "Nothing stops publishing."),
        ("wn", False, "Nothing stops publishing."),
        ("n", True, "Nothing stops publishing."),
        ("ne", False, "1 error stops publishing: playbooks/a.yml:2:1 [some-rule]."),
        (
            "we",
            True,
            "1 error and 1 warning stop publishing:"
            " playbooks/a.yml:2:1 [some-rule], playbooks/a.yml:1:1 [some-rule].",
        ),
        (
            "eeeee",
            False,
            "5 errors stop publishing: playbooks/a.yml:1:1 [some-rule],"
            " playbooks/a.yml:2:1 [some-rule], playbooks/a.yml:3:1 [some-rule] and 2 more.",
        ),
    ],
)
def test_the_verdict_says_what_stops_publishing(kinds: str, strict: bool, verdict: str) -> None:
    letters = {one.value[0]: one for one in Severity}
    problems = [make(at, severity=letters[kind]) for at, kind in enumerate(kinds, 1)]
    assert write_verdict(problems, strict=strict) == f"{verdict}\n"


def test_json() -> None:
    label = Label(Place(PATH, 1, 1, 5), "first")
    problem = make(3, 2, 4, severity=Severity.WARNING, labels=(label,))
    assert json.loads(write_json([problem, make()])) == [
        {
            "path": PATH,
            "line": 1,
            "column": 1,
            "width": 1,
            "rule": "some-rule",
            "severity": "error",
            "summary": "It is right.",
            "why": "Wrong is wrong.",
            "message": "It is wrong.",
            "fix": "Fix it.",
            "labels": [],
        },
        {
            "path": PATH,
            "line": 3,
            "column": 2,
            "width": 4,
            "rule": "some-rule",
            "severity": "warning",
            "summary": "It is right.",
            "why": "Wrong is wrong.",
            "message": "It is wrong.",
            "fix": "Fix it.",
            "labels": [{"path": PATH, "line": 1, "column": 1, "width": 5, "text": "first"}],
        },
    ]
    assert json.loads(write_json([])) == []


def test_github() -> None:
    problem = Problem(
        Place("play,books/a:b.yml", 3, 2, 4),
        make_rule(Severity.NOTE),
        "100% wrong: a, b\r\n::error::no",
        "Write\nb: c",
    )
    assert write_github([problem, make(severity=Severity.WARNING), make(9)]) == (
        "::notice file=play%2Cbooks/a%3Ab.yml,line=3,col=2,endColumn=6,title=some-rule::"
        "100%25 wrong: a, b%0D%0A::error::no%0AWrite%0Ab: c%0AMore: guidebook explain some-rule\n"
        "::warning file=playbooks/a.yml,line=1,col=1,endColumn=2,title=some-rule::"
        "It is wrong.%0AFix it.%0AMore: guidebook explain some-rule\n"
        "::error file=playbooks/a.yml,line=9,col=1,endColumn=2,title=some-rule::"
        "It is wrong.%0AFix it.%0AMore: guidebook explain some-rule\n"
    )
    assert write_github([]) == ""
