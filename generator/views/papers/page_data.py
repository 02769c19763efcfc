"""What the templates of all papers are given: texts, addresses, and a page in short."""

from typing import TypedDict


class RunData(TypedDict, total=False):
    """A part of a text in one style. `line` is a line break, `blank` a line to fill in by pen."""

    t: str
    bold: bool
    italic: bool
    line: bool
    blank: bool


class DirectionData(TypedDict):
    """Whether a text runs from right to left, and its language as far as its letters show."""

    rtl: bool
    lang: str


class TextData(DirectionData):
    """A text of an author."""

    runs: list[RunData]


class AddressData(TypedDict):
    """A page's address, and the SVG picture of its code; both are None if the site has none."""

    url: str | None
    code: str | None


class StopData(TypedDict):
    """When to stop, and the titles of the playbooks to open then.

    `level` is one of those of a playbook: danger, help or hand over.
    """

    level: str
    lead: TextData
    text: TextData
    go: list[TextData]


class NumberData(TypedDict):
    """A part of what is said about the number to call; `dials` if it is a number itself."""

    t: str
    dials: bool


class CallData(TypedDict):
    """The bar of an emergency; `names_site` if the address is the company's own."""

    number: list[NumberData]
    address: str
    alarm: str
    names_site: bool


class TabData(TypedDict):
    """The tab at a sheet's edge: which of how many chapters it is, the first being 0, and its sign.

    `sign` is an SVG picture in white, or None.
    """

    index: int
    count: int
    sign: str | None


class PageData(AddressData):
    """What every large paper of one playbook shows. `approval` is "" if nobody has to approve it.

    `call` is the bar of an emergency.
    """

    id: str
    title: TextData
    chapter: TextData
    tab: TabData
    owner: str
    reviewed: str
    due: str
    approval: str
    call: CallData | None
