"""Who is a member of a state system in which period."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import polars as pl

from atase.actors import Actor, actors
from atase.measures.panel.periods import Period, keys

System = Literal["cow", "gw", "iso"]
NUMBER = {"cow": "ccode", "gw": "gwcode", "iso": "code"}
"""The column that names a unit of a system."""
BEGINS, ENDLESS = date(1945, 1, 1), date(9999, 12, 31)
_SPELLS = {"code": pl.String, "ccode": pl.Int32, "gwcode": pl.Int32, "start": pl.Date, "end": pl.Date}


@cache
def bearers() -> pl.DataFrame:
    """The states since 1945: `code`, `ccode` and `gwcode` (null where they have none), `start` and `end` days."""
    rows = [row for actor in actors().values() if actor.kind == "state" for row in _bearer(actor)]
    return pl.DataFrame(rows, schema=_SPELLS, orient="row").sort("start", "code")


def own_spells(system: System) -> pl.DataFrame:
    """Members by the project's own list of states: the unit's column of `NUMBER`, `start` and `end`."""
    return bearers().select(NUMBER[system], "start", "end").drop_nulls()


def listed_spells(members: pl.DataFrame, system: System) -> pl.DataFrame:
    """Members by a published list. Who is one on its last day is taken to go on."""
    lasting = pl.col("end") == pl.col("end").max()
    end = pl.when(lasting).then(pl.lit(ENDLESS)).otherwise("end")
    return members.select(pl.col("number").alias(NUMBER[system]), "start", end=end)


def present(spells: pl.DataFrame, periods: pl.DataFrame, unit: str) -> pl.DataFrame:
    """A row each unit and period in which it is a member on some day, with the first and last of them.

    Columns: those of `periods`, `unit`, `since` and `until`.
    """
    return (
        spells.lazy()
        .join_where(periods.lazy(), pl.col("start") <= pl.col("last"), pl.col("end") >= pl.col("first"))
        .group_by(*periods.columns, unit)
        .agg(
            since=pl.max_horizontal("start", "first").min(),
            until=pl.min_horizontal("end", "last").max(),
        )
        .sort("first", unit)
        .collect()
    )


def units(
    system: System, spells: pl.DataFrame, cow: pl.DataFrame, periods: pl.DataFrame, period: Period
) -> pl.DataFrame:
    """The units of a system in each period under all their names.

    Args:
        system: whose units.
        spells: the members of that system.
        cow: the members of the Correlates of War's system.
        periods: the periods.
        period: their length.

    Returns:
        The period's columns; `code` (ISO; that of the first day in the period, null where the project knows no such
        state), `ccode` (null where it is no member of the Correlates of War's system) and, for Gleditsch and Ward's
        system, `gwcode`; `since` and `until`, the days of membership in the period.
    """
    unit, when = NUMBER[system], keys(period)
    found = present(spells, periods, unit)
    names = _named(found, unit)
    known = found.join(names, on=[*when, unit], how="left", maintain_order="left")
    if system != "cow":
        members = present(cow, periods, "ccode").select(*when, "ccode", member=pl.col("ccode"))
        known = known.join(members, on=[*when, "ccode"], how="left", maintain_order="left")
        known = known.with_columns(ccode="member")
    names_of = ["code", "ccode", *(["gwcode"] if system == "gw" else [])]
    return known.select(*when, *names_of, "since", "until")


def _named(found: pl.DataFrame, unit: str) -> pl.DataFrame:
    """The other names of units, those that they bore first in the period."""
    others = [name for name in ("code", "ccode") if name != unit]
    when = [name for name in found.columns if name in ("year", "quarter", "month")]
    return (
        found.join(bearers().select(unit, *others, "start", "end"), on=unit)
        .filter(pl.col("start") <= pl.col("until"), pl.col("end") >= pl.col("since"))
        .sort("start")
        .group_by(*when, unit, maintain_order=True)
        .agg(pl.col(*others).first())
    )


def _bearer(actor: Actor) -> Iterator[tuple[str, int | None, int | None, date, date]]:
    gw = next(iter(actor.gw), None)
    changes = [(number["cow"], number["until"]) for number in _changes() if number["code"] == actor.code]
    for spell in actor.spells:
        start = max(date.fromisoformat(spell.start), BEGINS) if spell.start else BEGINS
        end = date.fromisoformat(spell.end) if spell.end else ENDLESS
        for cow, until in changes:
            yield actor.code, cow, gw, start, until
            start = until + timedelta(days=1)
        yield actor.code, next(iter(actor.cow), None), gw, start, end


@cache
def _changes() -> list[dict[str, Any]]:
    text = files("atase.measures.panel").joinpath("numbers.toml").read_text("utf-8")
    changes: list[dict[str, Any]] = tomllib.loads(text)["number"]
    return changes
