"""A change that is handed in as HTML: in the preview, and on a page of its own to send."""

from generator.views.changes.proposal import Proposal
from generator.views.pages.renderer import fill


def write_changes(proposal: Proposal, *, root: str | None = None) -> str:
    """What changed, item by item. With `root`, titles lead to the pages below it."""
    return fill("hand-in/changes.html", changes=proposal.changes, untold=proposal.untold, root=root)


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
