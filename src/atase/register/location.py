"""Where a register is kept: a SQLite file or a PostgreSQL URL, as Django's database settings."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from atase.errors import AtaseError
from atase.i18n import _

PATIENCE = 120
"""Seconds to wait for another process that is writing."""


def database(location: str) -> dict[str, Any]:
    """Django's settings for the register at a path or a `postgresql://` URL.

    Raises:
        AtaseError: the URL names another kind of database, or PostgreSQL support is not installed.
    """
    return _postgresql(location) if "://" in location else _sqlite(location)


def shown(location: str) -> str:
    """The location as it may be printed: without the password of a URL."""
    if "://" not in location:
        return location
    url = urlsplit(location)
    return url._replace(netloc=url.netloc.rpartition("@")[2]).geturl()


def _sqlite(path: str) -> dict[str, Any]:
    file = Path(path).expanduser().resolve()
    reading = _only_reading(file)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{file.as_uri()}?{reading}" if reading else str(file),
        "HOST": "",
        "PORT": "",
        "OPTIONS": {
            "timeout": PATIENCE,
            "transaction_mode": "IMMEDIATE",  # take the write lock first, so that waiting cannot deadlock
            "init_command": "" if reading else "PRAGMA journal_mode=WAL",
        },
    }


def _only_reading(file: Path) -> str:
    """How SQLite is told to read a file that may not be written (https://www.sqlite.org/uri.html); empty where it may.

    Beside a register that it reads, SQLite keeps files of its own, unless it is told that nobody writes. That is so
    where the folder is closed and there is no log of a writer, as on a disc.
    """
    if not file.exists() or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        return ""
    log = file.with_name(f"{file.name}-wal")
    return "mode=ro" if os.access(file.parent, os.W_OK) or log.exists() else "immutable=1"


def _postgresql(location: str) -> dict[str, Any]:
    url = urlsplit(location)
    if url.scheme not in ("postgresql", "postgres"):
        raise AtaseError(_("{url}: a register is a SQLite file or a postgresql:// URL").format(url=shown(location)))
    if find_spec("psycopg") is None:
        raise AtaseError(
            _("PostgreSQL support is not installed; run: pip install {extra}").format(extra="'atase[server]'")
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": str(url.port or ""),
        "OPTIONS": dict(parse_qsl(url.query)),
    }
