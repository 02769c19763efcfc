"""Names that lead nowhere are told of a file that has other faults, too."""

from generator.reader import guidebook_reader
from tests import samples

OTHER = samples.make_minimal(title="Other", related=["one"])


def test_unknown_names_are_told_beside_other_faults() -> None:
    playbook = samples.make_minimal(
        reviewed="20/11/2026",
        titel="x",
        owner="Trainin",
        related=["othr"],
        stop={"text": "Leave.", "go": "nowhere"},
        purpose="Then ((othr)).",
    )
    folder = samples.make_folder({"fair/one": playbook, "fair/other": OTHER})
    reading = guidebook_reader.read(folder)
    assert [(one.place.line, one.rule.id) for one in reading.errors] == [
        (4, "unknown-playbook"),
        (5, "unknown-owner"),
        (6, "kind"),
        (13, "unknown-playbook"),
        (16, "unknown-name"),
        (18, "unknown-playbook"),
    ]


def test_an_unknown_name_is_told_beside_one_of_another_form() -> None:
    related = ["Two Things", "othr", "other", "More Things"]
    playbook = samples.make_minimal(related=related)
    folder = samples.make_folder({"fair/one": playbook, "fair/other": OTHER})
    told = guidebook_reader.read(folder).errors
    assert [one.rule.id for one in told] == ["form", "unknown-playbook", "form"]
    assert "“othr”" in told[1].message


def test_an_owner_with_a_colon_too_many_is_told_as_the_owner_that_was_meant() -> None:
    folder = samples.make_folder({"fair/one": samples.make_minimal(), "fair/other": OTHER})
    folder["fair/one.yml"] = folder["fair/one.yml"].replace(
        b"owner: Training", b"owner: Train: ing"
    )
    (told,) = guidebook_reader.read(folder).errors
    assert (told.rule.id, told.fix) == ("unknown-owner", "Did you mean “Training”?")
