"""Who a party's partners are, and where one partner stands among the others."""

from datetime import date

import polars as pl

from atase.measures.select import FRICTION, cooperation, deeds, known


def partners(activities: pl.DataFrame, a: str, on: date) -> pl.DataFrame:
    """The partners of `a`, by the number of deeds that are not friction.

    A deed of several parties counts once for each partner in it, so the counts of partners do not add
    up to the number of deeds. A deed of friction counts apart and never for the rank.

    Returns:
        `partner` (code), `rank` (1 for the most deeds; equals share the best rank), `n` (deeds;
        n = confirmed + candidate), `confirmed`, `candidate`, `share` (of all deeds of `a`, between 0
        and 1), `instruments` (how many different), `last` (ISO date of the newest), `friction` (deeds of friction).
    """
    mine = deeds(known(activities, on).filter(pl.col("parties").list.contains(a)))
    whole = max(cooperation(mine).height, 1)
    pairs = mine.explode("parties").rename({"parties": "partner"}).filter(pl.col("partner") != a)
    friendly = pl.col("group") != FRICTION
    state = pl.col("state")
    return (
        pairs.group_by("partner")
        .agg(
            n=friendly.sum().cast(pl.Int64),
            confirmed=(friendly & (state == "confirmed")).sum().cast(pl.Int64),
            candidate=(friendly & (state == "candidate")).sum().cast(pl.Int64),
            instruments=pl.col("instrument").filter(friendly).n_unique().cast(pl.Int64),
            last=pl.col("date").filter(friendly).sort_by(pl.col("day").filter(friendly), nulls_last=False).last(),
            friction=(~friendly).sum().cast(pl.Int64),
        )
        .with_columns(rank=pl.col("n").rank("min", descending=True).cast(pl.Int64), share=pl.col("n") / whole)
        .select("partner", "rank", "n", "confirmed", "candidate", "share", "instruments", "last", "friction")
        .sort("rank", "partner")
    )


def comparison(activities: pl.DataFrame, a: str, b: str, on: date) -> pl.DataFrame:
    """How the relation of `a` and `b` stands among the partners of each, by group.

    Returns:
        For each `side` (the code of `a`, then of `b`) and each `group` in which that side has deeds:
        `n` (deeds with the other side), `whole` (deeds with anyone), `share` (n / whole, between 0 and
        1), `rank` of the other side among all partners in that group (equals share the best rank; null
        where n is 0), `partners` (how many partners there are), `median` (deeds with the median partner).
    """
    rows = [_standing(activities, side, other, on) for side, other in ((a, b), (b, a))]
    return pl.concat(rows)


def _standing(activities: pl.DataFrame, side: str, other: str, on: date) -> pl.DataFrame:
    mine = deeds(known(activities, on).filter(pl.col("parties").list.contains(side)))
    whole = mine.group_by("group").agg(whole=pl.len().cast(pl.Int64))
    pairs = mine.explode("parties").filter(pl.col("parties") != side)
    counts = pairs.group_by("group", "parties").agg(n=pl.len().cast(pl.Int64))
    with_other = pl.col("n").filter(pl.col("parties") == other).sum()
    return (
        counts.group_by("group")
        .agg(
            n=with_other,
            rank=pl.when(with_other > 0).then((pl.col("n") > with_other).sum().cast(pl.Int64) + 1),
            partners=pl.len().cast(pl.Int64),
            median=pl.col("n").median(),
        )
        .join(whole, on="group")
        .select(
            "group",
            "n",
            "whole",
            "rank",
            "partners",
            "median",
            side=pl.lit(side),
            share=pl.col("n") / pl.col("whole"),
        )
        .select("side", "group", "n", "whole", "share", "rank", "partners", "median")
        .sort("group")
    )
