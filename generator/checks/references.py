"""Where playbooks lead: every name of one, wherever it is written, leads to another."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from generator.checks.check import Finding, guidebook_check, playbook_check
from generator.checks.context import ANY_PLAYBOOK, GuidebookContext, PlaybookContext
from generator.checks.suggestions import explain_unknown, find_misspelt
from generator.model import files
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.inline_references import find_open
from generator.model.paths import make_slug
from generator.model.yaml_model import Loc, Locate
from generator.problem import Group, Place, Rule, Severity

_WORDS = """\
languages:
  es:
    name: Español
    words:
      choking#{branch}: [se está ahogando]"""


_MANY = 3  # files: that many do not misspell a name alike
_LISTED = 20  # of their places
_NEAR = 80  # of 100 letters: a wrong page may be worse than none


class Mention(NamedTuple):
    """A name that has to be that of a playbook, or one of some others that are known as well."""

    file: str
    loc: Loc
    name: str
    what: str = "playbook"
    others: Set[str] = frozenset()
    of_key: bool = False
    offset: int | None = None
    width: int = 1

    def place(self, locate: Locate) -> Place:
        """Where it is written."""
        return locate(self.file, self.loc, of_key=self.of_key, offset=self.offset, width=self.width)


UNKNOWN_PLAYBOOK = Rule(
    id="unknown-playbook",
    group=Group.REFERENCES,
    summary="Wherever a playbook is named, there is one with that name.",
    why="The link would lead nowhere.",
    fault="related:\n  - lissen-first\n  - broken-promise",
    fix="related:\n  - listen-first\n  - broken-promise",
)


@guidebook_check(UNKNOWN_PLAYBOOK, of_each=True)
def find_unknown_playbooks(context: GuidebookContext) -> Iterator[Finding]:
    """Find names of playbooks, in any file and any text, that lead nowhere."""
    mentions = list(_list_mentions(context))
    unknown: dict[str, list[Mention]] = {}
    for one in mentions:
        if one.name not in context.ids and one.name not in one.others:
            unknown.setdefault(one.name, []).append(one)
    unnamed = context.ids - {one.name for one in mentions}
    titles = _list_titles(context) if unknown else {}
    for name, found in unknown.items():
        places = sorted(one.place(context.locate) for one in found)
        if len({one.path for one in places}) >= _MANY and not find_misspelt(name, context.ids):
            yield _explain_lost(name, places, unnamed)
            continue
        for one in found:
            known = context.ids | one.others
            message, fix = explain_unknown(name, one.what, known, near=_NEAR)
            if meant := titles.get(name):
                fix = f"Write  {meant}  which is the name of the file with this title."
            yield Finding(one.place(context.locate), message, fix)


def _list_titles(context: GuidebookContext) -> Mapping[str, str]:
    """The ids of playbooks by their titles, as somebody writes these who takes them for ids."""
    return {make_slug(one.title): one.id for one in context.guidebook.playbooks}


def _explain_lost(name: str, places: Sequence[Place], unnamed: Set[str]) -> Finding:
    """Report once what so many files name that it was there, and is gone or has another name."""
    message = f"There is no playbook called “{name}”, but it is named {len(places)} times."
    where = "\n".join(f"{one.path}:{one.line}" for one in places[:_LISTED])
    back = "ring its file back, or take its name out here:\n" + where
    if len(unnamed) == 1:  # nothing leads to it yet, so it is new
        (new,) = unnamed
        first = f"If its file is now {new}.yml, write  guidebook rename {name} {new}"
        return Finding(places[0], message, f"{first}\nIf not, b{back}")
    return Finding(places[0], message, f"B{back}")


@guidebook_check(
    Rule(
        id="unknown-branch",
        group=Group.REFERENCES,
        summary="A branch that is named after “#” is one of its emergency.",
        why="Nothing would be found by the words that are meant for it.",
        fault={"playbooks/other-languages.yml": _WORDS.format(branch="adlt")},
        fix={"playbooks/other-languages.yml": _WORDS.format(branch="adult")},
    )
)
def find_unknown_branches(context: GuidebookContext) -> Iterator[Finding]:
    """Find names of branches that their playbook does not have, if that can be read."""
    for file, loc, name in _list_documents(context.guidebook):
        playbook, _, branch = name.partition("#")
        known = context.guidebook.by_id.get(playbook)
        if not branch or known is None:
            continue
        # Only what is wrong is located: these are long files, which need not be parsed else.
        if not isinstance(known, Emergency):
            yield Finding(
                context.locate(file, loc, of_key=True),
                f"“{playbook}” has no branches.",
                f"Write only  {playbook}:  here.",
            )
        elif branch not in (ids := [one.id for one in known.branches]) and _are_apart(ids):
            yield Finding(
                context.locate(file, loc, of_key=True), *explain_unknown(branch, "branch", ids)
            )


def _are_apart(ids: Sequence[str]) -> bool:
    """Whether no two are equal: else the one that is reported may have had another name."""
    return len(set(ids)) == len(ids)


@guidebook_check(
    Rule(
        id="calm-example",
        group=Group.REFERENCES,
        summary="Examples of emergencies are in one file, and all others in the other.",
        why="The file of an example shows the search how urgent its words are.",
        fault={"playbooks/examples.yml": "emergencies:\n  late-order: where is my food\n"},
        fix={"playbooks/situation-examples.yml": "situations:\n  late-order: where is my food\n"},
    )
)
def find_calm_examples(context: GuidebookContext) -> Iterator[Finding]:
    """Find examples of a playbook that are among those of emergencies and is none, or is one."""
    guidebook = context.guidebook
    urgent = {one.id for one in guidebook.emergencies}
    for name in guidebook.examples:
        if name in guidebook.by_id and name not in urgent:
            yield Finding(
                context.locate(files.EXAMPLES, ("emergencies", name), of_key=True),
                f"“{name}” is no emergency.",
                "Move its lines to situation-examples.yml.",
            )
    for name in guidebook.situations:
        if name in urgent:
            yield Finding(
                context.locate(files.SITUATIONS, ("situations", name), of_key=True),
                f"“{name}” is an emergency.",
                "Move its lines to examples.yml.",
            )


def _list_documents(guidebook: Guidebook) -> Iterator[tuple[str, Loc, str]]:
    """Every name of what a search may lead to, with its file and location."""
    for name in guidebook.words.danger:
        yield files.WORDS, ("danger", name), name
    for name in guidebook.examples:
        yield files.EXAMPLES, ("emergencies", name), name
    for name in guidebook.situations:
        yield files.SITUATIONS, ("situations", name), name
    for code, language in guidebook.languages.items():
        for name in language.words:
            yield files.LANGUAGES, ("languages", code, "words", name), name


def _list_mentions(context: GuidebookContext) -> Iterator[Mention]:
    for one in context.playbooks:
        yield from _list_related(one)
    values = context.guidebook.values.keys()
    for path, loc, reference in context.references:
        width = reference.end - reference.start
        yield Mention(
            path,
            loc,
            reference.name,
            "playbook, house value or fact",
            values,
            offset=reference.start,
            width=width,
        )
    yield from _list_shared(context)


def _list_related(one: PlaybookContext) -> Iterator[Mention]:
    for loc, name in one.leads:
        if not (one.is_part and name == ANY_PLAYBOOK):
            yield Mention(one.playbook.path, loc, name)


def _list_shared(context: GuidebookContext) -> Iterator[Mention]:
    """What the files beside the playbooks name."""
    guidebook = context.guidebook
    for index, chapter in enumerate(guidebook.about.chapters):
        for number, name in enumerate(chapter.playbooks):
            yield Mention(files.GUIDEBOOK, ("chapters", index, "playbooks", number), name)
    for index, tile in enumerate(guidebook.about.right_now):
        yield Mention(files.GUIDEBOOK, ("right_now", index, "playbook"), tile.playbook)
    for name in guidebook.queries.queries:
        yield Mention(files.QUERIES, ("queries", name), name, of_key=True)
    for index, ruling in enumerate(guidebook.rulings):
        for number, name in enumerate(ruling.playbooks):
            yield Mention(files.IDEAS, ("rulings", index, "playbooks", number), name)
    for file, loc, name in _list_documents(guidebook):
        yield Mention(file, loc, name.split("#")[0], of_key=True)
    for index, path in enumerate(guidebook.paths):
        for number, step in enumerate(path.steps):
            loc = ("paths", index, "steps", number, "playbook")
            yield Mention(files.PATHS, loc, step.playbook)
    yield from _list_answers(guidebook)


def _list_answers(guidebook: Guidebook) -> Iterator[Mention]:
    """What the answers of “Help me now” lead to."""
    questions = guidebook.triage.questions if guidebook.triage else ()
    ids = {question.id for question in questions}
    for index, question in enumerate(questions):
        for number, answer in enumerate(question.answers):
            for at, name in enumerate(answer.go):
                loc = ("questions", index, "answers", number, "go", at)
                yield Mention(files.TRIAGE, loc, name, "playbook or question", ids)


@playbook_check(
    Rule(
        id="leads-to-itself",
        group=Group.REFERENCES,
        summary="A playbook leads to other playbooks, and not to itself.",
        why="Staff would open the page that they are on.",
        fault="related:\n  - late-order\n  - listen-first",
        fix="related:\n  - broken-promise\n  - listen-first",
    ),
    of_parts=True,
)
def find_leads_to_itself(one: PlaybookContext) -> Iterator[Finding]:
    """Find a playbook that leads to itself."""
    for loc, name in one.leads:
        if name == one.playbook.id:
            yield Finding(
                one.place(*loc),
                f"“{loc[-2]}” leads to this very playbook.",
                "Name another playbook, or delete the line.",
                on_page="Choose another playbook, or take it away.",
            )


@guidebook_check(
    Rule(
        id="open-reference",
        group=Group.REFERENCES,
        summary="Round brackets that open a reference are closed.",
        why="The page would show the brackets instead of the link or the value.",
        fault="purpose: Listen first, as in ((listen-first).",
        fix="purpose: Listen first, as in ((listen-first)).",
        severity=Severity.WARNING,
    ),
    of_each=True,
)
def find_open_references(context: GuidebookContext) -> Iterator[Finding]:
    """Find brackets that open and begin no reference."""
    for path, loc, text in context.texts:
        for start in find_open(text):
            yield Finding(
                context.locate(path, loc, offset=start, width=2),
                "“((” opens a reference that is not closed.",
                "Write the name and two round brackets, such as ((listen-first)).",
            )


@playbook_check(
    Rule(
        id="orphan",
        group=Group.REFERENCES,
        summary="Another playbook leads to it, by “related”, “stop” or a link.",
        why="What nothing leads to is not found.",
        fault={
            "playbooks/counter/listen-first.yml": "related:\n  - broken-promise\n  - no-receipt"
        },
        fix={"playbooks/counter/listen-first.yml": "related:\n  - broken-promise\n  - late-order"},
        severity=Severity.WARNING,
        switchable=True,
    )
)
def find_orphan(one: PlaybookContext) -> Iterator[Finding]:
    """Find a playbook to which no other leads; the one that does may be among those with faults."""
    name, led_to = one.playbook.id, one.whole.led_to
    if one.whole.is_complete and name not in led_to and make_slug(name) not in led_to:
        yield Finding(
            one.place(),
            "No other playbook leads here.",
            f"Add  {one.playbook.id}  to “related” of a playbook that comes before it.",
        )
