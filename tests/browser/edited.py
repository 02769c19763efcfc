"""A built page with another checklist in it, as after a new build."""

import dataclasses
import re
from collections.abc import Sequence

from playwright.sync_api import BrowserContext, Route

from generator.model.checklist import Item
from generator.model.guidebook import Guidebook
from generator.views import pages


def change_list(
    context: BrowserContext, guidebook: Guidebook, name: str, items: Sequence[Item]
) -> None:
    """From now on the page of a playbook shows these items."""
    playbook = guidebook.by_id[name]
    checklist = playbook.checklist.model_copy(update={"items": tuple(items)})
    changed = playbook.model_copy(update={"checklist": checklist})
    others = [one for one in guidebook.playbooks if one.id != name]
    made = pages.render(dataclasses.replace(guidebook, playbooks=(*others, changed)))
    form = _find_form(next(one.html for one in made if one.url == playbook.url))

    def fulfill(route: Route) -> None:
        response = route.fetch()
        html = response.text()
        route.fulfill(response=response, body=html.replace(_find_form(html), form))

    context.unroute_all()
    context.route(f"**/{playbook.url}", fulfill)


def _find_form(html: str) -> str:
    found = re.search(r'<form class="gb-card gb-check".*?</form>', html, re.DOTALL)
    assert found
    return found[0]
