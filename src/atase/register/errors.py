"""What databases complain of, as one line that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.utils import DatabaseError

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.location import shown


@contextmanager
def plainly(location: str) -> Iterator[None]:
    """Turn the database's errors within the block into an AtaseError that names the register."""
    try:
        yield
    except DatabaseError as error:
        raise AtaseError(f"{shown(location)}: {_meaning(' '.join(str(error).split()))}") from error


def _meaning(said: str) -> str:
    meanings = {
        "unable to open": _("the register cannot be opened; name a file in a folder that you may write to"),
        "readonly": _("the register cannot be written; check its permissions and those of its folder"),
        "not a database": _("this file is not a register; name another with --register"),
        "malformed": _("the register is damaged; restore it from a copy"),
        "is full": _("the disk is full; what was accepted is kept. Make room and run the command again"),
        "disk i/o": _("the disk failed or is full; what was accepted is kept. Run the command again"),
        "no such module": _("this Python's SQLite has no full-text search (FTS5); use another, or PostgreSQL"),
        "is locked": _("another process has been writing for too long; try again when it has ended"),
    }
    return next((meaning for mark, meaning in meanings.items() if mark in said.lower()), said)
