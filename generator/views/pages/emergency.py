"""The page of an emergency: whom to call, what one sees, and what to do about it."""

from collections.abc import Iterator
from functools import partial

from generator.model.emergency_playbook import Branch, Emergency
from generator.model.located_text import rewrite
from generator.views.emergency_call import describe_call
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.playbook_parts import (
    make_page,
    write_below,
    write_check,
    write_foot,
    write_onward,
)
from generator.views.pages.renderer import PageWriter, Renderer
from generator.views.pages.seen_mark import describe_mark
from generator.views.sign_off import describe_sign_off


def render(renderer: Renderer, playbook: Emergency) -> Page:
    """The page: the bar with the number, then what one sees, branch by branch."""
    return make_page(renderer, playbook, Layout.EMERGENCY, partial(_write, playbook))


def _write(playbook: Emergency, writer: PageWriter) -> Content:
    renderer = writer.renderer
    return Content(
        lead=writer.write(
            "emergency/lead.html",
            title=renderer.title(playbook),
            icon_name=renderer.icon(playbook),
            playbook=playbook,
            seen=describe_mark(renderer, playbook),
            call=describe_call(renderer.guidebook, renderer.inline),
            branches=playbook.branches if len(playbook.branches) > 1 else (),
        ),
        main=(
            *(_write_branch(writer, playbook, one) for one in playbook.branches),
            *_write_rest(writer, playbook),
            write_check(writer, playbook),
        ),
        side=tuple(write_onward(writer, playbook)),
        below=tuple(write_below(writer, playbook)),
        foot=write_foot(writer, playbook),
    )


def _write_branch(writer: PageWriter, playbook: Emergency, branch: Branch) -> Section:
    renderer = writer.renderer
    html = writer.write(
        "emergency/branch.html",
        branch=branch,
        go=[renderer.link(renderer.guidebook.by_id[one]) for one in branch.go],
        sign_off=describe_sign_off(branch.sign_off, playbook),
    )
    return Section(branch.mark, rewrite(branch.see, renderer.inline.plain), html, "gb-branch")


def _write_rest(writer: PageWriter, playbook: Emergency) -> Iterator[Section]:
    for mark, heading, lines in (
        ("on-the-phone", "If they are on the phone or in a chat", playbook.on_the_phone),
        ("after", "When it is over", playbook.after),
    ):
        if lines:
            yield Section(
                mark, heading, writer.write("emergency/lines.html", lines=lines), "gb-rest"
            )
