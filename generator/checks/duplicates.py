"""Ids that two things have, and what is in a list twice."""

from collections import Counter
from collections.abc import Iterator

from generator.checks.check import Finding, files_check, guidebook_check, playbook_check
from generator.checks.context import FilesContext, GuidebookContext, PlaybookContext
from generator.model import files, paths
from generator.model.yaml_model import Loc
from generator.problem import Group, Label, Rule, Severity

NAMED_TWICE = Rule(
    id="named-twice",
    group=Group.REFERENCES,
    summary="Nothing is in a list twice.",
    why="The page would show it twice, and one of the two may have been meant as something else.",
    fault="related:\n  - listen-first\n  - listen-first",
    fix="related:\n  - listen-first\n  - broken-promise",
)


@playbook_check(NAMED_TWICE, of_parts=True)
def find_repeated_names(one: PlaybookContext) -> Iterator[Finding]:
    """Find playbooks that are twice in a list, and boxes that are twice on a checklist."""
    seen: set[tuple[Loc, str]] = set()
    for loc, name in one.leads:
        leads_on = name != one.playbook.id and name in one.whole.ids
        if (loc[:-1], name) in seen and leads_on:
            yield Finding(
                one.place(*loc),
                f"“{name}” is already in this list.",
                "Delete one of the two lines.",
            )
        seen.add((loc[:-1], name))
    first: dict[str, int] = {}
    for index, item in enumerate(one.playbook.checklist.items):
        name = item.id or item.text
        if name in first:
            yield Finding(
                one.place("checklist", "items", index),
                f"Items {first[name] + 1} and {index + 1} of the checklist are the same.",
                "Delete one of them, or say how they differ.",
            )
        first.setdefault(name, index)


@guidebook_check(NAMED_TWICE)
def find_repeated_queries(context: GuidebookContext) -> Iterator[Finding]:
    """Find a query that is there for two playbooks."""
    first: dict[str, str] = {}
    for name, queries in context.guidebook.queries.queries.items():
        for number, one in enumerate(queries):
            words = " ".join(one.query.lower().split())
            if words in first:
                yield Finding(
                    context.locate(files.QUERIES, ("queries", name, number)),
                    f"“{one.query}” is below “{first[words]}” already.",
                    "Delete one of the two lines: one query has one best answer.",
                )
            first.setdefault(words, name)


DUPLICATE_ID = Rule(
    id="duplicate-id",
    group=Group.REFERENCES,
    summary="An id is that of one thing only.",
    why="A link to it could lead to either of the two.",
    fault={
        "playbooks/guidebook.yml": "chapters:\n"
        "  - id: counter\n"
        "    title: At the counter\n"
        "    audience: front line\n"
        "  - id: hot\n"
        "    title: When it gets hot\n"
        "    audience: everyone\n"
        "    urgent: yes\n"
        "  - id: counter\n"
        "    title: On the phone\n"
        "    audience: front line"
    },
    fix={
        "playbooks/guidebook.yml": "chapters:\n"
        "  - id: counter\n"
        "    title: At the counter\n"
        "    audience: front line\n"
        "  - id: hot\n"
        "    title: When it gets hot\n"
        "    audience: everyone\n"
        "    urgent: yes\n"
        "  - id: phone\n"
        "    title: On the phone\n"
        "    audience: front line"
    },
)


@files_check(DUPLICATE_ID)
def find_repeated_files(context: FilesContext) -> Iterator[Finding]:
    """Find playbooks of one name in two chapters."""
    first: dict[str, str] = {}
    for path in context.playbooks:
        name = paths.find_id(path)
        other = first.setdefault(name.casefold(), path)
        if other != path:
            yield Finding(
                context.place(path),
                f"Two playbooks are called “{name}” (capital letters make no difference).",
                "Rename one of the two files: a playbook’s name must be its own in the whole"
                " guidebook.",
                (Label(context.place(other), "the other one is here"),),
            )


@guidebook_check(DUPLICATE_ID)
def find_repeated_chapters(context: GuidebookContext) -> Iterator[Finding]:
    """Find two chapters of one id."""
    seen: set[str] = set()
    for index, chapter in enumerate(context.guidebook.about.chapters):
        if chapter.id in seen:
            yield Finding(
                context.locate(files.GUIDEBOOK, ("chapters", index, "id")),
                f"There are two chapters with the id “{chapter.id}”.",
                "Give one of them another id and its folder the same name.",
            )
        seen.add(chapter.id)


@guidebook_check(DUPLICATE_ID)
def find_values_called_like_playbooks(context: GuidebookContext) -> Iterator[Finding]:
    """Find a house value or a fact of a country that has the id of a playbook."""
    about = context.guidebook.about
    for field, what, names in (
        ("house_values", "house value", about.house_values),
        ("country_facts", "fact", about.country_facts),
    ):
        for name in names:
            if name in context.ids:
                yield Finding(
                    context.locate(files.GUIDEBOOK, (field, name), of_key=True),
                    f"“{name}” is the name of a {what} and of a playbook.",
                    f"Rename the {what}, so that ((…)) can mean only one thing.",
                )


@guidebook_check(DUPLICATE_ID)
def find_repeated_questions(context: GuidebookContext) -> Iterator[Finding]:
    """Find a question that has the id of another one, or of a playbook."""
    triage = context.guidebook.triage
    counts = Counter(one.id for one in triage.questions) if triage else Counter()
    for number, question in enumerate(triage.questions if triage else ()):
        loc = ("questions", number, "id")
        if question.id in context.ids:
            yield Finding(
                context.locate(files.TRIAGE, loc),
                f"“{question.id}” is the id of a question and of a playbook.",
                "Give the question another id, so that  go:  can mean only one thing.",
            )
        elif triage and counts[question.id] > 1 and triage.by_id[question.id] is question:
            yield Finding(
                context.locate(files.TRIAGE, loc),
                f"“{question.id}” is the id of {counts[question.id]} questions.",
                "Give each question an id of its own.",
            )


@playbook_check(DUPLICATE_ID, of_parts=True)
def find_repeated_rounds(one: PlaybookContext) -> Iterator[Finding]:
    """Find rounds and endings of one id in a role-play."""
    play = one.playbook.roleplay
    for name, count in Counter(play.ids if play else ()).items():
        if count > 1:
            yield Finding(
                one.place("practice", "roleplay"),
                f"“{name}” is the id of {count} rounds or endings of this role-play.",
                "Give each round and each ending an id of its own.",
            )


@guidebook_check(
    Rule(
        id="same-title",
        group=Group.REFERENCES,
        severity=Severity.WARNING,
        summary="A title is that of one playbook only.",
        why="In a list or in the search, nobody can tell the two apart.",
        fault="title: Parcel lost",
        fix="title: Late order",
    )
)
def find_repeated_titles(context: GuidebookContext) -> Iterator[Finding]:
    """Find playbooks of one title."""
    first: dict[str, PlaybookContext] = {}
    for one in context.playbooks[: len(context.guidebook.playbooks)]:  # not the faulty ones
        title = " ".join(one.playbook.title.casefold().split())
        other = first.setdefault(title, one)
        if other.playbook.id != one.playbook.id:
            yield Finding(
                one.place("title"),
                f"Two playbooks have the title “{one.playbook.title}”.",
                "Say in one of the titles what makes it another situation, or put both into one"
                " file and delete the other.",
                (Label(other.place("title"), "the other one is here"),),
            )
