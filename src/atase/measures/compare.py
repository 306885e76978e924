"""A relationship against the other partners of each side, on every measure."""

from datetime import date

import polars as pl

from atase.measures.balance import balance
from atase.measures.follow_up import completion, follow_up
from atase.measures.mix import profiles
from atase.measures.weights import Weights

Frames = dict[str, pl.DataFrame]
UNITS = {
    "intensity": "points",
    "tension": "points",
    "position": "-1 to 1",
    "deeds": "activities",
    "breadth": "instruments",
    "formal": "share",
    "bilateral": "share",
    "kept": "share",
}


def compare(frames: Frames, a: str, b: str, on: date, by: Weights | None = None) -> pl.DataFrame:
    """Where the relation of `a` and `b` stands among the partners of each, measure by measure.

    Returns:
        For each `side` (the code of `a`, then of `b`) and `measure`: `value` with the other side, `unit`,
        `rank` of the other side among all partners for which there is a value (1 for the highest; equals
        share the best rank), `partners` (how many those are), `median` (of their values) and `share` (how
        many of the other partners have a lower value, between 0 and 1; null without others). Null where
        nothing is known. The measures are those of `atase.measures.balance` and `.profiles`; `kept` is the
        share of promises kept (`atase.measures.completion`).
    """
    return pl.concat(_standing(frames, side, other, on, by) for side, other in ((a, b), (b, a)))


def _standing(frames: Frames, side: str, other: str, on: date, by: Weights | None) -> pl.DataFrame:
    values = (
        _values(frames, side, on, by)
        .unpivot(list(UNITS), index="partner", variable_name="measure", value_name="value")
        .drop_nulls("value")
    )
    value, own = pl.col("value"), pl.col("partner") == other
    wanted = value.filter(own).first()
    found = values.group_by("measure").agg(
        value=wanted,
        rank=pl.when(own.any()).then((value > wanted).sum().cast(pl.Int64) + 1),
        partners=pl.len().cast(pl.Int64),
        median=value.median(),
        share=pl.when(own.any(), pl.len() > 1).then((value < wanted).sum() / (pl.len() - 1)),
    )
    measures = pl.DataFrame({"measure": list(UNITS), "unit": list(UNITS.values())})
    return (
        measures.join(found, on="measure", how="left", maintain_order="left")
        .with_columns(pl.col("partners").fill_null(0), side=pl.lit(side))
        .select("side", "measure", "value", "unit", "rank", "partners", "median", "share")
    )


def _values(frames: Frames, side: str, on: date, by: Weights | None) -> pl.DataFrame:
    """A row for each partner of `side`, with each measure as a column."""
    stances = balance(frames, on, (side,), by).select(
        "b", *(pl.when(pl.col("n") > 0).then(name).alias(name) for name in ("intensity", "tension", "position"))
    )
    mixes = profiles(frames, on, (side,)).select("b", "breadth", "formal", "bilateral", deeds="n")
    promises = completion(follow_up(frames, side, on), "partner", side).select(b="partner", kept="rate")
    joined = stances.join(mixes, on="b", how="full", coalesce=True).join(promises, on="b", how="full", coalesce=True)
    return joined.rename({"b": "partner"}).with_columns(pl.col(name).cast(pl.Float64) for name in UNITS)
