"""What a relationship, or one party's defence diplomacy, consists of: by character, instrument and year."""

import math
from datetime import date

import polars as pl

from atase.measures.select import between, deeds, known


def profile(activities: pl.DataFrame, on: date, *codes: str) -> pl.DataFrame:
    """Counts of the deeds in which all of `codes` take part, by year, group, instrument and state.

    Each deed counts once, in the year of its first day; characters are Syawfi's (2009) with the
    codebook's additions.

    Returns:
        `year` (null where undated), `group`, `instrument`, `state` (candidate or confirmed), `n`
        (activities). Combinations that do not occur have no row: whether that is a zero or a year that
        no source covers is told by `coverage`.
    """
    return (
        deeds(between(known(activities, on), *codes))
        .group_by(pl.col("day").dt.year().alias("year"), "group", "instrument", "state")
        .agg(n=pl.len().cast(pl.Int64))
        .sort("year", "group", "instrument", "state", nulls_last=True)
    )


def shares(counts: pl.DataFrame, by: str = "group") -> pl.DataFrame:
    """How much of a profile each group or instrument is.

    Args:
        counts: what `profile` gives.
        by: `group` or `instrument`.

    Returns:
        The column `by`, `confirmed`, `candidate`, `n` (activities; n = confirmed + candidate) and
        `share` (n over the sum of n, between 0 and 1), largest first.
    """
    return (
        counts.group_by(by)
        .agg(
            confirmed=pl.col("n").filter(pl.col("state") == "confirmed").sum(),
            candidate=pl.col("n").filter(pl.col("state") == "candidate").sum(),
            n=pl.col("n").sum(),
        )
        .with_columns(share=pl.col("n") / pl.col("n").sum())
        .sort("n", by, descending=[True, False])
    )


def breadth(counts: pl.DataFrame) -> float | None:
    """The effective number of instruments, exp(H) with Shannon's H = -sum(p ln p) over their shares.

    1 where all deeds are of one instrument, k where k instruments are used equally often; None without
    any deed. Source: Shannon (1948); as a number of equally common kinds, Hill (1973).
    """
    share = shares(counts, "instrument")["share"]
    return None if share.is_empty() else math.exp(-float((share * share.log()).sum()))
