"""Where a panel may say zero: which pairs and states the register covers, in which kind of activity and period."""

from collections.abc import Callable
from functools import cache, reduce
from operator import or_

import polars as pl

from atase.measures.coverage import Frames, documents
from atase.measures.declared import WORLD, spells, within
from atase.measures.panel.periods import Period, keys, periods


def covered_kinds(frames: Frames, sides: list[str], period: Period) -> Callable[[str], pl.Expr]:
    """For an instrument, whether a row (with `sides` as columns, and those of the period) is covered.

    It is where a document of the register is dated in the year and the parties take part in what documents tell, or
    where a dataset covers all activities of the kind of the state, or of the pair, in the whole period.
    """
    told, found = _documents(frames, sides), _by_period(frames["coverage"], period)

    @cache
    def covered(instrument: str) -> pl.Expr:
        rows = found.filter(pl.col("instrument") == instrument)
        declared = (_declared(group, codes, sides, period) for (codes,), group in rows.group_by("population"))
        return reduce(or_, declared, told)

    return covered


def _documents(frames: Frames, sides: list[str]) -> pl.Expr:
    dated = documents(frames["sources"])
    parties = frames["reports"].join(dated, on="source", how="semi")["parties"].explode().unique()
    return pl.col("year").is_in(dated["year"].unique().implode()) & pl.all_horizontal(
        pl.col(side).is_in(parties.implode()) for side in sides
    )


def _by_period(coverage: pl.DataFrame, period: Period) -> pl.DataFrame:
    """The periods that are covered whole: `instrument`, `population`, `place`, `key` (a number a period)."""
    declared = spells(coverage)
    if declared.is_empty():
        return declared.select("instrument", "population", "place", key=pl.lit(0, pl.Int32))
    first, last = min(declared["first"]), max(declared["last"])
    return within(declared, periods(f"{first.year}:{last.year}", period)).select(
        "instrument", "population", "place", key=_key(period)
    )


def _key(period: Period) -> pl.Expr:
    return reduce(lambda found, name: found * 100 + pl.col(name).cast(pl.Int32), keys(period), pl.lit(0, pl.Int32))


def _declared(rows: pl.DataFrame, population: object, sides: list[str], period: Period) -> pl.Expr:
    """Whether a row is covered by what datasets of one population declare (see `declared.covering`)."""
    key, codes = _key(period), str(population).split()
    world = key.is_in(rows.filter(pl.col("place") == WORLD)["key"].unique().implode())
    places = rows.select(pl.concat_str("place", "key", separator=" "))["place"].unique().implode()
    placed = [world | pl.concat_str(side, key, separator=" ").is_in(places) for side in sides]
    if not codes:
        return reduce(or_, placed)
    if len(sides) == 1:
        return pl.col(sides[0]).is_in(codes) & world
    return (pl.col(sides[0]).is_in(codes) & placed[1]) | (pl.col(sides[1]).is_in(codes) & placed[0])
