"""The formats that can be read. One is a file here with a function `read`, and a line in `MODULES`."""

from collections.abc import Callable, Iterator
from importlib import import_module
from io import BufferedReader

from atase.documents.entries import Entry, UnreadableError

MODULES = {
    ".txt": "plain",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "word",
    ".jsonl": "jsonl",
    ".csv": "table",
}
"""Suffix, in lower case -> the module that reads it."""

Read = Callable[[BufferedReader], Iterator[Entry | UnreadableError]]
"""Reads one file. Yields its documents and the rows that are none; raises UnreadableError where it has none at all."""


def reader(suffix: str) -> Read | None:
    """The function that reads files of the suffix; its libraries are imported only now."""
    name = MODULES.get(suffix.lower())
    return import_module(f"{__name__}.{name}").read if name else None
