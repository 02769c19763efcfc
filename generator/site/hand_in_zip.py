"""What is handed in as one file to send: the files that changed, and a page that says how."""

from generator.views import zip_file
from generator.views.changes.proposal import Proposal
from generator.views.hand_in_form import change_page

PAGE = "What changed.html"


def make(proposal: Proposal, message: str) -> bytes:
    """The zip. The same change makes the same bytes."""
    files = {one.path: one.now for one in proposal.files if one.now is not None}
    return zip_file.pack({**files, PAGE: change_page.write_alone(proposal, message).encode()})
