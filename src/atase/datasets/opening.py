"""Text files as they are, or packed with gzip or zip."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from atase.errors import AtaseError
from atase.i18n import _

MOST_BYTES = 8 << 30
"""What a packed file may unpack to; beyond it the file is taken for an attack."""


@contextmanager
def open_text(path: Path, encoding: str) -> Iterator[IO[str]]:
    """The text of a file; bytes that are none in the encoding become U+FFFD.

    Raises:
        AtaseError: the file cannot be read, a zip holds not one file, or it unpacks to more than `MOST_BYTES`.
    """
    try:
        with path.open("rb") as file, _unpacked(path, file) as data:
            yield io.TextIOWrapper(data, encoding, errors="replace", newline="")
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise AtaseError(_("{path}: cannot be read: {reason}").format(path=path, reason=reason)) from error


def _unpacked(path: Path, file: IO[bytes]) -> IO[bytes]:
    kind = path.suffix.lower()
    if kind == ".gz":
        return _Bounded(cast("IO[bytes]", gzip.GzipFile(fileobj=file)), path)
    if kind != ".zip":
        return file
    members = [member for member in zipfile.ZipFile(file).infolist() if not member.is_dir()]
    if len(members) != 1:
        raise AtaseError(_("{path}: holds {n} files; unpack it and name one").format(path=path, n=len(members)))
    return _Bounded(zipfile.ZipFile(file).open(members[0]), path)


class _Bounded(io.BufferedReader):
    """A stream of unpacked bytes that ends in an error where there are too many of them."""

    def __init__(self, data: IO[bytes], path: Path) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # both packers give raw streams
        self._path, self._left = path, MOST_BYTES

    def read1(self, size: int = -1, /) -> bytes:
        """What a text stream asks for: some of the bytes."""
        data = super().read1(size)
        self._left -= len(data)
        if self._left < 0:
            raise AtaseError(_("{path}: unpacks to more than {n} bytes").format(path=self._path, n=MOST_BYTES))
        return data
