"""Forms of what the search knows, and a list of all that belongs to the whole guidebook."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.yaml_model import Loc
from generator.reader.yaml_text.item_edit import Insert
from generator.views.editor.fields import (
    Button,
    Control,
    Field,
    FieldGroup,
    FieldSource,
    Form,
    write_label,
)

NAME = "settings"


def find(guidebook: Guidebook, name: str) -> Form | None:
    """A form by its name, if it is one of these."""
    make = _FORMS.get(name)
    return make(guidebook) if make else None


def _describe_words(guidebook: Guidebook) -> Form:
    words = guidebook.words
    same = (
        _make_lines(files.WORDS, ("same", at), f"Group {at + 1}", group)
        for at, group in enumerate(words.same)
    )
    added = Insert(("same",), len(words.same), ["[[word]]", "[[another]]"])
    button = Button("same", "Add a group", files.WORDS, (added,))
    danger = (
        _make_lines(files.WORDS, ("danger", name), _find_title(guidebook, name), group)
        for name, group in words.danger.items()
    )
    meant = (
        _make_lines(files.WORDS, ("meant", name), name, group)
        for name, group in words.meant.items()
    )
    groups = (
        FieldGroup("Words that mean the same", tuple(same), buttons=(button,)),
        FieldGroup("Words of danger", tuple(danger), _help(words, "danger")),
        FieldGroup("Words of our pages, and what people type", tuple(meant), _help(words, "meant")),
    )
    return Form("words", "Words of the search", "What the search knows of the trade.", groups)


def _describe_queries(guidebook: Guidebook) -> Form:
    queries = guidebook.queries
    unanswered = FieldSource(files.QUERIES, {}).make(queries, ("unanswered",))
    fields = (
        _make_lines(
            files.QUERIES,
            ("queries", one.id),
            one.title,
            [query.query for query in queries.queries.get(one.id, ())],
        )
        for one in guidebook.playbooks
    )
    groups = (
        FieldGroup("What the guidebook does not answer", (unanswered,)),
        FieldGroup("What brings up each page", tuple(fields), _help(queries, "queries")),
    )
    lead = "The check asks the search every line, and says what came instead where one fails."
    return Form("queries", "What the search has to find", lead, groups)


def _make_lines(file: str, loc: Loc, label: str, lines: Sequence[str]) -> Field:
    return Field(file, loc, label, "", Control.LINES, tuple(lines))


def _find_title(guidebook: Guidebook, name: str) -> str:
    playbook, _, branch = name.partition("#")
    title = guidebook.titles.get(playbook, playbook)
    return f"{title}: {write_label(branch).lower()}" if branch else title


def _help(record: object, name: str) -> str:
    description: str = type(record).model_fields[name].description  # type: ignore[attr-defined]
    return f"{description[:1].upper()}{description[1:]}."


_FORMS: Mapping[str, Callable[[Guidebook], Form]] = {
    "words": _describe_words,
    "queries": _describe_queries,
}


def list_pages() -> Iterator[tuple[str, str, str]]:
    """What there is to set: the name of its page, its title, and what it is for."""
    yield "house", "Answers of your company", "Amounts, numbers and names that only you know."
    yield "flow", "Help me now", "The questions that lead to a page in a few taps."
    yield "guidebook", "The guidebook", "Its name, its address, its look."
    yield "chapters", "Chapters", "Their titles, their order, and the order of what is in them."
    yield "owners", "Owners", "Who keeps playbooks right."
    yield "shortcuts", "Shortcuts", "What the first page leads to at once."
    yield "paths", "Paths", "What somebody new to a job reads and practices, in order."
    yield "queries", "What the search has to find", "What staff type, by the page that must come."
    yield "words", "Words of the search", "Words that mean the same, and words of danger."
    yield "sources", "Sources", "Where the advice comes from."
    yield "ideas", "Ideas", "What the guidebook rests on."
    yield "rulings", "Rulings", "How it settles two ideas that pull apart."
