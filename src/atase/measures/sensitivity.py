"""How ranks move when weights do: for weights are judgements."""

from random import Random

import polars as pl

from atase.measures.resample import DRAWS, SEED, bounds, listed, ranked


def sensitivity(rows: pl.DataFrame) -> pl.DataFrame:
    """The ranks of pairs when every instrument's weight is another.

    In each draw the weight of each instrument is multiplied by 4 ^ (u - 0.5), u uniform between 0 and 1:
    by something between a half and two, independently of the others.

    Args:
        rows: what `atase.measures.points.points` gives, of one kind.

    Returns:
        `a`, `b`, `weights_best` and `weights_worst`: the bounds of the rank in 95 % of the draws.
    """
    parts = rows.group_by("a", "b", "instrument", maintain_order=True).agg(pl.col("points").sum())
    wide = parts.pivot("instrument", index=["a", "b"], values="points").fill_null(0.0)
    rng = Random(SEED)  # noqa: S311  no secret
    codes = sorted(wide.columns[2:])
    sums = [
        pl.sum_horizontal(pl.lit(0.0), *(pl.col(code) * 4.0 ** (rng.random() - 0.5) for code in codes)).alias(
            f"sum{draw}"
        )
        for draw in range(DRAWS)
    ]
    best, worst = bounds(listed("rank"))
    ranks = wide.with_columns(sums).with_columns(ranked("sum", "rank"))
    return ranks.select(pl.col("a", "b").cast(pl.String), weights_best=best, weights_worst=worst)
