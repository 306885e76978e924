"""Dates of mixed precision from a dataset's cells."""

import re

from atase import when
from atase.datasets.outcome import RefusedError
from atase.errors import AtaseError
from atase.i18n import _

_AMERICAN = re.compile(r"(\d{1,2}|xx)(?:[/.]|(?=xx))(\d{1,2}|xx)(?:[/.]|(?<=xx))(\d{4}|\d{2})")


def date(year: str, month: str = "", day: str = "") -> str | None:
    """The ISO date as far as its parts are numbers: `1980`, `xx` and `14` is 1980. None without a year.

    Raises:
        RefusedError: there is no such day.
    """
    parts = [f"{int(year):04}"] if year.isdecimal() else []
    for part in (month, day):
        if not parts or not part.isdecimal():
            break
        parts.append(f"{int(part):02}")
    if not parts:
        return None
    try:
        return when.check("-".join(parts))
    except AtaseError as error:
        raise RefusedError(_("no such day"), "-".join(parts)) from error


def american(text: str) -> str | None:
    """The ISO date of `1/29/01` or `1/29/2001`, this century's where the year has two digits.

    `xx` for the day or month reduces the precision, and its slashes may be missing (`11/xx2002`). None for an
    empty text or one whose year is unknown.

    Raises:
        RefusedError: it is no such date.
    """
    if not text or text.endswith("xxxx"):
        return None
    if not (match := _AMERICAN.fullmatch(text)):
        raise RefusedError(_("no date of the form month/day/year"), text)
    month, day, year = match.groups()
    return date(year if len(year) == 4 else f"20{year}", month, day)


def iso(text: str) -> str | None:
    """A date that is written as ISO 8601 already, or without its hyphens; None for "".

    Raises:
        RefusedError: it is none.
    """
    bare = text.replace("-", "")
    if text and not (bare.isdecimal() and len(bare) == 8):
        raise RefusedError(_("no ISO date"), text)
    return date(bare[:4], bare[4:6], bare[6:])
