"""What the model found wrong, told to a trainer: each with a place and a fix."""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from pydantic import ValidationError

from generator.model.yaml_model import Loc, YamlModel
from generator.problem import Problem
from generator.reader.model_errors import out_of_limits, wrong_name, wrong_type, wrong_value
from generator.reader.model_errors.refusal import Refusal
from generator.reader.yaml_text import ParsedFile

__all__ = ["find_problems"]

_EXPLANATIONS: Mapping[str, Callable[[Refusal], Iterator[Problem]]] = {
    "bool_type": wrong_value.explain_switch,
    "date_type": wrong_value.explain_date,
    "dict_type": wrong_type.explain_group,
    "enum": wrong_value.explain_choice,
    "greater_than_equal": wrong_value.explain_range,
    "int_type": wrong_value.explain_number,
    "less_than_equal": wrong_value.explain_range,
    "model_type": wrong_type.explain_group,
    "need_one_of": out_of_limits.explain_need,
    "string_pattern_mismatch": out_of_limits.explain_slug,
    "string_too_long": out_of_limits.explain_long_text,
    "string_too_short": wrong_type.explain_empty,
    "string_type": wrong_type.explain_text,
    "too_long": out_of_limits.explain_long_list,
    "too_short": out_of_limits.explain_short_list,
    "tuple_type": wrong_type.explain_list,
}


def find_problems(
    error: ValidationError, source: ParsedFile, model: type[YamlModel]
) -> Iterator[Problem]:
    """Report each thing that the model refused, in the trainer's words."""
    refusals = [
        Refusal(
            kind=detail["type"],
            loc=cast(Loc, tuple(detail["loc"])),
            value=detail["input"],
            source=source,
            model=model,
            limits=detail.get("ctx", {}),
        )
        for detail in error.errors(include_url=False)
    ]
    for problem in _explain(refusals):
        # What was mended by a guess may say something else than the trainer meant.
        if problem.place.line not in source.guessed_lines:
            yield problem


def _explain(refusals: list[Refusal]) -> Iterator[Problem]:
    unknown = [one for one in refusals if one.kind == "extra_forbidden"]
    missing = [one.loc for one in refusals if one.kind == "missing"]
    for refusal in refusals:
        if refusal.loc[-1:] == ("<<",):  # told when the file was read
            continue
        if refusal.kind == "extra_forbidden":
            beside = [str(loc[-1]) for loc in missing if loc[:-1] == refusal.loc[:-1]]
            yield wrong_name.find_unknown(refusal, beside)
        elif refusal.kind == "missing":
            if not refusal.source.broken:
                yield from wrong_name.find_missing(refusal, unknown)
        elif refusal.loc or not refusal.source.problems:  # else the file has been told about
            yield from _EXPLANATIONS.get(refusal.kind, out_of_limits.explain_other)(refusal)
