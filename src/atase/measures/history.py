"""The profile of a relationship year by year, with gaps where no source covers a year."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from atase.codebook import groups, instruments
from atase.measures.coverage import documents, kinds, years
from atase.measures.profile import profile
from atase.measures.select import between, known

Frames = dict[str, pl.DataFrame]


def history(frames: Frames, on: date, codes: Sequence[str]) -> pl.DataFrame:
    """The deeds in which all of `codes` take part, by year and group.

    Returns:
        `year`, `group`, `coverage`, `confirmed`, `candidate` and `n` (activities; n = confirmed + candidate), a row for
        each year and group. Coverage is *covered* where some document is dated in the year or a dataset covers an
        instrument of the group in it, *retrospect* where only later sources tell of it, else *none*: then the counts
        are null. Undated deeds stand in rows without a year.
    """
    counts = profile(frames["activities"], on, *codes)
    states = {state: pl.col("n").filter(pl.col("state") == state).sum() for state in ("confirmed", "candidate")}
    cells = counts.group_by("year", "group").agg(**states, n=pl.col("n").sum())
    mine = between(known(frames["activities"], on), *codes)
    lived = years(frames, mine, on, *codes[:2]).select("year")
    grid = lived.join(pl.DataFrame({"group": list(groups())}), how="cross")
    told = grid.join(_covered(frames, on, codes), on=["year", "group"], how="left").join(
        cells, on=["year", "group"], how="left"
    )
    figures = pl.col("confirmed", "candidate", "n")
    retrospect = pl.when(pl.col("n") > 0).then(pl.lit("retrospect")).otherwise(pl.lit("none"))
    found = told.with_columns(coverage=pl.coalesce("coverage", retrospect)).with_columns(
        pl.when(pl.col("coverage") == "covered").then(figures.fill_null(0)).otherwise(figures)
    )
    undated = cells.filter(pl.col("year").is_null()).sort("group").with_columns(coverage=pl.lit(None, pl.String))
    return pl.concat([found, undated.select(found.columns)])


def _covered(frames: Frames, on: date, codes: Sequence[str]) -> pl.DataFrame:
    """The years and groups of which nothing told means nothing known to have been."""
    of = {code: entry.group for code, entry in instruments().items()}
    declared = kinds(frames["coverage"], on, *codes[:2]).select(
        "year", group=pl.col("instrument").replace_strict(of, default=None, return_dtype=pl.String)
    )
    told = documents(frames["sources"]).select("year").join(pl.DataFrame({"group": list(groups())}), how="cross")
    return pl.concat([declared, told]).unique().with_columns(coverage=pl.lit("covered"))
