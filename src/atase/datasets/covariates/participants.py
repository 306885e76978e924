"""Disputes told by participant, as pairs of opponents."""

import polars as pl


def opponents(participants: pl.DataFrame) -> pl.DataFrame:
    """A row each dispute, year and pair on opposite sides in it, in both orders.

    Args:
        participants: `event`, `number`, `side` (0 or 1), `start` and `end` (years), and `mid_hostility`.

    Returns:
        `number1`, `number2`, `year`; `mid` (1), `mid_onset` (1 in the pair's first year in the dispute) and
        `mid_hostility` of the first.
    """
    pairs = participants.join(participants, on="event", suffix="2").filter(pl.col("side") != pl.col("side2"))
    met = pairs.with_columns(start=pl.max_horizontal("start", "start2"), end=pl.min_horizontal("end", "end2"))
    first = pl.col("start").min().over("event", "number", "number2")
    return (
        met.filter(pl.col("start") <= pl.col("end"))
        .with_columns(first=first, year=pl.int_ranges("start", pl.col("end") + 1))
        .explode("year")
        .select(
            "year",
            "mid_hostility",
            number1="number",
            number2="number2",
            mid=pl.lit(1, pl.Int64),
            mid_onset=(pl.col("year") == pl.col("first")).cast(pl.Int64),
        )
    )
