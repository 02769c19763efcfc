"""What `guidebook check` says about problems, for people."""

from collections.abc import Mapping, Sequence

from generator.problem import Problem, Severity
from generator.views import problem_report


def write_text(
    problems: Sequence[Problem],
    texts: Mapping[str, str],
    *,
    about: str = "",
    colour: bool,
    notes: bool = False,
    strict: bool = False,
    leaves_papers: bool,
) -> str:
    """Every problem, where to read more, what else there is to say `about` it, and the verdict."""
    return "".join(
        (
            problem_report.write_text(problems, texts, colour=colour, notes=notes),
            _write_remedies(problems),
            about,
            "Whether a paper is too full, a build sees, or: guidebook check --papers\n"
            if leaves_papers
            else "",
            problem_report.write_verdict(problems, strict=strict),
        )
    )


def write_each(
    own: Mapping[str, Sequence[Problem]], texts: Mapping[str, str], *, leaves_papers: bool
) -> dict[str, tuple[str, str]]:
    """What a check of each file says, without colour and with it, given its own problems."""

    def write(problems: Sequence[Problem]) -> tuple[str, str]:
        plain, coloured = (
            write_text(problems, texts, colour=colour, leaves_papers=leaves_papers)
            for colour in (False, True)
        )
        return plain, coloured

    sound = write(())
    return {name: write(problems) if problems else sound for name, problems in own.items()}


def _write_remedies(problems: Sequence[Problem]) -> str:
    out = ""
    if problems:
        worst = next((one for one in problems if one.severity is Severity.ERROR), problems[0])
        out = f"More about a rule: guidebook explain {worst.rule.id}\n"
        if count := sum(one.repair is not None for one in problems):
            out += f"{count} can be fixed without a choice: guidebook fix\n"
    return out
