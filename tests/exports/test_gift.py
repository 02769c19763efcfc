"""GIFT, read by gift-pegjs: every question comes out as it is in the guidebook."""

from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.reader import guidebook_reader
from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_words import ExportWords
from tests import samples
from tests.exports.readers import (
    export_file,
    make_guidebook,
    make_question,
    needs_readers,
    read,
)

pytestmark = needs_readers


def list_shown(guidebook: Guidebook) -> list[tuple[str, str, list[tuple[str, bool, str]]]]:
    """What a reader has to find: id, prompt, and the answers with their marks and feedback."""
    words = ExportWords(guidebook)
    return [
        (
            one.key,
            one.prompt.replace("->", "→"),
            [
                (each.text.replace("->", "→"), each.is_right, each.feedback.replace("->", "→"))
                for each in one.answers
            ],
        )
        for playbook in Chosen.of(guidebook).playbooks
        for one in exercise.list_questions(playbook, words)
    ]


def list_read(answer: dict[str, Any]) -> list[tuple[str, str, list[tuple[str, bool, str]]]]:
    return [
        (
            one["id"],
            one["stem"]["text"],
            [
                (each["text"]["text"], each["isCorrect"], each["feedback"]["text"])
                for each in one["choices"]
            ],
        )
        for one in answer["questions"]
        if one["type"] == "MC"
    ]


def test_every_question_is_read_as_it_is(guidebook: Guidebook) -> None:
    (found,) = read("gift", [export_file("gift", guidebook).decode()])
    assert "fault" not in found
    assert list_read(found) == list_shown(guidebook)
    titles = [one["title"] for one in found["questions"] if one["type"] == "Category"]
    about = guidebook.about
    practiced = {one.chapter for one in guidebook.playbooks if one.practice}
    assert titles == [
        f"$course$/{about.title}/{one.title}" for one in about.chapters if one.id in practiced
    ]


def test_no_name_is_longer_than_moodle_keeps() -> None:
    words = " ".join(["extraordinarily"] * 9)
    quiz = [make_question("a", "b", prompt=f"{words} {end}")["quiz"] for end in ("one", "two")]
    playbook = samples.make_minimal(practice={"quiz": quiz})
    files = samples.make_folder({f"hot/{'long-name-' * 5}end": playbook})
    guidebook = guidebook_reader.read(files).guidebook
    assert guidebook
    keys = [key for key, _, _ in list_shown(guidebook)]
    assert len(set(keys)) == 2
    assert max(map(len, keys)) <= 100


def test_a_fault_is_refused(guidebook: Guidebook) -> None:
    text = export_file("gift", guidebook, "shouting-customer").decode()
    whole, unclosed = read("gift", [text, text.replace("}", "", 1)])
    assert "questions" in whole
    assert "fault" in unclosed


nasty = st.text(
    st.sampled_from(
        ["~", "=", "#", "{", "}", ":", "\\", "%", "[", "]", "$", "/", "-", ">", "a", "é"]
    ),
    min_size=1,
    max_size=12,
).map(lambda text: f"a{text}a")
begun = st.sampled_from(["%50%ab", "[html]ab", "->ab", "//ab", "T", "=ab", "####ab", "[plain] ab"])


# Each example is many texts for one reader; to make them smaller would start it again and again.
@settings(max_examples=4, deadline=None, phases=[Phase.generate])
@given(
    st.lists(st.lists(nasty | begun, min_size=4, max_size=4, unique=True), min_size=40, max_size=40)
)
def test_any_text_comes_through(texts: list[list[str]]) -> None:
    guidebooks = [
        make_guidebook(make_question(*one[:3], prompt=one[3], feedback=one[3])) for one in texts
    ]
    found = read("gift", [export_file("gift", one).decode() for one in guidebooks])
    for answer, one in zip(found, guidebooks, strict=True):
        assert "fault" not in answer, list_shown(one)
        assert list_read(answer) == list_shown(one)
