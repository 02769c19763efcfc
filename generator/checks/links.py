"""The rules of the finished site. They are reported where it is checked."""

from generator.problem import FileState, Group, Rule

BROKEN_LINK = Rule(
    id="broken-link",
    group=Group.SITE,
    summary="Every link of the site leads to a page, a place on it, or a file, and no page loads"
    " anything from another host.",
    why="Staff with a customer before them have no time for a page that is not there.",
    fault={"docs/menu.html": '<a href="counter/late-ordr/">Late order</a>'},
    fix={"docs/menu.html": '<a href="counter/late-order/">Late order</a>'},
)

PAGE_CODE = Rule(
    id="page-code",
    group=Group.SITE,
    summary="A page that is written by hand holds no script, no style of its own and nothing that"
    " loads another page, unless mkdocs.yml says  scripts_in_pages: true.",
    why="A script in it runs for everybody who opens the page, and can read what they tick and"
    " type.",
    fault={"docs/about.md": '# About us\n\n<p onclick="open()">Call us.</p>'},
    fix={"docs/about.md": "# About us\n\n<p>Call us.</p>"},
)

NO_PAGE = Rule(
    id="no-page",
    group=Group.SITE,
    summary="The finished site has every page and file that the guidebook makes.",
    why="Links to it would lead nowhere, and nobody would know.",
    fault={"site/counter/late-order/index.html": FileState.MISSING},
    fix={"site/counter/late-order/index.html": FileState.PRESENT},
)
