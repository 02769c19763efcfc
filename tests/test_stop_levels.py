"""How loud a stop box is: red and the word of danger are kept for life and limb."""

from typing import cast

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.guidebook import Guidebook
from generator.model.playbook_items import StopLevel
from generator.views import pages, papers
from generator.views.papers import PaperKind
from generator.views.papers.template_data import ChecklistData
from tests.page_samples import make_guidebook, make_one, render
from tests.samples import make_about, make_minimal, make_site

LEVELS = [
    ("danger", "Danger:", True),
    ("help", "Get help now:", False),
    (None, "When to hand over:", False),
]


@pytest.mark.parametrize(("level", "words", "seen"), LEVELS)
def test_how_loud_a_stop_box_is_is_also_said(level: str | None, words: str, seen: bool) -> None:
    stop = {"lead": "Step away if", "text": "they throw things."}
    data = make_minimal(stop=stop | ({"level": level} if level else {}))
    site = make_site({"hot/loud": data}, make_about(["hot"]))
    page = site.pages["hot/loud.md"]
    box = LexborHTMLParser(page.html).css_first(".gb-stop")
    assert box
    assert f"gb-stop--{(level or 'hand over').replace(' ', '-')}" in (box.attributes["class"] or "")
    assert " ".join(box.text().split()).startswith(f"{words} Step away if they throw things.")
    assert bool(box.css(".gb-level")) is seen


def test_a_card_is_red_only_in_danger() -> None:
    guidebook = make_guidebook()
    loud = make_one("hot/loud", make_minimal(stop={"level": "danger", "text": "They hit."}))
    html = render(Guidebook(guidebook.about, (*guidebook.playbooks, loud), guidebook.sources))[
        "help-me-now.md"
    ].html
    marked = LexborHTMLParser(html).css(".gb-urgent-stop--danger")
    assert [one.text().split()[:2] for one in marked] == [["Danger:", "Stop."]]
    assert len(LexborHTMLParser(html).css(".gb-urgent-stop")) > 1


def test_red_is_rationed(guidebook: Guidebook) -> None:
    loud = [one.id for one in guidebook.standard if one.stop.level is StopLevel.DANGER]
    assert 10 <= len(loud) <= len(guidebook.standard) / 4 + 1
    for page in pages.render(guidebook):
        if page.layout == "playbook":
            red = 'class="gb-stop gb-stop--danger"' in page.html
            assert red is (page.url.split("/")[1] in loud)


def test_papers_know_the_level(guidebook: Guidebook) -> None:
    for name, level in (("shouting-customer", "danger"), ("broken-promise", "hand over")):
        (job,) = papers.plan(guidebook, ids=[name], kinds=[PaperKind.CHECKLIST])
        assert cast(ChecklistData, job.data)["stop"]["level"] == level
