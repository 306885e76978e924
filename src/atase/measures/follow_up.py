"""What became of promises: whether they are kept, how soon, and by whom."""

from datetime import date

import polars as pl

from atase.measures.promises import by_partner, keepers
from atase.measures.select import DEEDS, PLANS, cooperation, deeds, first_day, known

Frames = dict[str, pl.DataFrame]
OFF = ("suspended", "cancelled")


def follow_up(frames: Frames, a: str, on: date, b: str | None = None) -> pl.DataFrame:
    """Every promise of a party, or of a pair, and what became of it by the day `on`.

    A promise is cooperation that some source told of as proposed or planned. It is *kept* where the same
    activity, or another one that keeps it (`atase.measures.promises`), has happened since; *called off* where it
    was suspended or cancelled; else *open*.

    Returns:
        `activity`, `instrument`, `parties`, `since` (day of the first source that tells of the plan; null
        where none is dated), `until` (day of the deed or of the newest word of its end, or `on` where it is open),
        `days` (between them; null where one is not known) and `outcome` (kept, called_off, open).
    """
    mine = cooperation(known(frames["activities"], on).filter(pl.col("parties").list.contains(a)))
    if b is not None:
        mine = mine.filter(pl.col("parties").list.contains(b))
    told = mine.join(_first_told(frames), on="activity", how="left").filter(
        (pl.col("since") <= on) | (pl.col("since").is_null() & pl.col("stage").is_in(PLANS))
    )
    promised = told.filter(pl.col("stage").is_in(PLANS))
    kept = keepers(by_partner(promised, a, b), by_partner(deeds(mine), a, b))
    stage = pl.col("stage")
    happened = stage.is_in(DEEDS)
    until = pl.when(happened).then("day").when(stage.is_in(OFF)).then("reported").otherwise("kept")
    outcome = (
        pl.when(happened | pl.col("kept").is_not_null())
        .then(pl.lit("kept"))
        .when(stage.is_in(OFF))
        .then(pl.lit("called_off"))
        .otherwise(pl.lit("open"))
    )
    return (
        told.join(kept, on="activity", how="left")
        .with_columns(outcome=outcome)
        .with_columns(until=pl.when(pl.col("outcome") == "open").then(pl.lit(on)).otherwise(until))
        .select(
            "activity",
            "instrument",
            "parties",
            "since",
            "until",
            days=(pl.col("until") - pl.col("since")).dt.total_days().clip(lower_bound=0),
            outcome="outcome",
        )
        .sort("since", "activity", nulls_last=True)
    )


def completion(promised: pl.DataFrame, by: str, a: str | None = None) -> pl.DataFrame:
    """How many promises are kept and how long that takes, by instrument or partner.

    Args:
        promised: what `follow_up` gives.
        by: `instrument` or `partner`.
        a: the party whose partners are meant, where `by` is `partner`.

    Returns:
        The column `by`, `n` (promises), `kept`, `called_off`, `open`, `rate` (kept / n, between 0 and 1) and
        `median`: the days after which half of the promises are kept, by the estimator of Kaplan and Meier
        (1958), to which open and abandoned promises are censored; null where fewer than half are.
    """
    rows = promised
    if by == "partner":
        rows = promised.explode("parties").rename({"parties": "partner"}).filter(pl.col("partner") != (a or ""))
    outcomes = {name: (pl.col("outcome") == name).sum().cast(pl.Int64) for name in ("kept", "called_off", "open")}
    counts = rows.group_by(by).agg(n=pl.len().cast(pl.Int64), **outcomes)
    return (
        counts.with_columns(rate=pl.col("kept") / pl.col("n"))
        .join(_medians(rows, by), on=by, how="left")
        .sort("n", by, descending=[True, False])
    )


def _medians(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    """Kaplan and Meier's median of `days` until kept: where the curve of those who still wait first is 1/2 or less."""
    steps = (
        rows.drop_nulls("days")
        .group_by(by, "days")
        .agg(events=(pl.col("outcome") == "kept").sum(), leaving=pl.len())
        .sort(by, "days")
        .with_columns(at_risk=pl.col("leaving").cum_sum(reverse=True).over(by))
        .with_columns(waiting=(1 - pl.col("events") / pl.col("at_risk")).cum_prod().over(by))
    )
    return steps.filter(pl.col("waiting") <= 0.5 + 1e-12).group_by(by).agg(median=pl.col("days").min())


def _first_told(frames: Frames) -> pl.DataFrame:
    """For each activity that some source told of as a plan: the first day of the first such source."""
    dated = frames["sources"].select("source", told=first_day("date"))
    plans = frames["reports"].filter(pl.col("stage").is_in(PLANS)).join(dated, on="source")
    return plans.group_by("activity").agg(since=pl.col("told").min())
