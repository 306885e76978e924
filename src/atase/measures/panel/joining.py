"""A covariate's values beside the rows of a panel."""

from typing import Literal

import polars as pl

from atase.datasets.covariates import Column, Values
from atase.errors import AtaseError
from atase.i18n import _

_TOLD = "_told"
"""Marks the rows of which the file speaks, so that what it leaves empty stays null."""


def joined(frame: pl.DataFrame, of: Literal["pairs", "states"], values: Values) -> pl.DataFrame:
    """The frame with the columns of a covariate at its end; rows and their order stay.

    Raises:
        AtaseError: the covariate speaks of pairs or members, or its columns are there already.
    """
    card = values.card
    if card.of == "members":
        raise AtaseError(_("{name} is a list of members, of which panels are made").format(name=card.name))
    if card.of == "pairs" and of == "states":
        raise AtaseError(_("{name} tells of pairs; it cannot be added to a panel of states").format(name=card.name))
    if card.of == "pairs":
        found = _pairs(frame, values)
    elif of == "states":
        found = _beside(frame, values.frame, _state_keys(values, ""), {})
    else:
        found = _sides(frame, values)
    return frame.hstack(found.select(pl.exclude(frame.columns)))


def _sides(frame: pl.DataFrame, values: Values) -> pl.DataFrame:
    for side in "12":
        names = {column.name: f"{column.name}{side}" for column in values.card.columns}
        frame = _beside(frame, values.frame, _state_keys(values, side), names)
    apart = {column.difference: column.name for column in values.card.columns if column.difference}
    return frame.with_columns(
        (pl.col(f"{name}1") - pl.col(f"{name}2")).abs().alias(difference) for difference, name in apart.items()
    )


def _pairs(frame: pl.DataFrame, values: Values) -> pl.DataFrame:
    """What belongs to the pair once; what belongs to a side for both."""
    card = values.card
    of_pair = [column for column in card.columns if not column.side]
    of_side = [column for column in card.columns if column.side]
    ordered = {"_low": pl.min_horizontal("ccode1", "ccode2"), "_high": pl.max_horizontal("ccode1", "ccode2")}
    covered = _covered(values)
    if of_pair:
        once = values.frame.filter(pl.col("number1") < pl.col("number2"))
        keys = {"year": "year", "_low": "number1", "_high": "number2"}
        frame = _added(frame.with_columns(**ordered), once, keys, of_pair, "", covered).drop("_low", "_high")
    for side, (one, other) in {"1": ("ccode1", "ccode2"), "2": ("ccode2", "ccode1")}.items():
        keys = {"year": "year", one: "number1", other: "number2"}
        frame = _added(frame, values.frame, keys, of_side, side, covered) if of_side else frame
    return frame


def _added(
    frame: pl.DataFrame, told: pl.DataFrame, keys: dict[str, str], columns: list[Column], side: str, covered: pl.Expr
) -> pl.DataFrame:
    names = {column.name: f"{column.name}{side}" for column in columns}
    marked = told.select(*keys.values(), *names, pl.lit(True).alias(_TOLD))
    found = _beside(frame, marked, keys, names)
    silent = pl.col(_TOLD).is_null() & covered
    return found.with_columns(
        pl.when(silent).then(column.absent).otherwise(names[column.name]).alias(names[column.name])
        for column in columns
        if column.absent is not None
    ).drop(_TOLD)


def _covered(values: Values) -> pl.Expr:
    """Years of the card that the file reaches, for two members of the state system."""
    told = pl.lit(values.frame["year"])
    reached = pl.col("year").is_between(*values.card.years) & pl.col("year").is_between(told.min(), told.max())
    return reached & pl.col("ccode1").is_not_null() & pl.col("ccode2").is_not_null()


def _state_keys(values: Values, side: str) -> dict[str, str]:
    """By the number of the Correlates of War, or by code where the file names states."""
    named = "code" in values.frame.columns
    return {"year": "year", f"code{side}": "code"} if named else {"year": "year", f"ccode{side}": "number"}


def _beside(frame: pl.DataFrame, told: pl.DataFrame, keys: dict[str, str], names: dict[str, str]) -> pl.DataFrame:
    """The frame with the other columns of `told`, renamed; keys pair the frame's columns with those of `told`.

    Raises:
        AtaseError: a column is there already.
    """
    renamed = told.rename({name: names.get(name, name) for name in told.columns if name not in keys.values()})
    for name in renamed.columns:
        if name in frame.columns and name not in keys.values():
            raise AtaseError(_("the panel has a column {name} already").format(name=name))
    return frame.join(
        renamed,
        left_on=list(keys),
        right_on=list(keys.values()),
        how="left",
        maintain_order="left",
        validate="m:1",
    )
