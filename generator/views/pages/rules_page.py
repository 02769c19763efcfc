"""Every rule of the check, for those who write: what it asks for, why, and an example."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from generator.problem import Severity
from generator.reader.rules import list_rules
from generator.views import rule_text
from generator.views.pages.groups import Sift, write_section
from generator.views.pages.jump import Jump
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

_TITLE = "Rules of the check"
_SHOWN = 3
"""How many rules the row of a subject names, where it has room."""
_PURPOSE = "What the check looks for, why, and how it is right."


def render(renderer: Renderer) -> Page:
    """The page, made of the rules themselves."""
    return Page(
        path="rules.md",
        title=_TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
        back_of_house=True,
        recall=lambda work: renderer.keep(work, "rules", ()),
    )


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer("rules.md")
    groups = [
        (jump, writer.write("rules/entries.html", entries=entries))
        for jump, entries in _list_groups()
    ]
    sift = Sift(
        label="Find a rule",
        kind_label="How much it matters",
        kinds=[one.value for one in Severity],
    )
    return Content(
        writer.write("list-lead.html", title=_TITLE, purpose=_PURPOSE, sift=sift),
        (
            write_section(writer, "By subject", groups, noun="rule"),
            Section("use", "How much a rule matters", writer.write("rules/use.html")),
        ),
    )


def _list_groups() -> Iterator[tuple[Jump, Sequence[Mapping[str, object]]]]:
    for group, found in groupby(list_rules().values(), key=lambda rule: rule.group):
        rules = list(found)
        entries = [
            {
                "rule": rule,
                "examples": [
                    ("Wrong", rule_text.list_files(rule.fault)),
                    ("Right", rule_text.list_files(rule.fix)),
                ],
            }
            for rule in rules
        ]
        note = ", ".join(rule.id for rule in rules[:_SHOWN])
        rest = " …" if len(rules) > _SHOWN else ""
        yield (
            Jump(f"group-{group.name.lower()}", group.value, len(rules), note=note + rest),
            entries,
        )
