"""The page of one playbook."""

from collections.abc import Iterator
from functools import partial

from generator.model.playbook import StandardPlaybook
from generator.views.pages.house_plates import lift_plates
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.playbook_parts import (
    make_page,
    write_below,
    write_check,
    write_foot,
    write_onward,
)
from generator.views.pages.practice_parts import list_rested
from generator.views.pages.renderer import PageWriter, Renderer
from generator.views.pages.seen_mark import describe_mark


def render(renderer: Renderer, playbook: StandardPlaybook) -> Page:
    """The page, in the order in which staff need it."""
    return make_page(renderer, playbook, Layout.PLAYBOOK, partial(_write, playbook))


def _write(playbook: StandardPlaybook, writer: PageWriter) -> Content:
    renderer = writer.renderer
    guidebook = renderer.guidebook
    shared: dict[str, object] = {
        "playbook": playbook,
        "rested": list_rested(playbook),
        "stops_first": guidebook.stops_first(playbook),
        "go": [renderer.link(guidebook.by_id[one]) for one in playbook.stop.go],
    }
    return Content(
        lead=writer.write(
            "playbook/lead.html",
            title=renderer.title(playbook),
            chapter=guidebook.chapters[playbook.chapter],
            icon_name=renderer.icon(playbook),
            readers=playbook.readers,
            seen=describe_mark(renderer, playbook),
            **shared,
        ),
        main=(
            Section("say", "Say first", _write_say(writer, playbook, shared), "gb-say"),
            Section("do", "Do this", _write_steps(writer, playbook, shared)),
            write_check(writer, playbook),
        ),
        side=tuple(_write_side(writer, playbook)),
        below=tuple(write_below(writer, playbook)),
        foot=write_foot(writer, playbook),
    )


def _write_say(writer: PageWriter, playbook: StandardPlaybook, shared: dict[str, object]) -> str:
    first, *others = playbook.say
    return writer.write("playbook/say.html", first=first, others=others, **shared)


def _write_steps(writer: PageWriter, playbook: StandardPlaybook, shared: dict[str, object]) -> str:
    steps = lift_plates(writer.renderer.guidebook, playbook.steps)
    return writer.write("playbook/do.html", steps=steps, **shared)


def _write_side(writer: PageWriter, playbook: StandardPlaybook) -> Iterator[Section]:
    if playbook.avoid:
        heading = "Don’t say" if any(one.say for one in playbook.avoid) else "Don’t do"
        html = writer.write("playbook/avoid.html", playbook=playbook)
        yield Section("avoid", heading, html, "gb-avoid")
    if playbook.signals:
        html = writer.write("playbook/signals.html", playbook=playbook)
        yield Section("signals", "You are in the right place if", html)
    yield from write_onward(writer, playbook)
