"""The frame that the preview draws is the one that the site has."""

from pathlib import Path
from urllib.parse import urljoin

from mkdocs.commands.build import build
from selectolax.lexbor import LexborHTMLParser

from generator.adapters.followed_project import FollowedProject
from tests.edit_parts import make
from tests.projects import load


def describe(html: str, path: str) -> list[tuple[str, dict[str, str | None], str]]:
    """Every element, its attributes and words, but for what only a preview or a site has."""
    tree = LexborHTMLParser(html)
    for own in tree.css('.gb-preview, [href*="~edit/"], [src*="~edit/"], link[rel=canonical]'):
        own.decompose()
    for text in tree.css("[data-at]"):  # where words are written: only an editor asks
        text.unwrap()
    for address in tree.css(".gb-address"):
        address.decompose()
    found = []
    for node in tree.css("*"):
        given = {
            name: urljoin(f"http://here/{path}", value)
            if value and name in ("href", "src")
            else (value or "").removesuffix(" guidebook-preview")  # a policy that scripts name
            for name, value in node.attributes.items()
            if name not in ("data-worker", "data-every")
        }
        found.append((node.tag or "", given, " ".join(node.text(deep=False).split())))
    return found


def test_pages_are_those_of_the_site(tmp_path: Path) -> None:
    build(load(make(tmp_path) / "mkdocs.yml"))
    preview = FollowedProject(tmp_path).read_quickly({})
    for path in ("", "fair/", "fair/one/", "about/", "help-me-now/", "managers/", "rules/"):
        drawn = preview.answer(path).content.decode()
        built = (tmp_path / "site" / path / "index.html").read_text()
        assert describe(drawn, path) == describe(built, path), path
