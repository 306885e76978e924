"""A table of any length written row by row: kept in parts beside the result and put together at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from atase.cli.writing import replacing
from atase.errors import AtaseError
from atase.i18n import _
from atase.tabular import unspelled

FORMATS = (".parquet", ".jsonl", ".csv")
_PART = 50_000
"""Rows in memory at once."""


class Spool:
    """Takes rows as tuples in the order of the schema."""

    def __init__(self, schema: pl.Schema, folder: Path) -> None:
        self._schema, self._folder = schema, folder
        self._rows: list[tuple[Any, ...]] = []
        self._parts = 0

    def add(self, row: tuple[Any, ...]) -> None:
        """Add one row."""
        self._rows.append(row)
        if len(self._rows) == _PART:
            self.flush()

    def flush(self) -> None:
        """Put what is in memory into a part."""
        columns = zip(*self._rows, strict=True) if self._rows else [()] * len(self._schema)
        series = [
            pl.Series(name, column, kind, strict=False)
            for (name, kind), column in zip(self._schema.items(), columns, strict=True)
        ]
        pl.DataFrame(series).write_parquet(self._folder / f"{self._parts:06}.parquet", compression="uncompressed")
        self._parts += 1
        self._rows.clear()


@contextmanager
def spool(path: Path, schema: pl.Schema) -> Iterator[Spool]:
    """Open a table that is written to `path` when the block ends, and not at all where it ends in an error.

    Raises:
        AtaseError: the ending is none of `FORMATS`, or the file cannot be written.
    """
    if path.suffix not in FORMATS:
        message = _("{path}: cannot write {suffix!r}; give a name that ends in {formats}")
        raise AtaseError(message.format(path=path, suffix=path.suffix, formats=", ".join(FORMATS)))
    with replacing(path) as whole, TemporaryDirectory(dir=whole.parent) as folder:
        rows = Spool(schema, Path(folder))
        yield rows
        rows.flush()
        _together(pl.scan_parquet(Path(folder, "*.parquet")), whole)


def _together(parts: pl.LazyFrame, path: Path) -> None:
    match path.suffix:
        case ".parquet":
            parts.sink_parquet(path)
        case ".jsonl":
            parts.sink_ndjson(path)
        case _:
            unspelled(parts.collect()).write_csv(path)
