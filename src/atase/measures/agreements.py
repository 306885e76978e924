"""Which agreements bind two parties, as far as the dates in the sources tell."""

from datetime import date

import polars as pl

from atase.measures.select import DEEDS, between, known, last_day

INSTRUMENTS = ("agreement", "declaration", "security_guarantee")
SOON = 365
"""Days ahead within which an agreement counts as expiring."""


def agreements(activities: pl.DataFrame, a: str, b: str, on: date) -> pl.DataFrame:
    """The agreements, declarations and guarantees between two parties, newest first, as `standing` gives them."""
    return standing(between(activities, a, b), on).sort("day", "activity", descending=[True, False], nulls_last=True)


def standing(activities: pl.DataFrame, on: date) -> pl.DataFrame:
    """The agreements, declarations and guarantees, those that end next first and those without a known end last.

    Returns:
        The columns of `atase.schema.ACTIVITIES` with `days_left` (days from `on` to the last day of
        `end`, negative once past, null where no end is known) and `status`:
        `in_force` (concluded, and its end lies ahead or no source tells one), `expiring` (its end lies
        at most 365 days ahead), `expired`, `ended` (suspended or cancelled) or `coming` (planned or
        proposed). A renewal that no source tells of would show as `expired`.
    """
    left = (last_day("end") - pl.lit(on)).dt.total_days()
    status = (
        pl.when(pl.col("stage").is_in(["suspended", "cancelled"]))
        .then(pl.lit("ended"))
        .when(~pl.col("stage").is_in(DEEDS))
        .then(pl.lit("coming"))
        .when(left < 0)
        .then(pl.lit("expired"))
        .when(left <= SOON)
        .then(pl.lit("expiring"))
        .otherwise(pl.lit("in_force"))
    )
    bound = known(activities, on).filter(pl.col("instrument").is_in(INSTRUMENTS))
    return bound.select(*activities.columns, days_left=left, status=status).sort(
        pl.col("days_left") < 0, "days_left", "day", "activity", descending=[False, False, True, False], nulls_last=True
    )
