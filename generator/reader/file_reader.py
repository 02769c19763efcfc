"""Files become records of the model, and remember where everything in them is."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pydantic import ValidationError

from generator.model.yaml_model import Loc, YamlModel
from generator.problem import Place, Problem, Severity
from generator.reader import model_errors
from generator.reader.yaml_text import ParsedFile, parse, read_text
from generator.reader.yaml_text.parsed_file import Data

Model = TypeVar("Model", bound=YamlModel)


class FileReader:
    """Reads files given by their name inside the folder, and collects what is wrong with them.

    `prefix` is put before each name in problems. `texts` are what was read, by the path that
    problems show, and `parsed` the same by name, with the places of its values.
    """

    def __init__(self, prefix: str) -> None:
        """Start with nothing read."""
        self.prefix = prefix
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self.parsed: dict[str, ParsedFile] = {}

    def read(
        self, name: str, content: bytes, model: type[Model], *, path: str | None = None
    ) -> Model | None:
        """Read one file, or collect why that cannot be done. `path` is what problems show."""
        return self.read_any(name, content, lambda _: model, path=path)

    def read_any(
        self,
        name: str,
        content: bytes,
        choose: Callable[[Data], type[Model]],
        *,
        path: str | None = None,
    ) -> Model | None:
        """The same for a file whose model follows from what is in it."""
        path = self.prefix + name if path is None else path
        text, problems = read_text(path, content)
        self.problems += problems
        if text is None:
            return None
        self.texts[path] = text
        parsed = self.parsed[name] = parse(path, text)
        self.problems += parsed.problems
        model = choose(parsed.data)
        try:
            record = model.model_validate(parsed.data)
        except ValidationError as error:
            self.problems += model_errors.find_problems(error, parsed, model)
            return None
        errors = (one for one in (*problems, *parsed.problems) if one.severity is Severity.ERROR)
        return None if any(errors) else record

    def read_if_there(
        self, contents: Mapping[str, bytes], name: str, model: type[Model]
    ) -> Model | None:
        """The same for a file that may be missing."""
        return self.read(name, contents[name], model) if name in contents else None

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
            return Place(self.prefix + name)
        if offset is None:
            return parsed.place(loc, of_key=of_key)
        place = parsed.offset_place(loc, offset)
        return Place(place.path, place.line, place.column, width)
