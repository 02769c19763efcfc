"""For managers: what to fill in, what to read, and what is due for review."""

from collections.abc import Iterator

from generator.inline import find_references
from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press, Sheet
from generator.playbook import Audience, Playbook

_TITLE = "For managers"
_PURPOSE = "Fill in the house values, know the rules, and keep the pages fresh."
_READERS = frozenset([Audience.MANAGERS, Audience.TRAINERS, Audience.BACK_OFFICE])


def render(press: Press) -> Page:
    """Write the page: what only the company knows, then the rules, then the reviews."""
    sheet = press.sheet("managers.md")
    return Page(
        path="managers.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        lead=sheet.write("list-lead.html", title=_TITLE, purpose=_PURPOSE),
        main=tuple(_write_sections(press, sheet)),
    )


def _write_sections(press: Press, sheet: Sheet) -> Iterator[Section]:
    values = press.guidebook.about.house_values
    if values:
        users = _find_users(press)
        entries = [
            {"value": value, "playbooks": [_link(press, one) for one in users.get(name, ())]}
            for name, value in values.items()
        ]
        html = sheet.write("managers/values.html", entries=entries)
        yield Section("house-values", "Fill in what only you know", html, "gb-wide")
    rows = [
        {
            "title": press.title(playbook),
            "url": playbook.url,
            "line": playbook.purpose,
            "aside": ", ".join(audience.value for audience in playbook.audience),
        }
        for chapter in press.guidebook.about.chapters
        for playbook in press.guidebook.by_chapter[chapter.id]
        if _READERS & set(playbook.audience)
    ]
    if rows:
        yield Section("read", "Written for you", sheet.write("rows.html", rows=rows))
    due = sorted(
        press.guidebook.playbooks, key=lambda one: (press.guidebook.review_due(one), one.title)
    )
    html = sheet.write(
        "managers/reviews.html",
        reviews=[
            _link(press, one) | {"owner": one.owner, "due": press.guidebook.review_due(one)}
            for one in due
        ],
    )
    yield Section("reviews", "Next reviews", html, "gb-wide")


def _find_users(press: Press) -> dict[str, list[Playbook]]:
    """The playbooks that use each house value."""
    users: dict[str, list[Playbook]] = {}
    for playbook in press.guidebook.playbooks:
        names = {
            reference.name
            for _, text in playbook.texts
            if "((" in text
            for reference in find_references(text)
        }
        for name in sorted(names):
            users.setdefault(name, []).append(playbook)
    return users


def _link(press: Press, playbook: Playbook) -> dict[str, object]:
    return {"title": press.title(playbook), "url": playbook.url}
