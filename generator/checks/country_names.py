"""What people call a country, and the file in the folder “countries” that is meant by it."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.checks.suggestions import find_nearest

_NEAR = 80  # of 100 letters: another country's law is worse than none

_CALLED = {
    "uk": "england, scotland, wales, northern ireland, britain, great britain, gb, gbr",
    "us": "usa, america, united states of america, the states, estados unidos, ee. uu., eeuu",
    "au": "aus, oz",
    "ca": "can",
    "eu": "europe, austria, belgium, bulgaria, croatia, cyprus, czechia, czech republic, denmark,"
    " estonia, finland, france, germany, greece, hungary, ireland, italy, latvia, lithuania,"
    " luxembourg, malta, netherlands, the netherlands, holland, poland, portugal, romania,"
    " slovakia, slovenia, spain, sweden, at, be, bg, hr, cy, cz, dk, ee, fi, fr, de, gr, hu, ie,"
    " it, lv, lt, lu, mt, nl, pl, pt, ro, sk, si, es, se, deutschland, österreich, españa, italia,"
    " polska, nederland, belgië, belgique, danmark, sverige, suomi",
}


class Meant(NamedTuple):
    """The country that was meant: its id, and the name that it has in its file."""

    id: str
    name: str


def find_meant(written: str, known: Mapping[str, str]) -> Meant | None:
    """Find the country that somebody meant among those `known`, each with the name it has."""
    word = " ".join(written.lower().replace("_", " ").replace("-", " ").split())
    for name, called in _CALLED.items():
        if name in known and word in called.split(", "):
            return Meant(name, known[name])
    by_name = {called: name for name, called in known.items()}
    if word in known:
        return Meant(word, known[word])
    if near := find_nearest(written, by_name, near=_NEAR):
        return Meant(by_name[near], near)
    return None
