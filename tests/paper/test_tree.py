"""The questions of “Help me now” on paper: all of them, danger first, and nothing on top."""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest
import zxingcpp

from generator.model.guidebook import Guidebook
from generator.model.inline_markup import Inline
from generator.reader import guidebook_reader
from generator.views import papers
from generator.views.papers import PaperKind, Printed, Size
from generator.views.papers.template_data import TreeData
from tests import samples
from tests.paper.conftest import (
    assert_no_overlap,
    list_lines,
    list_tags,
    print_all,
    read_text,
    squeeze,
)

Questions = Mapping[str, Sequence[tuple[str, str | list[str]]]]


def print_tree(
    questions: Questions,
    *,
    danger: Sequence[str] = (),
    ask: str = "What is it?",
    about: dict[str, str] | None = None,
    title: str = "Other",
) -> Printed:
    playbooks = {
        "fair/one": samples.make_minimal(),
        "fair/other": samples.make_minimal(title=title),
    }
    files = samples.make_folder(playbooks, samples.make_about(["fair"], **(about or {})))
    files |= samples.make_questions(questions, danger=danger, ask=ask)
    reading = guidebook_reader.read(files, root="p")
    assert reading.guidebook
    assert not reading.errors, reading.errors
    (printed,) = print_all(reading.guidebook, kinds=[PaperKind.TREE], locate=reading.locate)
    return printed


def fan(count: int) -> Questions:
    """A question that leads to others, each with five answers."""
    names = [f"q{number}" for number in range(count)]
    ends = [(f"Reply {number}", ("one", "other")[number % 2]) for number in range(5)]
    return {"a": [(f"To {name}", name) for name in names], **dict.fromkeys(names, ends)}


def chain(count: int) -> Questions:
    """Questions of which each leads to the next one."""
    questions = {f"q{n}": [("Yes", "one"), ("No", f"q{n + 1}")] for n in range(count)}
    return {**questions, f"q{count}": [("Yes", "one"), ("No", "other")]}


def ladder(count: int) -> Questions:
    """Questions of which each leads to the next two."""
    questions = {f"q{n}": [("Yes", f"q{n + 1}"), ("No", f"q{n + 2}")] for n in range(count)}
    return {**questions, f"q{count}": [("Yes", "one")], f"q{count + 1}": [("Yes", "other")]}


def open_sheets(printed: Printed) -> list[pypdfium2.PdfPage]:
    assert printed.pdf, printed.problems
    return list(pypdfium2.PdfDocument(printed.pdf))


def open_sheet(printed: Printed) -> pypdfium2.PdfPage:
    (page,) = open_sheets(printed)
    return page


def list_sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    text = page.get_textpage()
    for place in range(text.count_chars()):
        if not text.get_text_range(place, 1).isspace():
            yield pypdfium2.raw.FPDFText_GetFontSize(text, place)


def count_signs(pdf: bytes) -> int:
    """How many signs of danger a reader of the sheets is told of."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        tags = list_tags(document.Root.StructTreeRoot.K, [])
        return sum(tag.S == "/Figure" and str(tag.Alt) == "Danger" for tag in tags)


def find_left(text: pypdfium2.PdfTextPage, words: str) -> int:
    found = text.search(words).get_next()
    assert found, words
    return round(text.get_charbox(found[0])[0])


def find_usual_size(sheets: Sequence[pypdfium2.PdfPage]) -> float:
    """The size of answers, that of most letters, on the sheet where it is smallest."""
    all_sizes = [list(list_sizes(page)) for page in sheets]
    return min(max(set(sizes), key=sizes.count) for sizes in all_sizes)


@pytest.fixture(scope="module", params=list(Size))
def shipped(guidebook: Guidebook, site: Path, request: pytest.FixtureRequest) -> bytes:
    (job,) = papers.plan(guidebook, sizes=[request.param], kinds=[PaperKind.TREE])
    return (site / job.path).read_bytes()


def test_all_that_ships_is_on_the_sheets(guidebook: Guidebook, shipped: bytes) -> None:
    assert guidebook.triage
    plain = Inline(guidebook).plain
    text = read_text(shipped)
    for number, question in enumerate(guidebook.triage.questions, 1):
        assert f"{number}{squeeze(plain(question.ask))}" in text
        for answer in question.answers:
            following = guidebook.triage.find_next(answer)
            ends = [guidebook.by_id[name] for name in answer.go] if following is None else []
            shown = [plain(answer.say)]
            for end in ends:
                order = ("First" if end is ends[0] else "Then") if len(ends) > 1 else ""
                shown.append(f"{order}{plain(end.title)}{guidebook.chapters[end.chapter].title}")
            assert squeeze("".join(shown)) in text
    answers = [answer for question in guidebook.triage.questions for answer in question.answers]
    sheets = len(pypdfium2.PdfDocument(shipped))
    assert count_signs(shipped) == sum(answer.danger for answer in answers) + sheets


def test_danger_comes_on_the_first_sheets() -> None:
    questions = fan(9)
    printed = print_tree(questions, danger=["To q3"])
    data = cast(TreeData, printed.job.data)
    assert data["roots"][0] == 0
    assert 4 not in data["roots"]
    drawn = [answer["branches"] for answer in data["questions"][0]["answers"]]
    assert drawn.count(False) == len(data["roots"]) - 1 == 6


def test_few_answers_stay_on_one_sheet() -> None:
    assert len(open_sheets(print_tree(fan(4)))) == 1


def test_shipped_questions_can_be_read_from_a_step_away(shipped: bytes) -> None:
    assert find_usual_size(list(pypdfium2.PdfDocument(shipped))) >= 14


@pytest.mark.parametrize(
    "questions",
    [
        {"a": [("Yes", "one")]},
        {"a": [(f"Answer {number}", "one") for number in range(10)]},
        fan(3),
        fan(9),
        fan(12),
        chain(4),
        ladder(4),
        {"a": [(letter * 20, "one") for letter in "MWMWM"]},
        {"a": [("W" * 60, "one"), ("i" * 60, "b")], "b": [("a " * 30, "one"), ("No", "other")]},
    ],
)
def test_nothing_is_on_top_of_anything(questions: Questions) -> None:
    printed = print_tree(questions, ask="What now? " * 9, title="M" * 60)
    for page in open_sheets(printed):
        assert_no_overlap(page)
        for left, _, right, _ in list_lines(page):
            assert left >= 30
            assert right <= page.get_width() - 30


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_smallest_type_can_still_be_read(count: int) -> None:
    printed = print_tree(fan(count), ask="What is it, then? " * 5, title="M" * 60)
    sheet = open_sheet(printed)
    assert find_usual_size([sheet]) >= 14
    assert min(list_sizes(sheet)) >= 7


def test_danger_comes_first_in_words_too() -> None:
    printed = print_tree({"a": [("Calm", "one"), ("Loud", "other")]}, danger=["Loud"])
    assert printed.pdf
    text = read_text(printed.pdf)
    assert text.index("LoudOther") < text.index("CalmSomeoneisshouting")
    assert count_signs(printed.pdf) == 1 + 1  # of the answer, and in the head


def test_each_sheet_says_whom_to_call_and_where_it_belongs() -> None:
    printed = print_tree(fan(9), danger=["To q3"])
    assert printed.pdf
    sheets = [squeeze(page.get_textpage().get_text_bounded()) for page in open_sheets(printed)]
    assert len(sheets) == 7
    for number, text in enumerate(sheets, 1):
        assert f"Sheet{number}of7" in text
        assert "Lifeindanger?Call112,911,999or000,whicheverisyours" in text
    data = cast(TreeData, printed.job.data)
    for number, root in enumerate(data["roots"][1:], 2):
        assert f"Gotoquestion{root + 1},sheet{number}" in sheets[0]
        assert "Fromquestion1,sheet1.Anyonehurtorindanger?Goback" in sheets[number - 1]
        assert f"Sheet{number}of7Toq{root - 1}From" in sheets[number - 1]


def test_a_sheet_that_danger_leads_to_sends_nobody_back() -> None:
    printed = print_tree(fan(9), danger=[f"To q{number}" for number in range(9)])
    assert printed.pdf
    text = read_text(printed.pdf)
    assert text.count("Fromquestion1,sheet1.") == 6
    assert "Goback" not in text


def test_answers_that_end_share_a_column() -> None:
    ends = [(f"End {number}", "one") for number in range(3)]
    questions: Questions = {
        "a": [*ends, ("To b", "b"), ("To c", "c")],
        "b": [("Yes", "one"), ("No", "other")],
        "c": [("So", "one"), ("Or so", "other")],
    }
    text = open_sheet(print_tree(questions)).get_textpage()
    lefts = {find_left(text, words) for words, _ in ends}
    assert len(lefts) == 1
    assert max(lefts) < find_left(text, "To b") < find_left(text, "To c")


def test_a_question_is_drawn_once_where_it_is_reached_first() -> None:
    printed = print_tree(
        {
            "a": [("Long way", "b"), ("Short way", "c")],
            "b": [("On", "c"), ("Off", "one")],
            "c": [("So", "one"), ("Or so", "other")],
        }
    )
    data = cast(TreeData, printed.job.data)
    drawn = [
        (answer["question"], answer["branches"])
        for question in data["questions"]
        for answer in question["answers"]
        if answer["question"] is not None
    ]
    assert drawn == [(1, True), (2, True), (2, False)]
    assert printed.pdf
    text = read_text(printed.pdf)
    assert "OnGotoquestion3" in text
    assert text.count("Orso") == 1


def test_playbooks_in_order() -> None:
    printed = print_tree({"a": [("Yes", ["other", "one"]), ("No", "one")]})
    assert printed.pdf
    assert "YesFirstOtherFairThenSomeoneisshoutingFair" in read_text(printed.pdf)


def test_larger_trees_get_smaller_type() -> None:
    full: Questions = {"a": [(f"A long reply {number}", "one") for number in range(28)]}
    few, many = (
        find_usual_size(open_sheets(print_tree(questions))) for questions in (fan(2), full)
    )
    assert few > many


@pytest.mark.parametrize("questions", [fan(90), chain(12), chain(500), ladder(500)])
def test_too_full_is_reported_at_the_questions(questions: Questions) -> None:
    printed = print_tree(questions)
    (problem,) = printed.problems
    assert (problem.rule.id, problem.place.path, problem.place.line) == (
        "too-full",
        "p/help-me-now.yml",
        1,
    )


def test_code_leads_to_the_questions() -> None:
    picture = open_sheet(print_tree(chain(1))).render(scale=110 / 72).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == "https://service.example/guide/help-me-now/"


def test_without_questions_there_is_no_sheet(guidebook: Guidebook) -> None:
    bare = Guidebook(guidebook.about, guidebook.playbooks, guidebook.sources)
    assert print_all(bare, kinds=[PaperKind.TREE]) == []
