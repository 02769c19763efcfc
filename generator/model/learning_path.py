"""Paths through the guidebook: what somebody new to a job reads and practices, in which order."""

from collections.abc import Container, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.playbook import Playbook
from generator.model.yaml_model import Slug, Text, YamlModel


class Exercise(StrEnum):
    """What one can practice with a playbook, as its file calls it."""

    QUIZ = "quiz"
    ROLEPLAY = "roleplay"

    def is_in(self, playbook: Playbook) -> bool:
        """Whether a playbook has this to practice with."""
        return bool(playbook.practice and getattr(playbook.practice, self.value))


class PathStep(YamlModel):
    """One thing to read or to practice, and why it comes here."""

    playbook: Slug = Field(description="the playbook to read, or to practice with")
    practice: Exercise | None = Field(
        None, description="quiz or roleplay, to practice; leave it out to read"
    )
    why: Text = Field(description="the reason, in one sentence", max_length=200)

    @property
    def key(self) -> str:
        """Its name in its path: what a tick is kept under."""
        return f"{self.playbook}.{self.practice.value}" if self.practice else self.playbook


class LearningPath(YamlModel):
    """An order of playbooks and practice for one kind of work."""

    id: Slug = Field(description="a short name, for the path's address")
    title: Text = Field(description="who it is for, in two to five words", max_length=60)
    purpose: Text = Field(description="one sentence: what one can do afterwards", max_length=200)
    icon: Slug | None = Field(None, description="the name of its pictogram, such as store")
    steps: tuple[PathStep, ...] = Field(
        description="what to read and to practice, in order", min_length=1, max_length=40
    )

    @property
    def url(self) -> str:
        """Address of its page, relative to the top of the site."""
        return f"practice/paths/{self.id}/"


class PathsFile(YamlModel):
    """What `paths.yml` holds."""

    paths: Annotated[tuple[LearningPath, ...], Field(min_length=1)] = Field(
        description="the paths, the most common first"
    )


def keep_known(paths: Sequence[LearningPath], known: Container[str]) -> tuple[LearningPath, ...]:
    """The same with only those steps whose playbook is known, and without paths of no step."""
    kept = ((one, tuple(step for step in one.steps if step.playbook in known)) for one in paths)
    return tuple(one.model_copy(update={"steps": steps}) for one, steps in kept if steps)
