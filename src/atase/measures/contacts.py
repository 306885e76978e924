"""When two parties last met, and when they will meet next, by the rank of those who met."""

from datetime import date

import polars as pl

from atase.codebook import instruments
from atase.measures.select import CONTACTS, between, deeds, known, plans


def contacts(activities: pl.DataFrame, a: str, b: str, on: date) -> pl.DataFrame:
    """Last and next contact of each rank: visits and dialogues in which both parties take part.

    *Last* is the contact that happened on the latest day up to `on`; *next* the planned or proposed
    one whose day comes first and has not passed. Undated contacts can be neither. Contact by rank is
    the first of the activities that Cottey & Forster (2004) list; ranks are the codebook's depth
    scale of the instrument.

    Returns:
        One row for each of `when` ("last", "next") and `depth` (null where no source tells the rank),
        highest rank first, with the columns of `atase.schema.ACTIVITIES` for the activity that it is.
    """
    met = between(known(activities, on), a, b).filter(pl.col("instrument").is_in(CONTACTS))
    last = deeds(met).filter(pl.col("day") <= on).sort("day", "activity", descending=[True, False])
    coming = plans(met).filter(pl.col("until") >= on).sort("day", "activity")
    found = pl.concat(
        frame.unique("depth", keep="first", maintain_order=True).select(pl.lit(when).alias("when"), *activities.columns)
        for when, frame in (("last", last), ("next", coming))
    )
    return found.sort("when", _rank(), descending=[False, True], nulls_last=True, maintain_order=True)


def _rank() -> pl.Expr:
    """The place of `depth` on the scale of ranks, 0 for the lowest; null where it is not told."""
    levels = {level.code: place for code in CONTACTS for place, level in enumerate(instruments()[code].depth)}
    return pl.col("depth").replace_strict(levels, default=None, return_dtype=pl.Int64)
