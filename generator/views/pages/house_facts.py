"""Who, how much, which number: what the company and its country say, to be read in the moment."""

from functools import partial

from generator.views import fact_plates
from generator.views.pages.jump import Jump
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.paper_parts import write_papers
from generator.views.pages.renderer import Renderer
from generator.views.papers.kinds import PaperKind

NOT_SET = "Not set yet. Ask your lead."
_COMMON = "In a dashed frame: common words. They are safe anywhere, until ours are filled in."
PATH = "who-and-how-much.md"


def render(renderer: Renderer) -> Page:
    """The page: plates in groups, our own first, and at the end what nobody has filled in."""
    return Page(
        path=PATH,
        title=fact_plates.TITLE,
        description=fact_plates.PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
        urgent=True,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer(PATH)
    plates = {plate.id: plate for plate in fact_plates.list_plates(renderer.guidebook)}
    sections = []
    for number, group in enumerate(fact_plates.list_groups(renderer.guidebook), 1):
        known = [plates[name] for name in group.values if name in plates and plates[name].text]
        if known:
            known.sort(key=lambda plate: plate.is_common)
            html = writer.write("house-facts/plates.html", plates=known)
            sections.append(Section(f"group-{number}", group.title, html))
    if unknown := [plate for plate in plates.values() if not plate.text]:
        html = writer.write("house-facts/not-set.html", plates=unknown)
        sections.append(Section("not-set", "Not set yet", html))
    jumps = [Jump(section.id, section.heading) for section in sections]
    sections += write_papers(writer, renderer.papers.facts, [PaperKind.FACTS])
    lead = writer.write(
        "list-lead.html",
        title=fact_plates.TITLE,
        purpose=fact_plates.PURPOSE,
        note=_COMMON if any(plate.is_common for plate in plates.values()) else "",
        jumps=jumps,
    )
    return Content(lead, tuple(sections), foot=writer.write("house-facts/foot.html"))
