"""What the guidebook holds, as llms.txt: a table of contents for assistants that read a site."""

from collections.abc import Iterator, Mapping

from generator.views.exports.chosen import Chosen
from generator.views.exports.export_format import ExportFormat
from generator.views.exports.export_words import ExportWords

_FILE = "llms.txt"
_NOTE = (
    "Each page is a playbook for staff: what to do, what to say, and when to stop. What a page says"
    " is “not set” only the company knows, and nobody may guess it."
)


def make(chosen: Chosen, words: ExportWords) -> Mapping[str, bytes]:
    """A section for each chapter, and a line with what it is for for each playbook."""
    lines = list(_write(chosen, words))
    return {_FILE: ("\n".join(lines) + "\n").encode()} if chosen.playbooks else {}


def _write(chosen: Chosen, words: ExportWords) -> Iterator[str]:
    about = chosen.guidebook.about
    base = f"{about.address.rstrip('/')}/" if about.address else ""
    yield f"# {about.title}"
    if about.purpose:
        yield f"\n> {about.purpose}"
    yield f"\n{_NOTE}"
    for chapter in about.chapters:
        own = [one for one in chosen.playbooks if one.chapter == chapter.id]
        if own:
            yield f"\n## {chapter.title}\n"
        for one in own:
            title = words.plain(one.path, ("title",), one.title)
            purpose = words.plain(one.path, ("purpose",), one.purpose)
            yield f"- [{_bracket(title)}]({base}{one.url}): {purpose}"


def _bracket(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")


FORMAT = ExportFormat(
    name="llms",
    summary="a table of contents for assistants, as llms.txt",
    holds="anything",
    make=make,
    file=_FILE,
    sign=_NOTE.encode(),
)
