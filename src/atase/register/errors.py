"""What databases complain of, as one line that says what to do."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db.utils import DatabaseError

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.location import shown

if TYPE_CHECKING:
    from atase.register.models import Decision


class ChangedError(AtaseError):
    """What a person decides on is not what they saw: it changed since. Nothing was decided.

    `activity` is the one that changed, `decisions` what others decided on it since (`models.Decision`, oldest first;
    none where only reports came or went).
    """

    def __init__(self, activity: str, decisions: "Sequence[Decision]") -> None:
        self.activity, self.decisions = activity, tuple(decisions)
        said = [f"{each.who}: {each.action}" + (f" ({each.why})" if each.why else "") for each in decisions]
        super().__init__(
            _("{activity} has changed since you saw it: {what}. Look at it again, then decide").format(
                activity=activity, what="; ".join(said) or _("reports came or went")
            )
        )


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
