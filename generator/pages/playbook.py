"""The page of one playbook."""

from collections.abc import Iterator

from generator.guidebook import Guidebook
from generator.pages.page import Layout, Page, Section
from generator.pages.press import Press, Sheet, enumerate_words
from generator.pages.sources import cite
from generator.playbook import Audience, Outcome, Playbook, RolePlay

_WORDS_A_MINUTE = 200
_ENDS = {Outcome.GOOD: "A good end", Outcome.MIXED: "A mixed end", Outcome.POOR: "A poor end"}


def render(press: Press, playbook: Playbook) -> Page:
    """Write the page in the order in which staff need it."""
    guidebook = press.guidebook
    sheet = press.sheet(f"{playbook.chapter}/{playbook.id}.md")
    shared = {
        "playbook": playbook,
        "stops_first": guidebook.stops_first(playbook),
        "go": [_link(press, guidebook.by_id[one]) for one in playbook.stop.go],
    }
    return Page(
        path=f"{playbook.chapter}/{playbook.id}.md",
        title=press.title(playbook),
        description=press.inline.plain(playbook.purpose),
        layout=Layout.PLAYBOOK,
        lead=sheet.write(
            "playbook/lead.html",
            title=press.title(playbook),
            chapter=guidebook.chapters[playbook.chapter],
            readers=_name_readers(playbook),
            **shared,
        ),
        main=(
            Section("say", "Say first", _write_say(sheet, playbook), "gb-say"),
            Section("do", "Do this", sheet.write("playbook/do.html", **shared)),
            Section("check", "Check yourself", sheet.write("playbook/check.html", **shared)),
        ),
        side=tuple(_write_side(press, sheet, playbook)),
        below=tuple(_write_below(guidebook, sheet, playbook)),
        foot=_write_foot(press, sheet, playbook),
        chapter=playbook.chapter,
        written_in=f"{playbook.chapter}/{playbook.id}.yml",
    )


def _write_say(sheet: Sheet, playbook: Playbook) -> str:
    first, *others = playbook.say
    return sheet.write("playbook/say.html", first=first, others=others)


def _write_side(press: Press, sheet: Sheet, playbook: Playbook) -> Iterator[Section]:
    if playbook.avoid:
        heading = "Don’t say" if any(one.say for one in playbook.avoid) else "Don’t do"
        html = sheet.write("playbook/avoid.html", playbook=playbook)
        yield Section("avoid", heading, html, "gb-avoid")
    if playbook.signals:
        html = sheet.write("playbook/signals.html", playbook=playbook)
        yield Section("signals", "You are in the right place if", html)
    if papers := press.papers.get(playbook.id):
        html = sheet.write("playbook/papers.html", papers=papers)
        yield Section("papers", "On paper", html, "gb-on-screen")
    if playbook.related:
        related = [_link(press, press.guidebook.by_id[one]) for one in playbook.related]
        yield Section(
            "next", "Next", sheet.write("playbook/next.html", related=related), "gb-on-screen"
        )


def _write_below(guidebook: Guidebook, sheet: Sheet, playbook: Playbook) -> Iterator[Section]:
    if practice := playbook.practice:
        html = sheet.write(
            "playbook/practice.html",
            label=describe_practice(playbook),
            quiz=practice.quiz,
            roleplay=practice.roleplay,
            destinations=_name_destinations(practice.roleplay) if practice.roleplay else {},
        )
        yield Section("practice", "Practice this", html)
    if playbook.sources:
        sources = [cite(name, guidebook.sources[name]) for name in playbook.sources]
        html = sheet.write("playbook/sources.html", sources=sources)
        yield Section("sources", "Why we say this", html)


def _write_foot(press: Press, sheet: Sheet, playbook: Playbook) -> str:
    owners = {owner.name: owner.contact for owner in press.guidebook.about.owners}
    written_in = f"{playbook.chapter}/{playbook.id}.yml"
    return sheet.write(
        "playbook/foot.html",
        playbook=playbook,
        contact=owners.get(playbook.owner),
        review_due=press.guidebook.review_due(playbook),
        edit_link=press.edit_base + written_in if press.edit_base else None,
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


def _link(press: Press, playbook: Playbook) -> dict[str, str]:
    return {"title": press.title(playbook), "url": playbook.url}
