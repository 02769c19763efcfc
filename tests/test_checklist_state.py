"""A checklist's state by itself: ticks find their items in a list that changed."""

from collections.abc import Iterator

import pytest

from tests.scripts import Call, load

OPEN = "const { open, answer, keep, read } = guidebookChecklist;"
LETTERS = "const list = (keys) => [...keys].map((key) => ({ key, text: `Words of ${key}.` }));"


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with load("checklist-state") as call:
        yield call


@pytest.mark.parametrize(
    ("before", "all_ticked", "now", "ticked", "changed", "gone"),
    [
        ("abc", "abc", "abc", "abc", "", 0),
        ("abc", "ac", "cab", "ca", "", 0),
        ("abc", "ab", "xbc", "b", "x", 0),
        ("abc", "bc", "axy", "", "xy", 0),
        ("abc", "ac", "axbc", "ac", "", 0),
        ("abc", "ac", "b", "", "", 2),
        ("abc", "b", "acx", "", "", 1),
        ("abc", "a", "axc", "a", "", 0),
        ("abc", "abc", "xyz", "", "xyz", 0),
        ("", "", "abc", "", "", 0),
    ],
)
def test_ticks_find_their_items(
    call: Call, before: str, all_ticked: str, now: str, ticked: str, changed: str, gone: int
) -> None:
    found = call(
        f"""(before, ticked, now) => {{ {OPEN} {LETTERS}
          let state = open(list(before), null);
          for (const key of ticked) state = answer(state, {{ type: 'tick', key, ticked: true, now: 1 }});
          const next = open(list(now), read(keep(state)));
          const name = (which) => next.items.filter((one) => one[which]).map((one) => one.key).join('');
          return [name('ticked'), name('changed'), next.gone]; }}""",
        before,
        all_ticked,
        now,
    )
    assert found == [ticked, changed, gone]


def test_ticks_follow_items_whose_keys_are_made_another_way(call: Call) -> None:
    """Keys were made of all words once, and of the first ones since."""
    found = call(
        f"""() => {{ {OPEN}
          const texts = ['The floor is dry.', 'The sign is back.', 'The report is written.'];
          const list = (keys) => texts.map((text, place) => ({{ key: keys[place], text }}));
          let state = open(list(['4f1', '9ab', 'c03']), null);
          for (const key of ['4f1', 'c03']) state = answer(state, {{ type: 'tick', key, ticked: true, now: 1 }});
          const next = open(list(['the-floor', 'the-sign', 'the-report']).reverse(), read(keep(state)));
          return [next.items.map((one) => one.ticked), next.items.some((one) => one.changed), next.gone]; }}"""
    )
    assert found == [[True, False, True], False, 0]


def test_a_tick_stays_with_its_item_beside_another_of_the_same_words(call: Call) -> None:
    found = call(
        f"""() => {{ {OPEN}
          const items = [{{ key: 'a', text: 'Done.' }}, {{ key: 'b', text: 'Done.' }}];
          const state = answer(open(items, null), {{ type: 'tick', key: 'a', ticked: true, now: 1 }});
          return open(items, read(keep(state))).items.map((one) => one.ticked); }}"""
    )
    assert found == [True, False]


def test_no_answer_changes_the_state_it_was_given(call: Call) -> None:
    assert call(
        f"""() => {{ {OPEN} {LETTERS}
          const freeze = (one) => {{
            if (Object(one) === one) Object.values(Object.freeze(one)).forEach(freeze);
            return one;
          }};
          const actions = [{{ type: 'tick', key: 'a', ticked: true, now: 1 }}, {{ type: 'reset' }},
            {{ type: 'undo' }}, {{ type: 'undo' }}, {{ type: 'tick', key: 'a', ticked: false, now: 2 }}];
          let state = freeze(open(list('ab'), null));
          const seen = [];
          for (const action of actions) {{
            state = freeze(answer(state, action));
            seen.push(state.items.filter((one) => one.ticked).length);
          }}
          return seen; }}"""
    ) == [1, 0, 1, 1, 0]


def test_an_item_may_have_any_key(call: Call) -> None:
    assert call(
        f"""() => {{ {OPEN}
          const items = ['__proto__', 'constructor', 'toString'].map((key) => ({{ key, text: key }}));
          let state = open(items, null);
          for (const {{ key }} of items) state = answer(state, {{ type: 'tick', key, ticked: true, now: 5 }});
          const next = open(items, read(keep(state)));
          return [next.items.map((one) => one.ticked), next.doneAt]; }}"""
    ) == [[True, True, True], 5]
