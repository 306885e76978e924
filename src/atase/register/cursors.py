"""Where a list goes on: a place in it, signed, so that nobody makes one up."""

from dataclasses import astuple, dataclass

from django.core.signing import BadSignature, Signer

from atase.errors import AtaseError
from atase.i18n import _
from atase.register.ids import digest
from atase.register.words import Filter, Order


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place of an activity in an order: the value that it is ordered by, where that is not its date, and its
    position. `back` reads from there towards the start.
    """

    key: float | None
    position: int
    back: bool = False


def write(cursor: Cursor, wanted: Filter, order: Order) -> str:
    """A cursor as the user gets it: good for this list only."""
    return _signer(wanted, order).sign_object(astuple(cursor))


def read(written: str, wanted: Filter, order: Order) -> Cursor:
    """A cursor that the user gives back.

    Raises:
        AtaseError: it is none, or of another list.
    """
    try:
        return Cursor(*_signer(wanted, order).unsign_object(written))
    except (BadSignature, ValueError, TypeError) as error:
        raise AtaseError(_("this is no place in this list; start at its first page")) from error


def _signer(wanted: Filter, order: Order) -> Signer:
    return Signer(salt=digest("list", order, repr(astuple(wanted))))
