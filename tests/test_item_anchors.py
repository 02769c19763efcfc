"""What rounds rest on: named by keys, linked on the page, and no part of what experts sign."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook
from generator.model.item_anchors import list_anchors
from generator.views.pages.practice_parts import list_rests
from tests import samples
from tests.page_samples import make_one, render


def test_steps_come_before_phrases_of_the_same_key() -> None:
    playbook = make_one(
        "hot/one",
        samples.make_minimal(
            steps=["Say sorry once.", {"say": "I'm here.", "id": "here"}],
            say=["Say sorry once.", {"say": "Tell me more.", "id": "more"}],
        ),
    )
    found = {key: (one.mark, one.name) for key, one in list_anchors(playbook).items()}
    assert found == {
        "stop": ("stop", "when to stop"),
        "say-sorry-once": ("step-1", "step 1"),
        "here": ("step-2", "step 2"),
        "more": ("say-2", "what to say"),
    }


def test_every_round_that_we_ship_is_linked_to_a_place_on_its_page(guidebook: Guidebook) -> None:
    pages = render(guidebook)
    count = 0
    for playbook in guidebook.playbooks:
        play = playbook.practice.roleplay if playbook.practice else None
        if play:
            page = LexborHTMLParser(pages[f"{playbook.chapter}/{playbook.id}.md"].html)
            marks = [one.mark for one in list_rests(playbook, play).values()]
            links = page.css(".gb-round .gb-answer > .gb-why a")
            assert [link.attributes["href"] for link in links] == [f"#{one}" for one in marks]
            assert all(len(page.css(f"#{one}")) == 1 for one in marks)
            assert len(marks) == len(play.rounds)
            count += len(marks)
    assert count > 100


@pytest.mark.parametrize("name", ["step-1", "say-1", "stop"])
def test_only_what_is_rested_on_has_a_mark(name: str) -> None:
    practice = samples.make_practice(roleplay=True)
    site = samples.make_site({"fair/one": samples.make_minimal(practice=practice)})
    assert f'id="{name}"' not in site.pages["fair/one.md"].html
    keys = {"step-1": "listen", "say-1": "tell-me-the-main-thing", "stop": "stop"}
    practice["roleplay"]["rounds"][0]["rests_on"] = keys[name]
    site = samples.make_site({"fair/one": samples.make_minimal(practice=practice)})
    assert site.pages["fair/one.md"].html.count(f'id="{name}"') == 1


def test_what_a_round_rests_on_is_nothing_that_an_expert_signs() -> None:
    practice = samples.make_practice(roleplay=True)
    before = make_one("fair/one", samples.make_minimal(practice=practice))
    practice["roleplay"]["rounds"][0]["rests_on"] = "listen"
    after = make_one("fair/one", samples.make_minimal(practice=practice))
    assert before.edition == after.edition
