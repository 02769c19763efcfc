"""Guidebooks made by a script: small ones for tests, large ones to measure with."""

import random
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import yaml

from generator.problem import Place
from generator.reader import guidebook_reader
from generator.reader.guidebook_reader import Reading
from generator.site import assembly
from generator.site.assembly import Site, Sources
from generator.views.file import File

_WORDS = """
    ask tell help order parcel refund receipt counter phone promise manager apology option choice
    name day amount place reason step voice quiet slow first second again today tomorrow morning
    listen hear care fair limit rule safe wait queue line bill credit charge repair window table
    food allergy door key bag shoe coat lamp kettle battery screen cable ticket seat train room
    note letter reply message photo story friend family neighbor child driver clerk nurse teacher
    clear warm honest short true small kind patient steady useful open early late broken missing
""".split()  # noqa: SIM905  # a list would take a line for each word


SOURCES = b"""
sources:
  D1:
    work: A study of waiting
    fact: A wait with a known end feels shorter.
    certainty: reported
"""


def make_files(count: int, *, chapter_size: int = 25, seed: int = 7) -> dict[str, bytes]:
    """A folder of playbooks with `count` of them, each about as long as a real one."""
    dice = random.Random(seed)
    ids = [f"playbook-{number:05}" for number in range(count)]
    chapters = [f"chapter-{number:03}" for number in range(-(-count // chapter_size))]
    files = {"guidebook.yml": dump(make_about(chapters))}
    for number, name in enumerate(ids):
        chapter = chapters[number // chapter_size]
        files[f"{chapter}/{name}.yml"] = dump(make_playbook(dice, ids, name))
    return files


def make_about(chapters: list[str], **more: Any) -> dict[str, Any]:
    return {
        "title": "A sample",
        "address": "https://service.example/guide/",
        "owners": ["Training"],
        "chapters": [
            {"id": name, "title": name.replace("-", " ").capitalize(), "audience": "everyone"}
            for name in chapters
        ],
        "house_values": {"spend-limit": {"name": "spend limit", "ask": "How much?"}},
        **more,
    }


def make_playbook(dice: random.Random, ids: list[str], name: str) -> dict[str, Any]:
    def text(words: int) -> str:
        return (" ".join(dice.choice(_WORDS) for _ in range(words)) + ".").capitalize()

    def texts(count: int, words: int) -> list[str]:
        return [text(words) for _ in range(count)]

    right = dice.randrange(3)
    others = [one for one in dice.sample(ids, min(4, len(ids))) if one != name][:3]
    return {
        "title": text(4).rstrip(".") + f" {name[-5:]}",
        "kind": "scenario",
        "audience": ["front line"],
        "purpose": text(12),
        "owner": "Training",
        "reviewed": "2026-11-20",
        "signals": texts(4, 6),
        "steps": [{"do": text(10), "why": text(12)} for _ in range(6)],
        "say": [{"say": text(14), "why": text(8)} for _ in range(3)],
        "avoid": [{"say": text(8), "why": text(8)} for _ in range(4)],
        "stop": {"lead": "Stop if", "text": text(15)} | ({"go": others[:1]} if others else {}),
        "checklist": texts(8, 8),
        "practice": {
            "quiz": {
                "prompt": text(25),
                "options": [
                    {"text": text(15), "feedback": text(18)}
                    | ({"right": "yes"} if place == right else {})
                    for place in range(3)
                ],
            }
        },
        "related": others,
        "search": texts(15, 3),
    }


def make_minimal(**more: Any) -> dict[str, Any]:
    """The least that a playbook has to say."""
    return {
        "title": "Someone is shouting",
        "kind": "scenario",
        "audience": "front line",
        "purpose": "Bring the heat down.",
        "owner": "Training",
        "reviewed": "2026-11-20",
        "steps": ["Listen."],
        "say": ["Tell me the main thing."],
        "stop": "Leave if you feel unsafe.",
        "checklist": ["I listened."],
        **more,
    }


def make_emergency(**more: Any) -> dict[str, Any]:
    """The least that an emergency has to say."""
    return {
        "title": "Choking",
        "kind": "emergency",
        "audience": "everyone",
        "purpose": "Get the blockage out.",
        "owner": "Training",
        "reviewed": "2026-11-20",
        "branches": [
            {
                "id": "adult",
                "see": "They can't speak or breathe.",
                "now": ["Shout for help.", "Hit between the shoulder blades."],
                "search": ["she can't speak"],
                "danger": ["choking"],
            },
            {
                "id": "baby",
                "see": "A baby can't cry, or turns blue.",
                "now": ["Turn the baby face down.", "Hit between the shoulder blades."],
                "search": ["infant turned blue"],
                "danger": ["baby choking"],
            },
        ],
        "after": ["Someone saw a doctor."],
        "checklist": ["The call was made."],
        **more,
    }


def make_practice(*, roleplay: bool = False) -> dict[str, Any]:
    """Three questions, and a role-play of two rounds if it is asked for."""
    quiz = [
        {
            "prompt": f"What now, number {number}?",
            "options": [
                {"text": f"Wait {number}.", "feedback": f"Too slow {number}."},
                {"text": f"Call {number}.", "right": "yes", "feedback": f"Help comes {number}."},
            ],
        }
        for number in (1, 2, 3)
    ]
    if not roleplay:
        return {"quiz": quiz}
    replies = [
        {"say": "No.", "leads": "They shout.", "go": "bad"},
        {"say": "Yes.", "leads": "They sit down.", "best": "yes", "go": "more"},
    ]
    ends = [{**replies[0], "go": "bad"}, {**replies[1], "go": "good"}]
    rounds = [
        {"id": "start", "customer": "Hello!", "replies": replies},
        {"id": "more", "customer": "And now?", "replies": ends},
    ]
    endings = [
        {"id": "good", "outcome": "good", "text": "They thank you.", "debrief": "You listened."},
        {"id": "bad", "outcome": "poor", "text": "They leave.", "debrief": "You did not."},
    ]
    play = {"setting": "You are at the desk.", "rounds": rounds, "endings": endings}
    return {"quiz": quiz, "roleplay": play}


def make_folder(
    playbooks: Mapping[str, dict[str, Any]], about: dict[str, Any] | None = None
) -> dict[str, bytes]:
    """Files from playbooks given by `chapter/id`."""
    chapters = list(dict.fromkeys(name.split("/")[0] for name in playbooks))
    files = {"guidebook.yml": dump(about or make_about(chapters))}
    return files | {f"{name}.yml": dump(data) for name, data in playbooks.items()}


def make_questions(
    questions: Mapping[str, Sequence[tuple[str, str | list[str]]]],
    *,
    danger: Collection[str] = (),
    ask: str = "What is it?",
) -> dict[str, bytes]:
    """The file of “Help me now” from answers and their aims, by question; `danger` are answers."""
    records = [
        {
            "id": name,
            "ask": ask,
            "answers": [
                {"say": say, "go": go} | ({"danger": "yes"} if say in danger else {})
                for say, go in answers
            ],
        }
        for name, answers in questions.items()
    ]
    return {"help-me-now.yml": dump({"questions": records})}


def read_emergency(**branch: object) -> Reading:
    """A guidebook of one emergency whose first branch has more in it."""
    emergency = make_emergency()
    emergency["branches"][0] |= branch
    about = make_about(["hurt"])
    files = make_folder({"hurt/choking": emergency}, about)
    return guidebook_reader.read(files | {"sources.yml": SOURCES})


def make_site(
    playbooks: Mapping[str, dict[str, Any]],
    about: dict[str, Any] | None = None,
    *,
    docs: Mapping[str, bytes] | None = None,
    theme: Mapping[str, bytes] | None = None,
) -> Site:
    """A site from playbooks given by `chapter/id`, and from files by their path."""
    reading = guidebook_reader.read(make_folder(playbooks, about))
    assert reading.guidebook is not None
    sources = Sources(docs=list_files("docs", docs or {}), theme=list_files("theme", theme or {}))
    return assembly.make(reading.guidebook, sources, reading.locate)


def list_files(folder: str, contents: Mapping[str, bytes]) -> list[File]:
    return [
        File(path, lambda content=content: content, Place(f"{folder}/{path}"))
        for path, content in contents.items()
    ]


def dump(data: Any) -> bytes:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True).encode()
