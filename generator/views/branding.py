"""A company's look on its pages: the colours that follow from its own, and its logo."""

from generator.model import colour
from generator.model.guidebook import Guidebook
from generator.model.guidebook_files import GuidebookFile


def describe_accent(about: GuidebookFile) -> dict[str, dict[str, str]]:
    """The theme's colours that follow from the company's one; none, if it has none.

    By the scheme, `light` or `dark`, and the name of the theme's property.
    """
    tone = colour.read(about.accent) if about.accent else None
    return colour.make_schemes(tone) if tone else {}


def list_files(guidebook: Guidebook) -> dict[str, bytes]:
    """The logo by its path from the top of the site, if there is one."""
    if guidebook.logo is None or guidebook.about.logo is None:
        return {}
    return {f"assets/logo.{guidebook.about.logo.lower().rpartition('.')[2]}": guidebook.logo}
