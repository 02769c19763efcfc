"""Other words that people use for a name or a choice, where spelling does not help to find it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.checks.suggestions import find_nearest

NAMES = {
    "accent": ("color", "colour"),
    "avoid": ("dont", "donts", "do_not", "do_nots", "never"),
    "best": ("right", "correct"),
    "debrief": ("lesson", "explanation"),
    "do": ("text", "step", "action"),
    "feedback": ("explanation",),
    "feelings": ("emotions", "mood"),
    "instead": ("better", "alternative"),
    "kind": ("type", "category"),
    "leads": ("reaction", "result"),
    "never": ("avoid", "dont", "donts", "do_not"),
    "name": ("text", "title"),
    "now": ("steps", "first", "do_now", "actions"),
    "options": ("answers", "choices"),
    "owner": ("author", "responsible"),
    "prompt": ("question",),
    "purpose": ("description", "summary", "goal", "about"),
    "related": ("see_also", "links"),
    "replies": ("answers", "options", "choices"),
    "reviewed": ("date", "updated", "checked"),
    "right": ("correct",),
    "same": ("synonyms",),
    "say": ("phrases", "words", "script", "quote", "phrase", "text"),
    "search": ("keywords", "tags"),
    "see": ("sign", "signals", "what_you_see"),
    "setting": ("situation", "scene"),
    "signals": ("signs", "triggers"),
    "steps": ("actions", "moves"),
    "text": ("answer", "item", "if", "when"),
    "then": ("next", "later", "after"),
    "title": ("name", "heading", "headline"),
    "why": ("reason", "because"),
}
# Those whose own language is another one write the names in that.
_FOREIGN = {
    "audience": ("zielgruppe", "publikum", "audiencia", "público", "public"),
    "avoid": ("vermeiden", "evitar", "éviter"),
    "channels": ("kanäle", "canales", "canaux"),
    "checklist": ("checkliste", "prüfliste", "lista"),
    "feelings": ("gefühle", "sentimientos", "sentiments"),
    "kind": ("art", "tipo"),
    "owner": ("verantwortlich", "zuständig", "responsable", "propietario", "autor"),
    "practice": ("übung", "práctica", "exercice"),
    "purpose": ("zweck", "ziel", "propósito", "objetivo", "objectif"),
    "related": ("verwandt", "siehe_auch", "relacionado", "relacionados"),
    "reviewed": ("geprüft", "revisado", "fecha", "datum"),
    "say": ("sagen", "decir", "dire", "frases", "sätze"),
    "search": ("suche", "búsqueda", "recherche"),
    "signals": ("anzeichen", "señales", "signaux"),
    "steps": ("schritte", "pasos", "étapes"),
    "stop": ("halt", "alto", "arrêter"),
    "title": ("titel", "título", "titulo", "titre"),
    "why": ("warum", "porqué", "pourquoi"),
}
_CHOICES = {
    "angry": ("mad", "furious", "cross", "annoyed", "raging"),
    "worried": ("anxious", "afraid", "scared", "nervous"),
    "sad": ("unhappy", "grieving", "crying"),
    "confused": ("puzzled", "unsure"),
    "disappointed": ("let_down",),
    "embarrassed": ("ashamed",),
    "impatient": ("hurried", "rushed", "in_a_hurry"),
    "counter": ("till", "desk", "front_desk", "reception", "shop", "store", "in_person"),
    "phone": ("call", "hotline", "telefon", "teléfono", "téléphone"),
    "chat": ("messenger", "whatsapp"),
    "email": ("mail", "letter", "correo"),
    "social": ("facebook", "instagram"),
    "everyone": ("all", "everybody", "anyone", "staff", "alle", "todos", "tous"),
    "front line": ("baristas", "cashiers", "waiters", "receptionists", "agents"),
    "managers": ("boss", "bosses", "supervisors", "leads", "shift_leads"),
    "trainers": ("coaches",),
    "back office": ("office", "admin"),
    "scenario": ("situation", "case"),
    "emergency": ("urgent", "danger", "first_aid", "notfall", "emergencia", "urgence"),
    "tactic": ("skill", "technique"),
    "policy": ("rule", "rules"),
    "danger": ("red", "high", "urgent", "emergency"),
    "hand over": ("escalate", "low"),
    "poor": ("bad", "worst"),
    "leave_out": ("delete", "remove", "drop", "omit"),
    "change": ("replace", "edit", "update"),
    "after": ("behind", "below"),
    "before": ("above",),
    "at": ("add", "insert", "new"),
}
CHANGES = ("change", "leave_out", "after", "before", "at", "move")
"""What an item does to another in a file that says only what differs."""


def find_near_choice(word: str, choices: Iterable[str]) -> str | None:
    """Find the choice that was meant: by meaning, or else by spelling: “mad” is not “sad”."""
    known = list(choices)
    return find_by_meaning(word, known, _CHOICES) or find_nearest(word, known)


def find_near_name(name: str, known: Sequence[str], missing: Collection[str] = ()) -> str | None:
    """Find the name that was meant, by spelling or by meaning."""
    if found := find_nearest(name, missing) or find_nearest(name, known):
        return found  # what is missing is the likelier
    return find_by_meaning(name, missing) or find_by_meaning(name, known)


def find_by_meaning(
    written: str, known: Iterable[str], meant: Mapping[str, Iterable[str]] = NAMES
) -> str | None:
    """Find the first known word for which people write this one."""
    word = re.sub(r"[\s-]+", "_", re.sub("['’]", "", written.strip().lower()))
    return next(
        (one for one in known if word in (*meant.get(one, ()), *_FOREIGN.get(one, ()))), None
    )
