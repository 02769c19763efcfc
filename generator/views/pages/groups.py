"""Long lists in folded parts, and what they are searched by."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.views.pages.jump import Jump
from generator.views.pages.page import Section
from generator.views.pages.renderer import PageWriter


@dataclass(frozen=True, kw_only=True)
class Sift:
    """What a list is searched by: words, and one of some `kinds`, which `kind_label` names.

    Its form is in the lead of the page.
    """

    label: str
    kind_label: str = ""
    kinds: Sequence[str] = ()


def write_section(
    writer: PageWriter,
    heading: str,
    groups: Sequence[tuple[Jump, str]],
    *,
    noun: str,
    opens_wide: bool = False,
    opens: bool = False,
    chooses_paper: bool = False,
) -> Section:
    """Write the parts of a list below one heading; what is in each is finished HTML.

    `noun` is what one entry is called. With `opens_wide` all parts are open on a wide screen, and
    links lead to them; with `opens` they are open anyway.
    """
    html = writer.write(
        "groups.html",
        groups=[(jump, Markup(html)) for jump, html in groups],  # noqa: S704  # as it says
        jumps=[jump for jump, _ in groups],
        noun=noun,
        opens_wide=opens_wide,
        opens=opens,
        chooses_paper=chooses_paper,
    )
    return Section("groups", heading, html)
