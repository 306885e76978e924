"""Activities as pairs of parties: what every measure of a relationship counts."""

from collections.abc import Sequence
from itertools import combinations

import polars as pl

from atase.measures.select import FRICTION


def dyads(frames: dict[str, pl.DataFrame], activities: pl.DataFrame, codes: Sequence[str] = ()) -> pl.DataFrame:
    """One row for each activity and pair of parties in it.

    Args:
        frames: for the roles in quarrels: parties on one side of it are no pair.
        activities: which to take, with their columns; each needs `activity`, `group` and `parties`.
        codes: without any, every pair, `a` before `b` in the alphabet; one party: its pairs, with `a` that
            party; several: the pairs among them, in their order.

    Returns:
        The columns of `activities` with `a` and `b` in the place of `parties`: an Enum of all codes in the
        order of the alphabet, which is faster to sort than text.
    """
    if codes:
        least = 1 if len(codes) == 1 else 2
        mine = pl.col("parties").list.set_intersection(pl.lit(list(codes))).list.len() >= least
        activities = activities.filter(mine)
    rows = activities.with_row_index("row")
    parties = rows.select("row", party="parties").explode("party")
    parties = parties.cast({"party": pl.Enum(parties["party"].drop_nulls().unique().sort())})
    left, right = parties.rename({"party": "a"}), parties.rename({"party": "b"})
    pairs = left.join(right, on="row").filter(_ordered(codes))
    told = rows.drop("parties").join(pairs, on="row").drop("row")
    quarrels = told.filter(pl.col("group") == FRICTION).select("activity").unique()
    if quarrels.is_empty():
        return told
    allied = _same_side(frames, quarrels).cast({"a": told.schema["a"], "b": told.schema["b"]})
    return told.join(allied, on=["activity", "a", "b"], how="anti")


def _ordered(codes: Sequence[str]) -> pl.Expr:
    """Each pair once, in the order that `codes` ask for."""
    if not codes:
        return pl.col("a") < pl.col("b")
    if len(codes) == 1:
        return (pl.col("a") == codes[0]) & (pl.col("b") != codes[0])
    return pl.any_horizontal(((pl.col("a") == a) & (pl.col("b") == b)) for a, b in combinations(codes, 2))


def _same_side(frames: dict[str, pl.DataFrame], quarrels: pl.DataFrame) -> pl.DataFrame:
    """Pairs, in both orders, who act together or are targets together."""
    sides = (
        frames["parties"].filter(pl.col("role").is_in(["actor", "target"])).join(quarrels, on="activity", how="semi")
    )
    left, right = sides.rename({"party": "a"}), sides.rename({"party": "b"})
    return left.join(right, on=["activity", "role"]).select("activity", "a", "b")


def asked(found: pl.DataFrame, codes: Sequence[str]) -> pl.DataFrame:
    """The rows of a measure, with one of nulls for each pair asked for of which the register knows nothing.

    Nothing known is no zero.
    """
    if len(codes) < 2:
        return found
    wanted = pl.DataFrame(list(combinations(codes, 2)), schema={"a": pl.String, "b": pl.String}, orient="row")
    return wanted.join(found, on=["a", "b"], how="left", maintain_order="left")
