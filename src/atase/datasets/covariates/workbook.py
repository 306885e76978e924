"""Workbooks whose sheets have a row a state and a column a year."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polars as pl

from atase.actors import actors, by_number, find_code
from atase.datasets.covariates.card import Covariate, Layout
from atase.datasets.workbook import sheet_rows
from atase.errors import AtaseError
from atase.i18n import _

_YEAR = re.compile(r"(1[89]|20)\d\d(\.0)?")


def sheets(path: Path) -> list[str]:
    """The names of a workbook's sheets.

    Raises:
        AtaseError: it cannot be read, or the reader of workbooks is not installed.
    """
    try:
        import fastexcel
    except ImportError as error:
        raise AtaseError(_("{path}: Excel files need `pip install 'atase[datasets]'`").format(path=path)) from error
    try:
        return fastexcel.read_excel(path).sheet_names
    except fastexcel.FastExcelError as error:
        message = _("{path}: cannot be read ({reason}); expected an Excel workbook")
        raise AtaseError(message.format(path=path, reason=str(error).splitlines()[0])) from error


def read_sheets(card: Covariate, layout: Layout, path: Path) -> tuple[pl.DataFrame, list[str]]:
    """`code`, `year` and the card's columns, and what was left out: names that stand for no state, cells that are none.

    Raises:
        AtaseError: the workbook cannot be read.
    """
    left_out: list[str] = []
    found: dict[tuple[str, int], dict[str, float]] = {}
    for column, begins in layout.columns.items():
        sheet = next(name for name in sheets(path) if name.startswith(begins))
        for name, year, cell in _cells(path, sheet):
            if cell in layout.missing:
                continue
            code, value = _code(card.aliases.get(name, name), year), _number(cell)
            if code is None or value is None:
                left_out.append(f"{sheet}: {name}, {year}: {cell}")
            else:
                found.setdefault((code, year), {}).setdefault(column, value)
    rows = [{"code": code, "year": year, **values} for (code, year), values in found.items()]
    schema = {"code": pl.String, "year": pl.Int32} | dict.fromkeys(layout.columns, pl.Float64)
    return pl.DataFrame(rows, schema=schema, orient="row"), left_out


def _cells(path: Path, sheet: str) -> Iterator[tuple[str, int, str]]:
    """State, year and cell of a sheet, below the line whose first cell is `Country`; other lines are headings."""
    header, lines = sheet_rows(path, sheet)
    years: dict[int, int] = {}
    for cells in [header, *lines]:
        if cells[0].strip() == "Country":
            years = {place: int(cell[:4]) for place, cell in enumerate(cells) if _YEAR.fullmatch(cell.strip())}
            continue
        for place, year in years.items():
            yield cells[0].strip(), year, cells[place].strip()


@cache
def _code(name: str, year: int) -> str | None:
    """The state that a name of today, or of then, stood for in a year: Serbia in 2000 is Yugoslavia."""
    try:
        bearer = actors()[find_code(name)]
    except AtaseError:
        return None
    if bearer.exists(str(year)) or not bearer.cow:
        return bearer.code
    then = by_number("cow", bearer.cow[0], str(year))
    return then.code if then and then.exists(str(year)) else bearer.code


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None
