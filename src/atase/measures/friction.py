"""What stands between parties, from protests to clashes and sanctions."""

from datetime import date

import polars as pl

from atase.measures.select import FRICTION, known

FROM, TO = "actor", "target"


def friction(frames: dict[str, pl.DataFrame], a: str, on: date, b: str | None = None) -> pl.DataFrame:
    """Friction that involves `a`, or between `a` and `b`, newest first, with who acts against whom.

    Where sources tell the roles, two parties on the same side of a quarrel are no pair. Friction is
    kept beside cooperation since every relation holds some of both (Holsti's spectrum).

    Returns:
        The columns of `atase.schema.ACTIVITIES`, with `actors` and `targets` (sorted codes; both empty
        where no source tells who acts).
    """
    activities = known(frames["activities"], on).select(frames["activities"].columns)
    quarrels = activities.filter(pl.col("group") == FRICTION, pl.col("parties").list.contains(a))
    roles = frames["parties"].join(quarrels, on="activity", how="semi").sort("party")
    sides = roles.group_by("activity").agg(
        actors=pl.col("party").filter(pl.col("role") == FROM),
        targets=pl.col("party").filter(pl.col("role") == TO),
    )
    found = quarrels.join(sides, on="activity", how="left")
    if b is not None:
        found = found.filter(pl.col("parties").list.contains(b), ~_same_side(a, b))
    return found.sort("day", "activity", descending=[True, False], nulls_last=True)


def _same_side(a: str, b: str) -> pl.Expr:
    def both(side: str) -> pl.Expr:
        return (pl.col(side).list.contains(a) & pl.col(side).list.contains(b)).fill_null(False)

    return both("actors") | both("targets")
