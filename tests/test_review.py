"""What one file cannot know."""

from datetime import date
from typing import Any

import pytest

from generator.reader import guidebook_reader
from tests import samples

OTHER = samples.make_minimal(title="Other")


def tell(
    playbook: dict[str, Any],
    *,
    about: dict[str, Any] | None = None,
    today: date | None = None,
    **files: bytes,
) -> list[str]:
    """Problems of a guidebook of two playbooks, as `line:column rule message fix`."""
    playbooks = {"fair/one": samples.make_minimal(**playbook), "fair/other": OTHER}
    folder = samples.make_folder(playbooks, about or samples.make_about(["fair"], house_values={}))
    folder |= {f"{name}.yml": text for name, text in files.items()}
    found = guidebook_reader.read(folder, root="p", today=today).problems
    return [
        f"{one.place.path}:{one.place.line}:{one.place.column} {one.rule.id} {one.message} {one.fix}"
        for one in found
        if not one.rule.switchable  # those have their own tests
    ]


def test_clean() -> None:
    assert tell({"related": ["other"], "stop": {"text": "Leave.", "go": "other"}}) == []


@pytest.mark.parametrize(
    ("playbook", "parts"),
    [
        ({"related": ["othr"]}, ["unknown-playbook", "“othr”", "Did you mean “other”?"]),
        ({"related": ["one"]}, ["leads-to-itself", "“related” leads"]),
        ({"stop": {"text": "Leave.", "go": "one"}}, ["leads-to-itself", "“go” leads"]),
        ({"related": ["other", "other"]}, ["named-twice"]),
        ({"stop": {"text": "Leave.", "go": "nowhere"}}, ["unknown-playbook", "“nowhere”"]),
        ({"owner": "Trainin"}, ["unknown-owner", "Did you mean “Training”?"]),
        ({"sources": ["D1"]}, ["unknown-source", "“D1”", "no source yet"]),
        ({"ideas": ["S1"]}, ["unknown-idea", "“S1”"]),
        ({"steps": ["Go to ((othr)) now."]}, ["unknown-playbook", "“othr”", "“other”"]),
        ({"say": [{"say": "Up to ((limit)).", "why": "x"}]}, ["unknown-playbook", "“limit”"]),
        ({"checklist": ["I listened.", "I listened."]}, ["named-twice", "Items 1 and 2"]),
    ],
)
def test_unknown_reference(playbook: dict[str, Any], parts: list[str]) -> None:
    (told,) = tell(playbook, sources=b"sources: {}\n", ideas=b"ideas: {}\n")
    assert told.startswith("p/fair/one.yml:")
    assert all(part in told for part in parts), told


def test_two_playbooks_of_one_title_are_told_at_the_second() -> None:
    (told,) = tell({"title": "  OTHER "})
    assert told.startswith("p/fair/other.yml:1:8 same-title Two playbooks have the title “Other”.")


@pytest.mark.parametrize("what", ["sources", "ideas"])
def test_a_missing_file_is_told_once(what: str) -> None:
    (told,) = tell({what: ["D1", "D2"]})
    assert told.startswith(
        f"p/{what}.yml:1:1 no-{what} There is no file “{what}.yml”, but 1 playbook names {what}. "
    )
    names = {what: ["D1"]}
    playbooks = {
        "fair/one": samples.make_minimal(**names),
        "fair/two": samples.make_minimal(**names),
        "fair/bad": samples.make_minimal(**names, titel="x"),
    }
    reading = guidebook_reader.read(samples.make_folder(playbooks))
    (told,) = (one.message for one in reading.errors if one.place.path == f"{what}.yml")
    assert told == f"There is no file “{what}.yml”, but 3 playbooks name {what}."
    assert {one.rule.id for one in reading.errors} == {f"no-{what}", "unknown-name"}


@pytest.mark.parametrize("what", ["sources", "ideas"])
def test_a_file_that_cannot_be_read_is_not_missing(what: str) -> None:
    told = tell({what: ["D1"]}, **{what: what.encode() + b": [\n"})
    assert told
    assert not any(f"no-{what}" in one or "“D1”" in one for one in told)


@pytest.mark.parametrize("dots", ["…", "...", ". . .", "…."])
def test_the_dots_of_an_example(dots: str) -> None:
    told = tell({"purpose": dots, "steps": ["Listen.", dots], "search": [dots]})
    assert len(told) == 3
    assert told[0].startswith("p/fair/one.yml:4:")
    assert all(
        one.endswith("still-dots This still holds the dots of an example. Write the words.")
        for one in told
    )


def test_dots_among_words_are_no_example() -> None:
    assert tell({"purpose": "Wait … then ask.", "say": ["I see..."]}) == []


def test_dots_that_stand_in_for_what_cannot_be_read_are_not_told() -> None:
    playbook = samples.make_minimal(titel="x", say={"a": "b"})
    reading = guidebook_reader.read(samples.make_folder({"fair/one": playbook}))
    assert reading.errors
    assert "still-dots" not in {one.rule.id for one in reading.errors}


def test_a_reference_that_is_not_closed() -> None:
    (told,) = tell({"purpose": "Then ((other)), or ((other) later."})
    assert told.startswith("p/fair/one.yml:4:29 open-reference “((” opens a reference that is not")
    folder = samples.make_folder({"fair/one": samples.make_minimal(purpose="Then ((one.")})
    assert guidebook_reader.read(folder).errors == ()


@pytest.mark.parametrize(
    "text",
    ["See ((other)).", "See (((other|it (now)))).", "Type `((` here.", "``a ` ((b``", "a (b (c))"],
)
def test_round_brackets_that_leave_nothing_open(text: str) -> None:
    assert tell({"purpose": text}) == []


def test_a_reference_in_a_chapter_or_a_question_is_checked() -> None:
    about = samples.make_about(["fair"], house_values={})
    about["chapters"][0]["purpose"] = "See ((othr))."
    (told,) = tell({}, about=about)
    assert told.startswith("p/guidebook.yml:")
    assert "“othr”" in told


def test_the_stand_in_for_an_owner_is_none() -> None:
    (told,) = tell({"owner": "…"})
    assert "unknown-owner" in told


def test_a_review_in_the_last_year_there_is() -> None:
    (told,) = tell({"reviewed": "9999-12-31"}, today=date(2026, 11, 22))
    assert "date-to-come" in told


def test_reference_inside_a_text_has_its_own_place() -> None:
    (told,) = tell({"purpose": "Then ((othr))."})
    assert told.startswith("p/fair/one.yml:4:15 ")


def test_bad_file_causes_no_unknown_ids_elsewhere() -> None:
    folder = samples.make_folder(
        {"fair/one": samples.make_minimal(related=["other"]), "fair/other": OTHER}
    )
    reading = guidebook_reader.read(folder | {"fair/other.yml": b"title: [\n"})
    assert {one.place.path for one in reading.errors} == {"fair/other.yml"}
    assert reading.guidebook is not None
    assert [one.id for one in reading.guidebook.playbooks] == ["one"]


def test_house_values() -> None:
    about = samples.make_about(["fair"])
    told = tell({"purpose": "Stay within ((spend-limit))."}, about=about)
    assert len(told) == 1
    assert "not-set “spend limit” is not filled in, so its pages say “not set”." in told[0]
    assert "How much?" in told[0]
    about["house_values"]["spend-limit"]["value"] = "50"
    assert tell({"purpose": "Stay within ((spend-limit))."}, about=about) == []
    about["house_values"]["one"] = {"name": "x", "ask": "y", "value": "z"}
    assert "duplicate-id" in tell({}, about=about)[0]


def test_a_fact_that_is_called_like_a_playbook() -> None:
    fact = {"name": "x", "ask": "y", "common": "z"}
    about = samples.make_about(["fair"], house_values={}, country_facts={"one": fact})
    (told,) = (one for one in tell({}, about=about) if "no-country" not in one)
    assert told.startswith("p/guidebook.yml:")
    assert "duplicate-id “one” is the name of a fact and of a playbook." in told


def test_review_dates() -> None:
    assert tell({}, today=date(2027, 11, 20)) == []
    told = tell({}, today=date(2027, 11, 21))
    assert len(told) == 2
    assert "overdue The review was due on 2027-11-20." in told[0]
    assert "date-to-come" in tell({}, today=date(2026, 1, 1))[0]
    assert tell({"review_every": "24"}, today=date(2027, 11, 21))[0].startswith("p/fair/other.yml")


def make_play(**changes: Any) -> dict[str, Any]:
    def reply(go: str, best: str = "no") -> dict[str, str]:
        return {"say": f"To {go}.", "leads": "On.", "go": go, "best": best}

    play = {
        "setting": "A counter.",
        "rounds": [
            {"id": "a", "customer": "Hey!", "replies": [reply("b", "yes"), reply("bad")]},
            {"id": "b", "customer": "Well.", "replies": [reply("good", "yes"), reply("bad")]},
        ],
        "endings": [
            {"id": "good", "outcome": "good", "text": "Fine.", "debrief": "Why."},
            {"id": "bad", "outcome": "poor", "text": "Not.", "debrief": "Why."},
        ],
    }
    return {"practice": {"roleplay": play | changes}}


def test_good_roleplay() -> None:
    assert tell(make_play()) == []


def test_roleplay_faults() -> None:
    play = make_play()["practice"]["roleplay"]
    play["rounds"][0]["replies"][0]["go"] = "bb"
    told = " ".join(tell({"practice": {"roleplay": play}}))
    assert "unknown-round There is no round or ending called “bb”" in told
    assert "never-reached No reply leads to “b”" in told
    assert "never-reached No reply leads to “good”" in told

    play = make_play()["practice"]["roleplay"]
    play["rounds"][1]["replies"][1]["go"] = "a"
    assert any(
        "goes-in-circles" in one and "“a”" in one for one in tell({"practice": {"roleplay": play}})
    )

    play = make_play()["practice"]["roleplay"]
    play["rounds"][0]["replies"][1]["best"] = "yes"
    assert any("one-best-reply" in one for one in tell({"practice": {"roleplay": play}}))

    play = make_play()["practice"]["roleplay"]
    play["endings"][1]["id"] = "good"
    assert any("duplicate-id" in one for one in tell({"practice": {"roleplay": play}}))


@pytest.mark.parametrize(("right", "words"), [(0, "No answer"), (2, "2 answers")])
def test_quiz_has_one_right_answer(right: int, words: str) -> None:
    options = [
        {"text": f"{n}", "feedback": "x", "right": "yes" if n < right else "no"} for n in range(3)
    ]
    (told,) = tell({"practice": {"quiz": {"prompt": "?", "options": options}}})
    assert "one-right-answer" in told
    assert words in told


def test_chapters() -> None:
    about = samples.make_about(["fair", "fair", "aux"])
    about["house_values"] = {}
    told = " ".join(tell({}, about=about))
    assert "duplicate-id There are two chapters" in told
    assert "chapter-name “aux”" in told


def test_a_chapter_called_like_the_folder_of_the_countries_is_told_once() -> None:
    about = samples.make_about(["fair", "countries"], country="uk", house_values={})
    playbooks = {
        "fair/one": samples.make_minimal(related=["other"]),
        "countries/other": samples.make_minimal(related=["one"]),
    }
    files = samples.make_folder(playbooks, about)
    files["countries/uk.yml"] = b"name: United Kingdom\nfacts: {}\n"
    (told,) = guidebook_reader.read(files).errors
    assert (told.rule.id, told.place.path) == ("chapter-name", "guidebook.yml")
    assert "“countries”" in told.message


def test_tiles() -> None:
    about = samples.make_about(
        ["fair"], house_values={}, right_now=[{"playbook": "othr", "label": "Now"}]
    )
    (told,) = tell({}, about=about)
    assert told.startswith("p/guidebook.yml:")
    assert "unknown-playbook" in told


def test_without_guidebook_file() -> None:
    reading = guidebook_reader.read({"fair/one.yml": b"title: x\n"}, root="p")
    assert reading.guidebook is None
    (told,) = (one for one in reading.errors if one.rule.id == "no-guidebook")
    assert told.fix.endswith("or bring the file back from a copy or from git.")


def test_an_unreadable_file_makes_no_orphan_of_another() -> None:
    playbooks = {"fair/one": samples.make_minimal(related=["other"]), "fair/other": OTHER}
    files = samples.make_folder(playbooks) | {"fair/one.yml": b"title: [\n"}
    assert "orphan" not in {one.rule.id for one in guidebook_reader.read(files).problems}
