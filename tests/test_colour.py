"""What follows from a company's colour can be read, whatever colour it is."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model import colour

PAPERS = {"light": ("#fbfaf7", "#ffffff"), "dark": ("#14181b", "#1c2226")}
INKS = {"light": ("#1d2328", "#57606a"), "dark": ("#edf0ef", "#aab4b8")}
part = st.integers(0, 255)
readable = st.tuples(part, part, part).filter(
    lambda tone: colour.contrast(tone, (251, 250, 247)) >= colour.READABLE
)


def ratio(one: str, other: str) -> float:
    tones = colour.read(one), colour.read(other)
    assert tones[0]
    assert tones[1]
    return colour.contrast(tones[0], tones[1])


@given(st.tuples(part, part, part))
def test_a_scheme_can_be_read_on_all_it_stands_on(tone: colour.Colour) -> None:
    for name, scheme in colour.make_schemes(tone).items():
        for ground in (*PAPERS[name], scheme["brand-tint"]):
            assert ratio(scheme["brand"], ground) >= colour.READABLE
            assert ratio(scheme["brand-hover"], ground) >= colour.READABLE
        assert ratio(scheme["on-brand"], scheme["brand"]) >= colour.READABLE
        assert ratio(scheme["on-brand"], scheme["brand-hover"]) >= colour.READABLE


@given(readable)
def test_other_words_can_be_read_on_the_tint(tone: colour.Colour) -> None:
    for name, scheme in colour.make_schemes(tone).items():
        for ink in INKS[name]:
            assert ratio(ink, scheme["brand-tint"]) >= colour.READABLE


def test_a_colour_that_fits_is_kept() -> None:
    schemes = colour.make_schemes((15, 94, 92))
    assert schemes["light"]["brand"] == "#0f5e5c"
    assert schemes["dark"]["brand"] != "#0f5e5c"
