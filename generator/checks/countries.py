"""What differs from country to country: which facts there are, and what each country says."""

from collections.abc import Iterator

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
_SOURCES = "sources:\n  D1:\n    work: An act\n    fact: It says so.\n    certainty: verified"
_UK = "name: United Kingdom\nfacts:\n  {fact}:\n    text: Let the dog in. No papers are needed."


@guidebook_check(
    Rule(
        id="unknown-country",
        group=Group.COMPANY,
        summary="The country that is chosen has a file in the folder “countries”.",
        why="Pages would show the common wording, as if nobody had chosen.",
        fault={
            "playbooks/guidebook.yml": f"country: ukk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs"),
        },
        fix={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs"),
        },
    )
)
def find_unknown_country(context: GuidebookContext) -> Iterator[Finding]:
    """Find a chosen country that has no file."""
    chosen = context.guidebook.about.country
    if chosen and chosen not in context.countries:
        path, house = context.house or ("", None)
        place = (
            context.locate(path, ("country",))
            if house and house.country
            else context.locate(files.GUIDEBOOK, ("country",))
        )
        yield Finding(place, *explain_unknown(chosen, "country", context.countries))


@guidebook_check(
    Rule(
        id="no-country",
        group=Group.COMPANY,
        summary="A guidebook with facts of countries has chosen one.",
        why="Until then pages show the safest common wording.",
        fault={"playbooks/guidebook.yml": _FACTS},
        fix={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs"),
        },
        severity=Severity.NOTE,
    )
)
def find_no_country(context: GuidebookContext) -> Iterator[Finding]:
    """Note that no country is chosen."""
    about = context.guidebook.about
    if about.country_facts and not about.country:
        known = ", ".join(sorted(context.countries))
        yield Finding(
            context.locate(files.GUIDEBOOK, ("country_facts",), of_key=True),
            "No country is chosen, so pages show the safest common wording.",
            f"Write  country:  and one of these into house.yml: {known}."
            if known
            else "Add a file for your country to the folder “countries”.",
        )


@guidebook_check(
    Rule(
        id="unknown-fact",
        group=Group.COMPANY,
        summary="A country’s file answers only what the guidebook asks of every country.",
        why="No page would show the answer.",
        fault={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs")
            + "\n  doggs:\n    text: Let the dog in.",
        },
        fix={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs"),
        },
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
        fault={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}"
            "  rain:\n    name: rain\n    ask: Does it?\n    common: Take a coat.\n",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs"),
        },
        fix={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs"),
        },
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
        fault={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/sources.yml": _SOURCES,
            "playbooks/countries/uk.yml": _UK.format(fact="dogs") + "\n    sources: [D11]",
        },
        fix={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/sources.yml": _SOURCES,
            "playbooks/countries/uk.yml": _UK.format(fact="dogs") + "\n    sources: [D1]",
        },
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
        fault={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs") + "\n    sign_off: legal",
        },
        fix={
            "playbooks/guidebook.yml": f"country: uk\n{_FACTS}",
            "playbooks/countries/uk.yml": _UK.format(fact="dogs"),
        },
        severity=Severity.NOTE,
    )
)
def find_unsigned_facts(context: GuidebookContext) -> Iterator[Finding]:
    """Note each fact of the chosen country that nobody has approved as it is now."""
    country = context.guidebook.about.country or ""
    for name, value in context.guidebook.values.items():
        if value.waits_for and value.text:
            yield Finding(
                context.locate(files.name_country(country), ("facts", name), of_key=True),
                f"No {value.waits_for} expert has approved this as it is now; its edition is"
                f" {fingerprint(value.text)}.",
                "Let an expert read it, and write name, date and edition below  sign_off:",
            )
