"""The form of a playbook: everything about it that is not a text of its page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.checks.catalogue import list_switchable
from generator.model import files
from generator.model.approval import Expert
from generator.model.emergency_playbook import Emergency
from generator.model.guidebook import Guidebook
from generator.model.playbook import Kind, Playbook, PlaybookFile, StandardPlaybook
from generator.model.yaml_model import Loc, YamlModel
from generator.reader.yaml_text.item_edit import Set
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor import roleplay_form
from generator.views.editor.fields import Button, Control, Field, FieldGroup, FieldSource, Form
from generator.views.editor.flow import ROLEPLAY

ON_PAGE = frozenset(
    [
        "title", "purpose", "signals", "steps", "say", "avoid", "stop", "checklist", "practice",
        "first", "branches", "on_the_phone", "after",
    ]
)  # fmt: skip
"""The fields of a playbook that are changed where they are read."""

BY_PROGRAM = frozenset(["formerly"])
"""The fields that follow from what else one does."""

_BY_PLACE = Playbook.model_fields.keys() - PlaybookFile.model_fields.keys()
"""What the name of the file and its folder say."""

NEW_QUIZ: list[Data] = [
    {
        "prompt": "[[A situation, and the question.]]",
        "options": [
            {"text": "[[The right answer.]]", "right": "yes", "feedback": "[[Why it is right.]]"},
            {"text": "[[Another answer.]]", "feedback": "[[What it would do.]]"},
            {"text": "[[A third answer.]]", "feedback": "[[What it would do.]]"},
        ],
    }
]
"""A question to begin with. Its gaps are reported like those of a new playbook."""

_QUERIES_HELP = (
    "what staff type that has to bring up this page first; the check asks the search every time"
)

_OF_BRANCH = ("go", "search", "danger", "sources", "sign_off")
_OF_PHRASE = ("channels", "feelings")


def describe(guidebook: Guidebook, playbook: Playbook) -> list[FieldGroup]:
    """All fields in groups, in the order in which one fills them in."""
    return list(_Form(guidebook, playbook).list_groups())


def make(guidebook: Guidebook, playbook: Playbook) -> Form:
    """The form as a page."""
    groups = (*describe(guidebook, playbook), _describe_parts(playbook))
    lead = "What the page does not show, and what it needs to be found."
    title = f"About: {playbook.title}"
    return Form(f"about/{playbook.id}", title, lead, groups, about=playbook.id)


def _describe_parts(playbook: Playbook) -> FieldGroup:
    """What may be added to practice with."""
    buttons = []
    if not playbook.quizzes:
        change = Set(("practice", "quiz"), NEW_QUIZ)
        buttons.append(Button("quiz", "Add a quiz", playbook.path, (change,)))
    if not playbook.roleplay:
        change = Set(ROLEPLAY, roleplay_form.NEW)
        buttons.append(Button("roleplay", "Add a role-play", playbook.path, (change,)))
    note = "" if buttons else "There is a quiz and a role-play. Change them on the page."
    return FieldGroup("To practise with", (), note, buttons=tuple(buttons))


def list_names(guidebook: Guidebook, *, without: str = "") -> Mapping[str, Mapping[str, str]]:
    """What fields may name, by the name of the field: ids, each with the words people know."""
    playbooks = {name: title for name, title in guidebook.titles.items() if name != without}
    rules = {name: rule.summary for name, rule in sorted(list_switchable().items())}
    return {
        "related": playbooks,
        "go": playbooks,
        "without": playbooks,
        "owner": {one.name: one.name for one in guidebook.about.owners},
        "sources": {name: one.work for name, one in guidebook.sources.items()},
        "ideas": {name: one.text for name, one in guidebook.ideas.items()},
        "country": {name: one.name for name, one in guidebook.countries.items()},
        "allow": rules,
        "expert": {one.value: one.value for one in Expert},
    }


class _Form:
    """The form of one playbook while it is put together."""

    def __init__(self, guidebook: Guidebook, playbook: Playbook) -> None:
        self.guidebook = guidebook
        self.playbook = playbook
        self.names = list_names(guidebook, without=playbook.id)
        self.source = FieldSource(playbook.path, self.names)

    def list_groups(self) -> Iterator[FieldGroup]:
        groups = list(self._list_chosen())
        yield from groups
        shown = {str(field.loc[0]) for group in groups for field in group.fields}
        elsewhere = shown | ON_PAGE | BY_PROGRAM | _BY_PLACE
        # A field that was added to the model, and to no group yet.
        rest = [name for name in type(self.playbook).model_fields if name not in elsewhere]
        if rest:
            yield FieldGroup("More", tuple(self._make(name) for name in rest))

    def _list_chosen(self) -> Iterator[FieldGroup]:
        standard = self.playbook if isinstance(self.playbook, StandardPlaybook) else None
        yield FieldGroup("What it is", tuple(self._list_basics(standard)))
        yield FieldGroup("Where it leads", tuple(self._list_ways(standard)))
        yield FieldGroup("How it is found", (self._make("search"), self._make_queries()))
        yield FieldGroup("Who keeps it right", tuple(self._list_upkeep()))
        yield FieldGroup("What it rests on", (self._make("sources"), self._make("ideas")))
        yield FieldGroup("How it looks", (self._make("icon"), self._make("poster")))
        if isinstance(self.playbook, Emergency):
            for at, branch in enumerate(self.playbook.branches):
                yield self._make_part("Branch", branch.see, branch, ("branches", at), _OF_BRANCH)
        for at, phrase in enumerate(standard.say if standard else ()):
            yield self._make_part("Phrase", phrase.say, phrase, ("say", at), _OF_PHRASE)

    def _make(self, *loc: str, record: YamlModel | None = None, label: str = "") -> Field:
        return self.source.make(record or self.playbook, loc, label=label)

    def _make_part(
        self, what: str, words: str, record: YamlModel, loc: Loc, names: Sequence[str]
    ) -> FieldGroup:
        fields = tuple(self.source.make(record, (*loc, name)) for name in names)
        return FieldGroup(f"{what}: {words}", fields)

    def _list_basics(self, standard: StandardPlaybook | None) -> Iterator[Field]:
        kind = self._make("kind")
        yield replace(kind, choices=_list_kinds(self.playbook))
        yield self._make("audience")
        if standard is None:  # an emergency has no room for it on its page
            yield self._make("purpose")
        else:
            yield self._make("channels")
            yield self._make("feelings")
            yield self._make("stop", "level", record=standard.stop, label="Stop box")

    def _list_ways(self, standard: StandardPlaybook | None) -> Iterator[Field]:
        yield self._make("related", label="Related playbooks")
        if standard:
            yield self._make("stop", "go", record=standard.stop, label="After the stop box")

    def _list_upkeep(self) -> Iterator[Field]:
        for name in ("owner", "reviewed", "review_every", "sign_off"):
            yield self._make(name)
        label = "Sign the checklist"
        yield self._make("checklist", "sign_off", record=self.playbook.checklist, label=label)
        yield self._make("allow", label="Rules not to apply here")

    def _make_queries(self) -> Field:
        own = self.guidebook.queries.queries.get(self.playbook.id, ())
        return Field(
            files.QUERIES,
            ("queries", self.playbook.id),
            "Must find it",
            _QUERIES_HELP,
            Control.LINES,
            tuple(one.query for one in own),
        )


def _list_kinds(playbook: Playbook) -> Mapping[str, str]:
    """The kinds that a playbook may become: an emergency has another form than all others."""
    is_emergency = playbook.kind is Kind.EMERGENCY
    return {one.value: one.value for one in Kind if (one is Kind.EMERGENCY) == is_emergency}
