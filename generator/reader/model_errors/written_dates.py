"""Dates as people write them."""

import calendar
import re
from datetime import date

from generator.reader.yaml_text.excerpts import shorten

_MONTHS = [name.lower() for name in calendar.month_name]
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-–/. ]\s*(\d{1,2})\s*[-–/. ]\s*(\d{1,2})(?:[t ]\d.*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-–/. ]\s*(\d{1,2})\s*[-–/. ]\s*(\d{4}|\d{2})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})"
)
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_ONLY = re.compile(r"([a-z]{3,9})\.?\s+(\d{4})|(\d{4})-(\d{1,2})|(\d{1,2})/(\d{4})")


def explain_date(where: str, name: str, text: str) -> tuple[str, str]:
    """Say what is wrong with a date, and how to write what was meant."""
    message = f"{where} must be a date such as 2027-03-31, but it is “{shorten(text, 40)}”."
    written = text.strip().lower().rstrip(".,;")
    if match := _YEAR_LAST.fullmatch(written):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return _explain_year_last(message, where, name, year, int(match[1]), int(match[2]))
    numbers = _read(written)
    if numbers:
        return _explain_numbers(message, where, name, *numbers)
    month = _read_month(written)
    if month:
        return message, f"The day is missing. Write it too, for example  {name}: {month}-01"
    return message, f"Write the year, the month and the day in digits:  {name}: 2027-03-31"


def find_certain(text: str) -> date | None:
    """The day that was meant, if there is only one, and the year has four digits."""
    written = text.strip().lower().rstrip(".,;")
    if match := _YEAR_LAST.fullmatch(written):
        year, first, second = int(match[3]), int(match[1]), int(match[2])
        found = {_make(year, second, first), _make(year, first, second)} - {None}
        return found.pop() if len(match[3]) == 4 and len(found) == 1 else None
    numbers = _read(written)
    return _make(*numbers) if numbers else None


def _read(text: str) -> tuple[int, int, int] | None:
    """Read year, month and day where their order is plain; they need not make a real day."""
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_MONTH.fullmatch(text):
        year, word, day = match[3], match[2], match[1]
    elif match := _MONTH_DAY.fullmatch(text):
        year, word, day = match[3], match[1], match[2]
    else:
        return None
    month = _find_month(word)
    return (int(year), month, int(day)) if month else None


def _read_month(text: str) -> str:
    match = _MONTH_ONLY.fullmatch(text)
    if not match:
        return ""
    year = match[2] or match[3] or match[6]
    month = _find_month(match[1]) if match[1] else int(match[4] or match[5])
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""


def _explain_year_last(
    message: str, where: str, name: str, year: int, first: int, second: int
) -> tuple[str, str]:
    day_first, month_first = _make(year, second, first), _make(year, first, second)
    if day_first and month_first and day_first != month_first:
        return message, (
            "It can be read in two ways.\n"
            f"For {_say(day_first)} write  {name}: {day_first}\n"
            f"For {_say(month_first)} write  {name}: {month_first}"
        )
    meant = day_first or month_first
    if meant:
        return message, f"If you mean {_say(meant)}, write  {name}: {meant}"
    return _explain_numbers(message, where, name, year, second, first)


def _explain_numbers(
    message: str, where: str, name: str, year: int, month: int, day: int
) -> tuple[str, str]:
    meant = _make(year, month, day)
    if meant:
        return message, f"If you mean {_say(meant)}, write  {name}: {meant}"
    swapped = _make(year, day, month)
    if swapped:
        return message, (
            f"There is no month {month}. If you mean {_say(swapped)}, write  {name}: {swapped}"
        )
    if 1 <= month <= 12 and year >= 1:
        last = calendar.monthrange(year, month)[1]
        if day < 1:
            return message, f"There is no day 0. Write for example  {name}: {year}-{month:02}-01"
        return (
            f"{where} is no real day: {calendar.month_name[month]} {year} has only {last} days.",
            f"Look up the day. The last of that month is  {name}: {year:04}-{month:02}-{last}",
        )
    return message, f"Write the year, the month (1 to 12) and the day:  {name}: 2027-03-31"


def _find_month(word: str) -> int:
    return next((n for n, name in enumerate(_MONTHS) if name and name.startswith(word[:3])), 0)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _say(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
