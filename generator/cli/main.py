"""The `guidebook` command and its subcommands."""

import errno
import gc
import io
import os
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from typing import Any, NamedTuple

import click


class _Entry(NamedTuple):
    """A subcommand: where it is, and what it does in a line that fits a narrow terminal.

    It is imported when it is called: most need the whole model, which takes longer than the help.
    """

    module: str
    function: str
    summary: str


_SECTIONS = {
    "Write": {
        "new": _Entry("new", "new", "Start a guidebook of your own."),
        "edit": _Entry("edit", "edit", "Show it in the browser, and follow every save."),
        "check": _Entry("check_command", "check", "Report all problems at once."),
        "fix": _Entry("fix", "fix", "Fix what can be fixed in one way only."),
        "format": _Entry("format_command", "format_files", "Put blanks and line ends in order."),
        "explain": _Entry("explain", "explain", "Say what a rule asks for, and why."),
        "rename": _Entry("rename", "rename", "Give a playbook another name, everywhere."),
        "hand-in": _Entry("hand_in_command", "hand_in_change", "Hand a change to the publishers."),
    },
    "Publish": {
        "build": _Entry("build", "build", "Check everything, then build the site."),
        "paper": _Entry("paper", "print_paper", "Print checklists, cards and posters as PDF."),
        "export": _Entry("export", "export", "Take it to where trainers teach and staff write."),
        "mcp": _Entry("mcp_command", "serve_assistant", "Answer assistants as the pages would."),
        "write": _Entry("write", "write", "Write pages for another site generator."),
    },
    "Keep it right": {
        "learn": _Entry("learn", "learn", "Propose search words from what found nothing."),
        "due": _Entry("due", "show_due", "List the next reviews, the earliest first."),
        "reviewed": _Entry("reviewed", "confirm_review", "Write down that pages were read."),
        "changes": _Entry("changes_command", "show_changes", "Say what staff must read again."),
        "pictures": _Entry("pictures", "take_pictures", "Take pictures of pages that changed."),
    },
    "Build on another guidebook": {
        "adopt": _Entry("adopt", "adopt", "Say something otherwise in a playbook."),
        "drop": _Entry("adopt", "drop", "Leave out a playbook."),
        "show": _Entry("show", "show", "Show a playbook with the names of its items."),
        "upgrade": _Entry("upgrade", "upgrade", "Answer what has changed on both sides."),
    },
    "For editors of text": {
        "schema": _Entry("schema", "show_schema", "Print the JSON Schema of a kind of file."),
    },
}
_ENTRIES = {name: one for section in _SECTIONS.values() for name, one in section.items()}


_DAY = "SOURCE_DATE_EPOCH"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OTHERWISE = "Close it in other programs, and check that you may change it."
_REMEDIES = {
    errno.ENAMETOOLONG: "Choose a shorter name, or a folder that is not so deep.",
    errno.EEXIST: "Something else has that name: name another one.",
    errno.ENOTDIR: "Something else has the name of its folder: name another one.",
    errno.EROFS: "Nothing can be written on that disk: copy the guidebook to another one.",
}


class _Commands(click.Group):
    """Imports what is called, and reports a file that cannot be read or written in one line."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **options: Any) -> Any:
        """Run a command. Without `args`, it is a program of its own, and nothing comes after it."""
        # A run makes many values and drops few: to look for circles of them took a fifth of it.
        gc.disable()
        if args is None:
            _replace_unknown_letters()
        try:
            return super().main(args, *others, **options)
        except SystemExit as end:
            if args is None:
                _leave(end)
            raise
        finally:
            gc.enable()

    def list_commands(self, _: click.Context) -> list[str]:
        return list(_ENTRIES)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name not in _ENTRIES:
            return None
        module, function, _summary = _ENTRIES[name]
        found = getattr(import_module(f"generator.cli.{module}"), function)
        assert isinstance(found, click.Command)  # noqa: S101  # the table above says so
        return found

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, _ENTRIES))
        for title, section in _SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(f"{name:{width}}", e.summary) for name, e in section.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.Abort as stopped:
            if isinstance(stopped.__context__, EOFError):  # and not Ctrl+C
                raise click.ClickException(
                    "Nobody was there to answer, so nothing was done. Run it in a terminal, or add"
                    " --yes."
                ) from stopped
            raise
        except OSError as error:
            if error.errno in _FULL:
                raise click.ClickException(
                    "There is no room left on the disk. What was there before is as it was: make"
                    " room, and try again."
                ) from error
            if error.errno == errno.EPIPE or error.filename is None:
                raise
            remedy = _REMEDIES.get(error.errno or 0, _OTHERWISE)
            raise click.ClickException(
                f"{error.filename} cannot be read or written: {error.strerror}. {remedy}"
            ) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="guidebook")
def main() -> None:
    """Turn playbooks written in YAML into a searchable guidebook.

    \b
    Example:
      guidebook check
      guidebook build
    """
    _check_day()


def _check_day() -> None:
    """Refuse a day that builds are to take for today and that is none, such as “yesterday”."""
    written = os.environ.get(_DAY, "")
    if not written:
        os.environ.pop(_DAY, None)  # set to nothing, it would be none to MkDocs
        return
    try:
        is_time = written.isdecimal() and bool(datetime.fromtimestamp(int(written), UTC))
    except (ValueError, OverflowError, OSError):
        is_time = False
    if not is_time:
        raise click.UsageError(
            f"{_DAY} is “{written}”, which is no time. Write the seconds since 1970, or nothing."
        )


def _replace_unknown_letters() -> None:
    """Write “?” for a letter that a file or program which is written to does not know."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")


def _leave(end: SystemExit) -> None:
    """End the process at once: taking apart what a build has made takes a tenth of its time.

    What is not as usual is left to the interpreter: work that goes on, or output that is cut off.
    """
    others = (one for one in threading.enumerate() if one is not threading.current_thread())
    if not isinstance(end.code, int | None) or not all(one.daemon for one in others):
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError, AttributeError):
        return
    os._exit(end.code or 0)
