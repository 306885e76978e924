"""Tables, as text or as the first sheet of a workbook, with the columns and types that a layout asks for."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from atase.datasets.covariates.card import Layout
from atase.datasets.opening import open_text
from atase.datasets.workbook import sheet_rows
from atase.errors import AtaseError
from atase.i18n import _

_NUMBERS = ("number", "number1", "number2", "year", "event", "side")
_DAYS = ("%Y-%m-%d", "%d.%m.%Y")


def read_table(layout: Layout, path: Path, types: Mapping[str, str], days: bool) -> tuple[pl.DataFrame, list[str]]:
    """The columns of the layout under our names, and the rows that were left out, with what is wrong in them.

    Keys are whole numbers. `start` and `end` are years, or with `days` dates, which three columns may tell: `start`,
    `start_month` and `start_day`.

    Raises:
        AtaseError: the file cannot be read.
    """
    texts = _texts(layout, path).select(
        pl.col(theirs).str.strip_chars().alias(ours) for ours, theirs in layout.columns.items()
    )
    told = texts.with_columns(pl.when(~pl.col(name).is_in(layout.missing)).then(name) for name in texts.columns)
    typed = told.select(
        **{name: _day(told, name) if days else _year(name) for name in ("start", "end") if name in told.columns},
        **{name: pl.col(name).cast(pl.Int32, strict=False) for name in _NUMBERS if name in told.columns},
        **{name: _value(name, kind) for name, kind in types.items() if name in told.columns},
    )
    broken = pl.any_horizontal(
        *(pl.col(name).is_null() for name in typed.columns if name not in types),
        *(pl.col(name).is_null() & told[name].is_not_null() for name in typed.columns if name in types),
        *([pl.col("end") < pl.col("start")] if "start" in typed.columns else []),
    )
    marked = typed.with_row_index("row", 1).with_columns(broken=broken)
    left_out = [_shown(texts, row) for row in marked.filter("broken")["row"]]
    return marked.filter(~pl.col("broken")).drop("row", "broken"), left_out


def _texts(layout: Layout, path: Path) -> pl.DataFrame:
    if layout.format == "excel":
        names, rows = sheet_rows(path, None)
        return pl.DataFrame(list(rows), schema=dict.fromkeys(names, pl.String), orient="row")
    with open_text(path, "utf-8-sig") as stream:
        content = stream.read().encode()
    try:
        wanted = list(layout.columns.values())
        return pl.read_csv(content, infer_schema=False, missing_utf8_is_empty_string=True, columns=wanted)
    except pl.exceptions.PolarsError as error:
        raise AtaseError(
            _("{path}: broken table: {reason}").format(path=path, reason=str(error).splitlines()[0])
        ) from error


def _value(name: str, kind: str) -> pl.Expr:
    """Whole numbers may be written 3.0."""
    if kind == "flag":
        return pl.col(name).is_not_null().cast(pl.Int64)
    number = pl.col(name).cast(pl.Float64, strict=False)
    return number.cast(pl.Int64, strict=False) if kind == "int" else number


def _year(name: str) -> pl.Expr:
    """The year of a date in any order that begins with it: 1920, 192001, 1920-01-01."""
    return pl.col(name).str.slice(0, 4).cast(pl.Int32, strict=False)


def _day(told: pl.DataFrame, name: str) -> pl.Expr:
    text = pl.col(name)
    if f"{name}_month" in told.columns:
        month, day = (pl.col(f"{name}_{part}").str.zfill(2) for part in ("month", "day"))
        text = pl.concat_str(text, month, day, separator="-")
    return pl.coalesce(text.str.to_date(form, strict=False) for form in _DAYS)


def _shown(texts: pl.DataFrame, row: int) -> str:
    cells = "; ".join(f"{name}: {cell}" for name, cell in texts.row(row - 1, named=True).items())
    return _("row {row}: {cells}").format(row=row, cells=cells)
