"""Phrases where staff write: each tool reads them, fills in what it can, and takes nothing for a name."""

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from liquid import Environment, StrictUndefined
from liquid.exceptions import LiquidError, UndefinedError
from llms_txt import parse_llms_file
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook
from generator.model.playbook_items import Channel
from generator.views.exports import phrase_list
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_words import ExportWords
from generator.views.exports.phrase_list import Spoken
from tests import samples
from tests.exports.readers import export, export_file, make_guidebook, needs_readers, read

PEOPLE = "I’m [your name]. Is this [customer], about [item] and [item]?"
FORMATS = ["espanso", "chatwoot", "zendesk", "zammad", "csv"]


def make_phrases(*phrases: Any, **more: Any) -> Guidebook:
    return make_guidebook(samples.make_practice(), say=list(phrases), **more)


def list_phrases(guidebook: Guidebook, *channels: Channel) -> list[Spoken]:
    chosen = Chosen.of(guidebook, channels=channels)
    return list(phrase_list.list_phrases(chosen, ExportWords(guidebook)))


def read_table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def list_bodies(name: str, guidebook: Guidebook, **options: Any) -> list[dict[str, Any]]:
    return list(json.loads(export_file(name, guidebook, **options)))


def list_exported(name: str, guidebook: Guidebook, *channels: Channel) -> list[str]:
    """The names of the phrases in an export."""
    if name == "espanso":
        matches = read_espanso(guidebook, channels=channels)
        return [one.trigger.strip(":;") for one in matches]
    if name in ("zammad", "csv"):
        rows = read_table(export_file(name, guidebook, channels=channels))
        return [one.get("id") or one["name"] for one in rows]
    bodies = list_bodies(name, guidebook, channels=channels)
    if name == "chatwoot":
        return [one["canned_response"]["short_code"] for one in bodies]
    return [one["macro"]["description"].split("\n")[0] for one in bodies]


@pytest.mark.parametrize("name", FORMATS)
def test_every_phrase_leaves_once_and_only_where_it_fits(guidebook: Guidebook, name: str) -> None:
    every = [one.key for one in list_phrases(guidebook)]
    assert len(every) == len(set(every)) == sum(len(one.say) for one in guidebook.standard)
    assert list_exported(name, guidebook) == every
    social = list_exported(name, guidebook, Channel.SOCIAL)
    assert social == [one.key for one in list_phrases(guidebook, Channel.SOCIAL)]
    assert 0 < len(social) < len(every)


def test_what_managers_say_among_staff_fits_no_channel_by_itself() -> None:
    phrase = {"say": "Tell me more."}
    assert list_phrases(make_phrases(phrase), Channel.CHAT)
    assert not list_phrases(make_phrases(phrase, audience="managers"), Channel.CHAT)
    assert list_phrases(
        make_phrases({**phrase, "channels": "chat"}, audience="managers"), Channel.CHAT
    )


@pytest.mark.parametrize("name", FORMATS)
def test_names_stay_when_phrases_are_moved_and_reworded(name: str) -> None:
    first, second = {"say": "Tell me the main thing.", "id": "main"}, {"say": "I will see to it."}
    before = list_exported(name, make_phrases(first, second))
    assert before == ["shouting.say.main", "shouting.say.i-will-see-to-it"]
    reworded = {**first, "say": "What matters most?"}
    assert list_exported(name, make_phrases(second, reworded)) == before[::-1]


class Match(BaseModel):
    """A match as Espanso's documentation has it."""

    model_config = ConfigDict(extra="forbid", strict=True)
    trigger: str = Field(min_length=2)
    label: str
    search_terms: list[str]
    replace: str | None = None
    form: str | None = None

    @model_validator(mode="after")
    def _has_words(self) -> "Match":
        assert (self.replace is None) != (self.form is None)
        return self


class Package(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    matches: list[Match]


class Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    name: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    description: str
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    author: str
    tags: list[str]
    homepage: str


def read_espanso(guidebook: Guidebook, **options: Any) -> list[Match]:
    files = export("espanso", guidebook, **options)
    (folder,) = {path.split("/")[0] for path in files}
    manifest = Manifest.model_validate(yaml.safe_load(files[f"{folder}/_manifest.yml"]))
    assert manifest.name == folder
    assert f"{folder}/README.md" in files
    return Package.model_validate(yaml.safe_load(files[f"{folder}/package.yml"])).matches


def test_espanso_asks_for_what_is_to_be_filled_in(guidebook: Guidebook) -> None:
    (match,) = read_espanso(make_phrases({"say": PEOPLE}))
    assert match.form == "I’m [[your_name]]. Is this [[customer]], about [[item]] and [[item]]?"
    triggers = [one.trigger for one in read_espanso(guidebook)]
    assert not [
        one for one in triggers for other in triggers if one != other and other.startswith(one)
    ]
    bare = make_phrases({"say": "Say [[a]] or [[ or [b]."})
    assert read_espanso(bare)[0].form == "Say [ [[a]] ] or [ [ or [[b]]."
    two = make_phrases({"say": "Is it [a b] or [a-b]?"})
    assert read_espanso(two)[0].form == "Is it [[a_b]] or [[a_b_2]]?"


def test_a_fault_for_espanso_is_refused() -> None:
    with pytest.raises(ValidationError):
        Match.model_validate({"triger": ":a;", "label": "a", "search_terms": [], "replace": "a"})


@needs_readers
def test_chatwoot_knows_every_variable(guidebook: Guidebook) -> None:
    contents = [
        one["canned_response"]["content"]
        for each in (guidebook, make_phrases({"say": PEOPLE}))
        for one in list_bodies("chatwoot", each)
    ]
    *shipped, own = read("chatwoot", contents)
    assert all(one["unknown"] == [] for one in shipped)
    assert own["said"] == "I’m Bo Berg. Is this Ada, about [item] and [item]?"
    (fault,) = read("chatwoot", ["Hello {{contact.frist_name}}"])
    assert fault["unknown"] == ["contact.frist_name"]


def name_people(text: str, customer: str, you: str) -> str:
    """A text of the shipped guidebook with the names that a tool knows."""
    text = re.sub(r"\[(customer|their name)\]", customer, text, flags=re.IGNORECASE)
    return text.replace("[Your name]", you)


LIQUID = Environment(undefined=StrictUndefined)
TICKET = {"current_user": {"name": "Bo"}, "ticket": {"requester": {"name": "Ada"}}}


def fill_zendesk(guidebook: Guidebook) -> list[str]:
    """What macros say, by a reader of Liquid that refuses what it does not know."""
    values = []
    for one in list_bodies("zendesk", guidebook):
        macro = one["macro"]
        assert macro.keys() == {"title", "description", "active", "actions"}
        (action,) = macro["actions"]
        assert action["field"] == "comment_value"
        values.append(LIQUID.from_string(action["value"]).render(**TICKET))
    return values


def test_zendesk_knows_every_placeholder(guidebook: Guidebook) -> None:
    for said, one in zip(fill_zendesk(guidebook), list_phrases(guidebook), strict=True):
        assert said == name_people(one.text, "Ada", "Bo")
    assert fill_zendesk(make_phrases({"say": PEOPLE})) == [
        "I’m Bo. Is this Ada, about [item] and [item]?"
    ]
    with pytest.raises(UndefinedError):
        LIQUID.from_string("Hello {{ticket.requester.nane}}").render(**TICKET)
    with pytest.raises(LiquidError):
        LIQUID.from_string("{% if").render(**TICKET)


def test_zammad_reads_its_columns(guidebook: Guidebook) -> None:
    rows = read_table(export_file("zammad", guidebook))
    assert list(rows[0]) == ["id", "name", "keywords", "content", "note", "active", "groups"]
    for row, one in zip(rows, list_phrases(guidebook), strict=True):
        shown = LexborHTMLParser(f"<p>{row['content']}</p>").css_first("p")
        assert shown
        assert shown.text() == name_people(
            one.text, "#{ticket.customer.fullname}", "#{user.fullname}"
        )
    (row,) = read_table(export_file("zammad", make_phrases({"say": f"{PEOPLE} <b> & #{{a}}"})))
    assert row["content"] == (
        "I’m #{user.fullname}. Is this #{ticket.customer.fullname}, about [item] and [item]?"
        " &lt;b&gt; &amp; # {a}"
    )


def test_a_table_has_all_of_a_phrase() -> None:
    phrase = {"say": "Is it [item]?", "why": "It helps.", "channels": "chat", "feelings": "angry"}
    (row,) = read_table(export_file("csv", make_phrases(phrase)))
    assert list(row.values()) == [
        "shouting.say.is-it-item",
        "Hot",
        "Someone is shouting",
        "Is it [item]?",
        "It helps.",
        "chat",
        "angry",
        "item",
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_spreadsheet_works_out_nothing_in_a_table(sign: str) -> None:
    phrase = {"say": f"{sign}1+1 is [item].", "why": f"{sign}2"}
    (row,) = read_table(export_file("csv", make_phrases(phrase)))
    assert row["phrase"] == f"'{sign}1+1 is [item]."
    assert row["why"].startswith("'")


def test_a_table_begins_with_the_mark_by_which_excel_knows_its_encoding() -> None:
    assert export_file("csv", make_phrases({"say": "Café?"})).startswith(b"\xef\xbb\xbfid,")


def test_a_phrase_without_feelings_has_those_of_its_playbook() -> None:
    own = {"say": "That is enough.", "feelings": "angry"}
    guidebook = make_phrases(own, {"say": "Tell me more."}, feelings=["sad"])
    rows = read_table(export_file("csv", guidebook))
    assert [row["feelings"] for row in rows] == ["angry", "sad"]


def test_a_title_with_two_colons_makes_no_folder_of_macros() -> None:
    (one,) = list_bodies("zendesk", make_phrases({"say": "Tell me."}, title="Shouting::loud"))
    parts = one["macro"]["title"].split("::")
    assert parts[1:] == ["Shouting:loud", "Tell me."]


def test_llms_txt_lists_every_playbook(guidebook: Guidebook) -> None:
    found = parse_llms_file(export_file("llms", guidebook).decode())
    assert (found.title, found.summary) == (guidebook.about.title, guidebook.about.purpose)
    links = [one for section in found.sections.values() for one in section]
    assert len(links) == len(guidebook.playbooks)
    assert {one.url for one in links} == {one.url for one in guidebook.playbooks}
    assert all(one.desc for one in links)
    broken = export_file("llms", guidebook).decode().replace("# ", "", 1)
    with pytest.raises((AttributeError, TypeError)):
        parse_llms_file(broken)


signs = st.text(st.sampled_from(list("{}[]$|#%<>&\"',;:=-\\/é a")), min_size=1, max_size=12)


@settings(max_examples=8, deadline=None)
@given(st.lists(signs.map(lambda text: f"x{text}x"), min_size=20, max_size=20, unique=True))
def test_no_sign_means_anything_to_a_tool(texts: list[str]) -> None:
    guidebook = make_phrases(*({"say": one} for one in texts))
    phrases = list_phrases(guidebook)
    shown = [one.text for one in phrases]

    def bare(text: str) -> str:
        return re.sub(r"\s", "", text)

    assert list(map(bare, fill_zendesk(guidebook))) == list(map(bare, shown))
    for match, one in zip(read_espanso(guidebook), phrases, strict=True):
        words = match.form or match.replace or ""
        assert "{{" not in words
        assert "$|$" not in words
        fields = re.findall(r"\[\[(.*?)\]\]", words)
        assert len(fields) == sum(is_slot for _, is_slot in one.pieces)
        assert all(re.fullmatch(r"[a-z0-9_]+", field) for field in fields)
    rows = read_table(export_file("zammad", guidebook))
    assert [bare(LexborHTMLParser(f"<p>{one['content']}").text()) for one in rows] == list(
        map(bare, shown)
    )
    assert [one["phrase"] for one in read_table(export_file("csv", guidebook))] == shown
