"""Ten minutes a day: exercises of the whole guidebook, the weak ones first."""

from functools import partial

from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

TITLE = "Train me"
PATH = "practice/train.md"
URL = "practice/train/"

_PURPOSE = "Ten minutes a day, with what you find hard first."


def render(renderer: Renderer) -> Page:
    """The page. What one can train is in a script that only it loads."""
    return Page(
        path=PATH,
        title=TITLE,
        description=_PURPOSE,
        layout=Layout.TRAINING,
        write=partial(_write, renderer),
        in_menu=False,
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer(PATH)
    today = writer.write("practice/training.html", paths=renderer.guidebook.paths)
    progress = writer.write("practice/progress.html")
    return Content(
        writer.write("practice/training-lead.html", title=TITLE, purpose=_PURPOSE),
        (
            Section("today", "Today", today, "gb-js"),
            Section("progress", "What you have done", progress, "gb-js"),
        ),
    )
