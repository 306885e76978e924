"""What each activity adds to a relationship on a day: weighted, and decayed since it ended."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from atase.measures.dyads import dyads
from atase.measures.levels import levelled
from atase.measures.select import FRICTION, PLANS, known, last_day
from atase.measures.weights import Weights


def points(frames: dict[str, pl.DataFrame], on: date, weights: Weights, codes: Sequence[str] = ()) -> pl.DataFrame:
    """One row for each pair of parties and activity that counts between them on the day `on`.

    points = weight of instrument, depth or rank, stage and level x 0.5 ^ (age / half-life). An activity
    ages from its first day, or from its `end` where a source tells one (an agreement in force does not
    age); a plan without a day from its newest source, and one that was first told of after `on` does not
    count. An undated deed cannot age: it counts nothing, and its points are null.

    Returns:
        `a`, `b` (see `atase.measures.dyads.dyads`), `instrument`, `friction` (whether it is), `points` and
        `identity` (a hash of the activity's identifier), sorted by pair and identity: a sum of floats
        depends on their order.
    """
    plan = pl.col("stage").is_in(PLANS)
    told = ~plan | (pl.col("reported") <= on).fill_null(True)
    counted = known(frames["activities"], on).filter(told)
    since = pl.when(plan).then(pl.coalesce("day", "reported")).otherwise(pl.col("day"))
    until = pl.when(pl.col("end").is_not_null()).then(pl.min_horizontal(last_day("end"), pl.lit(on)))
    age = (pl.lit(on) - pl.max_horizontal("since", "until")).dt.total_days().clip(lower_bound=0)
    scored = (
        levelled(counted.with_columns(since=since, until=until))
        .join(weights.worth(), on=["instrument", "depth"], how="left", nulls_equal=True)
        .select(
            "activity",
            "instrument",
            "group",
            "parties",
            friction=pl.col("group") == FRICTION,
            points=pl.when(pl.col("since").is_not_null()).then(
                pl.col("worth")
                * _factor("stage", weights.stage)
                * _factor("level", weights.level)
                * 0.5 ** (age / pl.col("half_life"))
            ),
        )
    )
    weighty = scored.filter((pl.col("points") > 0).fill_null(True))
    rows = dyads(frames, weighty, codes).with_columns(identity=pl.col("activity").hash())
    return rows.select("a", "b", "instrument", "friction", "points", "identity").sort("a", "b", "identity")


def _factor(column: str, factors: Mapping[str, float]) -> pl.Expr:
    return pl.col(column).replace_strict(factors, default=None, return_dtype=pl.Float64)
