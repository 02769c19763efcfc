"""A page of the guidebook as MkDocs knows pages."""

from collections.abc import Mapping
from functools import cached_property

from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.adapters.template_code import TemplateCode
from generator.model.kept_work import KeptWork
from generator.site import link_check
from generator.site.link_check import Parts
from generator.views import theme_context
from generator.views.file import File as SiteFile
from generator.views.frame import Frame, Framed
from generator.views.frame_copies import FrameCopies
from generator.views.pages.page import Page as GuidebookPage

DRAWN = "guidebook_draws"
"""The setting below `extra` that says that the guidebook draws its own pages."""


# MkDocs writes a page that is drawn by a template that only hands it over.
_HAND_OVER = Template("{{ page.drawn }}")


class GuidePage(Page):
    """A page whose content is already HTML. MkDocs lets a plugin put its own class on a file."""

    def __init__(self, page: GuidebookPage, file: File, config: MkDocsConfig) -> None:
        """Take the place of the page that MkDocs would make for the file."""
        super().__init__(page.title, file, config)
        self._page = page
        self.drawn = ""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Nothing is read: the page is there."""
        self.markdown = ""
        self.meta = dict(theme_context.describe_page(self._page))

    def describe(self) -> Framed:
        """The page as the guidebook's own frame takes it, once it was read."""
        page = self._page
        return Framed(page.url, page.title, page.html, self.meta, self.canonical_url)

    @property
    def is_alike(self) -> bool:
        """Whether the frame is that of many pages."""
        return self._page.written_in is not None

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # as above
        """Hand over the content, its headings, and the anchors that links may lead to.

        Of a page that the guidebook draws itself nothing is asked yet.
        """
        if config.extra.get(DRAWN):
            self.content = ""
            return
        self.content = self._page.html
        self.toc = TableOfContents(
            [AnchorLink(one.heading, one.id, 2) for one in self._page.sections]
        )

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # looked up, not assigned
        """Every anchor of the page, found only if a link leads here."""
        return link_check.list_anchors(self._page.html)


def take_files(files: Files, *, hold: bool) -> dict[str, bytes]:
    """Every file besides pages by its path; MkDocs writes none of them if they are to be held."""
    every = [one for one in files if not one.is_documentation_page()]
    included = [one for one in every if one.inclusion.is_included()]  # type: ignore[no-untyped-call]  # MkDocs types it so
    found = {one.dest_uri: one.content_bytes for one in included}
    for one in included if hold else ():
        one.inclusion = InclusionLevel.EXCLUDED
    return found


def draw_pages(
    files: Files,
    theme: Mapping[str, SiteFile],
    config: MkDocsConfig,
    kept: KeptWork | None,
    code: TemplateCode | None = None,
) -> dict[str, Parts]:
    """Draw the pages of the guidebook, if it does so; return them in two parts by their path.

    What is `kept` of them is taken, and the `code` of templates.
    """
    parts: dict[str, Parts] = {}
    if not config.extra.get(DRAWN):
        return parts
    name, about = config.site_name, config.site_description or ""
    drawing = code.open("frame") if code else None
    frame = Frame(theme, config.extra["guidebook"], name, about, code=drawing, kept=kept)
    copies = FrameCopies(frame)
    for page in (one.page for one in files.documentation_pages()):
        if not isinstance(page, GuidePage):
            continue
        framed = page.describe()
        if page.is_alike:
            page.drawn = copies.draw(framed)
            around = copies.find_outline(framed).around
            parts[page.file.dest_uri] = Parts(around, framed.content, kept)
        else:
            page.drawn = frame.draw(framed)
            parts[page.file.dest_uri] = Parts("", page.drawn, kept)
        page.meta["template"] = _HAND_OVER
    return parts
