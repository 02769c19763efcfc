"""The models of the files that the search is made from and tried with, such as `words.yml`."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.yaml_model import (
    SLUG,
    OneOrMore,
    Slug,
    Text,
    Texts,
    WholeNumber,
    YamlModel,
    short_form,
)

DocumentId = Annotated[str, StringConstraints(pattern=rf"{SLUG[:-1]}(#{SLUG[1:-1]})?$")]


class WordsFile(YamlModel):
    """What `words.yml` holds: what the search knows of the trade's language."""

    same: tuple[Texts, ...] = Field((), description="groups of words that mean the same")
    danger: Mapping[DocumentId, Texts] = Field(
        default_factory=dict,
        description="words that put a safety playbook first, by its id, or by that of a branch as"
        " playbook#branch; words with + between them count anywhere in what is typed",
    )
    meant: Mapping[Text, Texts] = Field(
        default_factory=dict,
        description="words of the pages, each with what people type for it; only for the check",
    )


class Language(YamlModel):
    """What people who think in another language type, by the playbook or branch it means."""

    name: Text = Field(description="what the language calls itself", max_length=40)
    words: Mapping[DocumentId, Texts] = Field(
        description="words and phrases, by the id of a playbook, or of a branch as playbook#branch"
    )


class LanguagesFile(YamlModel):
    """What `other-languages.yml` holds."""

    languages: Mapping[Slug, Language] = Field(
        default_factory=dict, description="the languages, by their codes, such as es"
    )


Lines = Annotated[str, StringConstraints(min_length=1, max_length=200_000)]
"""Texts of people, one a line: nothing in them has a meaning for YAML."""


class ExamplesFile(YamlModel):
    """What `examples.yml` holds: what people typed, from which the search learns."""

    emergencies: Mapping[Slug, Lines] = Field(
        default_factory=dict,
        description="what people typed in an emergency, one a line, by the id of its playbook",
    )


class SituationsFile(YamlModel):
    """What `situation-examples.yml` holds: what people typed who meant a playbook."""

    situations: Mapping[Slug, Lines] = Field(
        default_factory=dict,
        description="what people typed in no emergency, one a line, by the id of its playbook",
    )


class CalmFile(YamlModel):
    """What `calm-examples.yml` holds: what people typed that no playbook answers."""

    calm: Lines = Field(description="what people typed that no playbook answers, one a line")


class Query(YamlModel):
    """What staff type, and how high its playbook has to come."""

    query: Text = Field(description="what staff type, mistakes included", max_length=200)
    within: WholeNumber = Field(1, description="1 if it has to come first; at most 3", ge=1, le=3)
    branch: Slug | None = Field(None, description="the branch of an emergency that has to come")


Queries = Annotated[
    tuple[Annotated[Query, short_form("query")], ...], OneOrMore, Field(min_length=1)
]


class QueriesFile(YamlModel):
    """What `queries.yml` holds: what the search has to find."""

    queries: Mapping[Slug, Queries] = Field(
        default_factory=dict, description="what staff type, by the id of its playbook"
    )
    unanswered: tuple[Text, ...] = Field(
        (), description="what staff type that the guidebook does not answer"
    )
