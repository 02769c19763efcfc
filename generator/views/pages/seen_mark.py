"""What a browser compares to show a reader that a page has changed since they last read it."""

from typing import TypedDict

from generator.model.differences import Record
from generator.model.edition import dump
from generator.model.kept_edition import keep_record
from generator.model.playbook import Playbook
from generator.model.significant_words import fingerprint
from generator.views.pages import edition_page, what_changed
from generator.views.pages.renderer import Renderer


class SeenMark(TypedDict):
    """A fingerprint of what counts on a page, and where it says what changed; "" for nowhere."""

    print: str
    url: str


def describe_mark(renderer: Renderer, playbook: Playbook) -> SeenMark:
    """The mark of a playbook. Exercises do not count, nor what only joins words."""
    said = {name: one for name, one in dump(playbook).items() if name != "practice"}
    record = keep_record(Record.PLAYBOOK, said)
    values = renderer.guidebook.values
    filled = [values[name].text for name in sorted(playbook.referenced) if name in values]
    return {
        "print": fingerprint([record, filled]),
        "url": find_changes_url(renderer, playbook),
    }


def find_changes_url(renderer: Renderer, playbook: Playbook) -> str:
    """Where the last changes of a playbook are described; the lightest page that does."""
    for number, changes in enumerate(renderer.changes):
        for one in changes.shown:
            if one.id == playbook.id:
                is_near = number == 0 and one.read_again
                page = what_changed.URL if is_near else edition_page.find_address(changes)
                return f"{page}#{one.mark}"
    return what_changed.URL if renderer.changes else ""
