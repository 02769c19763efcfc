"""`guidebook edit`: see the guidebook while one writes it."""

import sys
import webbrowser
from pathlib import Path

import click

_USUAL_PORT = 8000


@click.command()
@click.argument(
    "directory", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--port",
    default=None,
    type=click.IntRange(0, 65535),
    help=f"The port to listen on; otherwise {_USUAL_PORT}, or any that is free.",
)
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@click.option(
    "--stop-after",
    default=60,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="MINUTES",
    help="Stop when nobody has looked at a page for so long.",
)
def edit(directory: Path, port: int | None, no_browser: bool, stop_after: int) -> None:
    """Show the guidebook in the browser, and follow every save.

    DIRECTORY is the folder that holds mkdocs.yml. What is wrong is shown on the page that it is
    about; what cannot be read stays as it was. Nobody but this computer can open the address.

    \b
    Example:
      guidebook edit
      guidebook edit --port 8080 --no-browser
    """
    from generator.adapters import edit_desk, editor_desk, hand_in_desk  # noqa: PLC0415  # the others do without
    from generator.adapters.edit_server import EditServer  # noqa: PLC0415  # as above
    from generator.adapters.editing import Editing  # noqa: PLC0415  # as above
    from generator.adapters.followed_project import FollowedProject  # noqa: PLC0415  # as above

    editing = Editing.start(FollowedProject(directory.absolute()))
    if editing.project.found is None:
        editing.stop()
        raise click.UsageError(editing.stage.preview.report.fault)

    hand_in_desk.keep_copies(directory.absolute())
    handing_in = hand_in_desk.HandInDesk(directory.absolute(), editing.stage)
    desk = edit_desk.join(editor_desk.open_desk(editing), handing_in.desk)

    def announce(address: str) -> None:
        click.echo(f"Open  {address}  (it works once, for one browser)")

    try:
        server = EditServer(
            editing.stage, _USUAL_PORT if port is None else port, announce=announce, desk=desk
        )
    except OSError as error:
        if port is not None:
            editing.stop()
            raise click.ClickException(
                f"Port {port} cannot be used: {error.strerror}. Name another, or none."
            ) from error
        server = EditServer(editing.stage, 0, announce=announce, desk=desk)
    server.stop_when_idle(stop_after * 60)
    server.announce_address()
    click.echo("Press Ctrl+C to stop.")
    sys.stdout.flush()
    if not no_browser:
        webbrowser.open(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        editing.stop()
        server.server_close()
    click.echo("Stopped.")
