"""What a set of activities rests on, and what it does not cover."""

from collections.abc import Iterable
from datetime import date

import polars as pl

Frames = dict[str, pl.DataFrame]


def years(frames: Frames, activities: pl.DataFrame, on: date) -> pl.DataFrame:
    """For each year from the oldest activity or source to that of `on`: is it covered, and by how much.

    A year is *covered* where some source of the register is dated in it, *retrospect* where none is but a
    later source tells of an activity of that year, and else *not covered*: then the register cannot
    tell whether nothing happened, and no zero may be shown.

    Returns:
        `year`, `sources` (of the whole register, dated in that year), `n` (of `activities`, of that
        year) and `coverage` (covered, retrospect or none).
    """
    current = frames["sources"].filter(pl.col("current"))
    dated = current.select(year=pl.col("date").str.slice(0, 4).cast(pl.Int32, strict=False)).drop_nulls()
    happened = activities.select(year=pl.col("day").dt.year()).drop_nulls()
    oldest = min([*dated["year"], *happened["year"], on.year])
    span = pl.DataFrame({"year": range(oldest, on.year + 1)}, schema={"year": pl.Int32})
    return (
        span.join(dated.group_by("year").agg(sources=pl.len().cast(pl.Int64)), on="year", how="left")
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
