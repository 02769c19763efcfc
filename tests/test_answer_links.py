"""“It helped”: links that prepare an e-mail or open the company's own form, where it wants them."""

import pytest

from generator.reader import guidebook_reader
from tests import samples


def read(answers_to: str) -> guidebook_reader.Reading:
    about = samples.make_about(["fair"], learn={"answers_to": answers_to})
    return guidebook_reader.read(samples.make_folder({"fair/one": samples.make_minimal()}, about))


def draw(answers_to: str | None) -> str:
    about = samples.make_about(
        ["fair"], **({"learn": {"answers_to": answers_to}} if answers_to else {})
    )
    site = samples.make_site({"fair/one": samples.make_minimal()}, about)
    return site.pages["fair/one.md"].html


def test_there_are_none_unless_the_company_wants_them() -> None:
    assert "Did this page help?" not in draw(None)


def test_an_e_mail_is_prepared() -> None:
    html = draw("office@service.example")
    assert (
        'href="mailto:office@service.example?subject=Guidebook%2C%20one%3A%20helped&amp;body='
        in html
    )
    assert "did%20not%20help" in html


@pytest.mark.parametrize(
    ("form", "address"),
    [
        ("https://service.example/form", "https://service.example/form?page=one&amp;helped=no"),
        (
            "https://service.example/f?a=1#b",
            "https://service.example/f?a=1&amp;page=one&amp;helped=no#b",
        ),
    ],
)
def test_a_form_is_opened_with_the_name_of_the_page(form: str, address: str) -> None:
    assert f'href="{address}"' in draw(form)


@pytest.mark.parametrize(
    "fault",
    [
        "our office",
        "javascript:alert(1)",
        "http://service.example/form",
        "a@b?cc=c@d",
        "a@b,c@d",
        "@",
    ],
)
def test_an_address_that_opens_nothing_is_reported(fault: str) -> None:
    reading = read(fault)
    assert [one.rule.id for one in reading.errors] == ["answers-to"]
    assert "Did this page help?" not in draw(fault)
