"""Sheets of Excel workbooks, old and new, as texts."""

from collections.abc import Iterator
from pathlib import Path

from atase.errors import AtaseError
from atase.i18n import _


def sheet_rows(path: Path, sheet: str | None) -> tuple[list[str], Iterator[list[str]]]:
    """The header of a sheet, the first where none is named, and its rows.

    Raises:
        AtaseError: the workbook cannot be read or has no such sheet, or the reader is not installed.
    """
    try:
        import fastexcel
    except ImportError as error:
        raise AtaseError(_("{path}: Excel files need `pip install 'atase[datasets]'`").format(path=path)) from error
    try:
        book = fastexcel.read_excel(path)
        frame = book.load_sheet(sheet if sheet is not None else 0, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        reason = str(error).splitlines()[0]
        message = _("{path}: cannot be read ({reason}); expected an Excel workbook")
        raise AtaseError(message.format(path=path, reason=reason)) from error
    return frame.columns, ([cell or "" for cell in row] for row in frame.iter_rows())
