"""What differs from country to country: which facts there are, and what each country says."""

from collections.abc import Iterator, Mapping

from generator.checks import country_names
from generator.checks.check import Finding, guidebook_check
from generator.checks.context import GuidebookContext
from generator.checks.suggestions import explain_unknown
from generator.model import files
from generator.model.approval import fingerprint
from generator.problem import Group, Rule, Severity

_FACTS = (
    "country_facts:\n"
    "  dogs:\n"
    "    name: assistance dogs\n"
    "    ask: May they come in?\n"
    "    common: Let the dog in.\n"
)
_SOURCES = {
    "playbooks/sources.yml": "sources:\n  D1:\n    work: An act\n    fact: It says so.\n"
    "    certainty: verified"
}
_GUIDEBOOK, _COUNTRY = "playbooks/guidebook.yml", "playbooks/countries/uk.yml"
_UK = "name: United Kingdom\nfacts:\n  dogs:\n    text: Let the dog in. No papers are needed."
_SOUND = {_GUIDEBOOK: f"country: uk\n{_FACTS}", _COUNTRY: _UK}


@guidebook_check(
    Rule(
        id="unknown-country",
        group=Group.COMPANY,
        summary="The country that is chosen has a file in the folder “countries”.",
        why="Pages would show the common wording, as if nobody had chosen.",
        fault=_SOUND | {_GUIDEBOOK: f"country: ukk\n{_FACTS}"},
        fix=_SOUND,
    )
)
def find_unknown_country(context: GuidebookContext) -> Iterator[Finding]:
    """Find a chosen country that has no file."""
    chosen = context.guidebook.about.country
    if chosen and chosen not in context.countries:
        yield Finding(
            context.locate(files.GUIDEBOOK, ("country",)),
            f"There is no country called “{chosen}”.",
            _say_which(chosen, context),
        )


def _say_which(chosen: str, context: GuidebookContext) -> str:
    known = _name_countries(context)
    if meant := country_names.find_meant(chosen, known):
        return f"Write  country: {meant.id}  ({meant.name})"
    if not known:
        return "Delete the line: this guidebook has no file of a country yet."
    return (
        f"Choose one of: {_list(known)}.\nIf yours is not among them, delete the line: pages then"
        " say what is safe anywhere."
    )


def _name_countries(context: GuidebookContext) -> Mapping[str, str]:
    return {
        name: file.name if (file := context.guidebook.countries.get(name)) else name
        for name in sorted(context.countries)
    }


def _list(countries: Mapping[str, str]) -> str:
    return ", ".join(f"{name} ({called})" for name, called in countries.items())


@guidebook_check(
    Rule(
        id="no-country",
        group=Group.COMPANY,
        summary="A guidebook with facts of countries has chosen one.",
        why="Until then pages show the safest common wording.",
        fault={"playbooks/guidebook.yml": _FACTS},
        fix=_SOUND,
        severity=Severity.NOTE,
    )
)
def find_no_country(context: GuidebookContext) -> Iterator[Finding]:
    """Note that no country is chosen."""
    about = context.guidebook.about
    if about.country_facts and not about.country:
        known = _name_countries(context)
        yield Finding(
            context.locate(files.GUIDEBOOK, ("country",), of_key=True),
            "No country is chosen, so pages show the safest common wording.",
            f"Fill in the line  country:  in house.yml, or add it, with one of: {_list(known)}."
            if known
            else "Add a file for your country to the folder “countries”.",
        )


@guidebook_check(
    Rule(
        id="unknown-fact",
        group=Group.COMPANY,
        summary="A country’s file answers only what the guidebook asks of every country.",
        why="No page would show the answer.",
        fault=_SOUND | {_COUNTRY: f"{_UK}\n  doggs:\n    text: Let the dog in."},
        fix=_SOUND,
    )
)
def find_unknown_facts(context: GuidebookContext) -> Iterator[Finding]:
    """Find facts of a country that the guidebook does not ask for."""
    asked = context.guidebook.about.country_facts
    for country, file in context.guidebook.countries.items():
        for name in file.facts:
            if name not in asked:
                yield Finding(
                    context.locate(files.name_country(country), ("facts", name), of_key=True),
                    *explain_unknown(name, "fact", asked),
                )


@guidebook_check(
    Rule(
        id="missing-fact",
        group=Group.COMPANY,
        summary="The file of the country that is chosen answers everything.",
        why="Where it does not, pages show the safest common wording.",
        fault=_SOUND
        | {
            _GUIDEBOOK: f"country: uk\n{_FACTS}"
            "  rain:\n    name: rain\n    ask: Does it?\n    common: Take a coat.\n"
        },
        fix=_SOUND,
        severity=Severity.WARNING,
    )
)
def find_missing_facts(context: GuidebookContext) -> Iterator[Finding]:
    """Find what the chosen country's file does not answer."""
    about = context.guidebook.about
    country = about.country or ""
    file = context.guidebook.countries.get(country)
    for name, fact in about.country_facts.items() if file else ():
        if file and name not in file.facts:
            yield Finding(
                context.locate(files.name_country(country), ("facts",), of_key=True),
                f"There is nothing on “{fact.name}”.",
                f"{fact.ask} Add  {name}:  with the answer below  facts:",
            )


@guidebook_check(
    Rule(
        id="unknown-fact-source",
        group=Group.REFERENCES,
        summary="Every source of a country’s fact is in sources.yml.",
        why="A reader who asks where a claim comes from has to find it.",
        fault=_SOUND | _SOURCES | {_COUNTRY: f"{_UK}\n    sources: [D11]"},
        fix=_SOUND | _SOURCES | {_COUNTRY: f"{_UK}\n    sources: [D1]"},
    )
)
def find_unknown_fact_sources(context: GuidebookContext) -> Iterator[Finding]:
    """Find sources of a country's facts that sources.yml does not have."""
    known = context.sources
    if known is None:
        return
    for country, file in context.guidebook.countries.items():
        for name, fact in file.facts.items():
            for index, source in enumerate(fact.sources):
                if source not in known:
                    yield Finding(
                        context.locate(
                            files.name_country(country), ("facts", name, "sources", index)
                        ),
                        *explain_unknown(source, "source", known),
                    )


@guidebook_check(
    Rule(
        id="fact-not-signed-off",
        group=Group.UPKEEP,
        summary="An expert has approved the facts of the chosen country that need one.",
        why="Staff act on them; pages say so until somebody has read them.",
        fault=_SOUND | {_COUNTRY: f"{_UK}\n    sign_off: legal"},
        fix=_SOUND,
        severity=Severity.NOTE,
    )
)
def find_unsigned_facts(context: GuidebookContext) -> Iterator[Finding]:
    """Note each fact of the chosen country that nobody has approved as it is now."""
    country = context.guidebook.about.country or ""
    for name, value in context.guidebook.values.items():
        if expert := value.waits_for:
            yield Finding(
                context.locate(files.name_country(country), ("facts", name), of_key=True),
                f"No {expert} expert has approved this as it is now; its edition is"
                f" {fingerprint(value.text)}.",
                "Let an expert read it, and write name, date and edition below  sign_off:",
            )
