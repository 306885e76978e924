"""Frames as files: CSV, JSON, JSON Lines, Parquet, Excel. Texts of sources are untrusted: none becomes a formula."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO

import polars as pl

_FORMULA = r"^(\s*[=+\-@\t\r])"


def unspelled_text(value: str) -> str:
    """The text for a cell of CSV: an apostrophe before what a spreadsheet takes for a formula."""
    return re.sub(_FORMULA, r"'\1", value)


def unspelled(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame for CSV: lists as words, and an apostrophe before what a spreadsheet takes for a formula."""
    return _flat(frame).with_columns(pl.col(pl.String).str.replace(_FORMULA, "'$1"))


def encoded(frame: pl.DataFrame, format: str) -> bytes:
    """The frame as the content of a file of one of `FORMATS`; text is UTF-8."""
    stream = BytesIO()
    FORMATS[format](frame, stream)
    return stream.getvalue()


def _flat(frame: pl.DataFrame) -> pl.DataFrame:
    lists = [pl.col(name).list.join(" ") for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    return frame.with_columns(lists)


def _csv(frame: pl.DataFrame, stream: BytesIO) -> None:
    unspelled(frame).write_csv(stream)


def _json(frame: pl.DataFrame, stream: BytesIO) -> None:
    frame.write_json(stream)
    stream.write(b"\n")


def _xlsx(frame: pl.DataFrame, stream: BytesIO) -> None:
    """A workbook with one sheet, whose texts are texts: neither formulas nor links."""
    from xlsxwriter import Workbook

    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        _flat(frame).write_excel(book, autofit=frame.height < 1000)


FORMATS: Mapping[str, Callable[[pl.DataFrame, BytesIO], None]] = {
    "csv": _csv,
    "json": _json,
    "jsonl": lambda frame, stream: frame.write_ndjson(stream),
    "parquet": lambda frame, stream: frame.write_parquet(stream),
    "xlsx": _xlsx,
}
"""What writes a frame, by the ending of the file's name."""
