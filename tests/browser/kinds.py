"""One page of each kind, by its address."""

from tests.browser.conftest import CALM, CHOKING, HOT

HELP = "help-me-now/"
WORDS = "words/"
PROSE = "write-a-playbook/"
TREE = "help-me-now/tree/"
EVERY_KIND = [
    "",
    HOT,
    CALM,
    CHOKING,
    HELP,
    TREE,
    "put-it-right/",
    WORDS,
    "checklists/",
    "practice/",
    "practice/train/",
    "practice/paths/new-at-the-counter/",
    "who-and-how-much/",
    "what-changed/",
    "what-changed/edition-2-0/",
    "sources/",
    "trainers/",
    "managers/",
    "ideas/",
    "rules/",
    PROSE,
    "404.html",
]
