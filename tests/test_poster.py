"""The tree on one sheet: the same every time, whole, and never over its edge."""

import re

import pytest

from generator.model.guidebook import Guidebook
from generator.model.triage import Answer, Question, Triage
from generator.views import pages
from generator.views.pages import font_metrics, tree_layout
from generator.views.pages.page import Layout
from generator.views.pages.tree_layout import End, Poster
from tests.test_pages import make_guidebook

ENDS = {"one": End("Someone is shouting", "When it gets hot"), "two": End("Two", "Chapter")}


def make_question(name: str, *goes: str, ask: str = "What is it?") -> Question:
    answers = (Answer(say=f"To {one}", go=(one,)) for one in goes)
    return Question(id=name, ask=ask, answers=tuple(answers))


def draw(*questions: Question) -> Poster:
    drawn = tree_layout.draw(Triage(questions), ENDS)
    assert drawn is not None
    return drawn


def read_words(drawn: Poster) -> str:
    return " ".join(one.text for one in drawn.words)


def find_sizes(drawn: Poster) -> set[float]:
    return {one.size for one in drawn.words if one.style == "ask"}


def test_the_same_every_time(guidebook: Guidebook) -> None:
    first, second = (
        {page.path: page for page in pages.render(guidebook)}["help-me-now/tree.md"].html
        for _ in range(2)
    )
    assert first == second
    assert not re.search(r"\d\.\d{3}", re.findall(r"<svg.*</svg>", first, re.DOTALL)[0])


def test_all_that_ships_is_drawn_inside_the_sheet(guidebook: Guidebook) -> None:
    assert guidebook.triage is not None
    html = {page.path: page for page in pages.render(guidebook)}["help-me-now/tree.md"].html
    assert "<svg" in html
    ends = {
        one.id: End(one.title, guidebook.chapters[one.chapter].title) for one in guidebook.playbooks
    }
    drawn = tree_layout.draw(guidebook.triage, ends)
    assert drawn is not None
    assert min(find_sizes(drawn)) >= 9
    shown = read_words(drawn).replace(" ", "")
    for question in guidebook.triage.questions:
        assert question.ask.replace(" ", "") in shown
        for answer in question.answers:
            assert answer.say.replace(" ", "") in shown
    for box in drawn.boxes:
        assert box.x >= 0
        assert box.x + box.width <= tree_layout.WIDTH + 0.01
        assert box.y + box.height <= tree_layout.HEIGHT


def test_each_answer_has_an_arrow() -> None:
    drawn = draw(make_question("a", "one", "b"), make_question("b", "two", "one", "two"))
    assert len(drawn.heads) == 5
    assert [box.style for box in drawn.boxes].count("end") == 4


def test_a_question_stands_once_and_is_named_by_its_number() -> None:
    drawn = draw(
        make_question("a", "b", "c"),
        make_question("b", "c", "one"),
        make_question("c", "one", "two", ask="Asked once?"),
    )
    assert read_words(drawn).count("3. Asked once?") == 1
    assert "Go on at question 3" in read_words(drawn)


def test_danger_shows_by_more_than_its_color() -> None:
    danger = Question(id="a", ask="A?", answers=(Answer(say="Yes", go=("one",), danger=True),))
    assert "danger" in {box.style for box in draw(danger).boxes}


def test_playbooks_in_order() -> None:
    both = Question(id="a", ask="A?", answers=(Answer(say="Yes", go=("one", "two")),))
    assert "1. Someone is shouting When it gets hot 2. Two Chapter" in read_words(draw(both))


def test_large_trees_get_smaller_type_until_nothing_fits() -> None:
    def tree(count: int) -> list[Question]:
        names = [f"q{number}" for number in range(count)]
        return [
            make_question("a", *names),
            *(make_question(name, "one", "two", "one", "two", "one") for name in names),
        ]

    assert max(find_sizes(draw(*tree(4)))) > max(find_sizes(draw(*tree(9))))
    assert tree_layout.draw(Triage(tuple(tree(60))), ENDS) is None
    chain = [make_question(f"q{number}", "one", f"q{number + 1}") for number in range(500)]
    assert tree_layout.draw(Triage((*chain, make_question("q500", "one"))), ENDS) is None
    deep = [
        make_question(f"q{number}", f"q{number + 1}", f"q{number + 2}") for number in range(500)
    ]
    last = (make_question("q500", "one"), make_question("q501", "one"))
    assert tree_layout.draw(Triage((*deep, *last)), ENDS) is None


@pytest.mark.parametrize(
    "text", ["", "a b", "longwordwithoutanyspace", "日本語の長い質問です", "é ß 🙂"]
)
def test_lines_are_as_wide_as_there_is_room(text: str) -> None:
    face = font_metrics.read("Regular")
    lines = face.wrap(text, 10, 60)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(face.measure(line, 10) <= 60 for line in lines)


def test_without_questions_the_page_is_as_it_was() -> None:
    rendered = {page.path: page for page in pages.render(make_guidebook())}
    assert "help-me-now/tree.md" not in rendered
    page = rendered["help-me-now.md"]
    assert page.layout is Layout.LIST
    assert [section.id for section in page.sections] == ["danger", "right-now"]
    assert "gb-urgent-stop" in page.sections[0].html
