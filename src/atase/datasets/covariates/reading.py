"""Files of a covariate as frames, whatever their layout."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from atase.datasets.covariates.card import Covariate, Layout, covariate
from atase.datasets.covariates.finding import layout_of
from atase.datasets.covariates.participants import opponents
from atase.datasets.covariates.table import read_table
from atase.datasets.covariates.workbook import read_sheets
from atase.errors import AtaseError
from atase.i18n import _, ngettext

KEYS = {"states": ["number", "year"], "pairs": ["number1", "number2", "year"]}


@dataclass(frozen=True, slots=True, eq=False)
class Values:
    """What a file says, a row a state or pair and year, each once, and the rows that were not understood.

    Columns of `frame`: `number` and `year` of states (or `code` and `year`, where the file names them); `number1`,
    `number2` and `year` of pairs; `number`, `start` and `end` (days) of members; then those of the card.
    Numbers are of the Correlates of War, but for the members of another system.
    """

    card: Covariate
    path: Path
    frame: pl.DataFrame
    left_out: tuple[str, ...]


def read(name: str, path: Path) -> Values:
    """The values of a covariate's file.

    A pair of a covariate without columns of one side stands there once, the lower number first; else in both orders.

    Raises:
        AtaseError: no covariate has the name, or the file is none of it.
    """
    card = covariate(name)
    layout = layout_of(card, path)
    if layout is None:
        wanted = _(" or ").join(f"{one.name}: {', '.join(one.columns.values())}" for one in card.layouts)
        message = _("{path}: this is no file of {name}; expected the columns of {wanted}")
        raise AtaseError(message.format(path=path, name=name, wanted=wanted))
    frame, left_out = _read(card, layout, path)
    return Values(card, path, frame, tuple(left_out))


def _read(card: Covariate, layout: Layout, path: Path) -> tuple[pl.DataFrame, list[str]]:
    if layout.format == "sheets":
        return read_sheets(card, layout, path)
    types = {column.name: column.type for column in card.columns}
    frame, left_out = read_table(layout, path, types, days=card.of == "members")
    if card.of == "members":
        return frame, left_out
    if "event" in frame.columns:
        frame = opponents(frame)
    elif "start" in frame.columns:
        frame = _years(frame)
    frame = frame.with_columns(year=pl.col("year").cast(pl.Int32) + layout.offset)
    if card.of == "pairs" and not any(column.side for column in card.columns):
        low, high = pl.min_horizontal("number1", "number2"), pl.max_horizontal("number1", "number2")
        frame = frame.with_columns(number1=low, number2=high)
    settled = _settled(card, frame)
    if card.combine == "first" and (again := frame.height - settled.height):
        told = ngettext("{n} row repeats a year", "{n} rows repeat a year", again).format(n=again)
        left_out.append(told)
    return settled, left_out


def _years(spells: pl.DataFrame) -> pl.DataFrame:
    """A row each year that a spell, given in years, touches."""
    years = pl.int_ranges("start", pl.col("end") + 1).alias("year")
    return spells.with_columns(years).explode("year").drop("start", "end")


def _settled(card: Covariate, frame: pl.DataFrame) -> pl.DataFrame:
    """One row for each state or pair and year."""
    names = [column.name for column in card.columns]
    settle = {"first": pl.Expr.first, "max": pl.Expr.max, "min": pl.Expr.min}[card.combine]
    return frame.group_by(KEYS[card.of], maintain_order=True).agg(settle(pl.col(name)) for name in names)
