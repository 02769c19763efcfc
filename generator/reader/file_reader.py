"""Files become records of the model, and remember where everything in them is."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar, cast

from pydantic import ValidationError

from generator.checks.suggestions import find_nearest
from generator.model.located_text import locate_texts
from generator.model.yaml_model import Loc, YamlModel
from generator.problem import Group, Place, Problem, Rule, Severity
from generator.reader import known_file, lost_items, model_errors, repeated_problems
from generator.reader.change_record import ChangeRecord
from generator.reader.composed_file import ONLY_CHANGES, is_partial
from generator.reader.composition import compose
from generator.reader.layers import Layer, Version, find_name, stack
from generator.reader.memory import Kept, Memory
from generator.reader.model_errors.missing_name import MISSING
from generator.reader.yaml_text import ParsedFile, parse, read_text
from generator.reader.yaml_text.parsed_file import Data

Model = TypeVar("Model", bound=YamlModel)


CHANGES_NOTHING = Rule(
    id="changes-nothing",
    group=Group.COMPANY,
    summary="A file that says only what differs has one below it.",
    why="Without the other file there is nothing that it could change.",
    fault={"playbooks/counter/lat-order.yml": "only_changes: yes\ntitle: Late again"},
    fix={"playbooks/counter/late-order.yml": "only_changes: yes\ntitle: Late again"},
)

_LACKS_MUCH = 3  # names: a whole file was hardly meant then
_NEAR = 80  # of 100: “only_change”, “only changes”


class FileReader:
    """Reads files given by their path in layers, and collects what is wrong with them.

    `texts` are what was read, by the path that problems show, and `parsed` the same by path, with
    the places of its values. `record` is what was below each change when it was made. What is in
    `memory` and has not changed is not read again. Texts know where they are if they are `located`.
    """

    def __init__(
        self,
        layers: Sequence[Layer],
        record: ChangeRecord,
        memory: Memory | None = None,
        *,
        located: bool = False,
    ) -> None:
        """Start with nothing read."""
        self.located = located
        self.memory = Memory() if memory is None else memory
        self.layers = layers
        self.stack = stack(layers)
        self.record = record
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self.parsed: dict[str, ParsedFile] = {}

    def read(self, name: str, model: type[Model]) -> Model | None:
        """Read one file, or collect why that cannot be done."""
        return self.read_any(name, lambda _: model)

    def read_any(self, name: str, choose: Callable[[Data], type[Model]]) -> Model | None:
        """The same for a file whose model follows from what is in it."""
        return self._read(name, self.stack.versions[name], choose)

    def _read(
        self, name: str, versions: Sequence[Version], choose: Callable[[Data], type[Model]]
    ) -> Model | None:
        shown = tuple((one.shown, one.content) for one in versions)
        made_of = (shown, self.record.list_words(find_name(name)))
        if kept := self.memory.recall(name, made_of):
            self.problems += kept.problems
            self.texts |= kept.texts
            if kept.parsed:
                self.parsed[name] = kept.parsed
            return cast("Model | None", kept.record)
        before = len(self.problems)
        record = self._read_anew(name, versions, choose)
        problems = repeated_problems.leave_few(
            repeated_problems.leave_out_lesser(self.problems[before:])
        )
        self.problems[before:] = problems
        texts = {path: self.texts[path] for path, _ in shown if path in self.texts}
        # What a file lacks below it may be under another name, which other files say.
        if all(one.rule is not CHANGES_NOTHING for one in problems):
            self.memory.kept[name] = Kept(made_of, record, self.parsed.get(name), problems, texts)
        return record

    def _read_anew(
        self, name: str, versions: Sequence[Version], choose: Callable[[Data], type[Model]]
    ) -> Model | None:
        before = len(self.problems)
        parsed = self._parse(name, versions, choose)
        if parsed is None:
            return None
        self.parsed[name] = parsed
        record = self._validate(parsed, choose(parsed.data))
        if len(versions) > 1 and not is_partial(parsed.data):
            self.problems[before:] = _report_once(parsed, self.problems[before:])
        errors = (one for one in self.problems[before:] if one.severity is Severity.ERROR)
        if record is None or any(errors):
            return None
        return locate_texts(record, name) if self.located else record

    def read_if_there(self, name: str, model: type[Model]) -> Model | None:
        """The same for a file that may be missing."""
        return self.read(name, model) if name in self.stack else None

    def read_alone(self, path: str, content: bytes, model: type[Model]) -> Model | None:
        """Read a file that is in no layer; `path` is what problems show."""
        return self._read(path, [Version(Layer("", {path: content}), path)], lambda _: model)

    def _parse(
        self, name: str, versions: Sequence[Version], choose: Callable[[Data], type[Model]]
    ) -> ParsedFile | None:
        """What a file says with what is below it."""
        top = versions[-1]
        text, parsed, problems = known_file.read(top.shown, top.content, self.memory.work)
        self.problems += problems
        if text is None or parsed is None:
            return None
        self.texts[top.shown] = text
        self.problems += parsed.problems
        if not is_partial(parsed.data):
            return parsed
        if len(versions) == 1:
            self._report_nothing_below(parsed, name)
            return None
        base = self._parse(name, versions[:-1], choose)
        record = self._validate(base, choose(base.data)) if base else None
        if base is None or record is None:
            return None
        full = record.model_dump(mode="json", exclude_defaults=True)
        was = self.record.list_words(find_name(name))
        composed, problems = compose(parsed, base, full, was=was)
        self.problems += problems
        self.problems += lost_items.take_back(name, composed)
        return composed

    def _validate(self, parsed: ParsedFile, model: type[Model]) -> Model | None:
        try:
            return model.model_validate(parsed.data)
        except ValidationError as error:
            self.problems += model_errors.find_problems(error, parsed, model)
            return None

    def _report_nothing_below(self, parsed: ParsedFile, name: str) -> None:
        message = "This file says only what differs, and there is no file below it with its name."
        fix = "Check the name of the file, or write the whole playbook and delete this line."
        if new := self._find_new_name(find_name(name)):
            message = f"The playbook that this file changes is called “{new}” now."
            fix = f"Rename the file to  {new}.yml"
        place = parsed.place((ONLY_CHANGES,), of_key=True)
        self.problems.append(Problem(place, CHANGES_NOTHING, message, fix))

    def _find_new_name(self, old: str) -> str | None:
        """The name of the playbook that says that it was called so."""
        for name, versions in self.stack.versions.items():
            text, _ = read_text(versions[0].shown, versions[0].content)
            data = parse(name, text).data if text and "formerly" in text else None
            formerly = data.get("formerly") if isinstance(data, dict) else None
            if old in (formerly if isinstance(formerly, list) else [formerly]):
                return find_name(name)
        return None

    def leave_out_guessed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those that do not follow from a guess: there, only the slip is reported."""
        guessed = {
            (parsed.path, line) for parsed in self.parsed.values() for line in parsed.guessed_lines
        }
        return [one for one in problems if (one.place.path, one.place.line) not in guessed]

    def locate(
        self,
        name: str,
        loc: Loc,
        *,
        of_key: bool = False,
        offset: int | None = None,
        width: int = 1,
    ) -> Place:
        """Find the place of a value, its key, or a character in it; the top if nothing was read."""
        parsed = self.parsed.get(name)
        if parsed is None:
            return Place(self.stack.show(name))
        if offset is None:
            return parsed.place(loc, of_key=of_key)
        place = parsed.offset_place(loc, offset)
        return Place(place.path, place.line, place.column, width)


def _report_once(parsed: ParsedFile, problems: Sequence[Problem]) -> list[Problem]:
    """One problem for all that a file lacks which was to say only what differs."""
    missing = [one for one in problems if one.rule is MISSING]
    if len(missing) < _LACKS_MUCH or not isinstance(parsed.data, dict):
        return list(problems)
    fix = f"If it says only what differs, write as its first line:  {ONLY_CHANGES}: yes"
    name = find_nearest(ONLY_CHANGES, map(str, parsed.data), near=_NEAR)
    place = parsed.place((name,) if name else (), of_key=True)
    message = "This file takes the place of the one below it, and much of that is missing."
    if name:
        message = f"“{name}” is not a name that can be used here."
        fix = f"Did you mean “{ONLY_CHANGES}”?"
    one = Problem(place, MISSING, message, fix)
    return [one, *(p for p in problems if p not in missing and (p.place != place or not name))]
