"""“Help me now” as a form: its questions one after the other, and their picture."""

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from generator.model import files
from generator.model.guidebook import Guidebook
from generator.model.triage import Question, Triage, TriageFile
from generator.model.yaml_model import Loc
from generator.reader.yaml_text import ParsedFile
from generator.reader.yaml_text.item_edit import Change, Delete, Insert, Set
from generator.reader.yaml_text.parsed_file import Data
from generator.views.editor.fields import Button, FieldGroup, FieldSource, Form, FormLink, write_key
from generator.views.editor.flow import follow_questions, write_anchor
from generator.views.editor.flow_layout import lay_out
from generator.views.editor.ordered_group import list_buttons
from generator.views.editor.roleplay_form import find_free

NAME = "flow"
_MOST_ANSWERS = 5
_LEAD = (
    "Choose a box to change its words. An answer leads to one question, or to playbooks in order."
)


def describe(guidebook: Guidebook, parsed: ParsedFile | None) -> Form | None:
    """The form of the questions as their file has them, if there are any that can be read."""
    try:
        read = TriageFile.model_validate(parsed.data if parsed else None)
    except ValidationError:
        return None
    return _QuestionsForm(guidebook, Triage(read.questions)).make()


class _QuestionsForm:
    """The form of the questions while it is put together."""

    def __init__(self, guidebook: Guidebook, triage: Triage) -> None:
        self.guidebook = guidebook
        self.triage = triage
        urls = {one.id: one.url for one in guidebook.playbooks}
        self.flow = follow_questions(triage.questions, guidebook.titles, urls)
        questions = {one.id: f"Question: {one.ask}" for one in triage.questions}
        playbooks = {one.id: one.title for one in guidebook.playbooks}
        self.source = FieldSource(files.TRIAGE, {"go": questions | playbooks})

    def make(self) -> Form:
        groups = [self._make_question(at, one) for at, one in enumerate(self.triage.questions)]
        return Form(NAME, "Help me now", _LEAD, tuple(groups), drawing=lay_out(self.flow))

    def _make_question(self, at: int, one: Question) -> FieldGroup:
        loc: Loc = ("questions", at)
        answers = tuple(self._make_answer(one, loc, number) for number in range(len(one.answers)))
        buttons = []
        if len(one.answers) < _MOST_ANSWERS:
            led = one.answers[-1].go[0] if one.answers else self.guidebook.playbooks[0].id
            answer: Data = {"say": "[[Answer]]", "go": led}
            insert = Insert((*loc, "answers"), len(one.answers), answer)
            buttons.append(_button(f"answer-{at}", "Add an answer", [insert]))
        comers = self.flow.list_comers(one.id)
        if at and not comers:
            buttons.append(_button(f"drop-{at}", "Remove this question", [Delete(loc)]))
        led_by = f"Led to by: {'; '.join(f'“{way.text}”' for _, way in comers)}"
        note = "It is asked first." if not at else led_by if comers else "No answer leads here yet."
        ask = self.source.make(one, (*loc, "ask"))
        title = f"Question {at + 1}"
        return FieldGroup(title, (ask,), note, write_anchor(one.id), tuple(buttons), answers)

    def _make_answer(self, one: Question, around: Loc, number: int) -> FieldGroup:
        loc = (*around, "answers", number)
        answer = one.answers[number]
        fields = tuple(
            self.source.make(answer, (*loc, name), label=label)
            for name, label in (("say", ""), ("go", "Leads to"), ("danger", ""))
        )
        buttons = tuple(self._list_buttons(one, loc, number))
        titles = self.source.names["go"]
        links = tuple(
            FormLink(titles[name], self.flow.find_address(name))
            for name in answer.go
            if name in titles
        )
        return FieldGroup(f"Answer {number + 1}", fields, buttons=buttons, links=links)

    def _list_buttons(self, one: Question, loc: Loc, number: int) -> Iterator[Button]:
        yield _button(
            f"on{write_key('', loc)}", "Ask on with a new question", self._ask_on(one, loc, number)
        )
        count = len(one.answers)
        yield from list_buttons(files.TRIAGE, loc, count, what="answer", is_free=count > 1)

    def _ask_on(self, one: Question, loc: Loc, number: int) -> list[Change]:
        """An answer leads to a new question, whose first answer leads to where it led."""
        questions = self.triage.questions
        name = find_free(f"question-{len(questions) + 1}", [*self.triage.by_id])
        led = list(one.answers[number].go)
        answers: list[Data] = [{"say": "[[Answer]]", "go": [*led]}]
        made: Data = {"id": name, "ask": "[[What is it?]]", "answers": answers}
        return [Insert(("questions",), len(questions), made), Set((*loc, "go"), name)]


def _button(name: str, label: str, changes: Sequence[Change]) -> Button:
    return Button(name, label, files.TRIAGE, tuple(changes))
