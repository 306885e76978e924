"""How intense a relationship is, and how tense: on one scale, with intervals."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from atase.measures.dyads import asked
from atase.measures.points import points
from atase.measures.resample import bounds, drawn, listed, place, ranked
from atase.measures.sensitivity import sensitivity
from atase.measures.weights import Weights, weights

Frames = dict[str, pl.DataFrame]


def intensity(frames: Frames, on: date, codes: Sequence[str] = (), by: Weights | None = None) -> pl.DataFrame:
    """The cooperation between parties on the day `on`: the sum of the points of their activities.

    Args:
        codes: none for every pair; one party for its partners; several for the pairs among them.
        by: the weights; those that Atase comes with otherwise.

    Returns:
        `a`, `b`, `intensity` (points; one is a bilateral visit of ministers that ends today), `lower` and
        `upper` (95 % of the draws of a Bayesian bootstrap over activities, `atase.measures.resample`),
        `n` (activities with points) and `undated` (deeds that cannot count, for nobody tells when); most
        points first. A pair that was asked for and has none is null: not covered.

    Source: sums of weighted events follow Goldstein (1992); the weights are this project's.
    """
    return _summed(_rows(frames, on, codes, by, friction=False), codes)


def tension(frames: Frames, on: date, codes: Sequence[str] = (), by: Weights | None = None) -> pl.DataFrame:
    """The friction between parties on the same scale, in the columns of `intensity` with `tension` for it.

    Two parties on the same side of a quarrel have none between them.
    """
    return _summed(_rows(frames, on, codes, by, friction=True), codes).rename({"intensity": "tension"})


def ranking(frames: Frames, on: date, codes: Sequence[str] = (), by: Weights | None = None) -> pl.DataFrame:
    """The pairs by intensity, and how sure their ranks are.

    Returns:
        The columns of `intensity` with `rank` (1 for the most points; equals share the best rank),
        `rank_best` and `rank_worst` (its bounds in the draws of the same bootstrap), `weights_best` and
        `weights_worst` (its bounds when the weights are others: `atase.measures.sensitivity`).
    """
    rows = _rows(frames, on, codes, by, friction=False)
    best, worst = bounds(listed("rank"))
    ranks = (
        _sums(rows)
        .with_columns(ranked("sum", "rank"))
        .select(pl.col("a", "b").cast(pl.String), rank=place("intensity"), rank_best=best, rank_worst=worst)
    )
    found = ranks.join(sensitivity(rows), on=["a", "b"])
    return _summed(rows, codes).join(found, on=["a", "b"], how="left", maintain_order="left")


def counts() -> dict[str, pl.Expr]:
    """For a `group_by` over points: how many activities have some, and how many have no date."""
    points = pl.col("points")
    return {"n": points.count().cast(pl.Int64), "undated": points.null_count().cast(pl.Int64)}


def _rows(frames: Frames, on: date, codes: Sequence[str], by: Weights | None, friction: bool) -> pl.DataFrame:
    return points(frames, on, by or weights(), codes).filter(pl.col("friction") == friction)


def _sums(rows: pl.DataFrame) -> pl.DataFrame:
    """The points of each pair, and their sums in each draw."""
    pairs = rows.group_by("a", "b", maintain_order=True).agg(intensity=pl.col("points").sum(), **counts())
    return pl.concat([pairs, drawn(rows, sum="points")], how="horizontal")


def _summed(rows: pl.DataFrame, codes: Sequence[str]) -> pl.DataFrame:
    lower, upper = bounds(listed("sum"))
    figures = {"intensity": pl.col("intensity"), "lower": lower, "upper": upper}
    known = (pl.when(pl.col("n") > 0).then(value).alias(name) for name, value in figures.items())
    found = _sums(rows).select(pl.col("a", "b").cast(pl.String), *known, "n", "undated")
    return asked(found.sort("intensity", "a", "b", descending=[True, False, False], nulls_last=True), codes)
