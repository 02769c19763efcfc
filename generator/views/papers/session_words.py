"""What papers, page and slides say of the parts of a session."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.session_plan import Length, Part
from generator.views.papers.kinds import PaperKind

URL = "trainers/"


class PartWords(NamedTuple):
    """What a part is called, how it is run, and the papers it needs."""

    name: str
    how: str
    papers: tuple[PaperKind, ...] = ()


WORDS: Mapping[Part, PartWords] = {
    Part.OPEN: PartWords(
        "Open",
        "Say what you will practice, and why now. Anyone may sit a role-play out, or stop it.",
    ),
    Part.CASE: PartWords(
        "Your own case",
        "Each writes down one of their own, without names. Keep one or two for the end.",
        (PaperKind.OWN_CASE,),
    ),
    Part.READ: PartWords(
        "Read it",
        "Read aloud when to stop, the first words and the steps. Ask for the reason behind one.",
        (PaperKind.CHECKLIST,),
    ),
    Part.POOR: PartWords(
        "How it goes wrong",
        "Two read the poor version. The others say where it got worse, and what they would say.",
        (PaperKind.POOR_VERSION,),
    ),
    Part.QUIZ: PartWords(
        "Questions",
        "Read a question with its answers. All choose before you go on; ask two of them why.",
        (PaperKind.HAND_OUT,),
    ),
    Part.PLAY: PartWords(
        "Role-play",
        "One plays the customer from the cards, one answers in their own words, one watches. Then"
        " change over.",
        (PaperKind.CUE_CARDS, PaperKind.OBSERVER),
    ),
    Part.PAIRS: PartWords(
        "Say it in pairs",
        "One is the customer; the other says the first words aloud, three times. Then change over.",
    ),
    Part.DEBRIEF: PartWords(
        "Talk about it",
        "Whoever played speaks first. Then: what was said well, word for word? One thing to try.",
    ),
    Part.CLOSE: PartWords(
        "One thing each",
        "Each says one sentence they will use, and when. Is there time? Try one of your own cases.",
        (PaperKind.ATTENDANCE,),
    ),
}


def make_address(length: Length, ids: list[str]) -> str:
    """The address of a session on the page for trainers, from the top of the site."""
    return f"{URL}#{','.join([str(int(length)), *ids])}"
