"""Files in which one thing stands thousands of times: read to the end, and told in few words."""

from collections import Counter
from functools import partial

import pytest

from generator.checks import misnamed_files
from generator.problem import Edit, Problem
from generator.reader import fixes, guidebook_reader
from generator.reader.repeated_problems import MOST
from generator.reader.yaml_text import causes, error_context, event_tree, parse
from generator.reader.yaml_text.fault import StopError
from generator.reader.yaml_text.scalar_edit import apply
from generator.views import sarif
from tests import samples
from tests.effort import count_steps, stop_endless

NAME = "fair/one.yml"
MANY = 120_000


def find(text: str) -> list[Problem]:
    return fixes.find_problems(NAME, NAME, text.encode())


def read(text: str) -> tuple[Problem, ...]:
    files = samples.make_folder({"fair/other": samples.make_minimal()})
    return guidebook_reader.read({**files, NAME: text.encode()}).problems


@pytest.mark.parametrize(
    "text",
    [
        "title: A\n" + "{[" * MANY + "\n",
        "title: A\n[" + "] " * MANY + "x\n",
        "title: A\n  b" + " " * 2 * MANY + "c: [\n",
        "title: 'A\nsay: x" + " " * 2 * MANY + "y\n",
        "title: A\n- b" + "\t" * 2 * MANY + "c\n",
    ],
    ids=["brackets", "closed", "blanks", "open", "tabs"],
)
def test_a_long_line_is_read_to_its_end(text: str) -> None:
    with stop_endless():
        assert find(text)


@pytest.mark.parametrize("start", [b"\n", b" ", b"#\n", b"---\n", b" \n#", b"--- "])
def test_a_long_file_of_another_name_is_looked_at_to_its_end(start: bytes) -> None:
    with stop_endless():
        for end in (b"title: A\n", b"1"):
            found = misnamed_files.sort_out({}, {"fair/a.txt": start * MANY + end}, root="p")
    assert found.problems


@pytest.mark.parametrize("start", ["", "\n", "# A\n", "---\n", " # A\n\n--- \n\n"])
def test_a_text_file_that_starts_with_a_name_is_a_playbook(start: str) -> None:
    found = misnamed_files.sort_out({}, {"fair/a.txt": f"{start}title: A\n".encode()}, root="p")
    assert list(found.files) == ["fair/a.yml"]


def test_one_mistake_made_a_thousand_times_is_told_a_hundred_times() -> None:
    few = [one for one in read("title: A\n" * (MOST + 1)) if one.rule.id == "duplicate"]
    assert len(few) == MOST
    assert not any("From here on" in one.message for one in few)
    told = [one for one in read("title: A\n" * 2_001) if one.rule.id == "duplicate"]
    assert len(told) == MOST + 1
    assert told[-1].place.line == MOST + 2
    assert told[-1].message.endswith("From here on there are 1900 like this in the file.")


def test_what_is_missing_is_compared_with_what_is_beside_it_alone() -> None:
    def write(count: int) -> str:
        items = "".join(f"  - dow: Ask {number}.\n" for number in range(count))
        return f"title: A\nsteps:\n{items}"

    def count(number: int) -> int:
        return count_steps(lambda: find(write(number)))

    count(10)
    assert count(800) < 2.2 * count(400)


def test_a_choice_of_very_many_words_is_compared_as_a_whole() -> None:
    def count(number: int) -> int:
        return count_steps(lambda: find(f"title: A\naudience: {'everyo/' * number}\n"))

    count(10)
    assert count(4000) < 2 * count(100)


def test_wrong_values_are_not_compared_with_each_other() -> None:
    def count(number: int) -> int:
        return count_steps(lambda: find(f"title: A\naudience: [{'xyzzy, ' * number}x]\n"))

    count(10)
    assert count(800) < 2.2 * count(400)


def test_many_mistakes_of_one_kind_are_fixed_together() -> None:
    looks = 0

    def look(content: bytes) -> list[Problem]:
        nonlocal looks
        looks += 1
        return fixes.find_problems(NAME, NAME, content)

    text = "title: A\nsteps:\n" + "".join(f"  - doo: Ask {number}.\n" for number in range(300))
    fixed = fixes.repeat(text.encode(), look)
    assert len(fixed.solved) == 300
    assert fixed.content.decode() == text.replace("doo:", "do:")
    assert looks < 10


def test_a_few_mistakes_are_fixed_together_too() -> None:
    looks = 0

    def look(content: bytes) -> list[Problem]:
        nonlocal looks
        looks += 1
        return fixes.find_problems(NAME, NAME, content)

    text = "title: A\nsearch:\n" + "".join(f"  - order: {number}: late\n" for number in range(9))
    assert len(fixes.repeat(text.encode(), look).solved) == 9
    assert looks == 2


def test_repairing_ends_when_it_takes_too_long() -> None:
    """What was fixed until then stays."""
    names = "".join(f"  - doo: Ask {number}.\n" for number in range(20))
    words = "".join(f"  - order: {number}: late\n" for number in range(9))
    text = f"title: A\nsteps:\n{names}search:\n{words}".encode()

    def count(*rounds: bool) -> int:
        find = partial(fixes.find_problems, NAME, NAME)
        return len(fixes.repeat(text, find, goes_on=iter(rounds).__next__).solved)

    assert [count(False), count(True, False), count(True, True, True)] == [0, 20, 29]


def test_what_repairs_take_is_counted() -> None:
    def count(slips: int, length: int) -> int:
        lines = "".join(f"  - order: {number}: late\n" for number in range(slips))
        return parse(NAME, f"#{'x' * length}\nsearch:\n{lines}").effort

    assert count(0, 9) == 0
    assert 1.8 < count(8, 9) / count(4, 9) < 2.2
    assert count(4, 100_000) - count(4, 0) >= 4 * 100_000


@pytest.mark.parametrize(("length", "told"), [(0, 10), (150_000, 5), (250_000, 3)])
def test_a_check_looks_past_fewer_slips_of_a_long_file(length: int, told: int) -> None:
    lines = "".join(f"  - order: {number}: late\n" for number in range(20))
    problems = parse(NAME, f"#{'x' * length}\nsearch:\n{lines}").problems
    assert [one.rule.id for one in problems] == ["colon"] * told + ["more"]
    assert problems[-1].message == f"Reading stopped here, after {told} slips of form in one file."


def test_repairs_that_call_for_one_another_end_soon() -> None:
    """A bracket closed behind a quotation mark, and quotes around that, double a text each time."""
    text = '>͡\n ا\n"": [\n 2\nn'
    with stop_endless():
        assert fixes.find_problems(NAME, NAME, text.encode())


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Counter[int]:
    """How often each line was taken apart."""
    seen: Counter[int] = Counter()
    real = error_context.take_apart

    def take_apart(number: int, start: int, raw: str) -> error_context.SourceLine:
        seen[number] += 1
        return real(number, start, raw)

    monkeypatch.setattr(error_context, "take_apart", take_apart)
    return seen


def test_lines_without_words_are_passed_over(seen: Counter[int]) -> None:
    start, end = "title: A\nsteps:\n  - do: Ask.\n", "    why: It helps.\n   say: Yes.\n"
    text = start + " \r\n" * 9000 + end
    with pytest.raises(StopError) as stop:
        event_tree.build(text)
    assert list(causes.find_causes(text, stop.value))
    assert set(seen) <= {1, 2, 3, 9004, 9005, 9006}


def test_dividers_one_below_the_other_are_deleted_together() -> None:
    found = parse(NAME, "title: A\n" + "...\n" * 9000 + "owner: B\n")
    assert found.data == {"title": "A", "owner": "B"}
    (problem,) = found.problems
    assert problem.place.line == 2
    assert "The same on 8999 more lines below." in problem.message
    assert problem.repair
    assert len(problem.repair.edits) == 9000
    assert found.effort < 9000 * 40


def test_a_repair_of_bullets_goes_no_further_than_a_list_may(seen: Counter[int]) -> None:
    text = "title: A\nsignals:\n  - They ask.\n" + "  • They hold it.\n" * 9000
    with pytest.raises(StopError) as stop:
        event_tree.build(text)
    found = next(one for one in causes.find_causes(text, stop.value) if one.rule.id == "dash")
    assert 100 < len(found.edits) < 9000
    assert len(seen) < 9000


def test_each_line_is_taken_apart_once_for_all_causes_of_a_stop(seen: Counter[int]) -> None:
    items = "".join(f"    - do: Ask {number}.\n      say: Yes.\n" for number in range(400))
    text = f"steps:\n  many:\n{items}         why: Late.\n{items}"
    with pytest.raises(StopError) as stop:
        event_tree.build(text)
    assert len(list(causes.find_causes(text, stop.value))) > 2
    assert len(seen) > 400
    assert set(seen.values()) == {1}


def test_a_line_of_many_texts_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    real = event_tree.looks_odd

    def looks_odd(text: str) -> bool:
        looked.append(text)
        return real(text)

    monkeypatch.setattr(event_tree, "looks_odd", looks_odd)
    text = "purpose: Ask #12\nsearch: [" + ", ".join(["late"] * 3_000) + "]\n"
    assert event_tree.build(text).data
    assert len(looked) == 3  # the whole, to begin with


def test_hidden_characters_are_fixed_however_many_there_are() -> None:
    text = "purpose: Ask" + " th\u200bem" * 5_000 + ".\n"
    fixed = fixes.fix(NAME, NAME, text.encode()).content.decode()
    assert fixed == text.replace("\u200b", "")


def test_edits_at_one_spot_are_made_in_their_order() -> None:
    edits = [Edit(4, 5, "c"), Edit(2, 2, "“"), Edit(2, 2, "”"), Edit(2, 3, "B")]
    assert apply(b"\xef\xbb\xbfa\r\nbxd", edits) == b"\xef\xbb\xbfa\r\n" + "“”Bxc".encode()


def test_a_repair_of_thousands_of_edits_is_no_button_of_a_forge() -> None:
    problems = find("purpose: Ask" + " th\u200bem" * 5_000 + ".\n")
    with stop_endless():
        written = sarif.write_sarif(problems, {NAME: "purpose: Ask"}, version="1")
    assert len(written) < 60_000
    assert '"fixes"' in written
