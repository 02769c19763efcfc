"""A file's name is the playbook's id, its folder the chapter."""

import pytest

from generator.checks import catalogue
from generator.checks.context import FilesContext
from generator.model import paths
from generator.problem import Problem


def find_problems(*names: str, chapters: list[str]) -> list[Problem]:
    context = FilesContext(["guidebook.yml", *names], names, chapters, "p/{}".format)
    return list(catalogue.check_files(context))


def tell(*names: str) -> list[str]:
    return [
        f"{one.place.path} {one.rule.id} {one.fix}"
        for one in find_problems(*names, chapters=["fair-limits"])
    ]


def test_good_name() -> None:
    assert tell("fair-limits/saying-no.yml") == []


@pytest.mark.parametrize(
    ("path", "rule", "fix"),
    [
        ("fair-limits/Saying No.yml", "file-name", "saying-no.yml"),
        ("fair-limits/späti.yml", "file-name", "spati.yml"),
        ("fair-limits/con.yml", "file-name", "con-playbook.yml"),
        ("fair-limits/lpt1.yml", "file-name", "lpt1-playbook.yml"),
        ("fair-limits/-x.yml", "file-name", "x.yml"),
        (f"fair-limits/{'a' * 61}.yml", "file-name", "a" * 60),
        ("fair-limit/x.yml", "unknown-chapter", "Then rename the folder to  fair-limits"),
        ("x.yml", "no-chapter", "fair-limits"),
        ("fair-limits/deep/x.yml", "no-chapter", "fair-limits"),
    ],
)
def test_bad_name(path: str, rule: str, fix: str) -> None:
    (told,) = tell(path)
    assert told.startswith(f"p/{path} {rule} ")
    assert fix in told


def test_clash_on_a_disk_that_does_not_tell_capitals() -> None:
    found = find_problems("a/refund.yml", "b/Refund.yml", chapters=["a", "b"])
    clash = next(one for one in found if one.rule.id == "duplicate-id")
    assert clash.place.path == "p/b/Refund.yml"
    assert clash.labels[0].place.path == "p/a/refund.yml"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("rules.md", "rules/"),
        ("team/index.md", "team/"),
        ("team/README.md", "team/"),
        ("team/deep/way-in.md", "team/deep/way-in/"),
        ("price-index.md", "price-index/"),
        ("read-the-README.md", "read-the-README/"),
    ],
)
def test_address_of_a_page(path: str, address: str) -> None:
    assert paths.find_address(path) == address
