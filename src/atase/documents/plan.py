"""Which files the user's paths stand for."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

STDIN = "-"


def plan(paths: Iterable[str | Path]) -> list[str]:
    """Folders and globs replaced by their files, sorted, each once; everything else as given.

    Hidden files and folders, and the lock files of Office, are left out. What cannot be opened or found stays, so
    that loading it tells why.
    """
    return list(dict.fromkeys(name for path in paths for name in _expand(str(path))))


def is_page(path: str) -> bool:
    """Whether the path is an address rather than a file."""
    return "://" in path


def _expand(path: str) -> Iterator[str]:
    if path == STDIN or is_page(path):
        yield path
    elif Path(path).is_dir():
        yield from sorted(_files(path)) or [path]
    elif has_magic(path) and not Path(path).exists():
        found = sorted(glob(path, recursive=True))  # noqa: PTH207  takes absolute patterns, too
        yield from [file for match in found for file in _expand(match)] or [path]
    else:
        yield path


def _files(folder: str) -> list[str]:
    closed: list[OSError] = []
    found: list[str] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [str(Path(here, name)) for name in names if not name.startswith((".", "~$"))]
    return found + [str(error.filename) for error in closed]
