"""A small project with which nothing at all is wrong; the examples of the rules are laid over it."""

from typing import Any

from tests import samples


def make_files() -> dict[str, str]:
    """Its files by their path in it. The examples speak of `late-order`."""
    related = {
        "late-order": ["listen-first", "broken-promise"],
        "listen-first": ["late-order", "broken-promise"],  # nothing else leads to late-order
        "broken-promise": ["no-receipt", "long-queue"],
        "no-receipt": ["long-queue", "wrong-bill"],
        "long-queue": ["wrong-bill", "parcel-lost"],
        "wrong-bill": ["parcel-lost", "loud-voice"],
        "parcel-lost": ["loud-voice", "listen-first"],
        "loud-voice": ["listen-first", "broken-promise", "choking"],
    }
    about = samples.make_about(["counter", "hot"], owners=["Service training"])
    about["chapters"][1]["urgent"] = "yes"
    about["house_values"]["spend-limit"]["value"] = "50 each"
    del about["address"]  # which the company writes into its own file
    questions = [
        ("Somebody chokes", "choking"),
        ("Somebody shouts", "loud-voice"),
        ("An order is late", "late-order"),
    ]
    data = {
        "guidebook": about,
        "sources": {
            "sources": {"D1": {"work": "A study", "fact": "So it is.", "certainty": "reported"}}
        },
        "ideas": {"ideas": {"S1": {"text": "Waits feel long.", "group": "Waiting"}}},
        "words": {"same": [["late", "overdue"]]},
        "help-me-now": {
            "questions": [
                {
                    "id": "start",
                    "ask": "What is going on?",
                    "answers": [{"say": say, "go": go} for say, go in questions],
                }
            ]
        },
        **{
            f"{'hot' if name == 'loud-voice' else 'counter'}/{name}": _make_playbook(
                name, related[name], place
            )
            for place, name in enumerate(related)
        },
        "counter/choking": samples.make_emergency(
            owner="Service training",
            review_every="120",
            checklist=["The call was made.", "We stayed.", "It is written down.", "We rested."],
            related=["listen-first", "long-queue"],
            practice={
                "quiz": {
                    "prompt": "They choke.",
                    "options": [
                        {"text": "I wait.", "feedback": "So."},
                        {"text": "I give them water to drink.", "feedback": "So."},
                        {"text": "I call for help.", "feedback": "So.", "right": "yes"},
                    ],
                }
            },
        ),
    }
    files = {f"playbooks/{name}.yml": samples.dump(one).decode() for name, one in data.items()}
    house = "title: Our guidebook\naddress: https://service.example/guide/\n"
    return files | {"docs/about.md": "# About us\n", "house.yml": house}


def _make_playbook(name: str, related: list[str], place: int) -> dict[str, Any]:
    # Of nine exercises the right answer is first in four, the longest in four and the shortest in
    # three; in that of the examples, the first, it is second and neither.
    right = int(place in (0, 5, 6, 7))
    answers = ["We look at it now.", "We say what is so.", "We wait."]
    answers[right] = (
        "I look now, and I say what I see."
        if place in (1, 2, 5, 6)
        else "I look."
        if place in (3, 4, 7)
        else "I look at it."
    )
    return {
        "title": name.replace("-", " ").capitalize(),
        "kind": "scenario" if name in ("late-order", "loud-voice") else "tactic",
        "audience": "front line",
        "purpose": "Say when it will be there.",
        "owner": "Service training",
        "reviewed": "2026-11-20",
        "review_every": "120",
        "signals": ["They ask where it is", "They hold a receipt"],
        "steps": ["Look for it.", "Say when it comes.", "Give them a seat."],
        "say": ["I will look for it now.", "It will be here at six."],
        "avoid": [
            {"say": "Where did you buy it?", "why": "They hear that you doubt them."},
            {"say": "It is not my job.", "why": "They came to us."},
        ],
        "stop": {"lead": "Stop if", "text": "it is lost."},
        "checklist": ["I found it.", "I gave a time.", "I called back.", "I said sorry."],
        "practice": {
            "quiz": {
                "prompt": "Where is it?",
                "options": [
                    {"text": text, "feedback": "So."} | ({"right": "yes"} if at == right else {})
                    for at, text in enumerate(answers)
                ],
            }
        },
        "related": related,
        "search": [f"late {number}" for number in range(15)],
        "sources": ["D1"],
        "ideas": ["S1"],
    }
