"""How sure a sum over activities is: the Bayesian bootstrap, drawn alike by everyone.

In each draw every activity counts with a random weight of the exponential distribution of mean 1 instead of once
(Rubin 1981; not normalised, for the number of activities is uncertain, too). For n activities of equal points the
draws follow the gamma distribution, the posterior of a Poisson rate after n events. An activity has the same
weights in all its pairs, whatever else the register holds and in whatever order: draws can be compared between
pairs, and a further activity never lowers one.
"""

import polars as pl

DRAWS = 200
SHARE = 0.95
"""How many of the draws lie between the bounds of an interval."""
SEED = 2009


def drawn(value: str, name: str) -> list[pl.Expr]:
    """For a `group_by` over rows with `identity`: the sum of the column `value` in each draw, `name` and a number."""
    return [(_weight(pl.col("identity"), draw) * pl.col(value)).sum().alias(f"{name}{draw}") for draw in range(DRAWS)]


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


def uniform(identity: pl.Expr, draw: int) -> pl.Expr:
    """A number between 0 and 1 that is fixed for each identity (a hash) and draw."""
    return identity.hash(SEED + draw).cast(pl.Float64) / 2.0**64


def _weight(identity: pl.Expr, draw: int) -> pl.Expr:
    """A number of the exponential distribution of mean 1."""
    return -uniform(identity, draw).clip(lower_bound=2.0**-64).log()
