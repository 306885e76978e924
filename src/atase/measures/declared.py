"""What datasets declare to cover: there, and there alone, nothing told means nothing known to have been."""

from collections.abc import Sequence

import polars as pl

WORLD = "world"
_GAP = 31
"""Days between two files of a dataset that comes in parts which its rows may leave open."""
_WHAT = ("dataset", "instrument", "population", "place")


def spells(coverage: pl.DataFrame) -> pl.DataFrame:
    """The spells that the files of a dataset cover together, whole.

    Args:
        coverage: the frame of `atase.schema.COVERAGE`.

    Returns:
        `dataset`, `instrument`, `population` (codes of whom one takes part in everything, with a space between),
        `place` (a code or "world"), `first` and `last` (days).
    """
    each = coverage.with_columns(pl.col("population").list.join(" ")).explode("places").explode("instruments")
    each = each.rename({"places": "place", "instruments": "instrument"}).drop_nulls(["place", "instrument"])
    before = pl.col("last").cum_max().shift(1).over(_WHAT, order_by="first")
    apart = (pl.col("first") - before).dt.total_days() > _GAP
    return (
        each.select(*_WHAT, "first", "last")
        .with_columns(run=apart.fill_null(False).cum_sum().over(_WHAT, order_by="first"))
        .group_by(*_WHAT, "run")
        .agg(pl.col("first").min(), pl.col("last").max())
        .drop("run")
        .sort(*_WHAT, "first")
    )


def covering(spells: pl.DataFrame, codes: Sequence[str]) -> pl.DataFrame:
    """Those spells in which all activities of one party, or of two with each other, are covered.

    Where one of a population takes part in everything, others are covered in what they do with one of it alone.
    With no code, all.
    """
    population, place = pl.col("population").str.split(" "), pl.col("place")
    anybody = pl.col("population") == ""
    if not codes:
        return spells
    if len(codes) == 1:
        return spells.filter(
            (anybody & place.is_in([WORLD, *codes])) | (population.list.contains(codes[0]) & (place == WORLD))
        )
    one, other = codes
    return spells.filter(
        (anybody & place.is_in([WORLD, one, other]))
        | (population.list.contains(one) & place.is_in([WORLD, other]))
        | (population.list.contains(other) & place.is_in([WORLD, one]))
    )


def within(spells: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    """The units of time (`first` and `last` day, and what names them) that lie in a spell as a whole, for each."""
    spans = spells.rename({"first": "since", "last": "until"})
    return spans.join_where(units, pl.col("first") >= pl.col("since"), pl.col("last") <= pl.col("until"))
