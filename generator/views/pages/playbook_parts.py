"""What the pages of all kinds of playbooks have in common."""

from collections.abc import Iterator

from generator.model.guidebook import Origin
from generator.model.inline_markup import find_references
from generator.model.playbook import Outcome, Playbook, RolePlay
from generator.views.pages.page import Section
from generator.views.pages.renderer import PageWriter, Renderer, enumerate_words
from generator.views.pages.sources import cite
from generator.views.sign_off import describe_sign_off

_WORDS_A_MINUTE = 200
_ENDS = {Outcome.GOOD: "A good end", Outcome.MIXED: "A mixed end", Outcome.POOR: "A poor end"}


def write_check(writer: PageWriter, playbook: Playbook) -> Section:
    """The boxes to tick."""
    return Section(
        "check", "Check yourself", writer.write("playbook/check.html", playbook=playbook)
    )


def write_onward(renderer: Renderer, writer: PageWriter, playbook: Playbook) -> Iterator[Section]:
    """The papers to print, and what to read next."""
    if papers := renderer.papers.playbooks.get(playbook.id):
        html = writer.write("playbook/papers.html", papers=papers)
        yield Section("papers", "On paper", html, "gb-on-screen")
    if playbook.related:
        related = [renderer.link(renderer.guidebook.by_id[one]) for one in playbook.related]
        html = writer.write("playbook/next.html", related=related)
        yield Section("next", "Next", html, "gb-on-screen")


def write_below(renderer: Renderer, writer: PageWriter, playbook: Playbook) -> Iterator[Section]:
    """The practice, and the sources."""
    if practice := playbook.practice:
        html = writer.write(
            "playbook/practice.html",
            label=describe_practice(playbook),
            quizzes=practice.quiz,
            roleplay=practice.roleplay,
            destinations=_name_destinations(practice.roleplay) if practice.roleplay else {},
        )
        yield Section("practice", "Practice this", html)
    if playbook.cited:
        known = renderer.guidebook.sources
        cited = [cite(name, known[name]) for name in playbook.cited if name in known]
        yield Section(
            "sources", "Why we say this", writer.write("playbook/sources.html", sources=cited)
        )


def write_foot(renderer: Renderer, writer: PageWriter, playbook: Playbook) -> str:
    """Who keeps the page right, who approved it, and when it is looked at again."""
    owners = {owner.name: owner.contact for owner in renderer.guidebook.about.owners}
    written_in = f"{playbook.chapter}/{playbook.id}.yml"
    return writer.write(
        "playbook/foot.html",
        playbook=playbook,
        contact=owners.get(playbook.owner),
        review_due=renderer.guidebook.review_due(playbook),
        edit_link=renderer.edit_base + written_in if renderer.edit_base else None,
        sign_off=describe_sign_off(playbook.sign_off, playbook),
        needs_country=_list_common_facts(renderer, playbook),
    )


def _list_common_facts(renderer: Renderer, playbook: Playbook) -> list[str]:
    """What the page says of the law and of numbers without knowing the country, by name."""
    facts, values = renderer.guidebook.about.country_facts, renderer.guidebook.values
    named = {
        reference.name
        for _, text in playbook.texts
        if "((" in text
        for reference in find_references(text)
    }
    return [
        facts[name].name for name in facts if name in named and values[name].origin is Origin.COMMON
    ]


def describe_practice(playbook: Playbook) -> str:
    """Say what there is to train with, and how long it takes to read aloud. "" for nothing."""
    practice = playbook.practice
    if practice is None:
        return ""
    exercises = enumerate_words(
        name
        for name, exercise in (("a quiz", bool(practice.quiz)), ("a role-play", practice.roleplay))
        if exercise
    )
    words = sum(len(text.split()) for loc, text in playbook.texts if loc[0] == "practice")
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    return f"{exercises.capitalize()}, {minutes} minute{'s' if minutes > 1 else ''}"


def _name_destinations(roleplay: RolePlay) -> dict[str, str]:
    rounds = {one.id: f"Round {number}" for number, one in enumerate(roleplay.rounds, 1)}
    return rounds | {ending.id: _ENDS[ending.outcome] for ending in roleplay.endings}
