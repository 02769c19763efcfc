"""The checks of what belongs to the whole guidebook."""

from collections.abc import Iterator

from generator.checks.review.known import Known
from generator.checks.suggestions import report_unknown
from generator.model import files, paths
from generator.model.guidebook import Guidebook, GuidebookFile, HouseFile
from generator.model.yaml_model import Locate
from generator.problem import Problem, Severity


def find_unknown_values(
    about: GuidebookFile, house: HouseFile, path: str, locate: Locate
) -> Iterator[Problem]:
    """Check that a company's file fills in only values that the guidebook asks for."""
    for name in house.values:
        if name not in about.house_values:
            yield report_unknown(
                locate(path, ("values", name), of_key=True), name, "house value", about.house_values
            )


def check_about(guidebook: Guidebook, locate: Locate, known: Known) -> Iterator[Problem]:
    """Check chapters, shortcuts, and the names of house values."""
    about = guidebook.about
    seen: set[str] = set()
    for index, chapter in enumerate(about.chapters):
        place = locate(files.GUIDEBOOK, ("chapters", index, "id"))
        if chapter.id in seen:
            yield Problem(
                place,
                "duplicate-id",
                f"There are two chapters with the id “{chapter.id}”.",
                "Give one of them another id and its folder the same name.",
            )
        seen.add(chapter.id)
        if chapter.id in paths.DEVICES:
            yield Problem(
                place,
                "chapter-name",
                f"“{chapter.id}” is a name that Windows keeps for itself.",
                f"Choose another id, for example  {chapter.id}-chapter, and rename the folder.",
            )
    for index, tile in enumerate(about.right_now):
        if tile.playbook not in known.playbooks:
            yield report_unknown(
                locate(files.GUIDEBOOK, ("right_now", index, "playbook")),
                tile.playbook,
                "playbook",
                known.playbooks,
            )
    for name in set(about.house_values) & known.playbooks:
        yield Problem(
            locate(files.GUIDEBOOK, ("house_values", name), of_key=True),
            "duplicate-id",
            f"“{name}” is the name of a house value and of a playbook.",
            "Rename the house value, so that ((…)) can mean only one thing.",
        )


def check_shared(guidebook: Guidebook, locate: Locate, known: Known) -> Iterator[Problem]:
    """Check the playbooks that danger words and rulings name."""
    for name in guidebook.words.danger:
        if name not in known.playbooks:
            place = locate(files.WORDS, ("danger", name), of_key=True)
            yield report_unknown(place, name, "playbook", known.playbooks)
    for index, ruling in enumerate(guidebook.rulings):
        for number, name in enumerate(ruling.playbooks):
            if name not in known.playbooks:
                place = locate(files.IDEAS, ("rulings", index, "playbooks", number))
                yield report_unknown(place, name, "playbook", known.playbooks)


def check_queries(guidebook: Guidebook, locate: Locate, known: Known) -> Iterator[Problem]:
    """Check the playbooks that queries name, and that no query stands twice."""
    first: dict[str, str] = {}
    for name, queries in guidebook.queries.queries.items():
        if name not in known.playbooks:
            place = locate(files.QUERIES, ("queries", name), of_key=True)
            yield report_unknown(place, name, "playbook", known.playbooks)
        for number, one in enumerate(queries):
            words = " ".join(one.query.lower().split())
            if words in first:
                yield Problem(
                    locate(files.QUERIES, ("queries", name, number)),
                    "named-twice",
                    f"“{one.query}” already stands below “{first[words]}”.",
                    "Delete one of the two lines: one query has one best answer.",
                )
            first.setdefault(words, name)


def check_house_values(guidebook: Guidebook, locate: Locate, used: set[str]) -> Iterator[Problem]:
    """Note each house value that the company has not filled in."""
    for name, value in guidebook.about.house_values.items():
        if value.value is None:
            yield Problem(
                locate(files.GUIDEBOOK, ("house_values", name), of_key=True),
                "not-set",
                f"“{value.name}” is not filled in"
                + (
                    ", so its pages say “not set”."
                    if name in used
                    else "; no playbook uses it yet."
                ),
                f"{value.ask} Write the answer after  value:",
                Severity.NOTE,
            )
