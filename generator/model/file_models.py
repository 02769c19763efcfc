"""Which model a file of a guidebook is read by: by its name, and a playbook by its kind."""

from generator.model import files, paths
from generator.model.emergency_playbook import EmergencyFile
from generator.model.guidebook_files import (
    CountryFile,
    GuidebookFile,
    HouseFile,
    IdeasFile,
    SourcesFile,
)
from generator.model.learning_path import PathsFile
from generator.model.playbook import Kind, PlaybookFile, StandardFile
from generator.model.search_files import (
    CalmFile,
    ExamplesFile,
    LanguagesFile,
    QueriesFile,
    SituationsFile,
    WordsFile,
)
from generator.model.triage import TriageFile
from generator.model.yaml_model import YamlModel

MODELS: dict[str, type[YamlModel]] = {
    "playbook": StandardFile,
    "emergency": EmergencyFile,
    "country": CountryFile,
    "other-languages": LanguagesFile,
    "guidebook": GuidebookFile,
    "house": HouseFile,
    "sources": SourcesFile,
    "ideas": IdeasFile,
    "words": WordsFile,
    "queries": QueriesFile,
    "examples": ExamplesFile,
    "situation-examples": SituationsFile,
    "calm-examples": CalmFile,
    "help-me-now": TriageFile,
    "paths": PathsFile,
}
"""The model of each kind of file, by the name that schemas have."""


def find_model(name: str, data: object) -> type[YamlModel]:
    """The model of a file by its path inside the folder of playbooks, and by what it says."""
    if files.is_country(name):
        return CountryFile
    if "/" not in name and name not in ("playbook.yml", "emergency.yml", "country.yml"):
        return MODELS.get(paths.find_id(name)) or choose_model(data)
    return choose_model(data)


def choose_model(data: object) -> type[PlaybookFile]:
    """The model of a playbook's file: by its kind, or by its branches if it names no kind."""
    if not isinstance(data, dict):
        return StandardFile
    kind = data.get("kind")
    known = kind in list(Kind)
    is_emergency = kind == Kind.EMERGENCY if known else "branches" in data
    return EmergencyFile if is_emergency else StandardFile
