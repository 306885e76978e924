"""How many activities of a register each pair or state had in each period."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import polars as pl

from atase.codebook import groups, instruments, stages
from atase.errors import AtaseError
from atase.i18n import _
from atase.measures.coverage import Frames
from atase.measures.panel.covering import covered_kinds
from atase.measures.panel.periods import Period, keys, named
from atase.measures.select import DEEDS, known

By = Literal["instrument", "group", "stage"]
_KNOWN = {"instrument": instruments, "group": groups, "stage": stages}


def counted(
    frame: pl.DataFrame,
    of: Literal["pairs", "states"],
    directed: bool,
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
    it, but not for two on the same side of a quarrel. In a directed panel what one did to, for or at the other counts
    in that order alone (directions.toml), all else in both.

    A count of nothing is zero where the register covers the pair or state and the kind of activity in that period
    (`atase.measures.panel.covering`), and elsewhere null.

    Raises:
        AtaseError: `by` or one of `only` is unknown.
    """
    names = _names(by, only)
    told = _told(frames, on, period, by, names)
    if of == "states":
        sides, rows = ["code"], told.rename({"party": "code"}).unique(["activity", "code"])
    else:
        sides, rows = ["code1", "code2"], _pairs(told, directed)
    units = [*keys(period), *sides]
    counts = _counts(rows, units, by, names)
    joined = frame.join(counts, on=units, how="left", maintain_order="left", validate="m:1")
    covered = covered_kinds(frames, sides, period)
    return joined.with_columns(
        pl.when(pl.all_horizontal(map(covered, _instruments(by, name))) | (pl.col(f"n_{name}") > 0))
        .then(pl.col(f"{prefix}_{name}").fill_null(0))
        .alias(f"{prefix}_{name}")
        for name in names
        for prefix in ("n", "confirmed")
    )


def _instruments(by: str, name: str) -> list[str]:
    """Those that must be covered for a count of nothing to be a zero."""
    return [code for code, each in instruments().items() if by == "stage" or name in (code, each.group)]


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
    """A row each activity and party that counts: the period's columns, `activity`, `state`, `by`, `party`, `role`."""
    activities = known(frames["activities"], on).drop_nulls("day").filter(pl.col(by).is_in(names))
    if by != "stage":
        activities = activities.filter(pl.col("stage").is_in(DEEDS))
    if period != "year":
        activities = activities.filter(pl.col("date").str.len_chars() > len("2024"))
    wanted = activities.select(*named(pl.col("day"), period), "activity", "state", by)
    return wanted.join(frames["parties"], on="activity")


def _pairs(told: pl.DataFrame, directed: bool) -> pl.DataFrame:
    """A row each activity and pair in it, in both orders but for what has a direction in a directed panel."""
    told = told.rename({"party": "code1", "role": "role1"})
    others = told.select("activity", code2="code1", role2="role1")
    roles = pl.concat_str("role1", "role2", separator=" ")
    excluded = [f"{side} {side}" for side in _directions()["sides"]]
    if directed:
        excluded += [f"{receiver} {giver}" for giver, receiver in _directions()["from_to"]]
    pairs = told.join(others, on="activity").filter(pl.col("code1") != pl.col("code2"), ~roles.is_in(excluded))
    return pairs.unique(["activity", "code1", "code2"])


def _counts(told: pl.DataFrame, by: list[str], column: str, names: list[str]) -> pl.DataFrame:
    confirmed = pl.col("state") == "confirmed"
    return told.group_by(by).agg(
        (chosen & (pl.col(column) == name)).sum().cast(pl.Int32).alias(f"{prefix}_{name}")
        for name in names
        for prefix, chosen in (("n", pl.lit(True)), ("confirmed", confirmed))
    )


@cache
def _directions() -> dict[str, Any]:
    return tomllib.loads(files("atase.measures.panel").joinpath("directions.toml").read_text("utf-8"))
