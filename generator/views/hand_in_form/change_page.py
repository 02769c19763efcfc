"""The pages that show a change: the form of the preview, and one of its own."""

from generator.views.changes.proposal import Proposal
from generator.views.pages.renderer import fill
from generator.views.problem_panel import FOLDER

ADDRESS = f"{FOLDER}hand-in"
TITLE = "Hand in"
FILES = ("hand-in.css", "hand-in-state.js", "hand-in.js")
"""The style sheet and scripts of the form."""


def write_form() -> str:
    """The page that asks what the change is called; its script fetches the rest."""
    return fill("hand-in/form.html", folder=FOLDER)


def write_changes(proposal: Proposal, *, root: str | None = None) -> str:
    """What changed, item by item. With `root`, titles lead to the pages below it."""
    return fill(
        "hand-in/changes.html",
        changes=proposal.changes,
        unmentioned=proposal.unmentioned,
        root=root,
    )


def write_alone(proposal: Proposal, message: str) -> str:
    """A page that needs nothing beside it."""
    first, _, more = message.strip().partition("\n")
    return fill(
        "hand-in/alone.html",
        title=first,
        more=more.strip(),
        changes=write_changes(proposal),
        files=proposal.files,
        gone=any(one.now is None for one in proposal.files),
    )
