"""What databases complain of, as one line that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.utils import DatabaseError

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.location import shown

_MEANINGS = {
    "unable to open database file": _(
        "the register cannot be opened here; name a folder that you may write to"
    ),
    "readonly database": _("the register cannot be written; check its permissions and those of its folder"),
    "not a database": _("this file is not a register; name another file with --register"),
    "malformed": _("the register is damaged; restore it from a copy"),
    "disk is full": _(
        "the disk is full; what was accepted before is kept. Make room and run the command again"
    ),
    "disk i/o error": _(
        "the disk failed or is full; what was accepted before is kept. Run the command again"
    ),
    "database is locked": _("another process has been writing for too long; try again when it has ended"),
}


@contextmanager
def plainly(location: str) -> Iterator[None]:
    """Turn the database's errors within the block into an AtaseError that names the register."""
    try:
        yield
    except DatabaseError as error:
        said = " ".join(str(error).split())
        meaning = next((text for mark, text in _MEANINGS.items() if mark in said.lower()), said)
        raise AtaseError(f"{shown(location)}: {meaning}") from error
