"""Which activities a measure counts: what is known on a day, between whom, and whether it is a deed.

Every measure starts here, so that all of them count alike.
"""

from datetime import date

import polars as pl

DEEDS = ("done", "underway")
PLANS = ("planned", "proposed")
CONTACTS = ("visit", "dialogue")
FRICTION = "friction"


def known(activities: pl.DataFrame, on: date) -> pl.DataFrame:
    """The activities that count on the day `on`, with a column `until`: the last day that `date` covers.

    What a person rejected never counts, nor does a deed that is dated after `on`. An activity of
    which only the year is known counts from the first day of that year.
    """
    return activities.with_columns(until=last_day("date")).filter(
        pl.col("state") != "rejected",
        (~pl.col("stage").is_in(DEEDS) | (pl.col("day") <= on)).fill_null(True),  # undated deeds stay
    )


def last_day(column: str) -> pl.Expr:
    """The last day that an ISO 8601 date of reduced precision covers: `2024-02` gives 2024-02-29."""
    text = pl.col(column)
    return pl.coalesce(
        text.str.to_date("%Y-%m-%d", strict=False),
        (text + "-01").str.to_date("%Y-%m-%d", strict=False).dt.month_end(),
        (text + "-12-31").str.to_date("%Y-%m-%d", strict=False),
    )


def first_day(column: str) -> pl.Expr:
    """The first day that an ISO 8601 date of reduced precision covers: `2024-02` gives 2024-02-01."""
    text = pl.col(column)
    return pl.coalesce((text + rest).str.to_date("%Y-%m-%d", strict=False) for rest in ("", "-01", "-01-01"))


def between(activities: pl.DataFrame, *codes: str) -> pl.DataFrame:
    """The activities in which all of these parties take part."""
    return activities.filter(*(pl.col("parties").list.contains(code) for code in codes))


def deeds(activities: pl.DataFrame) -> pl.DataFrame:
    """What has happened or goes on: stages `done` and `underway`."""
    return activities.filter(pl.col("stage").is_in(DEEDS))


def plans(activities: pl.DataFrame) -> pl.DataFrame:
    """What is promised: stages `planned` and `proposed`."""
    return activities.filter(pl.col("stage").is_in(PLANS))


def cooperation(activities: pl.DataFrame) -> pl.DataFrame:
    """Everything but friction."""
    return activities.filter(pl.col("group") != FRICTION)


def dated(frames: dict[str, pl.DataFrame], since: date | None, until: date) -> dict[str, pl.DataFrame]:
    """The frames with the activities alone whose first day lies in the span; undated ones are left out."""
    day = pl.col("day")
    inside = day.is_between(since, until) if since else day <= until
    return frames | {"activities": frames["activities"].filter(inside)}
