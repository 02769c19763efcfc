"""What the command has to know about a format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.views import zip_file
from generator.views.exports.chosen import Chosen
from generator.views.exports.export_words import ExportWords

_ZIP = ".zip"


@dataclass(frozen=True, kw_only=True)
class ExportFormat:
    """A format, declared once, in the module that writes it.

    `summary` says which programs read it, `holds` what of a playbook is in it. `file` is the file
    that all of it goes into, as a zip if its name says so; without one it is a folder. Each `file`
    holds its `sign`, whatever else is in it: a zip can be read for names without unpacking it.
    `make` gives files by path, none if the chosen playbooks hold nothing of the kind. It passes
    every text through the words that it is given, which know what is not filled in. `by_channel`
    says whether it can be only what fits some channels.
    """

    name: str
    summary: str
    holds: str
    make: Callable[[Chosen, ExportWords], Mapping[str, bytes]]
    file: str = ""
    sign: bytes = b""
    by_channel: bool = False

    def is_own(self, content: bytes) -> bool:
        """Whether a file may give way to a new one: it is of this format, or says nothing."""
        return not content or self.sign in content

    def pack(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The files as they are written: a zip is one file."""
        return {self.file: zip_file.pack(files)} if files and self.file.endswith(_ZIP) else files
