"""ink, compiled and played by inkjs: every path says and ends what the guidebook says."""

from collections.abc import Iterator
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.model.guidebook import Guidebook
from generator.model.typography import curl
from generator.views.exports import exercise
from generator.views.exports.chosen import Chosen
from generator.views.exports.exercise import Play
from generator.views.exports.export_words import ExportWords
from tests import samples
from tests.exports.readers import export, make_guidebook, needs_readers, read

pytestmark = needs_readers

Seen = list[dict[str, Any]]


def list_paths(play: Play) -> Iterator[dict[str, Any]]:
    """Every path of the model, as the reader tells it."""
    scenes = {one.id: one for one in play.scenes}
    finishes = {one.id: one for one in play.finishes}

    def walk(at: str, taken: list[int], seen: Seen) -> Iterator[dict[str, Any]]:
        if at in finishes:
            end = finishes[at]
            last = [{"text": end.text, "tags": [f"outcome: {end.outcome.value}"]}]
            yield {"taken": taken, "seen": [*seen, *last, {"text": end.debrief, "tags": []}]}
            return
        here = [*seen, {"text": scenes[at].customer, "tags": []}]
        for place, one in enumerate(scenes[at].choices):
            said = {"text": one.leads, "tags": ["best"] if one.is_best else []}
            yield from walk(one.go, [*taken, place], [*here, {"chosen": one.say}, said])

    yield from walk(play.scenes[0].id, [], [{"text": play.setting, "tags": []}])


def find_plays(guidebook: Guidebook) -> dict[str, Play]:
    found = {
        one.id: exercise.find_play(one, ExportWords(guidebook))
        for one in Chosen.of(guidebook).playbooks
    }
    return {name: play for name, play in found.items() if play}


def forget_global_tags(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The first line of a story has the tags of the whole as well."""
    for path in answer["paths"]:
        path["seen"][0]["tags"] = []
    return list(answer["paths"])


def test_every_path_of_every_role_play_agrees(guidebook: Guidebook) -> None:
    files, plays = export("ink", guidebook), find_plays(guidebook)
    assert list(files) == [f"{name}.ink" for name in plays]
    played = 0
    found = read("ink", [one.decode() for one in files.values()])
    for answer, (name, play) in zip(found, plays.items(), strict=True):
        assert "fault" not in answer, (name, answer)
        assert answer["tags"] == [f"id: {name}.play", f"title: {curl(guidebook.by_id[name].title)}"]
        paths = list(list_paths(play))
        assert forget_global_tags(answer) == paths
        played += len(paths)
    assert played > 300


def test_a_fault_is_refused(guidebook: Guidebook) -> None:
    (text,) = export("ink", guidebook, "shouting-customer").values()
    (answer,) = read("ink", [text.decode().replace("-> at_", "-> nowhere_", 1)])
    assert "fault" in answer


nasty = st.text(
    st.sampled_from(list("{}|#[]~\\<>/-=+*()!&:;%$\"'a é")), min_size=1, max_size=12
).map(lambda text: f"{text}a") | st.sampled_from(
    [
        "-> END",
        "// a",
        "/* a */",
        "TODO: a",
        "VAR x = 1",
        "INCLUDE a",
        "<> a",
        "* a",
        "- a",
        "=== a",
    ]
)


def make_play(texts: list[str]) -> dict[str, Any]:
    """The role-play of the samples with words of its own."""
    play = samples.make_practice(roleplay=True)["roleplay"]
    start = play["rounds"][0]
    replies = [
        {**one, "say": say, "leads": leads}
        for one, say, leads in zip(start["replies"], texts[:2], texts[2:4], strict=True)
    ]
    start = {**start, "customer": texts[4], "replies": replies}
    ending = {**play["endings"][0], "text": texts[5], "debrief": texts[6]}
    return {
        **play,
        "setting": texts[7],
        "rounds": [start, *play["rounds"][1:]],
        "endings": [ending, *play["endings"][1:]],
    }


@settings(max_examples=3, deadline=None, phases=[Phase.generate])
@given(st.lists(st.lists(nasty, min_size=8, max_size=8, unique=True), min_size=30, max_size=30))
def test_any_text_comes_through(texts: list[list[str]]) -> None:
    guidebooks = [make_guidebook({"roleplay": make_play(one)}) for one in texts]
    found = read(
        "ink", [one.decode() for each in guidebooks for one in export("ink", each).values()]
    )
    for answer, one in zip(found, guidebooks, strict=True):
        (play,) = find_plays(one).values()
        assert "fault" not in answer, (answer, play)
        assert forget_global_tags(answer) == list(list_paths(play))
