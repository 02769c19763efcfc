"""`guidebook hand-in`: hand a change to those who publish it, without knowing git."""

from pathlib import Path

import click

from generator.adapters import hand_in, whole_check
from generator.adapters.commit import Author
from generator.adapters.hand_in import CommitHandIn, Committed, FileHandIn
from generator.cli import common, options
from generator.problem import GuidebookError


@click.command("hand-in")
@click.argument(
    "directory", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--message", "-m", default=None, help="What the change is called.")
@click.option("--branch", default="", metavar="NAME", help="Hand in on this branch, or a new one.")
@click.option("--author", "written", default=None, metavar="“NAME <ADDRESS>”", help="Who you are.")
@click.option("--show", "only_show", is_flag=True, help="Show the change, and hand in nothing.")
@click.option("--by-file", is_flag=True, help="Make a file to send by e-mail, even under git.")
@click.option("--with-errors", is_flag=True, help="Hand in although the check finds errors.")
@click.option("--yes", is_flag=True, help="Hand in without asking.")
@options.house_option
def hand_in_change(
    directory: Path,
    message: str | None,
    branch: str,
    written: str | None,
    only_show: bool,
    by_file: bool,
    with_errors: bool,
    yes: bool,
    house: Path | None,
) -> None:
    """Show what you changed, item by item, and hand it in.

    Under git, your files go into a commit on a branch of yours, which is sent to where the others
    find it; without a place to send it to, you get a patch file. Without git, you get a zip to send
    by e-mail. Nothing of anybody else's is touched.

    \b
    Example:
      guidebook hand-in
      guidebook hand-in --show
      guidebook hand-in --yes --message "New wording for the till"
    """
    found = common.find_project(directory, house=house)
    checked = whole_check.run(found)
    try:
        one = hand_in.prepare(found, checked.reading, by_file=by_file)
        if not one.proposal.files:
            _report_nothing(one, asks=not yes)
            return
        click.echo(one.proposal.write_text())
        if only_show:
            click.echo(f"It would be called:\n\n{message or one.proposal.message}", nl=False)
            return
        if checked.errors and not with_errors:
            common.stop(
                checked.errors,
                checked.reading,
                "Nothing was handed in. Fix the errors, or hand in all the same: --with-errors",
            )
        if isinstance(one, FileHandIn):
            _pack(one, _ask_message(one, message, yes=yes), yes=yes)
        else:
            _commit(one, _ask_message(one, message, yes=yes), branch, written, yes=yes)
    except GuidebookError as error:
        raise click.ClickException(str(error)) from error


def _report_nothing(one: CommitHandIn | FileHandIn, *, asks: bool) -> None:
    """Say that nothing changed; what was not sent the last time is sent now."""
    if isinstance(one, FileHandIn):
        click.echo(
            "From now on a copy of each file as it was is kept in .guidebook/before. Change"
            " something, and hand it in."
            if one.is_first
            else "Nothing has changed since you handed in last."
        )
    elif one.unsent:
        what = "is sent now" if one.repository.remote else "becomes a file to send now"
        click.echo(f"Nothing has changed since; what you handed in last {what}.")
        _report(one.send(one.repository.branch, asks=asks))
    else:
        click.echo("Nothing has changed since the last commit.")


def _ask_message(one: CommitHandIn | FileHandIn, message: str | None, *, yes: bool) -> str:
    if message is not None:
        return _refuse_empty(message)
    proposed = one.proposal.message
    if yes:
        return proposed
    first, _, more = proposed.partition("\n")
    typed = _refuse_empty(click.prompt("What is it called?", default=first))
    return f"{typed}\n{more}"


def _refuse_empty(message: str) -> str:
    if not message.strip():
        raise GuidebookError("The message is empty. Say in a few words what you changed.")
    return message


def _pack(one: FileHandIn, message: str, *, yes: bool) -> None:
    if yes or click.confirm("Make a file to send?", default=True):
        path = one.pack(message)
        click.echo(f"Send this file by e-mail to whoever publishes the guidebook:\n  {path}")
        click.echo("How the files were before is kept in .guidebook/before.")
    else:
        click.echo("Nothing was handed in.")


def _commit(
    one: CommitHandIn, message: str, branch: str, written: str | None, *, yes: bool
) -> None:
    target = one.choose_branch(message, branch)
    author = _find_author(one, written, yes=yes)
    where = f" and send it to “{one.repository.remote}”" if one.repository.remote else ""
    count = len(one.proposal.files)
    files = f"{count} file{'' if count == 1 else 's'}"
    if yes or click.confirm(f"Commit {files} on the branch “{target}”{where}?", default=True):
        _report(one.commit(message, branch=target, author=author, asks=not yes))
    else:
        click.echo("Nothing was handed in.")


def _find_author(one: CommitHandIn, written: str | None, *, yes: bool) -> Author:
    author = Author.read(written) if written else one.author
    if author.name and author.email:
        return author
    if yes:
        raise GuidebookError(
            "git does not know who you are. Tell it once:\n"
            '  git config --global user.name "Your name"\n'
            '  git config --global user.email "you@example.com"\n'
            'Or for this time: --author "Your name <you@example.com>"'
        )
    click.echo("git does not know who you are.")
    name = author.name or click.prompt("Your name")
    return Author(name, author.email or click.prompt("Your e-mail address"))


def _report(done: Committed) -> None:
    click.echo(f"Handed in on the branch “{done.branch}”.")
    if done.sent and done.sent.fault:
        click.echo(f"It could not be sent, and is kept here. {done.sent.fault}", err=True)
        click.echo("Then run “guidebook hand-in” again, or send this file instead:", err=True)
        click.echo(f"  {done.patch}", err=True)
        raise click.exceptions.Exit(1)
    if done.patch:
        click.echo(f"Send this file by e-mail; “git am” takes it in:\n  {done.patch}")
    elif done.sent and done.sent.address:
        click.echo(f"Go on here, to ask for it to be taken in:\n  {done.sent.address}")
    click.echo("What you change next is added to that branch, until it has been taken in.")
