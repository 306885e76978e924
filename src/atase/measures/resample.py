"""How sure a sum over activities is: the Bayesian bootstrap, drawn alike by everyone.

In each draw every activity counts with a random weight of the exponential distribution of mean 1 instead of once
(Rubin 1981; not normalised, for the number of activities is uncertain, too). For n activities of equal points the
draws follow the gamma distribution, the posterior of a Poisson rate after n events. An activity has the same
weights in all its pairs, whatever else the register holds and in whatever order: draws can be compared between
pairs, and a further activity never lowers one. There are 65,536 sets of such weights, for speed: two activities of a
pair seldom share one, and where a pair has so many that some do, its interval is narrow and gets a little wider.
"""

from functools import cache

import polars as pl

DRAWS = 200
SHARE = 0.95
"""How many of the draws lie between the bounds of an interval."""
SEED = 2009
SETS = 65_536
_AT_ONCE = 20
"""Draws that are in memory at the same time."""


def drawn(rows: pl.DataFrame, **values: str) -> pl.DataFrame:
    """The sum of columns in each draw, a row for each pair.

    Args:
        rows: with `a`, `b` and `identity`, sorted by pair.
        values: the columns to sum, by the name of the sums.

    Returns:
        For each name and each of the draws a column, the name and a number; in the order of the pairs.
    """
    pair, place = pl.struct("a", "b").rle_id().alias("pair"), (pl.col("identity") % SETS).cast(pl.UInt32).alias("set")
    keyed = rows.select(pair, place, *values.values())
    parts = []
    for first in range(0, DRAWS, _AT_ONCE):
        weighed = (
            (pl.lit(_weights()[draw]).gather("set") * pl.col(value)).alias(f"{name}{draw}")
            for draw in range(first, first + _AT_ONCE)
            for name, value in values.items()
        )
        sums = keyed.select("pair", *weighed).group_by("pair", maintain_order=True).agg(pl.exclude("pair").sum())
        parts.append(sums.drop("pair"))
    return pl.concat(parts, how="horizontal")


def listed(name: str) -> pl.Expr:
    """What `drawn` gave under this name, as one list."""
    return pl.concat_list(f"{name}{draw}" for draw in range(DRAWS))


def ranked(name: str, rank: str) -> list[pl.Expr]:
    """For each draw that `drawn` gave under this name: the rank of each row, as `rank` and the draw's number."""
    return [place(f"{name}{draw}").alias(f"{rank}{draw}") for draw in range(DRAWS)]


def place(column: str) -> pl.Expr:
    """The rank by a column: 1 for the most; equals share the best rank."""
    return pl.col(column).rank("min", descending=True).cast(pl.Int64)


def bounds(values: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """The lower and the upper bound of a list of draws."""
    ordered, outside = values.list.sort(), round(DRAWS * (1 - SHARE) / 2)
    return ordered.list.get(outside), ordered.list.get(DRAWS - 1 - outside)


@cache
def _weights() -> list[pl.Series]:
    """For each draw the weight of each set: of the exponential distribution of mean 1."""
    numbers = pl.Series(range(SETS), dtype=pl.UInt64)
    return [-((numbers.hash(SEED + draw).cast(pl.Float64) / 2.0**64).clip(2.0**-64).log()) for draw in range(DRAWS)]
