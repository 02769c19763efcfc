"""A company's address, logo and colour: used if they are sound, told if not."""

import pytest

from generator.adapters import project
from generator.checks import pixel_picture
from generator.model import colour
from generator.problem import Problem, Severity
from generator.reader import guidebook_reader
from generator.views import bundles, theme_context
from tests import samples
from tests.bundle_paths import find_path

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)


OWN = ("address", "no-address", "logo", "accent", "contrast", "stray-file")


def tell(reading: guidebook_reader.Reading) -> list[Problem]:
    return [one for one in reading.problems if one.rule.id in OWN]


def read(pictures: dict[str, bytes] | None = None, **about: object) -> guidebook_reader.Reading:
    files = samples.make_folder(
        {"fair/one": samples.make_minimal()},
        samples.make_about(["fair"], house_values={}, **about),
    )
    return guidebook_reader.read(files, pictures=pictures)


@pytest.mark.parametrize(
    ("about", "rule", "parts"),
    [
        ({"address": "guide.example"}, "address", ["“guide.example”", "https://"]),
        ({"address": "ftp://guide.example/"}, "address", ["https://"]),
        ({"address": "https://guide.example/?a=b"}, "address", ["has a ? or # in it"]),
        ({"address": "https://[bad"}, "address", ["https://"]),
        ({"address": 'https://g.example/"><b>'}, "address", ['the character  "  in it']),
        ({"address": "https://me@g.example/"}, "address", ["has a user name in it"]),
        ({"logo": "logo.svg"}, "logo", ["There is no file “logo.svg”", "Put the file there"]),
        ({"logo": "logo.gif"}, "logo", ["SVG or a PNG"]),
        ({"accent": "teal"}, "accent", ['accent: "#0f5e5c"']),
        ({"accent": "#12ab90"}, "contrast", ["2.7 to 1", 'accent: "#0e826e"']),
        ({"accent": "#747474"}, "contrast", ["4.4 to 1, and 4.5 to 1 is the least"]),
    ],
)
def test_what_cannot_be_used(about: dict[str, str], rule: str, parts: list[str]) -> None:
    reading = read(**about)
    (problem,) = reading.errors
    assert problem.rule.id == rule
    assert problem.place.path == "guidebook.yml"
    assert problem.place.line > 1
    for part in parts:
        assert part in f"{problem.message} {problem.fix}"
    assert reading.guidebook
    (name,) = about
    assert getattr(reading.guidebook.about, name) is None


def test_a_proposed_colour_passes() -> None:
    for start in ("#ffff00", "#12ab90", "#ff0000", "#ffffff", "#abc"):
        tone = colour.read(start)
        assert tone
        for paper in ((251, 250, 247), (28, 34, 38)):
            assert colour.contrast(colour.find_readable(tone, paper), paper) >= colour.READABLE


def test_contrast_as_wcag_counts_it() -> None:
    assert colour.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert colour.contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_all_together() -> None:
    reading = read({"logo.svg": SVG}, logo="logo.svg", accent="0f5e5c", address="https://g.example")
    assert tell(reading) == []
    assert reading.guidebook
    assert reading.guidebook.logo == SVG
    described = theme_context.describe(reading.guidebook, [], theme={})
    theme = {one.path: one for one in project.list_theme()}
    made = {one.path: one for one in bundles.make_files(theme, reading.guidebook.about)}
    assert b":root{--gb-brand:#0f5e5c;" in made[find_path(made, "core.css")].content
    assert described["logo"] == "assets/logo.svg"


def test_no_address_is_noted_once() -> None:
    reading = read(address=None)
    (note,) = tell(reading)
    assert (note.rule.id, note.severity) == ("no-address", Severity.NOTE)


def test_other_pictures_are_strays() -> None:
    reading = read({"logo.svg": SVG, "old.png": b""}, logo="logo.svg")
    (problem,) = tell(reading)
    assert (problem.rule.id, problem.place.path) == ("stray-file", "old.png")
    reading = read({"logo.png": b"no picture"}, logo="logo.png")
    assert [one.rule.id for one in tell(reading)] == ["logo"]
    reading = read({"log.svg": SVG}, logo="logo.svg")
    assert "Did you mean “log.svg”?" in reading.errors[0].fix


@pytest.mark.parametrize(
    ("content", "sound"),
    [
        (b"<html><svg><g></html>", False),
        (b"<html><svg/></html>", False),
        (b"<svg", False),
        (SVG.decode().encode("utf-16"), False),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG, False),
        (b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n' + SVG, True),
        (b"\xef\xbb\xbf" + SVG, True),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><!-- caf\xe9 -->' + SVG, True),
        (SVG.replace(b"xmlns=", b"xmlns:s=").replace(b"<", b"<s:").replace(b"<s:/", b"</s:"), True),
    ],
)
def test_only_a_whole_svg_is_a_logo(content: bytes, *, sound: bool) -> None:
    reading = read({"logo.svg": content}, logo="logo.svg")
    assert [one.rule.id for one in tell(reading)] == ([] if sound else ["logo"])
    for problem in tell(reading):
        assert problem.place.line > 1
        assert "no whole SVG picture" in problem.message


def test_a_fault_in_the_house_file_is_told_there() -> None:
    files = samples.make_folder({"fair/one": samples.make_minimal()})
    house = guidebook_reader.House(
        "my/house.yml", b'title: Ours\naccent: "#ffee00"\naddress: nonsense\n'
    )
    places = {one.rule.id: one.place for one in guidebook_reader.read(files, house=house).errors}
    assert {rule: (place.path, place.line) for rule, place in places.items()} == {
        "contrast": ("my/house.yml", 2),
        "address": ("my/house.yml", 3),
    }
    # What the house file leaves out is still told in guidebook.yml.
    about = samples.make_about(["fair"], accent="#ffee00")
    files = samples.make_folder({"fair/one": samples.make_minimal()}, about)
    reading = guidebook_reader.read(
        files, house=guidebook_reader.House("house.yml", b"address: nonsense\n")
    )
    assert {one.rule.id: one.place.path for one in reading.errors} == {
        "contrast": "guidebook.yml",
        "address": "house.yml",
    }


def test_size_of_a_png() -> None:
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x08"
    assert pixel_picture.measure(head) == (16, 8)
    assert pixel_picture.measure(b"GIF89a") is None
