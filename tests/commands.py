"""Commands as somebody types them, in this process."""

from click.testing import CliRunner, Result

from generator.cli.main import main


def run(*arguments: str, typed: str = "") -> Result:
    """Run a command in the working folder; nobody may see a traceback, whatever it ends with."""
    result = CliRunner().invoke(main, list(arguments), input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
