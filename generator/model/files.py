"""The names of the files that belong to the whole guidebook."""

GUIDEBOOK = "guidebook.yml"
SOURCES = "sources.yml"
IDEAS = "ideas.yml"
WORDS = "words.yml"
QUERIES = "queries.yml"
TRIAGE = "help-me-now.yml"
LANGUAGES = "other-languages.yml"
EXAMPLES = "examples.yml"
SITUATIONS = "situation-examples.yml"
CALM = "calm-examples.yml"
PATHS = "paths.yml"

SHARED = (
    GUIDEBOOK,
    SOURCES,
    IDEAS,
    WORDS,
    QUERIES,
    TRIAGE,
    LANGUAGES,
    EXAMPLES,
    SITUATIONS,
    CALM,
    PATHS,
)

MOST = 256_000
MOST_OF_PICTURE = 1_000_000
"""Bytes that a file may have; a list of what people typed may have more."""

_LONG_LISTS = (EXAMPLES, SITUATIONS, CALM)
_MOST_OF_LISTS = 1_000_000

COUNTRIES = "countries"
"""The folder of the countries' files, which is no chapter."""

HOUSE = "house.yml"
"""A company's own file; it is beside the settings of the site, not among the playbooks."""

EDITIONS = "editions"
"""The folder beside the settings in which a build keeps what it has published."""


def name_country(country: str) -> str:
    """The path of a country's file in the folder of playbooks."""
    return f"{COUNTRIES}/{country}.yml"


def is_country(path: str) -> bool:
    """Whether a path in the folder of playbooks is that of a country's file."""
    return path.startswith(f"{COUNTRIES}/")


def find_most(path: str) -> int:
    """How many bytes a file may have: one of YAML, or a picture."""
    if path.lower().endswith((".svg", ".png")):
        return MOST_OF_PICTURE
    return _MOST_OF_LISTS if path.endswith(_LONG_LISTS) else MOST
