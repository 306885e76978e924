"""Years, quarters and months of a panel."""

import re
from typing import Literal

import polars as pl

from atase.errors import AtaseError
from atase.i18n import _

Period = Literal["year", "quarter", "month"]
LENGTH = {"year": "1y", "quarter": "1q", "month": "1mo"}


def keys(period: Period) -> list[str]:
    """The columns that tell a period: `year`, and `quarter` or `month`."""
    return ["year"] if period == "year" else ["year", period]


def span(years: str) -> tuple[int, int]:
    """The first and last year of `1980:2025`, or of one year alone.

    Raises:
        AtaseError: it is not written so, or the last is before the first.
    """
    found = re.fullmatch(r"(\d{4})(?::(\d{4}))?", years.strip())
    if found is None or (found[2] or found[1]) < found[1]:
        raise AtaseError(_("years {years!r}: write the first and the last, such as 1980:2025").format(years=years))
    return int(found[1]), int(found[2] or found[1])


def periods(years: str, period: Period) -> pl.DataFrame:
    """A row each period: `year` (and `quarter` or `month`), `first` and `last` day."""
    first, last = span(years)
    days = pl.date_range(pl.date(first, 1, 1), pl.date(last, 12, 31), LENGTH[period], eager=True).alias("first")
    return pl.DataFrame(days).select(
        *named(pl.col("first"), period), "first", last=pl.col("first").dt.offset_by(LENGTH[period]).dt.offset_by("-1d")
    )


def named(day: pl.Expr, period: Period) -> list[pl.Expr]:
    """The columns that tell the period in which a day falls."""
    told = {"year": day.dt.year(), "quarter": day.dt.quarter(), "month": day.dt.month()}
    return [told[key].alias(key) for key in keys(period)]
