"""The job for the trainer's hand-out: questions and a role-play to read aloud, with answers."""

from generator.model.playbook import Playbook
from generator.model.practice import Quiz, RolePlay
from generator.views.papers.job import Job
from generator.views.papers.job_builder import JobBuilder, JobContext
from generator.views.papers.kinds import PaperKind
from generator.views.papers.page_data import TextData
from generator.views.papers.practice_data import EndingData, QuizData, RolePlayData, RoundData

_QUIZ = ("practice", "quiz")
_ROLE_PLAY = ("practice", "roleplay")


def build_hand_out(context: JobContext, playbook: Playbook) -> Job:
    """All that a trainer needs to run the practice of a playbook."""
    builder = JobBuilder(context, PaperKind.HAND_OUT, [playbook])
    quiz = playbook.quizzes
    play = playbook.roleplay
    return builder.finish(
        builder.name(playbook, "trainer’s hand-out"),
        {
            **builder.describe_page(playbook),
            "purpose": builder.text(playbook, "purpose"),
            "quiz": [
                _describe_question(builder, playbook, number, one)
                for number, one in enumerate(quiz)
            ],
            "roleplay": _describe_role_play(builder, playbook, play) if play else None,
        },
    )


def name_parts(play: RolePlay) -> dict[str, str]:
    """What rounds and endings are called on paper, by their ids."""
    names = {one.id: f"Round {number}" for number, one in enumerate(play.rounds, 1)}
    return names | {one.id: f"Ending {number}" for number, one in enumerate(play.endings, 1)}


def _describe_question(
    builder: JobBuilder, playbook: Playbook, number: int, quiz: Quiz
) -> QuizData:
    here = (*_QUIZ, number)
    return {
        "prompt": builder.text(playbook, *here, "prompt"),
        "options": [
            {
                "text": builder.text(playbook, *here, "options", place, "text"),
                "feedback": builder.text(playbook, *here, "options", place, "feedback"),
                "right": option.right,
            }
            for place, option in enumerate(quiz.options)
        ],
    }


def _describe_role_play(builder: JobBuilder, playbook: Playbook, play: RolePlay) -> RolePlayData:
    names = name_parts(play)
    return {
        "setting": builder.text(playbook, *_ROLE_PLAY, "setting"),
        "rounds": _describe_rounds(builder, playbook, play, names),
        "endings": _describe_endings(builder, playbook, play, names),
    }


def _describe_rounds(
    builder: JobBuilder, playbook: Playbook, play: RolePlay, names: dict[str, str]
) -> list[RoundData]:
    def text(*loc: str | int, spoken: bool = False) -> TextData:
        return builder.text(playbook, *_ROLE_PLAY, "rounds", *loc, spoken=spoken)

    return [
        {
            "name": names[one.id],
            "customer": text(number, "customer"),
            "replies": [
                {
                    "say": text(number, "replies", place, "say", spoken=True),
                    "leads": text(number, "replies", place, "leads"),
                    "best": reply.best,
                    "go": names.get(reply.go, ""),
                }
                for place, reply in enumerate(one.replies)
            ],
        }
        for number, one in enumerate(play.rounds)
    ]


def _describe_endings(
    builder: JobBuilder, playbook: Playbook, play: RolePlay, names: dict[str, str]
) -> list[EndingData]:
    here = (*_ROLE_PLAY, "endings")
    return [
        {
            "name": names[one.id],
            "outcome": one.outcome.value,
            "text": builder.text(playbook, *here, number, "text"),
            "debrief": builder.text(playbook, *here, number, "debrief"),
        }
        for number, one in enumerate(play.endings)
    ]
