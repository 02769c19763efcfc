"""The names of the files that belong to the whole guidebook."""

GUIDEBOOK = "guidebook.yml"
SOURCES = "sources.yml"
IDEAS = "ideas.yml"
WORDS = "words.yml"
QUERIES = "queries.yml"
TRIAGE = "help-me-now.yml"
LANGUAGES = "other-languages.yml"

HOUSE = "house.yml"
"""A company's own file; it is beside the settings of the site, not among the playbooks."""
