"""A company's look: the site's address, its logo and its colour, checked before they are used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor

from generator.checks import pixel_picture, vector_picture
from generator.checks.folder_content import STRAY_FILE
from generator.checks.suggestions import suggest
from generator.model import colour, files, web_address
from generator.model.guidebook_files import GuidebookFile
from generator.model.yaml_model import Locate
from generator.problem import FileState, Group, Place, Problem, Rule, Severity

# White itself, a card's ground, is easier to read on.
_LIGHT = colour.GROUNDS["light"].paper

NO_ADDRESS = Rule(
    id="no-address",
    group=Group.COMPANY,
    summary="The guidebook knows the address of its site.",
    why="Then papers carry a code that leads to the page.",
    fault={"house.yml": "address:"},
    fix={"house.yml": "address: https://service.example/guide/"},
    severity=Severity.NOTE,
)

ADDRESS = Rule(
    id="address",
    group=Group.COMPANY,
    summary="The address of the site is a plain one that a browser can open: https:// or http://,"
    " a host and folders, without a user name or quotation marks.",
    why="It is on every page, the codes on papers lead there, and a browser could take signs in it"
    " for a script.",
    fault={"house.yml": "address: service.example/guide"},
    fix={"house.yml": "address: https://service.example/guide/"},
)

LOGO = Rule(
    id="logo",
    group=Group.COMPANY,
    summary="The logo is a plain SVG or PNG picture of at most 1 MB and"
    f" {pixel_picture.MOST_PIXELS // 1_000_000} million pixels, beside the file that names it. It"
    " holds no script, and nothing that is in another file.",
    why="Screen and paper can both show those, pages have to load fast, and a script in it would"
    " run for everybody.",
    fault={"house.yml": "logo: logo.gif", "logo.gif": FileState.PRESENT},
    fix={
        "house.yml": "logo: logo.svg",
        "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>',
    },
)

ACCENT = Rule(
    id="accent",
    group=Group.COMPANY,
    summary="The company’s colour is six signs after a “#”, in quotation marks.",
    why="Without the quotation marks, YAML takes it for a comment.",
    fault={"house.yml": "accent: dark green"},
    fix={"house.yml": 'accent: "#0f5e5c"'},
)

CONTRAST = Rule(
    id="contrast",
    group=Group.COMPANY,
    summary=f"The company’s colour has a contrast of at least {colour.READABLE} to 1 on light"
    " paper.",
    why="Headings and buttons in it have to be read by everybody, in bad light too.",
    fault={"house.yml": 'accent: "#ffd400"'},
    fix={"house.yml": 'accent: "#0f5e5c"'},
)


ANSWERS_TO = Rule(
    id="answers-to",
    group=Group.COMPANY,
    summary="Answers of staff go to an e-mail address, or to the https:// address of a form.",
    why="It is behind a link on every playbook, and has to open what it says.",
    fault={"house.yml": "learn:\n  answers_to: our office"},
    fix={"house.yml": "learn:\n  answers_to: office@service.example"},
)


@dataclass(frozen=True)
class HouseStyle:
    """What can be used of what the company wrote, and what is wrong with the rest."""

    about: GuidebookFile
    logo: bytes | None
    problems: tuple[Problem, ...]


def settle(about: GuidebookFile, pictures: Mapping[str, bytes], locate: Locate) -> HouseStyle:
    """Check address, logo and colour, and leave out what cannot be used.

    `pictures` are those beside the playbooks, by their path.
    """
    problems = list(_check_address(about, locate))
    updates: dict[str, object] = {"address": None if problems else about.address}
    logo_problems = list(_check_logo(about, pictures, locate))
    logo = pictures[about.logo] if about.logo and not logo_problems else None
    updates["logo"] = about.logo if logo else None
    accent_problems = list(_check_accent(about, locate))
    tone = colour.read(about.accent) if about.accent and not accent_problems else None
    updates["accent"] = colour.write(tone) if tone else None
    problems += [*logo_problems, *accent_problems, *_find_strays(about, pictures, locate)]
    answer_problems = list(_check_answers(about, locate))
    if answer_problems:
        updates["learn"] = about.learn.model_copy(update={"answers_to": None})
    problems += answer_problems
    if about.address is None:
        problems.append(
            Problem(
                locate(files.GUIDEBOOK, ("address",), of_key=True),
                NO_ADDRESS,
                "The site’s address is not known, so papers carry no code that leads to it.",
                "Fill in the line, or add it:  address: https://…",
            )
        )
    return HouseStyle(about.model_copy(update=updates), logo, tuple(problems))


def _check_address(about: GuidebookFile, locate: Locate) -> Iterator[Problem]:
    if about.address is not None:
        yield from check_address(about.address, locate(files.GUIDEBOOK, ("address",)))


def check_address(address: str, place: Place) -> Iterator[Problem]:
    """Check the address of a site, or of a folder of one, which a settings file names."""
    if fault := web_address.find_place_fault(address):
        yield Problem(
            place,
            ADDRESS,
            f"“{address}” is not an address under which a page can be: it {fault}.",
            "Copy it from the browser’s address bar; it starts with https:// and has no ? or #.",
        )


def _check_answers(about: GuidebookFile, locate: Locate) -> Iterator[Problem]:
    answers_to = about.learn.answers_to
    if answers_to is None:
        return
    is_form = answers_to.startswith("https://")
    target = answers_to if is_form else f"mailto:{answers_to}"
    fault = web_address.find_link_fault(target)
    if fault or (not is_form and set("?&#%") & set(answers_to)):
        yield Problem(
            locate(files.GUIDEBOOK, ("learn", "answers_to")),
            ANSWERS_TO,
            f"“{answers_to}” is neither an e-mail address nor the address of a form.",
            "Write one such as  office@service.example  or  https://service.example/form",
        )


def _check_logo(
    about: GuidebookFile, pictures: Mapping[str, bytes], locate: Locate
) -> Iterator[Problem]:
    if about.logo is None:
        return
    place = locate(files.GUIDEBOOK, ("logo",))
    if not about.logo.lower().endswith((".svg", ".png")):
        yield Problem(
            place,
            LOGO,
            f"“{about.logo}” is not a picture that both screen and paper can show.",
            "Use an SVG or a PNG file.",
        )
    elif about.logo not in pictures:
        yield Problem(
            place,
            LOGO,
            f"There is no file “{about.logo}” beside this file.",
            suggest(about.logo, pictures) or "Put the file there, or delete this line.",
        )
    elif len(pictures[about.logo]) > files.MOST_OF_PICTURE:
        yield Problem(
            place,
            LOGO,
            "The logo is larger than 1 MB.",
            "Save it smaller; 1,000 pixels in width are plenty.",
        )
    elif fault := _find_picture_fault(about.logo, pictures[about.logo]):
        yield Problem(
            place,
            LOGO,
            f"The file “{about.logo}” {fault}.",
            "Save it anew as a plain SVG, or as a PNG of at most 1,000 pixels in width, from the"
            " program that it was drawn with.",
        )


def _find_picture_fault(name: str, content: bytes) -> str | None:
    if name.lower().endswith(".png"):
        return pixel_picture.find_fault(content)
    fault = vector_picture.find_fault(content)
    return f"holds {fault}" if fault else None


def _check_accent(about: GuidebookFile, locate: Locate) -> Iterator[Problem]:
    if about.accent is None:
        return
    place = locate(files.GUIDEBOOK, ("accent",))
    tone = colour.read(about.accent)
    if tone is None:
        yield Problem(
            place,
            ACCENT,
            f"“{about.accent}” is not a colour that can be read here.",
            'Write six signs after a #, in quotation marks, such as  accent: "#0f5e5c"',
        )
        return
    ratio = colour.contrast(tone, _LIGHT)
    if ratio < colour.READABLE:
        better = colour.write(colour.find_readable(tone, _LIGHT))
        yield Problem(
            place,
            CONTRAST,
            # Rounded down: 4.46 is no “4.5” where 4.5 is the least.
            f"“{about.accent}” is hard to read on light paper: its contrast is"
            f" {floor(ratio * 10) / 10} to 1,"
            f" and {colour.READABLE} to 1 is the least.",
            f'The nearest darker colour that can be read:  accent: "{better}"',
        )


def _find_strays(
    about: GuidebookFile, pictures: Mapping[str, bytes], locate: Locate
) -> Iterator[Problem]:
    for name in pictures:
        if name != about.logo:
            yield Problem(
                Place(locate(name, ()).path),
                STRAY_FILE,
                "This is a picture that is not the logo, and nothing here reads it.",
                f"Name it in guidebook.yml, with  logo: {name}  or move it out of this folder.",
            )
