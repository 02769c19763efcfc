"""What a browser compares to tell a reader that a page has changed since they last read it."""

from typing import TypedDict

from generator.model.differences import Record
from generator.model.edition import dump
from generator.model.kept_edition import keep_record
from generator.model.playbook import Playbook
from generator.model.telling_words import fingerprint
from generator.views.pages.renderer import Renderer
from generator.views.pages.what_changed import URL


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
    marks = [
        each.mark
        for changes in renderer.changes
        for each in changes.shown
        if each.id == playbook.id
    ]
    return {
        "print": fingerprint([record, filled]),
        "url": f"{URL}#{marks[0]}" if marks else URL if renderer.changes else "",
    }
