"""Dates as people write them."""

import calendar
import re
from datetime import date

_MONTHS = [name.lower() for name in calendar.month_name]
_WANTED = "{where} must be a date such as 2027-03-31, but it is “%s”."
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:[T ]\d.*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_ONLY = re.compile(r"(?:([a-z]{3,9})\.?\s+(\d{4})|(\d{4})-(\d{1,2}))")


def explain_date(text: str) -> tuple[str, str]:
    """Say what is wrong with a date and what was meant, with {where} and {name} left open."""
    written = text.strip().replace("{", "(").replace("}", ")")
    message = _WANTED % " ".join(written.split())[:40]
    if match := _YEAR_FIRST.fullmatch(written):
        return _explain_numbers(message, int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.fullmatch(written):
        return _explain_year_last(message, match)
    low = written.lower()
    if match := _DAY_MONTH.fullmatch(low):
        return _explain_words(message, int(match[3]), match[2], int(match[1]))
    if match := _MONTH_DAY.fullmatch(low):
        return _explain_words(message, int(match[3]), match[1], int(match[2]))
    if match := _MONTH_ONLY.fullmatch(low):
        month = _find_month(match[1]) if match[1] else int(match[4])
        year = match[2] or match[3]
        if month and 1 <= month <= 12:
            return message, f"The day is missing. Write for example  {{name}}: {year}-{month:02}-01"
    return message, "Write the year, the month and the day in digits:  {name}: 2027-03-31"


def _explain_year_last(message: str, match: re.Match[str]) -> tuple[str, str]:
    first, second = int(match[1]), int(match[2])
    year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
    as_day_first, as_month_first = _make(year, second, first), _make(year, first, second)
    if as_day_first and as_month_first and as_day_first != as_month_first:
        return (
            message,
            f"This can be read in two ways. For {_say(as_day_first)} write "
            f"{{name}}: {as_day_first}\n"
            f"For {_say(as_month_first)} write {{name}}: {as_month_first}",
        )
    meant = as_day_first or as_month_first
    if meant:
        return message, f"If you mean {_say(meant)}, write  {{name}}: {meant}"
    return _explain_numbers(message, year, second, first)


def _explain_words(message: str, year: int, word: str, day: int) -> tuple[str, str]:
    month = _find_month(word)
    if not month:
        return message, f"Write the year, the month and the day in digits:  {{name}}: {year}-03-31"
    return _explain_numbers(message, year, month, day)


def _explain_numbers(message: str, year: int, month: int, day: int) -> tuple[str, str]:
    meant = _make(year, month, day)
    if meant:
        return message, f"If you mean {_say(meant)}, write  {{name}}: {meant}"
    swapped = _make(year, day, month)
    if swapped:
        return message, (
            f"There is no month {month}. If you mean {_say(swapped)}, write  {{name}}: {swapped}"
        )
    if 1 <= month <= 12 and year >= 1:
        last = calendar.monthrange(year, month)[1]
        name = calendar.month_name[month]
        return (
            f"{{where}} is not a day that exists: {name} {year} has {last} days, not {day}.",
            f"Look up the day, and write it like this:  {{name}}: {year:04}-{month:02}-{last}",
        )
    return message, f"There is no month {month}. Write year, month, day:  {{name}}: 2027-03-31"


def _find_month(word: str) -> int:
    return next((n for n, name in enumerate(_MONTHS) if name and name.startswith(word[:3])), 0)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _say(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
