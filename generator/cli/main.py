"""The `guidebook` command and its subcommands."""

import errno
import gc

import click

from generator.cli.adopt import adopt, drop
from generator.cli.build import build
from generator.cli.changes_command import show_changes
from generator.cli.check_command import check
from generator.cli.due import show_due
from generator.cli.edit import edit
from generator.cli.explain import explain
from generator.cli.fix import fix
from generator.cli.format_command import format_files
from generator.cli.hand_in_command import hand_in_change
from generator.cli.new import new
from generator.cli.paper import print_paper
from generator.cli.pictures import take_pictures
from generator.cli.rename import rename
from generator.cli.reviewed import confirm_review
from generator.cli.schema import show_schema
from generator.cli.show import show
from generator.cli.upgrade import upgrade
from generator.cli.write import write


class _Commands(click.Group):
    """Reports a file that cannot be read or written in one line."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE or error.filename is None:
                raise
            raise click.ClickException(
                f"{error.filename} cannot be read or written: {error.strerror}. Close it in other"
                " programs, and check that you may change it."
            ) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="guidebook")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn playbooks written in YAML into a searchable guidebook.

    \b
    Example:
      guidebook check
      guidebook build
    """
    # A run makes many values and drops few: looking for circles of them took a fifth of its time.
    gc.disable()
    context.call_on_close(gc.enable)


_COMMANDS = (
    new,
    edit,
    adopt,
    drop,
    show,
    upgrade,
    rename,
    check,
    fix,
    format_files,
    explain,
    build,
    write,
    print_paper,
    show_changes,
    take_pictures,
    show_due,
    confirm_review,
    hand_in_change,
    show_schema,
)
for _command in _COMMANDS:
    main.add_command(_command)
