"""The job for the questions of “Help me now”, as a tree on as few sheets as can be read."""

from collections import deque
from collections.abc import Set

from generator.model import files
from generator.model.triage import Answer, Question, Triage
from generator.views.dates import write_day
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind
from generator.views.papers.page_data import TextData
from generator.views.papers.template_data import AnswerData, EndData, QuestionData

_TITLE = "Help me now, on paper"
_MOST_SHEETS = 12
_MOST_ANSWERS = 28
"""With more answers on a sheet, its type is too small to be read from a step away."""
_PAGE = "help-me-now/"

_Location = tuple[int, int]
"""The positions of a question and of one of its answers in the file."""


def build_tree(context: JobContext, triage: Triage) -> Job:
    """All questions, and the playbooks that they lead to."""
    known = context.guidebook.by_id
    playbooks = [known[name] for name in triage.taps if name in known]
    builder = JobBuilder(context, PaperKind.TREE, playbooks)
    roots, branches = _divide(triage)
    questions: list[QuestionData] = [
        {
            "ask": _write(builder, question.ask, number, "ask"),
            "answers": [
                _describe_answer(builder, triage, answer, (number, index), branches)
                for index, answer in _list_answers(question)
            ],
        }
        for number, question in enumerate(triage.questions)
    ]
    reviewed = write_day(max(one.reviewed for one in playbooks))
    return builder.finish(
        _TITLE,
        {
            "questions": questions,
            "roots": [triage.positions[root.id] for root in roots],
            "number": builder.number(),
            "reviewed": reviewed,
            **builder.address(_PAGE),
        },
    )


def _divide(triage: Triage) -> tuple[list[Question], set[_Location]]:
    """The question that each sheet begins with, and the answers below which one is drawn.

    A sheet with too many answers hands over what follows its largest calm answer, so that danger
    stays together on the first one.
    """
    branches = _find_branches(triage)

    def list_below(question: Question) -> list[_Location]:
        number = triage.positions[question.id]
        places = [(number, index) for index in range(len(question.answers))]
        return [place for place in places if place in branches]

    def count_answers(root: Question) -> int:
        total, waiting = 0, [root]
        while waiting:
            question = waiting.pop()
            total += len(question.answers)
            waiting += [branches[place] for place in list_below(question)]
        return total

    def weigh(place: _Location) -> tuple[bool, int]:
        number, index = place
        danger = triage.questions[number].answers[index].danger
        return not danger, count_answers(branches[place])

    sheets = [triage.first]
    for root in sheets:
        while (
            len(sheets) < _MOST_SHEETS
            and count_answers(root) > _MOST_ANSWERS
            and (places := list_below(root))
        ):
            sheets.append(branches.pop(max(places, key=weigh)))
    following = sorted(sheets[1:], key=lambda root: triage.positions[root.id])
    return [triage.first, *following], set(branches)


def _list_answers(question: Question) -> list[tuple[int, Answer]]:
    """The answers with their positions in the file, danger first."""
    return sorted(enumerate(question.answers), key=lambda one: not one[1].danger)


def _find_branches(triage: Triage) -> dict[_Location, Question]:
    """The question that is drawn below an answer; other answers only name its number.

    A question that several answers lead to is drawn where it takes the fewest answers to get to.
    """
    found: dict[_Location, Question] = {}
    drawn = {triage.first.id}
    queue = deque([triage.first])
    while queue:
        question = queue.popleft()
        for index, answer in _list_answers(question):
            following = triage.find_next(answer)
            if following and following.id not in drawn:
                drawn.add(following.id)
                found[triage.positions[question.id], index] = following
                queue.append(following)
    return found


def _describe_answer(
    builder: JobBuilder,
    triage: Triage,
    answer: Answer,
    location: _Location,
    branches: Set[_Location],
) -> AnswerData:
    number, index = location
    following = triage.find_next(answer)
    return {
        "say": _write(builder, answer.say, number, "answers", index, "say"),
        "danger": answer.danger,
        "question": triage.positions[following.id] if following else None,
        "branches": location in branches,
        "ends": [] if following else [_describe_end(builder, name) for name in answer.go],
    }


def _describe_end(builder: JobBuilder, name: str) -> EndData:
    playbook = builder.context.guidebook.by_id[name]
    return {"title": builder.title(playbook), "chapter": builder.chapter(playbook)}


def _write(builder: JobBuilder, text: str, *loc: str | int) -> TextData:
    return builder.texts.write(files.TRIAGE, ("questions", *loc), text, longest=builder.longest)
