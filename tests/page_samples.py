"""Pages of a small guidebook in which one text stands wherever an author can write one."""

from typing import Any

from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import GuidebookFile, Source
from generator.model.playbook import StandardPlaybook
from generator.views import pages
from generator.views.pages.page import Page
from tests.samples import make_about, make_minimal


def render(guidebook: Guidebook, **options: Any) -> dict[str, Page]:
    return {page.path: page for page in pages.render(guidebook, **options)}


def make_full(text: str) -> dict[str, Any]:
    """A playbook that says the same text wherever an author can write one."""
    return make_minimal(
        title=text[:120],
        purpose=text,
        signals=[text],
        steps=[{"do": text, "say": text, "why": text}],
        say=[{"say": text, "why": text}, {"say": text, "why": text, "channels": "phone"}],
        avoid=[{"say": text, "why": text, "instead": text}, {"do": text}],
        stop={"lead": text, "text": text, "go": ["other"]},
        checklist={"sign_off": "yes", "items": [{"text": text}]},
        practice={
            "quiz": {
                "prompt": text,
                "options": [
                    {"text": text, "feedback": text},
                    {"text": text, "right": "yes", "feedback": text},
                ],
            },
            "roleplay": {
                "setting": text,
                "rounds": [
                    {
                        "id": "start",
                        "customer": text,
                        "replies": [
                            {"say": text, "leads": text, "best": "yes", "go": "good"},
                            {"say": text, "leads": text, "go": "poor"},
                        ],
                    }
                ],
                "endings": [
                    {"id": "good", "outcome": "good", "text": text, "debrief": text},
                    {"id": "poor", "outcome": "poor", "text": text, "debrief": text},
                ],
            },
        },
        related=["other"],
        sources=["D1"],
        search=["never shown"],
    )


def make_guidebook(text: str = "Some words", **about: Any) -> Guidebook:
    whole = make_about(["hot", "cool"], title=text[:80], purpose=text, **about)
    whole["chapters"][0] |= {"urgent": "yes", "purpose": text, "title": text[:80]}
    whole["right_now"] = [{"playbook": "full", "label": text[:40], "danger": "yes"}, "other"]
    whole["right_now"][1] = {"playbook": "other", "label": text[:40]}
    return Guidebook(
        GuidebookFile.model_validate(whole),
        (
            make_one("hot/full", make_full(text)),
            make_one("cool/other", make_minimal(title="The other one")),
        ),
        {
            "D1": Source(
                work=text, author=text, year=text, fact=text, certainty="verified", note=text
            )
        },
    )


def make_one(name: str, data: dict[str, Any]) -> StandardPlaybook:
    chapter, identifier = name.split("/")
    return StandardPlaybook.model_validate(
        {**data, "id": identifier, "chapter": chapter, "path": f"{name}.yml"}
    )
