"""How many activities of a register each pair or state had in each period."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import polars as pl

from atase.codebook import groups, instruments, stages
from atase.errors import AtaseError
from atase.i18n import _
from atase.measures.coverage import Frames, years
from atase.measures.panel.periods import Period, keys, named
from atase.measures.select import DEEDS, known

By = Literal["instrument", "group", "stage"]
_KNOWN = {"instrument": instruments, "group": groups, "stage": stages}
_COUNTED = "_counted"


def counted(
    frame: pl.DataFrame,
    of: Literal["pairs", "states"],
    period: Period,
    frames: Frames,
    on: date,
    by: By,
    only: Sequence[str] = (),
) -> pl.DataFrame:
    """The frame with two columns for each instrument, group or stage: `n_NAME` and `confirmed_NAME`.

    The first counts activities that count on the day `on`, whoever coded them, the second those that a person
    confirmed. Unless stages are counted, only deeds (`done`, `underway`) count, each in the period of its first day;
    one known to the year alone counts in panels by year alone. An activity of several parties counts for each pair in
    it, in both directions.

    A count is null where the register does not cover the pair or state: in years in which no source of the register
    is dated, and for whoever takes part in none of its activities.

    Raises:
        AtaseError: `by` or one of `only` is unknown.
    """
    names = _names(by, only)
    told = _told(frames, on, period, by, names)
    sides = ["code1", "code2"] if of == "pairs" else ["code"]
    counts = _counts(told, sides, keys(period), by, names)
    joined = frame.join(counts, on=[*keys(period), *sides], how="left", maintain_order="left", validate="m:1")
    silent = _covered(frames, told, on, sides) & pl.col(_COUNTED).is_null()
    columns = [column for column in counts.columns if column not in (*keys(period), *sides, _COUNTED)]
    return joined.with_columns(pl.when(silent).then(0).otherwise(column).alias(column) for column in columns).drop(
        _COUNTED
    )


def _names(by: str, only: Sequence[str]) -> list[str]:
    if by not in _KNOWN:
        raise AtaseError(_("cannot count by {by!r}; by {known}").format(by=by, known=", ".join(_KNOWN)))
    known_names: Mapping[str, object] = _KNOWN[by]()
    for name in only:
        if name not in known_names:
            message = _("{by}: {name!r} is none of {names}")
            raise AtaseError(message.format(by=by, name=name, names=", ".join(known_names)))
    return list(only or known_names)


def _told(frames: Frames, on: date, period: Period, by: str, names: list[str]) -> pl.DataFrame:
    """A row each activity and party that counts: the period's columns, `activity`, `state`, `by` and `party`."""
    activities = known(frames["activities"], on).drop_nulls("day")
    if by != "stage":
        activities = activities.filter(pl.col("stage").is_in(DEEDS))
    if period != "year":
        activities = activities.filter(pl.col("date").str.len_chars() > len("2024"))
    wanted = activities.filter(pl.col(by).is_in(names))
    when = [day.cast(kind) for day, kind in zip(named(pl.col("day"), period), (pl.Int32, pl.Int8), strict=False)]
    return wanted.select(*when, "activity", "state", by, party="parties").explode("party").drop_nulls("party")


def _counts(told: pl.DataFrame, sides: list[str], when: list[str], by: str, names: list[str]) -> pl.DataFrame:
    rows = told.rename({"party": sides[0]})
    if len(sides) == 2:
        others = told.select("activity", pl.col("party").alias(sides[1]))
        rows = rows.join(others, on="activity").filter(pl.col(sides[0]) != pl.col(sides[1]))
    confirmed = pl.col("state") == "confirmed"
    return rows.group_by(*when, *sides).agg(
        *(
            (chosen & (pl.col(by) == name)).sum().cast(pl.Int64).alias(f"{prefix}_{name}")
            for name in names
            for prefix, chosen in (("n", pl.lit(True)), ("confirmed", confirmed))
        ),
        pl.lit(True).alias(_COUNTED),
    )


def _covered(frames: Frames, told: pl.DataFrame, on: date, sides: list[str]) -> pl.Expr:
    dated = years(frames, frames["activities"], on).filter(pl.col("coverage") == "covered")["year"]
    parties = told["party"].unique()
    return pl.col("year").is_in(dated.implode()) & pl.all_horizontal(
        pl.col(side).is_in(parties.implode()) for side in sides
    )
