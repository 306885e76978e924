"""Where the bytes of a path come from: a file, a web page, or standard input."""

import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from atase.documents.entries import UnreadableError
from atase.documents.pages import fetch
from atase.documents.plan import STDIN, is_page
from atase.i18n import _


@dataclass(frozen=True, slots=True)
class Origin:
    """An open file, page or pipe."""

    path: str  # as the user gave it; empty for standard input
    suffix: str  # by which its format is chosen
    stream: BufferedReader
    url: str = ""


@contextmanager
def open_origin(path: str, stdin: BinaryIO | None = None) -> Iterator[Origin]:
    """Open what the path stands for.

    Raises:
        UnreadableError: it is no regular file, or the page cannot be had.
        OSError: the file cannot be opened.
    """
    if path == STDIN:
        stream = _buffered(stdin or sys.stdin.buffer)
        is_json = stream.peek(64).lstrip().startswith(b"{")
        yield Origin("", ".jsonl" if is_json else ".txt", stream)
    elif is_page(path):
        page = fetch(path)
        yield Origin(path, page.suffix, _buffered(BytesIO(page.content)), page.url)
    else:
        file = Path(path)
        if not (stat.S_ISREG(mode := file.stat().st_mode) or stat.S_ISDIR(mode)):
            raise UnreadableError(_("not a regular file; give it through standard input, as -"))
        with file.open("rb") as stream:
            yield Origin(path, file.suffix, stream)


def _buffered(stream: BinaryIO) -> BufferedReader:
    """The stream as one that can be looked into without reading on."""
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("BytesIO", stream))
