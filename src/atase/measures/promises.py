"""What was proposed or planned and not heard of since."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

import polars as pl

from atase.codebook import instruments
from atase.measures.select import cooperation, deeds, known, plans


def promises(activities: pl.DataFrame, a: str, on: date, b: str | None = None) -> pl.DataFrame:
    """The open promises of a party, or of a pair: planned or proposed cooperation that no later deed keeps.

    A deed keeps a promise where a partner of `a` takes part in both, the instrument is the same or one
    that `fulfilment.toml` lists for it, the series is the same where both name one, and the deed is not
    older than the promise: its day is not before the day planned nor, where no day is planned, before
    the newest source of the promise. A promise to several partners is open until one of them keeps it.

    Returns:
        The columns of `atase.schema.ACTIVITIES`, with `silence` (whole days from `reported`, the newest
        source of the promise, to `on`; null where no source is dated) and `overdue` (whole days since
        the last day planned for; null where none is planned or it has not passed), longest silence first.
    """
    mine = known(activities, on).filter(pl.col("parties").list.contains(a))
    if b is not None:
        mine = mine.filter(pl.col("parties").list.contains(b))
    promised = cooperation(plans(mine))
    kept = keepers(by_partner(promised, a, b), by_partner(deeds(mine), a, b))
    overdue = (pl.lit(on) - pl.col("until")).dt.total_days()
    return (
        promised.join(kept, on="activity", how="anti")
        .select(
            *activities.columns,
            silence=(pl.lit(on) - pl.col("reported")).dt.total_days().clip(lower_bound=0),
            overdue=pl.when(overdue > 0).then(overdue),
        )
        .sort("silence", "activity", descending=[True, False], nulls_last=True)
    )


def by_partner(activities: pl.DataFrame, a: str, b: str | None) -> pl.DataFrame:
    """One row for each activity and partner of `a` in it, or the partner `b` alone."""
    rows = activities.select("activity", "instrument", "series", "day", "reported", partner="parties").explode(
        "partner"
    )
    return rows.filter(pl.col("partner") == b if b is not None else pl.col("partner") != a)


def keepers(promised: pl.DataFrame, done: pl.DataFrame) -> pl.DataFrame:
    """The promises that a deed keeps: `activity` and `kept`, the day of the first such deed."""
    pairs = (
        promised.join(_fulfilment(), on="instrument")
        .join(done, left_on=["partner", "by"], right_on=["partner", "instrument"], suffix="_done")
        .with_columns(since=pl.coalesce("day", "reported"))
    )
    same_series = (pl.col("series") == pl.col("series_done")).fill_null(True)
    keeping = pairs.filter(same_series, pl.col("day_done") >= pl.col("since"))
    return keeping.group_by("activity").agg(kept=pl.col("day_done").min())


@cache
def _fulfilment() -> pl.DataFrame:
    """Pairs of a promise's instrument and the instrument `by` which it may be kept."""
    listed = tomllib.loads(files("atase.measures").joinpath("fulfilment.toml").read_text("utf-8"))
    pairs = [(code, by) for code in instruments() for by in (code, *listed.get(code, ()))]
    return pl.DataFrame(pairs, schema=["instrument", "by"], orient="row")
