"""The owners, sources and ideas that playbooks name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks.check import Finding, guidebook_check, playbook_check
from generator.checks.context import ANY_OWNER, GuidebookContext, PlaybookContext
from generator.checks.suggestions import explain_unknown
from generator.model import files
from generator.model.yaml_model import Loc
from generator.problem import FileState, Group, Rule, Severity


@playbook_check(
    Rule(
        id="unknown-owner",
        group=Group.REFERENCES,
        summary="The owner of a playbook is one of the owners in guidebook.yml.",
        why="Somebody has to keep the page right, and readers have to know who.",
        fault="owner: Service trainng",
        fix="owner: Service training",
    ),
    of_parts=True,
)
def find_unknown_owner(one: PlaybookContext) -> Iterator[Finding]:
    """Find an owner that guidebook.yml does not list."""
    owners = [owner.name for owner in one.whole.guidebook.about.owners]
    name = one.playbook.owner
    if name not in owners and not (one.is_part and name == ANY_OWNER):
        yield Finding(one.place("owner"), *explain_unknown(name, "owner", owners))


@playbook_check(
    Rule(
        id="unknown-source",
        group=Group.REFERENCES,
        summary="Every source of a playbook is in sources.yml.",
        why="A reader who asks where a claim comes from has to find it.",
        fault="sources: [D11]",
        fix="sources: [D1]",
    ),
    of_parts=True,
)
def find_unknown_sources(one: PlaybookContext) -> Iterator[Finding]:
    """Find sources that sources.yml does not have."""
    for loc, names in one.playbook.citations.items():
        yield from _find_unknown(one, loc, names, one.whole.sources)


@playbook_check(
    Rule(
        id="unknown-idea",
        group=Group.REFERENCES,
        summary="Every idea that a playbook carries is in ideas.yml.",
        why="The page of ideas shows which playbook carries each of them.",
        fault="ideas: [S9]",
        fix="ideas: [S1]",
    ),
    of_parts=True,
)
def find_unknown_ideas(one: PlaybookContext) -> Iterator[Finding]:
    """Find ideas that ideas.yml does not have."""
    return _find_unknown(one, ("ideas",), one.playbook.ideas, one.whole.ideas)


def _find_unknown(
    one: PlaybookContext, loc: Loc, names: Iterable[str], known: Mapping[str, object] | None
) -> Iterator[Finding]:
    if known is None:
        return
    what = str(loc[-1]).removesuffix("s")
    for index, name in enumerate(names):
        if name not in known:
            yield Finding(one.place(*loc, index), *explain_unknown(name, what, known))


@guidebook_check(
    Rule(
        id="no-sources",
        group=Group.FILES,
        summary="Where playbooks name sources, there is a file sources.yml.",
        why="It says what each claim rests on.",
        fault={"playbooks/sources.yml": FileState.MISSING},
        fix={
            "playbooks/sources.yml": "sources:\n"
            "  D1:\n"
            "    work: A study of waiting\n"
            "    fact: A wait with a known end feels shorter.\n"
            "    certainty: reported"
        },
    )
)
def find_missing_sources(context: GuidebookContext) -> Iterator[Finding]:
    """Report a missing file once, in place of every name that it would hold."""
    users = [one for one in context.playbooks if any(one.playbook.citations.values())]
    return _find_missing(context, files.SOURCES, "sources", users)


def _find_missing(
    context: GuidebookContext, file: str, what: str, users: Sequence[PlaybookContext]
) -> Iterator[Finding]:
    if users and file not in context.files.paths:
        naming = "1 playbook names" if len(users) == 1 else f"{len(users)} playbooks name"
        yield Finding(
            context.files.place(file),
            f"There is no file “{file}”, but {naming} {what}.",
            "Bring the file back from a copy or from git, or give this name to the file that holds"
            f" the {what}.",
        )


@guidebook_check(
    Rule(
        id="no-ideas",
        group=Group.FILES,
        summary="Where playbooks name ideas, there is a file ideas.yml.",
        why="It holds the ideas that the guidebook rests on, and how it settles those that differ.",
        fault={"playbooks/ideas.yml": FileState.MISSING},
        fix={
            "playbooks/ideas.yml": "ideas:\n"
            "  S1:\n"
            "    text: People forgive a delay sooner than silence.\n"
            "    group: Waiting"
        },
    )
)
def find_missing_ideas(context: GuidebookContext) -> Iterator[Finding]:
    """Report a missing file once, in place of every name that it would hold."""
    users = [one for one in context.playbooks if one.playbook.ideas]
    return _find_missing(context, files.IDEAS, "ideas", users)


@guidebook_check(
    Rule(
        id="idea-left-out",
        group=Group.REFERENCES,
        summary="Every idea in ideas.yml is carried by a playbook.",
        why="An idea that no playbook carries does not reach staff.",
        fault={
            "playbooks/ideas.yml": "ideas:\n"
            "  S1:\n"
            "    text: People forgive a delay sooner than silence.\n"
            "    group: Waiting\n"
            "  S2:\n"
            "    text: A known end makes a wait shorter.\n"
            "    group: Waiting"
        },
        fix={
            "playbooks/ideas.yml": "ideas:\n"
            "  S1:\n"
            "    text: People forgive a delay sooner than silence.\n"
            "    group: Waiting\n"
            "  S2:\n"
            "    text: A known end makes a wait shorter.\n"
            "    group: Waiting",
            "playbooks/counter/late-order.yml": "ideas: [S1, S2]",
        },
        severity=Severity.WARNING,
    )
)
def find_ideas_left_out(context: GuidebookContext) -> Iterator[Finding]:
    """Find ideas that no playbook carries; the one that does may be among those with faults."""
    carried = {name for one in context.guidebook.playbooks for name in one.ideas}
    for name in context.guidebook.ideas if context.is_complete else ():
        if name not in carried:
            yield Finding(
                context.locate(files.IDEAS, ("ideas", name), of_key=True),
                f"No playbook carries the idea {name}.",
                f"Write it into a playbook, and add  {name}  to its “ideas”.",
            )
