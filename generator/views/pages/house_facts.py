"""Who, how much, which number: what the company and its country say, to be read in the moment."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.guidebook import EMERGENCY_NUMBER, Guidebook, Origin, Value
from generator.model.guidebook_files import FactGroup
from generator.model.inline_markup import Inline
from generator.model.phone_numbers import Piece, split_numbers
from generator.views.emergency_call import describe_call
from generator.views.pages.jump import Jump
from generator.views.pages.page import Content, Layout, Page, Section
from generator.views.pages.renderer import Renderer

URL = "who-and-how-much/"
TITLE = "Who, how much, which number"
NOT_SET = "Not set yet. Ask your lead."
_PATH = "who-and-how-much.md"
_PURPOSE = "What holds here: the numbers, the names and the limits."
_SHORT = 40


class Plate(NamedTuple):
    """One value with its label.

    `pieces` are its words where a tap may call the numbers in them; where it is common, every
    company sees the same until it says its own. `text` is None where nothing is known.
    """

    id: str
    label: str
    text: str | None
    pieces: Sequence[Piece]
    is_common: bool
    search: Sequence[str]

    @property
    def mark(self) -> str:
        """Its anchor on the page."""
        return f"value-{self.id}"

    @property
    def url(self) -> str:
        """Its address, from the top of the site."""
        return f"{URL}#{self.mark}"

    @property
    def is_short(self) -> bool:
        """Whether it can be shown large."""
        return self.text is not None and len(self.text) <= _SHORT


def render(renderer: Renderer) -> Page:
    """The page: plates in groups, and at the end what nobody has filled in."""
    return Page(
        path=_PATH,
        title=TITLE,
        description=_PURPOSE,
        layout=Layout.LIST,
        write=partial(_write, renderer),
    )


def list_plates(guidebook: Guidebook) -> list[Plate]:
    """Every plate, in the order of the page."""
    inline = Inline(guidebook)
    return [
        _make_plate(guidebook, inline, name, calls=group.calls)
        for group in list_groups(guidebook)
        for name in group.values
        if name in guidebook.values
    ]


def _write(renderer: Renderer) -> Content:
    writer = renderer.writer(_PATH)
    plates = {plate.id: plate for plate in list_plates(renderer.guidebook)}
    sections = []
    for number, group in enumerate(list_groups(renderer.guidebook), 1):
        known = [plates[name] for name in group.values if name in plates and plates[name].text]
        if known:
            html = writer.write("house-facts/plates.html", plates=known)
            sections.append(Section(f"group-{number}", group.title, html))
    if unknown := [plate for plate in plates.values() if not plate.text]:
        html = writer.write("house-facts/not-set.html", plates=unknown)
        sections.append(Section("not-set", "Not set yet", html))
    jumps = [Jump(section.id, section.heading) for section in sections]
    lead = writer.write("list-lead.html", title=TITLE, purpose=_PURPOSE, jumps=jumps)
    is_common = any(plate.is_common for plate in plates.values())
    foot = writer.write("house-facts/foot.html", common=is_common)
    return Content(lead, tuple(sections), foot=foot)


def list_groups(guidebook: Guidebook) -> Iterator[FactGroup]:
    """The groups, and the house values that none of them names."""
    about = guidebook.about
    yield from about.who_and_how_much
    named = {name for group in about.who_and_how_much for name in group.values}
    if rest := tuple(name for name in about.house_values if name not in named):
        title = "More" if named else "What holds here"
        yield FactGroup(title=title, values=rest)


def _make_plate(guidebook: Guidebook, inline: Inline, name: str, *, calls: bool) -> Plate:
    value = guidebook.values[name]
    text = _write_text(guidebook, inline, name, value)
    house, fact = guidebook.about.house_values, guidebook.about.country_facts
    own = house.get(name), fact.get(name)
    return Plate(
        id=name,
        label=inline.plain(value.label),
        text=text,
        pieces=split_numbers(text) if text and calls else (Piece(text, None),) if text else (),
        is_common=value.origin is Origin.COMMON,
        search=[words for one in own if one for words in one.search],
    )


def _write_text(guidebook: Guidebook, inline: Inline, name: str, value: Value) -> str | None:
    if name == EMERGENCY_NUMBER:
        return "".join(piece.words for piece in describe_call(guidebook, inline).number)
    if not value.text:
        return None
    text = inline.plain(value.text)
    return text[:1].upper() + text[1:]
