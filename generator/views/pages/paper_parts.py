"""What pages say of papers: links to them, or how to ask for them."""

from collections.abc import Iterator, Sequence

from generator.model.guidebook_files import PapersMade
from generator.views.pages.page import Section
from generator.views.pages.renderer import PageWriter
from generator.views.papers import PaperLink
from generator.views.papers.kinds import PaperKind, name_kind

# Papers with a drawing of what comes out, in this order.
_PICTURED = (PaperKind.CHECKLIST, PaperKind.TWO_SIDES, PaperKind.POSTER, PaperKind.CARD)


def write_papers(
    writer: PageWriter,
    links: Sequence[PaperLink],
    kinds: Sequence[PaperKind],
    *,
    playbook: str = "",
    heading: str = "On paper",
) -> Iterator[Section]:
    """Links to papers; where a company has them made on request, their kinds and the command.

    `playbook` is the id of the one that they are about, if it is one alone.
    """
    about = writer.renderer.guidebook.about
    if links:
        pictured = [one for kind in _PICTURED for one in links if playbook and one.kind is kind]
        others = [one for one in links if one not in pictured]
        html = writer.write("playbook/papers.html", pictured=pictured, others=others)
    elif kinds and about.papers is PapersMade.ON_REQUEST:
        html = writer.write(
            "playbook/papers-on-request.html",
            names=[name_kind(one) for one in kinds],
            words=[playbook] if playbook else [f"--kind {one.value}" for one in kinds],
        )
    else:
        return
    yield Section("papers", heading, html, "gb-on-screen")
