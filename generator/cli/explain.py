"""`guidebook explain`: what a rule of the check asks for, why, and how it is right."""

import click

from generator.checks.suggestions import suggest
from generator.reader.rules import list_rules
from generator.views import rule_text


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what a rule of the check asks for, why, and how it is right.

    RULE is the name that a problem ends with, such as unknown-name. Without one, all rules are
    listed.

    \b
    Example:
      guidebook explain unknown-name
      guidebook explain
    """
    rules = list_rules()
    name = (rule or "").strip("[]")
    if not name:
        click.echo(rule_text.write_list(rules.values()), nl=False)
    elif name in rules:
        click.echo(rule_text.write_text(rules[name]), nl=False)
    else:
        guess = suggest(name, rules) or "“guidebook explain” lists them all."
        raise click.UsageError(f"There is no rule called “{name}”. {guess}")
