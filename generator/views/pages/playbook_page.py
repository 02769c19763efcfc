"""The page of one playbook."""

from collections.abc import Iterator
from functools import partial

from generator.model.guidebook import Guidebook
from generator.model.playbook import Audience, Outcome, Playbook, RolePlay
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import PageWriter, Renderer, enumerate_words
from generator.views.pages.sources import cite

_WORDS_A_MINUTE = 200
_ENDS = {Outcome.GOOD: "A good end", Outcome.MIXED: "A mixed end", Outcome.POOR: "A poor end"}


def render(renderer: Renderer, playbook: Playbook) -> Page:
    """The page, in the order in which staff need it."""
    return Page(
        path=f"{playbook.chapter}/{playbook.id}.md",
        title=renderer.title(playbook),
        description=renderer.inline.plain(playbook.purpose),
        layout=Layout.PLAYBOOK,
        write=partial(_write, renderer, playbook),
        chapter=playbook.chapter,
        written_in=f"{playbook.chapter}/{playbook.id}.yml",
    )


def _write(renderer: Renderer, playbook: Playbook) -> Content:
    guidebook = renderer.guidebook
    writer = renderer.writer(f"{playbook.chapter}/{playbook.id}.md")
    shared = {
        "playbook": playbook,
        "stops_first": guidebook.stops_first(playbook),
        "go": [_link(renderer, guidebook.by_id[one]) for one in playbook.stop.go],
    }
    return Content(
        lead=writer.write(
            "playbook/lead.html",
            title=renderer.title(playbook),
            chapter=guidebook.chapters[playbook.chapter],
            readers=_name_readers(playbook),
            **shared,
        ),
        main=(
            Section("say", "Say first", _write_say(writer, playbook), "gb-say"),
            Section("do", "Do this", writer.write("playbook/do.html", **shared)),
            Section("check", "Check yourself", writer.write("playbook/check.html", **shared)),
        ),
        side=tuple(_write_side(renderer, writer, playbook)),
        below=tuple(_write_below(guidebook, writer, playbook)),
        foot=_write_foot(renderer, writer, playbook),
    )


def _write_say(writer: PageWriter, playbook: Playbook) -> str:
    first, *others = playbook.say
    return writer.write("playbook/say.html", first=first, others=others)


def _write_side(renderer: Renderer, writer: PageWriter, playbook: Playbook) -> Iterator[Section]:
    if playbook.avoid:
        heading = "Don’t say" if any(one.say for one in playbook.avoid) else "Don’t do"
        html = writer.write("playbook/avoid.html", playbook=playbook)
        yield Section("avoid", heading, html, "gb-avoid")
    if playbook.signals:
        html = writer.write("playbook/signals.html", playbook=playbook)
        yield Section("signals", "You are in the right place if", html)
    if papers := renderer.papers.playbooks.get(playbook.id):
        html = writer.write("playbook/papers.html", papers=papers)
        yield Section("papers", "On paper", html, "gb-on-screen")
    if playbook.related:
        related = [_link(renderer, renderer.guidebook.by_id[one]) for one in playbook.related]
        yield Section(
            "next", "Next", writer.write("playbook/next.html", related=related), "gb-on-screen"
        )


def _write_below(guidebook: Guidebook, writer: PageWriter, playbook: Playbook) -> Iterator[Section]:
    if practice := playbook.practice:
        html = writer.write(
            "playbook/practice.html",
            label=describe_practice(playbook),
            quiz=practice.quiz,
            roleplay=practice.roleplay,
            destinations=_name_destinations(practice.roleplay) if practice.roleplay else {},
        )
        yield Section("practice", "Practice this", html)
    if playbook.sources:
        sources = [cite(name, guidebook.sources[name]) for name in playbook.sources]
        html = writer.write("playbook/sources.html", sources=sources)
        yield Section("sources", "Why we say this", html)


def _write_foot(renderer: Renderer, writer: PageWriter, playbook: Playbook) -> str:
    owners = {owner.name: owner.contact for owner in renderer.guidebook.about.owners}
    written_in = f"{playbook.chapter}/{playbook.id}.yml"
    return writer.write(
        "playbook/foot.html",
        playbook=playbook,
        contact=owners.get(playbook.owner),
        review_due=renderer.guidebook.review_due(playbook),
        edit_link=renderer.edit_base + written_in if renderer.edit_base else None,
    )


def describe_practice(playbook: Playbook) -> str:
    """Say what there is to train with, and how long it takes to read aloud. "" for nothing."""
    practice = playbook.practice
    if practice is None:
        return ""
    exercises = enumerate_words(
        name
        for name, exercise in (("a quiz", practice.quiz), ("a role-play", practice.roleplay))
        if exercise
    )
    words = sum(len(text.split()) for loc, text in playbook.texts if loc[0] == "practice")
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    return f"{exercises.capitalize()}, {minutes} minute{'s' if minutes > 1 else ''}"


def _name_destinations(roleplay: RolePlay) -> dict[str, str]:
    rounds = {one.id: f"Round {number}" for number, one in enumerate(roleplay.rounds, 1)}
    return rounds | {ending.id: _ENDS[ending.outcome] for ending in roleplay.endings}


def _name_readers(playbook: Playbook) -> list[str]:
    """Name the readers where a page is not for all who serve customers."""
    if {Audience.EVERYONE, Audience.FRONT_LINE} & set(playbook.audience):
        return []
    return [audience.value for audience in playbook.audience]


def _link(renderer: Renderer, playbook: Playbook) -> dict[str, str]:
    return {"title": renderer.title(playbook), "url": playbook.url}
