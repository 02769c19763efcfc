"""Words to use: what to say and what not to say, by situation."""

from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press, Sheet
from generator.playbook import Playbook

_TITLE = "Words to use"
_PURPOSE = "What to say, and what not to say, by situation. Make them your own."


def render(press: Press) -> Page:
    """Write the page, a section for each chapter that has playbooks."""
    sheet = press.sheet("words.md")
    return Page(
        path="words.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        lead=sheet.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        main=tuple(
            Section(
                f"chapter-{chapter.id}",
                chapter.title,
                _write_situations(press, sheet, press.guidebook.by_chapter[chapter.id]),
                "gb-wide",
            )
            for chapter in press.guidebook.about.chapters
            if press.guidebook.by_chapter[chapter.id]
        ),
    )


def _write_situations(press: Press, sheet: Sheet, playbooks: tuple[Playbook, ...]) -> str:
    situations = [
        {
            "id": playbook.id,
            "title": press.title(playbook),
            "url": playbook.url,
            "say": playbook.say,
            "avoid": [one.say for one in playbook.avoid if one.say],
        }
        for playbook in playbooks
    ]
    return sheet.write("words.html", situations=situations)
