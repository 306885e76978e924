"""Where a relationship stands between cooperation, competition and conflict."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from atase.measures.dyads import asked
from atase.measures.intensity import Frames, counts
from atase.measures.points import points
from atase.measures.resample import bounds, drawn, listed
from atase.measures.weights import Weights, weights

EDGE = 1 / 3
"""Where competition ends, on either side of the middle."""


def balance(frames: Frames, on: date, codes: Sequence[str] = (), by: Weights | None = None) -> pl.DataFrame:
    """Where a relationship stands between conflict and cooperation.

    position = (intensity - tension) / (intensity + tension), from -1 (nothing but friction) to 1
    (nothing but cooperation); every relation may hold both (Holsti's spectrum).

    Returns:
        `a`, `b`, `position`, `lower`, `upper` (as in `intensity`), `stance` (conflict below -1/3,
        cooperation above 1/3, competition between), `intensity`, `tension` (points), `n` (activities),
        `undated`. Null where the register knows nothing. Where no friction is known the position is 1
        in every draw: an interval cannot tell of friction that no source reports.
    """
    rows = points(frames, on, by or weights(), codes)
    friction, told = pl.col("friction"), pl.col("points").fill_null(0.0)
    sides = rows.with_columns(friendly=told * ~friction, hostile=told * friction)
    sums = sides.group_by("a", "b", maintain_order=True).agg(
        intensity=pl.col("friendly").sum(), tension=pl.col("hostile").sum(), **counts()
    )
    sums = pl.concat([sums, drawn(sides, c="friendly", f="hostile")], how="horizontal")
    place = position(pl.col("intensity"), pl.col("tension"))
    lower, upper = bounds(position(listed("c"), listed("f")))
    figures = {"position": place, "lower": lower, "upper": upper, "stance": _stance(place)}
    dated = pl.col("n") > 0
    found = sums.select(
        pl.col("a", "b").cast(pl.String),
        *(pl.when(dated).then(value).alias(name) for name, value in figures.items()),
        "intensity",
        "tension",
        "n",
        "undated",
    )
    return asked(found.sort("position", "a", "b", descending=[True, False, False], nulls_last=True), codes)


def position(friendly: pl.Expr, hostile: pl.Expr) -> pl.Expr:
    """Between nothing but friction, -1, and nothing but cooperation, 1."""
    return (friendly - hostile) / (friendly + hostile)


def _stance(position: pl.Expr) -> pl.Expr:
    return (
        pl.when(position > EDGE)
        .then(pl.lit("cooperation"))
        .when(position < -EDGE)
        .then(pl.lit("conflict"))
        .otherwise(pl.lit("competition"))
    )
