"""Frames that are kept from build to build: each follows from all that it shows."""

from dataclasses import replace
from pathlib import Path

from generator.adapters.followed_project import FollowedProject
from generator.model.kept_work import KeptWork
from generator.views import theme_context
from generator.views.file import File
from generator.views.frame import NOT_FOUND, PAGE, Frame, Framed
from tests import samples
from tests.projects import make_project


def make_frame(place: Path) -> tuple[Frame, list[Framed]]:
    files = samples.make_folder({"fair/one": samples.make_minimal()}, samples.make_about(["fair"]))
    make_project(place, files)
    preview = FollowedProject(place).read_quickly({})
    pages = [
        Framed(one.url, one.title, one.html, theme_context.describe_page(one))
        for one in preview.site.pages.values()
    ]
    return preview._frame, pages


def test_a_frame_follows_from_all_that_it_shows(tmp_path: Path) -> None:
    frame, pages = make_frame(tmp_path)
    kept = KeptWork()
    for page in pages:
        assert replace(frame, kept=kept).draw(page) == frame.draw(page)
    theme = {**frame.theme, PAGE: File.of(PAGE, frame.theme[PAGE].content + b"<!-- new -->")}
    frames = [
        frame,
        replace(frame, name="Another"),
        replace(frame, description="Another"),
        replace(frame, styles=("own.css",)),
        replace(frame, scripts=("own.js",)),
        replace(frame, theme=theme),
        replace(frame, context={**frame.context, "version": "7"}),
    ]
    for page in pages:
        others = [
            page,
            replace(page, url=f"x/{page.url}"),
            replace(page, content="another"),
            replace(page, canonical_url="https://x.example/"),
            replace(page, meta={**page.meta, "title": "Another", "layout": "home"}),
            replace(page, meta={**page.meta, "description": "Another", "chapter": "another"}),
            replace(page, meta={}, title="Another"),
        ]
        for other in others:
            for one in frames:
                known = KeptWork(kept.used)
                assert replace(one, kept=known).draw(other) == one.draw(other)
        places = {"template": NOT_FOUND, "root": "/top/"}
        known = KeptWork(kept.used)
        assert replace(frame, kept=known).draw(page, **places) == frame.draw(page, **places)


def test_other_words_of_a_page_have_the_same_frame(tmp_path: Path) -> None:
    frame, (page, *_) = make_frame(tmp_path)
    kept = KeptWork()
    replace(frame, kept=kept).draw(page)
    known = KeptWork(dict.fromkeys(kept.used, "known"))
    assert replace(frame, kept=known).draw(replace(page, content="another")) == "known"
    assert not known.is_new
