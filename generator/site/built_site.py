"""What is wrong with a site that was built, whoever built it."""

from collections.abc import Iterable, Iterator, Mapping

from generator.problem import Problem
from generator.site import link_check, page_code
from generator.site.assembly import Site
from generator.site.link_check import Parts


def find_problems(
    site: Site,
    built: Mapping[str, bytes],
    *,
    base: str = "/",
    scripts: Iterable[str] = (),
    parts: Mapping[str, Parts] | None = None,
) -> Iterator[Problem]:
    """Look for links that lead nowhere, and for code that no hand-written page may hold.

    `built` has every file by its path; `base` and `parts` are as in `link_check`. Pages written by
    hand may load `scripts` besides those of the site.
    """
    yield from link_check.find_problems(site, built, base=base, parts=parts)
    if not site.opened:
        own = {one.path for one in site.made.values() if one.path.endswith(".js")}
        docs = {path: site.docs[path] for path in site.handwritten}
        yield from page_code.check_built(docs, built, own.union(scripts))
