"""Dates known to the day, the month or the year, as ISO 8601 strings of reduced precision.

`2024-05-17`, `2024-05` and `2024` are all dates here; a date that a text does not tell is None.
A string keeps the precision that a source gave, which a `datetime.date` would lose.
"""

import re
from calendar import monthrange
from datetime import date

from atase.errors import AtaseError

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def check(text: str) -> str:
    """Return `text` when it is a date of any precision.

    Raises:
        AtaseError: it is not, or no such day exists.
    """
    first_day(text)
    return text


def first_day(text: str) -> date:
    """The first day that a date of any precision covers.

    Raises:
        AtaseError: `text` is no date.
    """
    return _bounds(text)[0]


def last_day(text: str) -> date:
    """The last day that a date of any precision covers.

    Raises:
        AtaseError: `text` is no date.
    """
    return _bounds(text)[1]


def agree(a: str, b: str) -> bool:
    """Whether two dates may be the same day: they agree as far as the coarser of the two goes."""
    return a.startswith(b) or b.startswith(a)


def _bounds(text: str) -> tuple[date, date]:
    match = _FORM.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None  # noqa: S101  the pattern always has it
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, IndexError) as error:
        raise AtaseError(f"not a date: {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD") from error
