"""A page of the guidebook as MkDocs knows pages."""

from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.site import link_check
from generator.views import theme_context
from generator.views.pages.page import Page as GuidebookPage


class GuidePage(Page):
    """A page whose content is already HTML. MkDocs lets a plugin put its own class on a file."""

    def __init__(self, page: GuidebookPage, file: File, config: MkDocsConfig) -> None:
        """Take the place of the page that MkDocs would make for the file."""
        super().__init__(page.title, file, config)
        self._page = page

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Nothing is read: the page is there."""
        self.markdown = ""
        self.meta = dict(theme_context.describe_page(self._page))

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # as above
        """Hand over the content, its headings, and the anchors that links may lead to."""
        self.content = self._page.html
        self.toc = TableOfContents(
            [AnchorLink(one.heading, one.id, 2) for one in self._page.sections]
        )

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # looked up, not assigned
        """Every anchor of the page, found only if a link leads here."""
        return link_check.list_anchors(self._page.html)
