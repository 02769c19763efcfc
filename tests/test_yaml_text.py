"""Text to data with places, and what is refused."""

from typing import get_args

import pytest

from generator.model.guidebook_files import GuidebookFile
from generator.model.playbook import StandardFile
from generator.model.playbook_items import Stop
from generator.model.yaml_model import ShortForm
from generator.problem import Edit, Place, Severity
from generator.reader.yaml_text import ParsedFile, parse, read_text
from generator.reader.yaml_text.colons import SHORT_FORMS, SHORT_GROUPS
from generator.reader.yaml_text.traced_text import TracedText
from tests.effort import count_steps, stop_endless

YAML = """\
# a comment
title: Late parcel
audience: [front line, managers]
steps:
  - Stop.
  - say: "A \\"late\\" parcel, ((spend-limt)) at most"
    why: It's a text
      that goes on ((here)).
stop:
empty: ~
quoted: ''
purpose: |
  First ((one)).

  Second ((two)).
"""


@pytest.fixture
def source() -> ParsedFile:
    found = parse("a.yml", YAML)
    assert found.problems == ()
    return found


class TestPlaces:
    @pytest.mark.parametrize(
        ("loc", "of_key", "place"),
        [
            ((), False, (2, 1, 18)),
            (("title",), False, (2, 8, 11)),
            (("title",), True, (2, 1, 5)),
            (("audience",), False, (3, 11, 22)),
            (("audience", 1), False, (3, 24, 8)),
            (("steps",), True, (4, 1, 5)),
            (("steps",), False, (5, 3, 7)),
            (("steps", 0), False, (5, 5, 5)),
            (("steps", 1), False, (6, 5, 48)),
            (("steps", 1, "why"), False, (7, 10, 11)),
            (("stop",), False, (9, 1, 4)),
            (("empty",), False, (10, 8, 1)),
            (("quoted",), False, (11, 9, 2)),
            (("purpose",), False, (12, 10, 1)),
        ],
    )
    def test_of_what_is_there(
        self, source: ParsedFile, loc: tuple[str | int, ...], of_key: bool, place: tuple[int, ...]
    ) -> None:
        assert source.place(loc, of_key=of_key) == Place("a.yml", *place)

    @pytest.mark.parametrize(
        ("loc", "near"),
        [
            (("steps", 0, "do"), ("steps", 0)),
            (("steps", 9), ("steps",)),
            (("nothing", "here"), ()),
            (("title", 0), ("title",)),
            (("items", "title"), ("title",)),
            (("title", "[key]"), ("title",)),
        ],
    )
    def test_of_what_is_not_there_is_that_of_the_nearest(
        self, source: ParsedFile, loc: tuple[str | int, ...], near: tuple[str | int, ...]
    ) -> None:
        assert source.place(loc) == source.place(near)

    @pytest.mark.parametrize(
        ("loc", "words", "line", "column"),
        [
            (("title",), "parcel", 2, 13),
            (("steps", 1, "say"), "((spend-limt))", 6, 30),
            (("steps", 1, "why"), "text", 7, 17),
            (("steps", 1, "why"), "((here))", 8, 20),
            (("purpose",), "((one))", 13, 9),
            (("purpose",), "((two))", 15, 10),
        ],
    )
    def test_inside_a_text(
        self, source: ParsedFile, loc: tuple[str | int, ...], words: str, line: int, column: int
    ) -> None:
        text = source.value(loc)
        assert isinstance(text, str)
        place = source.offset_place(loc, text.index(words), len(words))
        assert (place.line, place.column, place.width) == (line, column, len(words))

    @pytest.mark.parametrize("offset", [0, 3, 10_000])
    def test_inside_what_is_no_text(self, source: ParsedFile, offset: int) -> None:
        assert source.offset_place(("steps",), offset) == source.place(("steps",))
        assert source.offset_place(("quoted",), offset).line == 11

    def test_spaces_around_a_text_do_not_count(self) -> None:
        found = parse("a.yml", 'say: "  a ((b))"\n')
        assert found.offset_place(("say",), 2) == Place("a.yml", 1, 11, 1)

    def test_after_repairs_are_those_of_the_file(self) -> None:
        found = parse("a.yml", 'say: A "b": c ((d))\n')
        assert found.data == {"say": 'A "b": c ((d))'}
        assert found.place(("say",)) == Place("a.yml", 1, 6, 14)
        assert found.offset_place(("say",), 9) == Place("a.yml", 1, 15, 1)

    def test_with_nothing_read(self) -> None:
        assert parse("a.yml", "").place(("title",)) == Place("a.yml")


class TestData:
    @pytest.mark.parametrize(
        "text",
        ["no", "yes", "on", "12:30", "010", "1_000", "2026-02-30", ".5", "0x1f", "Null", "="],
    )
    def test_every_text_stays_as_it_was_written(self, text: str) -> None:
        assert parse("a.yml", f"say: {text}\n").data == {"say": text}

    @pytest.mark.parametrize("text", ["", "~", "null", "# nothing yet"])
    def test_nothing(self, text: str) -> None:
        assert parse("a.yml", f"say: {text}\n").data == {"say": None}

    def test_quoted_nothing_is_a_text(self) -> None:
        assert parse("a.yml", "a: ''\nb: \"null\"\n").data == {"a": "", "b": "null"}

    def test_marker_at_the_very_top(self) -> None:
        found = parse("a.yml", "# first\n---\na: b\n")
        assert (found.data, found.problems) == ({"a": "b"}, ())

    @pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
    def test_line_ends(self, end: str) -> None:
        found = parse("a.yml", end.join(["a: b", "c:", "  - d", ""]))
        assert found.data == {"a": "b", "c": ["d"]}
        assert found.place(("c", 0)).line == 3

    @pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
    def test_hidden_line_breaks_do_not_count_as_lines(self, character: str) -> None:
        found = parse("a.yml", f"a: b{character}c\nd: e{character}\n  f\ng: h\n")
        assert found.data == {"a": "b c", "d": "e f", "g": "h"}
        assert found.place(("g",)) == Place("a.yml", 4, 4, 1)

    def test_the_first_of_two_is_kept(self) -> None:
        found = parse("a.yml", "a: b\na: [c]\nd: e\n")
        assert found.data == {"a": "b", "d": "e"}
        assert [problem.rule.id for problem in found.problems] == ["duplicate"]
        assert found.problems[0].labels[0].place == Place("a.yml", 1, 1, 1)


class TestRepairs:
    def test_a_sure_repair_leaves_nothing_in_doubt(self) -> None:
        found = parse("a.yml", "a: b: c\nd: *e* f\n")
        assert found.data == {"a": "b: c", "d": "*e* f"}
        assert not found.broken
        assert not found.guessed_lines

    def test_a_guess_is_marked(self) -> None:
        found = parse("a.yml", "a: b\nlost words here\nd: e\n")
        assert found.broken
        assert found.guessed_lines == {2}

    def test_ten_at_most(self) -> None:
        found = parse("a.yml", "".join(f"a{n}: b: c\n" for n in range(15)))
        assert [problem.rule.id for problem in found.problems] == ["colon"] * 10 + ["more"]
        assert found.problems[-1].place.line == 11
        assert found.problems[-1].severity is Severity.NOTE
        assert found.data is None
        assert found.broken

    def test_ten_leave_the_data_readable(self) -> None:
        found = parse("a.yml", "".join(f"a{n}: b: c\n" for n in range(10)))
        assert isinstance(found.data, dict)
        assert len(found.data) == 10

    def test_short_forms_are_those_of_the_model(self) -> None:
        """The names that messages suggest for a text without one have to be right."""
        lists, groups = {}, {}
        for name, field in [
            *StandardFile.model_fields.items(),
            *GuidebookFile.model_fields.items(),
        ]:
            for form in field.metadata:
                if isinstance(form, ShortForm) and form.plain is str and form.key:
                    groups[name] = form.key
            for item in get_args(field.annotation)[:1]:
                for form in getattr(item, "__metadata__", ()):
                    if isinstance(form, ShortForm) and form.key:
                        lists[name] = form.key
        assert lists == SHORT_FORMS
        assert groups == {name: short for name, (short, _) in SHORT_GROUPS.items()}
        assert {"text", "level", "lead", "go"} == set(Stop.model_fields)


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("", "empty-file"),
            ("\n \n", "empty-file"),
            ("# only\n# comments\n", "empty-file"),
            ("---\n", "empty-file"),
            ("- a\n- b\n", "top"),
            ("a text\n", "top"),
            ("owner:Foo\n", "space"),
            ("a: " + "[" * 25 + "]" * 25, "too-deep"),
            ("a:\n" + "".join("- " * n + "b\n" for n in [30]), "too-deep"),
            ("[" * 200_000, "too-deep"),
            ("- " * 100_000, "too-deep"),
            ("{a: " * 50_000, "too-deep"),
            ("a: [" + "b, " * 30_000 + "]", "too-many"),
        ],
    )
    def test_nothing_is_read(self, text: str, rule: str) -> None:
        with stop_endless():
            found = parse("a.yml", text)
        assert found.data is None
        assert found.broken
        assert [problem.rule.id for problem in found.problems] == [rule]

    @pytest.mark.parametrize(
        "text",
        [
            "".join(f"a{n}: b: c\n" for n in range(20_000)),
            "a:\n" + "\t- b\n" * 19_000,
            "".join(f'a{n}: "b\n' for n in range(20_000)),
            "".join(f"{' ' * (n % 7)}a{n}: b\n" for n in range(20_000)),
            "a:\n  - b\n" + "  • b\n" * 15_000,
            "a: " + "b: " * 80_000,
            "a:\n" + "\u00a0- b\n" * 15_000,
            "a: " + "\u200b" * 80_000,
            "a: b\n" * 9_000,
            'a: "' + "b\n" * 100_000,
            "a:\n" + "- say:x # y\n" * 19_000,
            'a: "' + "\\u202e" * 40_000 + '"',
            "".join(f"a{n}: &x b\n" for n in range(20_000)),
            "<<<<<<<\n" * 30_000,
        ],
        ids=lambda text: repr(text[:12]),
    )
    def test_large_and_hostile_files_are_read(self, text: str) -> None:
        def check(text: str) -> None:
            read, problems = read_text("a.yml", text.encode())
            assert read is not None
            assert problems or parse("a.yml", read).problems
            assert len(problems) <= 20

        with stop_endless():
            check(text)
        # Four times as much is at most four times the work, and not its square.
        assert count_steps(lambda: check(text[:16_000])) < 5 * count_steps(
            lambda: check(text[:4_000])
        )

    def test_many_laughs(self) -> None:
        lines = ["a0: &a0 [lol]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
        found = parse("a.yml", "\n".join(lines))
        assert found.data is None
        assert {problem.rule.id for problem in found.problems} <= {"start", "bracket", "more"}

    @pytest.mark.parametrize("mark", ["&x ", "!!str ", "!x ", "! "])
    def test_marks_of_programmers_are_refused_and_dropped(self, mark: str) -> None:
        found = parse("a.yml", f"a: {mark}[b]\n")
        assert [problem.rule.id for problem in found.problems] == ["start"]
        assert found.data == {"a": ["b"]}

    def test_control_characters_stop_nothing(self) -> None:
        found = parse("a.yml", "a: \x00b\x1b\nc: \ud800d\n")
        assert found.data == {"a": "b", "c": "d"}


class TestDraft:
    def test_edits_can_be_traced_through_several_rounds(self) -> None:
        draft = TracedText.of("abcdef").edit([Edit(1, 2, ""), Edit(3, 3, "XY"), Edit(5, 6, "Z")])
        assert draft.text == "acXYdeZ"
        assert [draft.trace(n) for n in range(8)] == [0, 2, 3, 3, 3, 4, 5, 5]
        again = draft.edit([Edit(0, 3, ""), Edit(4, 4, "--")])
        assert again.text == "Y--deZ"
        assert [again.trace(n) for n in range(6)] == [3, 3, 3, 3, 4, 5]

    def test_of_nothing(self) -> None:
        assert TracedText.of("").edit([Edit(0, 0, "a")]).trace(0) == 0
        assert TracedText.of("a").edit([Edit(0, 1, "")]).text == ""
