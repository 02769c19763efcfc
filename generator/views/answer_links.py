"""What staff can answer to a page: links that prepare an e-mail, or open the company's own form."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from generator.model.playbook import Playbook


class AnswerLink(NamedTuple):
    """An answer, and the address that it opens. Nothing is sent before somebody sends it."""

    words: str
    address: str


_HELPED = ("It helped", "yes", "What helped: ")
_DID_NOT = ("It did not, because …", "no", "It did not help, because: ")


def make_answer_links(answers_to: str | None, playbook: Playbook) -> list[AnswerLink]:
    """The answers to a page; none where the company wants to hear none."""
    if answers_to is None:
        return []
    return [
        AnswerLink(words, _make_address(answers_to, playbook, helped, body))
        for words, helped, body in (_HELPED, _DID_NOT)
    ]


def _make_address(answers_to: str, playbook: Playbook, helped: str, body: str) -> str:
    if answers_to.startswith("https://"):
        front, hash_mark, mark = answers_to.partition("#")
        asked = urlencode({"page": playbook.id, "helped": helped})
        return f"{front}{'&' if '?' in front else '?'}{asked}{hash_mark}{mark}"
    subject = quote(f"Guidebook, {playbook.id}: {'helped' if helped == 'yes' else 'did not help'}")
    return f"mailto:{answers_to}?subject={subject}&body={quote(body)}"
