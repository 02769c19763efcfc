"""The words that put the page of an emergency, or a branch of it, before all others."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from generator.model.guidebook import Guidebook

_LEAST_LETTERS = 5  # of a word of danger that may be a slip of another


def name_branch(playbook: str, branch: str) -> str:
    """The id of a branch among documents."""
    return f"{playbook}#{branch}"


def list_danger(guidebook: Guidebook) -> dict[str, list[str]]:
    """The words that put a document first, by its id: those of `words.yml` and of branches.

    A word of a whole page that is one slip from a word of one of its branches leads to that branch:
    whoever types "chokin" means what whoever types "choking" means.
    """
    branches = {
        name_branch(playbook.id, branch.id): branch.danger
        for playbook in guidebook.emergencies
        for branch in playbook.branches
    }
    danger: dict[str, list[str]] = {}
    for name, texts in guidebook.words.danger.items():
        own = {text: id_ for id_, all_ in branches.items() if _is_of(id_, name) for text in all_}
        for text in texts:
            slip = _find_slip(text, own)
            danger.setdefault(own[slip] if slip else name, []).append(text)
    for name, texts in branches.items():
        danger.setdefault(name, []).extend(texts)
    return {name: texts for name, texts in danger.items() if texts}


def _is_of(branch: str, page: str) -> bool:
    return branch.startswith(f"{page}#")


def _find_slip(text: str, words: Iterable[str]) -> str | None:
    """The first of the words that is one slip away, if the text is long enough to be sure."""
    if len(text) < _LEAST_LETTERS:
        return None
    return next((word for word in words if OSA.distance(text, word, score_cutoff=1) <= 1), None)
