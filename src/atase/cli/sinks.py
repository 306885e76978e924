"""Where coded documents go: JSON Lines with a line a document, or tables with a row a report."""

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Literal, Protocol

import polars as pl

from atase.cli.coding import Coded
from atase.cli.plover import plover_event
from atase.cli.rows import COLUMNS, flat_rows, row_of
from atase.cli.writing import replacing
from atase.errors import AtaseError
from atase.i18n import _
from atase.tabular import unspelled_text

FORMATS = (".jsonl", ".parquet", ".csv")
Scheme = Literal["atase", "plover"]
"""Whose form the lines have: Atase's own reports, or PLOVER's events."""


class Sink(Protocol):
    """Something that coded documents can be written to."""

    def write(self, coded: Coded) -> None:
        """Write one document's reports."""


class _Lines:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, coded: Coded) -> None:
        self._stream.write(json.dumps(row_of(coded.document, coded.reports), ensure_ascii=False) + "\n")


class _Events:
    """PLOVER's events, a line each."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, coded: Coded) -> None:
        for number, report in enumerate(coded.reports, 1):
            event = plover_event(report, coded.document, number)
            self._stream.write(json.dumps(event, ensure_ascii=False) + "\n")


class _Table:
    def __init__(self, stream: IO[str]) -> None:
        self._writer: csv.DictWriter[str] = csv.DictWriter(stream, list(COLUMNS))
        self._writer.writeheader()

    def write(self, coded: Coded) -> None:
        self._writer.writerows(map(_one_cell, flat_rows(coded.document, coded.reports)))


class _FlatLines:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, coded: Coded) -> None:
        for row in flat_rows(coded.document, coded.reports):
            self._stream.write(json.dumps(row, ensure_ascii=False) + "\n")


@contextmanager
def open_sink(path: Path | None, scheme: Scheme = "atase") -> Iterator[Sink]:
    """Open what the ending of `path` asks for; without a path, JSON Lines to standard output.

    Raises:
        AtaseError: the ending is none of `FORMATS`, or not JSON Lines for a scheme that has nothing else; or the file
            cannot be written.
    """
    lines = _Events if scheme == "plover" else _Lines
    if path is None:
        yield lines(sys.stdout)
        return
    if scheme == "plover" and path.suffix != ".jsonl":
        raise AtaseError(_("{path}: PLOVER events are JSON Lines; give a name that ends in .jsonl").format(path=path))
    if path.suffix not in FORMATS:
        message = _("{path}: cannot write {suffix!r}; give a name that ends in {formats}")
        raise AtaseError(message.format(path=path, suffix=path.suffix, formats=", ".join(FORMATS)))
    with replacing(path) as part:
        if path.suffix == ".parquet":
            with _parquet(part) as sink:
                yield sink
        else:
            with part.open("w", encoding="utf-8", newline="") as stream:
                yield _Table(stream) if path.suffix == ".csv" else lines(stream)


@contextmanager
def _parquet(path: Path) -> Iterator[Sink]:
    """Rows are kept in a file beside the result and turned at the end, so that memory does not grow."""
    with TemporaryDirectory(dir=path.parent) as folder:
        rows = Path(folder, "rows.jsonl")
        with rows.open("w", encoding="utf-8") as stream:
            yield _FlatLines(stream)
        if rows.stat().st_size:
            pl.scan_ndjson(rows, schema=COLUMNS).sink_parquet(path)
        else:
            pl.DataFrame(schema=COLUMNS).write_parquet(path)


def _one_cell(row: dict[str, Any]) -> dict[str, Any]:
    """Lists as one cell, codes apart by blanks and quotes by a line end; no cell a formula for a spreadsheet."""
    told = {
        name: ("\n" if name == "evidence" else " ").join(value) if isinstance(value, list) else value
        for name, value in row.items()
    }
    return {name: unspelled_text(value) if isinstance(value, str) else value for name, value in told.items()}
