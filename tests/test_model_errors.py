"""What the model refuses, told in a trainer's words. `problems/` has whole files; these are edges."""

import pytest
from pydantic import Field, ValidationError

from generator.model.emergency_playbook import EmergencyFile
from generator.model.file_models import MODELS
from generator.model.guidebook_files import GuidebookFile, SourcesFile
from generator.model.playbook import StandardFile
from generator.model.playbook_items import Avoid
from generator.model.practice import Option
from generator.model.yaml_model import Text, YamlModel
from generator.problem import Problem
from generator.reader import model_errors
from generator.reader.model_errors.meant import NAMES
from generator.reader.model_errors.model_walk import (
    describe,
    find_homes,
    find_short_form,
    write_example,
)
from generator.reader.model_errors.out_of_limits import make_slug
from generator.reader.model_errors.written_dates import explain_date
from generator.reader.yaml_text import parse

GUIDEBOOK = """\
title: Service guidebook
owners: [Service training]
chapters:
  - id: fair-limits
    title: Fair limits
    audience: everyone
"""


def find_problems(text: str, model: type[YamlModel] = StandardFile) -> list[Problem]:
    source = parse("a.yml", text)
    try:
        model.model_validate(source.data)
    except ValidationError as error:
        return list(model_errors.find_problems(error, source, model))
    return []


def find_one(text: str, model: type[YamlModel] = StandardFile, rule: str = "") -> Problem:
    found = [one for one in find_problems(text, model) if one.rule.id == rule or not rule]
    assert len(found) == 1
    return found[0]


class TestGuidebookFile:
    def find(self, text: str) -> Problem:
        return find_one(GUIDEBOOK + text, GuidebookFile)

    def test_fine(self) -> None:
        assert find_problems(GUIDEBOOK, GuidebookFile) == []

    def test_a_name_that_is_an_id(self) -> None:
        problem = self.find("house_values:\n  Spend Limit:\n    name: a\n    ask: b\n")
        assert (problem.rule.id, problem.place.line, problem.place.column) == ("form", 8, 3)
        assert problem.message == "“Spend Limit” cannot be used for a name here."
        assert "spend-limit" in problem.fix

    def test_groups_with_free_names(self) -> None:
        problem = self.find("house_values: none yet\n")
        assert problem.message.startswith("“house_values” must be a group of names, but it is")
        problem = self.find("house_values:\n  - name: a\n")
        assert problem.message.endswith("but it is a list.")
        problem = self.find("house_values:\n  limit: 20\n")
        assert "“house_values > limit” must be a group of names" in problem.message
        assert "\n  name: 20\n" in problem.fix

    def test_missing_inside_them(self) -> None:
        problem = self.find("house_values:\n  limit:\n    name: Spend limit\n")
        assert problem.message == "“ask” is missing in “house_values > limit”."
        assert problem.place.line == 8

    def test_an_item_that_may_be_short(self) -> None:
        problem = find_one(GUIDEBOOK.replace("[Service training]", "[[a]]"), GuidebookFile)
        assert "“owners > owner 1” must be a text or a group of names" in problem.message

    def test_id_is_an_ordinary_unknown_name_here(self) -> None:
        assert "Names that can be used here" in self.find("id: x\n").fix

    def test_sources(self) -> None:
        problem = find_one(
            "sources:\n  D1:\n    work: a\n    fact: b\n    certainty: verify\n", SourcesFile
        )
        assert problem.message == "“sources > D1 > certainty” cannot be “verify”."
        assert problem.fix.startswith("Did you mean “verified”?")


class TestNames:
    @pytest.mark.parametrize("wrong", ["tilte", "Title", "TITLE", "titel", "heading", "title:x"])
    def test_a_wrong_name_and_the_missing_one_are_told_once(self, wrong: str) -> None:
        found = [one for one in find_problems(f"{wrong}: a\n") if "title" in one.message + one.fix]
        assert len(found) == 1
        assert found[0].rule.id in ("unknown-name", "space")

    def test_missing_is_not_told_of_a_file_that_lost_words(self) -> None:
        assert find_problems("title: a\nlost words\nkind: b\n", StandardFile) == [
            find_one("title: a\nlost words\nkind: b\n", rule="choice")
        ]

    def test_what_stands_in_another_group_is_not_missing(self) -> None:
        found = find_problems("title: a\nstop:\n  text: b\n  owner: c\n")
        about_owner = [one for one in found if "owner" in one.message]
        assert [one.rule.id for one in about_owner] == ["unknown-name"]
        assert about_owner[0].fix.startswith("“owner” belongs at the top")

    def test_a_guessed_line_is_not_told_twice(self) -> None:
        source = parse("a.yml", "title: a\nwords without colon\n")
        assert source.guessed_lines == {2}
        with pytest.raises(ValidationError) as refused:
            StandardFile.model_validate(source.data)
        places = [
            one.place.line
            for one in model_errors.find_problems(refused.value, source, StandardFile)
        ]
        assert 2 not in places

    def test_other_words_lead_to_names_that_are_not_beside_them(self) -> None:
        for name, others in NAMES.items():
            models = [
                one
                for one in {StandardFile, EmergencyFile, *MODELS.values()}
                if find_homes(one, name)
            ]
            assert models
            for other in others:
                assert not any(
                    set(find_homes(one, other)) & set(find_homes(one, name)) for one in models
                )

    def test_homes(self) -> None:
        assert find_homes(StandardFile, "why") == ["steps", "say", "avoid"]
        assert find_homes(StandardFile, "title") == [""]
        assert find_homes(StandardFile, "debrief") == ["practice > roleplay > endings"]


class TestWords:
    @pytest.mark.parametrize(
        ("text", "fix"),
        [
            ("31/03/2027", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("03/31/2027", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("05/05/2027", "If you mean 5 May 2027, write  day: 2027-05-05"),
            ("31.03.27", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("2027/03/31", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("31 March 2027", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("31st of March, 2027", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("Mar 31, 2027", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("31-Mar-2027", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("2027-03-31T10:00:00Z", "If you mean 31 March 2027, write  day: 2027-03-31"),
            ("2027-03", "The day is missing. Write it too, for example  day: 2027-03-01"),
            ("March 2027", "The day is missing. Write it too, for example  day: 2027-03-01"),
            ("20270331", "Write the year, the month and the day in digits:  day: 2027-03-31"),
            ("31 Foo 2027", "Write the year, the month and the day in digits:  day: 2027-03-31"),
            ("99/99/2027", "Write the year, the month (1 to 12) and the day:  day: 2027-03-31"),
            ("2027-13", "Write the year, the month and the day in digits:  day: 2027-03-31"),
            ("2027-02-00", "There is no day 0. Write for example  day: 2027-02-01"),
        ],
    )
    def test_dates(self, text: str, fix: str) -> None:
        message, told = explain_date("“day”", "day", text)
        assert told == fix
        assert message == f"“day” must be a date such as 2027-03-31, but it is “{text}”."

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("2026-02-30", "“day” is no real day: February 2026 has only 28 days."),
            ("2028-02-30", "“day” is no real day: February 2028 has only 29 days."),
            ("31/04/2026", "“day” is no real day: April 2026 has only 30 days."),
            ("31 April 2026", "“day” is no real day: April 2026 has only 30 days."),
        ],
    )
    def test_days_that_do_not_exist(self, text: str, message: str) -> None:
        assert explain_date("“day”", "day", text)[0] == message

    def test_a_date_that_can_be_read_in_two_ways(self) -> None:
        fix = explain_date("“day”", "day", "03/04/2027")[1]
        assert "For 3 April 2027 write  day: 2027-04-03" in fix
        assert "For 4 March 2027 write  day: 2027-03-04" in fix

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("six months", 6),
            ("12 months", 12),
            ("2 years", 24),
            ("a year", 12),
            ("yearly", 12),
            ("a dozen", 12),
            ("every 3 months", 3),
            ("twelve", 12),
            ("soon", 12),
        ],
    )
    def test_numbers(self, text: str, number: int) -> None:
        problem = find_one(f"review_every: {text}\n", rule="kind")
        assert problem.fix.split("\n")[0].endswith(f"  review_every: {number}")

    @pytest.mark.parametrize(
        ("text", "word"), [("y", "yes"), ("N", "no"), ("1", "yes"), ("0", "no")]
    )
    def test_yes_and_no(self, text: str, word: str) -> None:
        problem = find_one(f"checklist:\n  items: [a]\n  sign_off: {text}\n", rule="kind")
        assert problem.fix == f"Write  sign_off: {word}"

    @pytest.mark.parametrize(
        ("text", "near"),
        [("Phone", "phone"), ("e-mail", "email"), ("telephone", "phone"), ("chatt", "chat")],
    )
    def test_choices(self, text: str, near: str) -> None:
        problem = find_one(f"channels: [{text}]\n", rule="choice")
        assert problem.fix.startswith(f"Did you mean “{near}”? Choose one of: counter, phone,")

    def test_several_choices_where_one_fits(self) -> None:
        problem = find_one("kind: tactic or policy\n", rule="choice")
        assert problem.fix.startswith("Keep only one.\n")

    @pytest.mark.parametrize(
        ("text", "slug"),
        [
            ("Listen first", "listen-first"),
            ("put-it-right/Own_it.yml", "own-it"),
            ("Don’t argue", "dont-argue"),
            ("écoute", "ecoute"),
            ("Größe passt nicht", "grosse-passt-nicht"),
            ("STRAẞE", "strasse"),
            ("Brød på Łódź, sœur", "brod-pa-lodz-soeur"),
            ("Ærlig Þór á Đakovo, ısı", "aerlig-thor-a-dakovo-isi"),
            ("слушать", ""),
            ("a" * 90, "a" * 60),
        ],
    )
    def test_ids(self, text: str, slug: str) -> None:
        assert make_slug(text) == slug

    def test_an_empty_id(self) -> None:
        assert find_one("related: ['']\n", rule="empty").place.column == 11


class TestShapes:
    def test_describe(self) -> None:
        assert describe(("steps", 2, "why")) == "“steps > step 3 > why”"
        assert describe(("say", 0)) == "“say > item 1”"
        assert describe(("rounds", 0, "replies", 1)) == "“rounds > round 1 > reply 2”".replace(
            "> reply", "> replies > reply"
        )
        assert describe(("a", 0, 1)) == "“a > item 1 > item 2”"
        assert describe(()) == "This file"

    @pytest.mark.parametrize(
        ("model", "name", "example"),
        [
            (StandardFile, "title", "title: …"),
            (StandardFile, "kind", "kind: principle"),
            (StandardFile, "audience", "audience: [everyone]"),
            (StandardFile, "reviewed", "reviewed: 2026-11-20"),
            (StandardFile, "steps", "steps:\n  - …"),
            (StandardFile, "checklist", "checklist:\n  - …"),
            (StandardFile, "stop", "stop: …"),
            (GuidebookFile, "owners", "owners:\n  - …"),
            (GuidebookFile, "chapters", "chapters:\n  - id: …\n    title: …\n    audience: …"),
            (Option, "right", "right: yes"),
            (Avoid, "instead", "instead: …"),
        ],
    )
    def test_examples(self, model: type[YamlModel], name: str, example: str) -> None:
        assert write_example(model, name) == f"{example}\n({model.model_fields[name].description})"

    def test_short_forms(self) -> None:
        steps = find_short_form(StandardFile, ("steps", 0))
        assert steps
        assert steps.key == "do"
        assert find_short_form(StandardFile, ("steps",)) is None
        assert find_short_form(StandardFile, ("practice", "quiz", "options", 0)) is None


class Anything(YamlModel):
    """A model with refusals that playbooks do not have."""

    number: float = Field(description="a number of any kind")
    note: Text = Field("", description="a note")


def test_an_unknown_kind_of_refusal_is_told_too() -> None:
    problem = find_one("number: many\n", Anything)
    assert problem.message == "“number” cannot be used as it is written here."
    assert "a number of any kind" in problem.fix


def test_a_file_that_is_not_a_group_is_told_once() -> None:
    assert find_problems("- a\n") == []
    assert find_problems("") == []
