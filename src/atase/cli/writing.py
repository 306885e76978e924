"""A frame written as a table for programs."""

from io import BytesIO
from pathlib import Path

import polars as pl

from atase.cli.console import answers
from atase.cli.untrusted import unspelled
from atase.errors import AtaseError
from atase.i18n import _


def write(frame: pl.DataFrame, format: str, output: Path | None) -> None:
    """Write a frame as csv, json, jsonl or parquet to a file, or to standard output.

    Raises:
        AtaseError: the file cannot be written, or Parquet has none to go to.
    """
    if output is None:
        if format == "parquet":
            raise AtaseError(_("Parquet is not for the terminal; name a file with -o"))
        answers.out(_bytes(frame, format).decode(), end="", highlight=False)
        return
    try:
        output.write_bytes(_bytes(frame, format))
    except OSError as error:
        raise AtaseError(
            _("{path}: cannot be written ({reason}); name another file with -o").format(
                path=output, reason=error.strerror
            )
        ) from error


def _bytes(frame: pl.DataFrame, format: str) -> bytes:
    stream = BytesIO()
    match format:
        case "csv":
            unspelled(frame).write_csv(stream)
        case "json":
            frame.write_json(stream)
            stream.write(b"\n")
        case "jsonl":
            frame.write_ndjson(stream)
        case _:
            frame.write_parquet(stream)
    return stream.getvalue()
