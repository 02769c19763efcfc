"""Days as pages and papers show them."""

from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def write_day(day: date) -> str:
    """Write a day the same way on every machine, whatever its language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
