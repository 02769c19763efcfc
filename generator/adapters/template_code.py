"""Templates as Python runs them, kept beside the modules of the program as Python keeps theirs.

It is code, so it is never looked for in the folder of a guidebook: whoever may write there could
have it run. To read the templates anew took a tenth of a build after one edit.
"""

import marshal
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.adapters import folder, input_digest

_Known = dict[str, tuple[str, CodeType]]
"""Code by the name of its template, with the digest of that."""

_DIGEST = len(sha256().digest())


def find_place() -> Path:
    """The file that it is kept in."""
    return Path(cache_from_source(str(input_digest.PACKAGE / "templates.py"))).with_suffix(".code")


@dataclass
class TemplateCode:
    """What is known from earlier runs of the same program."""

    place: Path
    known: _Known = field(default_factory=dict)
    _is_new: bool = field(default=False, init=False)

    @classmethod
    def read(cls, place: Path) -> "TemplateCode":
        """What is kept in a file; nothing, if it is not whole, or of another program."""
        content = b""
        with suppress(OSError):
            content = place.read_bytes()
        seal, body = content[:_DIGEST], content[_DIGEST:]
        known = marshal.loads(body) if seal == _seal(body) else {}  # noqa: S302  # our own, as above
        return cls(place, known)

    def open(self, kind: str) -> BytecodeCache:
        """What an environment of a `kind` takes and adds to; those of a kind read alike."""
        return _CodeCache(self, kind)

    def take(self, bucket: Bucket, name: str) -> None:
        """Fill a bucket, if its template is known."""
        digest, code = self.known.get(name, ("", None))
        bucket.code = code if digest == bucket.checksum else None

    def add(self, bucket: Bucket, name: str) -> None:
        """Add what was made of a template."""
        assert bucket.code is not None  # noqa: S101  # it was made just now
        self.known[name] = bucket.checksum, bucket.code
        self._is_new = True

    def keep(self) -> None:
        """Keep all for the next run, where Python may do so with modules.

        A folder that cannot be written costs the next run time, and nothing else.
        """
        if self._is_new and not sys.dont_write_bytecode:
            body = marshal.dumps(self.known)
            folder.keep(self.place, _seal(body) + body)


@dataclass(eq=False)
class _CodeCache(BytecodeCache):
    code: TemplateCode
    kind: str

    def load_bytecode(self, bucket: Bucket) -> None:
        self.code.take(bucket, f"{self.kind} {bucket.key}")

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code.add(bucket, f"{self.kind} {bucket.key}")


def _seal(body: bytes) -> bytes:
    return sha256(input_digest.find_program().encode() + body).digest()
