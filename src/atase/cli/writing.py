"""How commands write files: whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode
from tempfile import TemporaryDirectory

import polars as pl

from atase.cli.console import answers
from atase.errors import AtaseError
from atase.i18n import _
from atase.tabular import encoded


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write that becomes `path` when the block ends; if it fails or is stopped, `path` is as before.

    What is no ordinary file, such as /dev/stdout, is written as it is.

    Raises:
        AtaseError: the file cannot be written.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            yield target
            return
        with TemporaryDirectory(dir=target.parent, prefix=".atase-") as folder:
            part = Path(folder, target.name)
            yield part
            if target.exists():
                copymode(target, part)
            part.replace(target)
    except (OSError, pl.exceptions.ComputeError) as error:  # Polars tells of a full disk by either
        reason = getattr(error, "strerror", None) or error
        raise AtaseError(
            _("{path}: cannot be written ({reason}); name another file").format(path=path, reason=reason)
        ) from error


def write(frame: pl.DataFrame, format: str, output: Path | None) -> None:
    """Write a frame as csv, json, jsonl or parquet to a file, or to standard output.

    Raises:
        AtaseError: the file cannot be written, or Parquet has none to go to.
    """
    if output is None:
        if format == "parquet":
            raise AtaseError(_("Parquet is not for the terminal; name a file with -o"))
        answers.out(encoded(frame, format).decode(), end="", highlight=False)
        return
    with replacing(output) as path:
        path.write_bytes(encoded(frame, format))
