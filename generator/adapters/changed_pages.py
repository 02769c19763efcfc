"""Which pages of the site a change touches."""

from generator.adapters import site_files
from generator.adapters.project import Project
from generator.model import files
from generator.reader.guidebook_reader import Reading
from generator.site import assembly, preview
from generator.site.assembly import Sources
from generator.views.changes.proposal import Proposal
from generator.views.pages import house_facts

_OF_HOUSE = ("index.md", house_facts.PATH)
"""The pages that first show what a company filled in; it is on many others as well."""


def find_addresses(found: Project, reading: Reading, proposal: Proposal) -> list[str]:
    """The addresses, from the top of the site, of the pages that these files are written in."""
    if reading.guidebook is None or not proposal.files:
        return []
    docs, _ = site_files.list_docs(found)
    site = assembly.make(reading.guidebook, Sources(docs=docs, theme=[]), reading.locate)
    changed = {found.home / one.path for one in proposal.files}
    house = found.house or found.home / files.HOUSE
    of_house = _OF_HOUSE if house in changed else ()
    addresses = []
    for path, behind in preview.find_files_behind(site, reading).items():
        if path in of_house or any(found.shown_from / one in changed for one in behind):
            page = site.pages.get(path) or site.handwritten[path]
            addresses.append(page.url)
    return addresses
