"""The triangle that a state's defence diplomacy balances: stability, capability and self-reliance."""

from datetime import date

import polars as pl

from atase.actors import actors
from atase.measures.balance import position
from atase.measures.coverage import years
from atase.measures.points import points
from atase.measures.select import FRICTION, deeds, known
from atase.measures.weights import Weights, weights

Frames = dict[str, pl.DataFrame]
OWN_PART = ("licensing", "joint_production", "joint_research")
ACQUISITIONS = ("arms_transfer", "military_aid", *OWN_PART)
PERIOD = 5
"""Years of a period, the last of which ends with the year of the day."""


def triangle(frames: Frames, on: date, a: str, by: Weights | None = None) -> pl.DataFrame:
    """Stability, capability and self-reliance of the party `a`, for each period of five years.

    Returns:
        `since` and `until` (years), oldest first, and

        - stability: `partners` (other parties in its deeds of cooperation), `regions` (their effective
          number, exp(H) over the regions of the United Nations, each deed counting for each partner in
          it) and `position` (between conflict, -1, and cooperation, 1, at the end of the period, with all
          others together: see `atase.measures.balance`);
        - capability: `acquisitions` (deeds of which it is a recipient or co-producer), `suppliers`, `hhi`
          (Herfindahl and Hirschman's concentration, the sum of the suppliers' squared shares: 1 for a
          single one), `top` and `top_share` (the largest), `hhi_change` (against the period before);
        - self-reliance: `own_part`, the share of the acquisitions with production, licence or research.

        `undirected` acquisitions, of which nobody tells who supplies, do not count. Counts are of
        activities, not of values. Periods in which no source covers any year are null, as is everything of
        a party that the register does not know, and a share of nothing.
    """
    mine = known(frames["activities"], on).filter(pl.col("parties").list.contains(a))
    periods = _periods(years(frames, mine, on, a), on, known_at_all=not mine.is_empty())
    done = deeds(mine).with_columns(until=_period(pl.col("day").dt.year(), on)).drop_nulls("until")
    found = periods
    for part in (_partners(done, a), _suppliers(frames, done, a), _positions(frames, periods["until"], on, a, by)):
        found = found.join(part, on="until", how="left")
    counts = pl.col("partners", "acquisitions", "suppliers", "undirected")
    return (
        found.with_columns(pl.when("covered").then(counts.fill_null(0)))
        .with_columns(hhi_change=pl.col("hhi") - pl.col("hhi").shift(1))
        .select(
            "since",
            "until",
            *("partners", "regions", "position"),
            *("acquisitions", "suppliers", "hhi", "hhi_change", "top", "top_share"),
            *("own_part", "undirected"),
        )
    )


def _period(year: pl.Expr, on: date) -> pl.Expr:
    """The last year of the period in which a year lies."""
    return (on.year - (on.year - year) // PERIOD * PERIOD).cast(pl.Int32)


def _periods(covered: pl.DataFrame, on: date, known_at_all: bool) -> pl.DataFrame:
    until = _period(pl.col("year"), on)
    spans = covered.group_by(until=until).agg(covered=((pl.col("coverage") != "none") & known_at_all).any())
    return spans.select("until", "covered", since=pl.col("until") - (PERIOD - 1)).sort("until")


def _partners(done: pl.DataFrame, a: str) -> pl.DataFrame:
    regions = {code: actor.region for code, actor in actors().items()}
    rows = done.filter(pl.col("group") != FRICTION).select("until", partner="parties").explode("partner")
    pairs = rows.filter(pl.col("partner") != a).with_columns(
        region=pl.col("partner").replace_strict(regions, default=None, return_dtype=pl.String)
    )
    share = pl.col("n") / pl.col("n").sum()
    spread = (
        pairs.drop_nulls("region")
        .group_by("until", "region")
        .agg(n=pl.len())
        .sort("until", "n")  # the sum of floats depends on their order
        .group_by("until", maintain_order=True)
        .agg(regions=(-(share * share.log()).sum()).exp())
    )
    counts = pairs.group_by("until").agg(partners=pl.col("partner").n_unique().cast(pl.Int64))
    return counts.join(spread, on="until", how="left")


def _suppliers(frames: Frames, done: pl.DataFrame, a: str) -> pl.DataFrame:
    """Concentration and own part of what `a` acquires, by period."""
    bought = done.filter(pl.col("instrument").is_in(ACQUISITIONS)).select("activity", "instrument", "until")
    roles = frames["parties"].join(bought, on="activity")
    own = roles.filter(pl.col("party") == a).select("activity", own="role")
    sides = roles.filter(pl.col("party") != a).join(own, on="activity")
    together = pl.col("instrument").is_in(["joint_production", "joint_research"])
    directed = (pl.col("own") == "recipient") | (pl.col("role") == "supplier") | together
    acquired = sides.filter(directed, pl.col("own") != "supplier", pl.col("role") != "recipient")
    unclear = sides.filter(~directed, pl.col("own") != "supplier", pl.col("role") != "recipient")
    share = pl.col("n") / pl.col("n").sum()
    by_supplier = acquired.group_by("until", "party").agg(n=pl.len()).sort("n", "party", descending=[True, False])
    concentration = by_supplier.group_by("until", maintain_order=True).agg(
        suppliers=pl.len().cast(pl.Int64),
        hhi=(share**2).sum(),
        top=pl.col("party").first(),
        top_share=share.first(),
    )
    deeds_of = acquired.unique("activity").group_by("until")
    reliance = deeds_of.agg(acquisitions=pl.len().cast(pl.Int64), own_part=pl.col("instrument").is_in(OWN_PART).mean())
    left_out = unclear.unique("activity").group_by("until").agg(undirected=pl.len().cast(pl.Int64))
    return concentration.join(reliance, on="until").join(left_out, on="until", how="full", coalesce=True)


def _positions(frames: Frames, ends: pl.Series, on: date, a: str, by: Weights | None) -> pl.DataFrame:
    rows = []
    for year in ends:
        told = points(frames, min(on, date(year, 12, 31)), by or weights(), (a,))
        friendly, hostile = (pl.col("points").filter(pl.col("friction") == side).sum() for side in (False, True))
        rows.append((year, told.select(pl.when(friendly + hostile > 0).then(position(friendly, hostile))).item()))
    return pl.DataFrame(rows, schema={"until": pl.Int32, "position": pl.Float64}, orient="row")
