"""A path: what somebody new to a job reads and practices, in order, with how far they are."""

from functools import partial
from typing import TypedDict

from generator.model.learning_path import Exercise, LearningPath, PathStep
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

_ACTS = {None: "Read", Exercise.QUIZ: "Questions", Exercise.ROLEPLAY: "Role-play"}
_LINKS = {None: "Read it", Exercise.QUIZ: "Answer them", Exercise.ROLEPLAY: "Play it"}
_MARKS = {None: "", Exercise.QUIZ: "#quiz", Exercise.ROLEPLAY: "#role-play"}


class StepText(TypedDict):
    """A step as its page shows it: its key, what to do with which playbook, and where that is."""

    key: str
    act: str
    title: str
    why: str
    link: str
    url: str


def render(renderer: Renderer, path: LearningPath) -> Page:
    """The page of one path."""
    return Page(
        path=f"{path.url.rstrip('/')}.md",
        title=path.title,
        description=renderer.inline.plain(path.purpose),
        layout=Layout.PATH,
        write=partial(_write, renderer, path),
        in_menu=False,
    )


def _write(renderer: Renderer, path: LearningPath) -> Content:
    writer = renderer.writer(f"{path.url.rstrip('/')}.md")
    steps = [_describe_step(renderer, step) for step in path.steps]
    html = writer.write("practice/path.html", path=path, steps=steps)
    return Content(
        writer.write("practice/path-lead.html", path=path),
        (Section("steps", "In this order", html),),
    )


def _describe_step(renderer: Renderer, step: PathStep) -> StepText:
    playbook = renderer.guidebook.by_id[step.playbook]
    return {
        "key": step.key,
        "act": _ACTS[step.practice],
        "title": renderer.title(playbook),
        "why": step.why,
        "link": _LINKS[step.practice],
        "url": f"{playbook.url}{_MARKS[step.practice]}",
    }
