"""What a set of activities rests on, and what it does not cover."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

import polars as pl

from atase.measures.declared import covering, spells, within

Frames = dict[str, pl.DataFrame]


def years(frames: Frames, activities: pl.DataFrame, on: date, *codes: str) -> pl.DataFrame:
    """For each year from the oldest activity or source to that of `on`: is it covered, and by how much.

    A year is *covered* where some document of the register is dated in it, or a dataset covers some kind of
    activity of the party or the two `codes` (of anybody without) in the whole of it; *retrospect* where neither is
    but a later source tells of an activity of that year, and else *not covered*: then the register cannot
    tell whether nothing happened, and no zero may be shown. `kinds` tells it by kind of activity.

    Returns:
        `year`, `sources` (documents of the whole register dated in that year, and datasets that cover it), `n`
        (of `activities`, of that year) and `coverage` (covered, retrospect or none).
    """
    dated = documents(frames["sources"])
    declared = kinds(frames["coverage"], on, *codes).unique(["year", "dataset"])
    sources = pl.concat([dated.select("year"), declared.select("year")])
    happened = activities.select(year=pl.col("day").dt.year()).drop_nulls()
    oldest = min([*sources["year"], *happened["year"], on.year])
    span = pl.DataFrame({"year": range(oldest, on.year + 1)}, schema={"year": pl.Int32})
    return (
        span.join(sources.group_by("year").agg(sources=pl.len().cast(pl.Int64)), on="year", how="left")
        .join(happened.group_by("year").agg(n=pl.len().cast(pl.Int64)), on="year", how="left")
        .with_columns(pl.col("sources", "n").fill_null(0))
        .with_columns(
            coverage=pl.when(pl.col("sources") > 0)
            .then(pl.lit("covered"))
            .when(pl.col("n") > 0)
            .then(pl.lit("retrospect"))
            .otherwise(pl.lit("none"))
        )
        .sort("year")
    )


def documents(sources: pl.DataFrame) -> pl.DataFrame:
    """The year in which each document is dated, those alone that are in force and dated: `source`, `year`."""
    current = sources.filter(pl.col("current"), pl.col("kind") == "document")
    return current.select("source", year=pl.col("date").str.slice(0, 4).cast(pl.Int32, strict=False)).drop_nulls()


def kinds(coverage: pl.DataFrame, on: date, *codes: str) -> pl.DataFrame:
    """Which kinds of activity of one party, or of two with each other, datasets cover in which whole years.

    Returns:
        `dataset`, `instrument`, `year`: a row each, up to the year of `on`. Where a row is, that the register knows
        of no such activity means that the dataset knew of none: a zero.
    """
    found = covering(spells(coverage), codes)
    first = min([day.year for day in found["first"]], default=on.year)
    days = pl.DataFrame({"year": range(first, on.year + 1)}, schema={"year": pl.Int32})
    units = days.with_columns(first=pl.date("year", 1, 1), last=pl.date("year", 12, 31))
    return within(found, units).select("dataset", "instrument", "year").unique().sort("dataset", "instrument", "year")


def runs(years: Iterable[int]) -> list[str]:
    """Years that follow each other, together: 2001, 2002, 2003 and 2007 give 2001–2003 and 2007."""
    found = [[year for _place, year in run] for _key, run in groupby(enumerate(years), lambda pair: pair[1] - pair[0])]
    return [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in found]


def sources_of(frames: Frames, activities: pl.DataFrame) -> pl.DataFrame:
    """The sources that report these activities, each once, with the columns of `atase.schema.SOURCES`."""
    told = frames["reports"].join(activities, on="activity", how="semi").select("source").unique()
    return frames["sources"].join(told, on="source", how="semi").sort("source")


def tally(sources: pl.DataFrame, by: str) -> pl.DataFrame:
    """Sources by language, publisher or kind: `by` (null where unknown), `n`, `share`; largest first."""
    known = pl.when(pl.col(by) != "").then(pl.col(by)).alias(by)
    return (
        sources.group_by(known)
        .agg(n=pl.len().cast(pl.Int64))
        .with_columns(share=pl.col("n") / pl.col("n").sum())
        .sort("n", by, descending=[True, False], nulls_last=True)
    )


def missing_languages(sources: pl.DataFrame, wanted: Iterable[str]) -> list[str]:
    """Those of the ISO 639-1 codes `wanted` in which no source is written, sorted."""
    return sorted(set(wanted) - set(sources["lang"].drop_nulls()))


def thinness(activities: pl.DataFrame) -> dict[str, float | None]:
    """How thin the ground is: shares between 0 and 1 of the activities, None without any.

    `undated` (no source tells when), `single` (rests on one source), `candidate` (no person has
    confirmed it).
    """
    tests = {
        "undated": pl.col("day").is_null(),
        "single": pl.col("sources") <= 1,
        "candidate": pl.col("state") == "candidate",
    }
    row = activities.select(**{name: test.mean() for name, test in tests.items()}).row(0, named=True)
    return dict(row)
