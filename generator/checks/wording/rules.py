"""Every editorial rule by name, with its reason. Trainers read these texts."""

from dataclasses import dataclass

from generator.problem import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it asks for and why, and how much it matters."""

    name: str
    asks: str
    why: str
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most of something."""

    least: int
    most: int


COUNTS = {
    "signals": Span(2, 6),
    "steps": Span(3, 7),
    "say": Span(2, 4),
    "avoid": Span(2, 4),
    "checklist": Span(4, 8),
    "related": Span(2, 4),
    "search": Span(15, 60),
}
TITLE_WORDS = Span(2, 9)
PURPOSE_WORDS = 24
STEP_WORDS = 30
PHRASE_WORDS = 25
SENTENCE_WORDS = 25
LONGEST_SENTENCE_WORDS = 30
GRADE = 8.0
URGENT_GRADE = 6.0
FIRST_PHRASE_WORDS = 20

_ALL = (
    Rule(
        "count",
        "Each part has as many entries as a reader can take in: "
        + ", ".join(f"{name} {span.least} to {span.most}" for name, span in COUNTS.items())
        + ".",
        "Fewer leave staff alone, more are not read.",
    ),
    Rule(
        "title-length",
        f"A title has {TITLE_WORDS.least} to {TITLE_WORDS.most} words.",
        "It has to fit on a phone, a card and a search result.",
    ),
    Rule(
        "purpose-length",
        f"The purpose is one sentence of at most {PURPOSE_WORDS} words.",
        "It stands above the first thing to say.",
    ),
    Rule(
        "step-length",
        f"A step has at most {STEP_WORDS} words; the reason goes after “why”.",
        "A step is read with somebody waiting.",
    ),
    Rule(
        "phrase-length",
        f"Words to say fit into one breath: at most {PHRASE_WORDS} words,"
        f" the first phrase at most {FIRST_PHRASE_WORDS}.",
        "Nobody can read out more, and nobody listens to more.",
    ),
    Rule(
        "sentence-length",
        f"No sentence has more than {SENTENCE_WORDS} words; over {LONGEST_SENTENCE_WORDS} is an"
        " error.",
        "Long sentences are lost on a second-language reader, and on anyone in a hurry.",
    ),
    Rule(
        "reading-grade",
        f"The Flesch-Kincaid grade is at most {GRADE:g}; in steps and stop boxes of urgent chapters"
        f" at most {URGENT_GRADE:g}.",
        "About age 12 can read it; under stress everybody reads worse.",
    ),
    Rule(
        "missing-reason",
        "Every entry of “avoid” has a “why”.",
        "Staff drop a habit when they see what it does.",
    ),
    Rule(
        "no-practice", "Every playbook has a practice.", "What is practised is there when needed."
    ),
    Rule(
        "orphan",
        "Another playbook leads to it, by “related”, “stop” or a link.",
        "What nothing leads to is not found.",
    ),
    Rule(
        "banned-phrase",
        "Words to say hold none of the phrases that make things worse, such as “calm down”.",
        "They blame, brush off or hide a no.",
        Severity.ERROR,
    ),
    Rule(
        "promise",
        "Words to say promise nothing that one person cannot keep, such as “guarantee”.",
        "A broken promise costs more than the first fault.",
        Severity.ERROR,
    ),
    Rule(
        "label",
        "No label for people, such as “nightmare customer”. Say what they did.",
        "A label ends the thinking, and customers may read it.",
        Severity.ERROR,
    ),
    Rule(
        "hard-word",
        "Everyday words instead of office words: help, not assist.",
        "Plain words are read faster and sound like people.",
    ),
    Rule(
        "place-bound",
        "No currency, phone number or law of one place; those are house values.",
        "The guidebook works in any country.",
    ),
    Rule(
        "law-line",
        "Where a text speaks of the law, it says “check the law where you work”.",
        "Rights and duties differ from place to place.",
    ),
    Rule(
        "capitals",
        "No words in capital letters for weight.",
        "They read as shouting, and screen readers may spell them.",
    ),
    Rule(
        "longest-answer",
        "In the whole guidebook, the right answer is the longest in less than half of the"
        " exercises.",
        "Otherwise people pick the longest, and learn nothing.",
    ),
    Rule(
        "answer-position",
        "In the whole guidebook, no position holds more than half of the right answers.",
        "Otherwise people pick the position.",
    ),
    Rule(
        "idea-left-out",
        "Every idea in ideas.yml is carried by a playbook.",
        "An idea that no playbook carries does not reach staff.",
    ),
)

RULES = {rule.name: rule for rule in _ALL}
