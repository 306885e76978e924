"""How candidates, confirmed and rejected activities are told apart: by word, shape and colour, everywhere alike."""

from atase.i18n import _
from atase.schema import MARKS


def state(code: str) -> str:
    """Who stands behind an activity, in a word."""
    return {"candidate": _("candidate"), "confirmed": _("confirmed"), "rejected": _("rejected")}[code]


def mark(code: str) -> str:
    """The same as a sign: hollow, full, crossed."""
    return MARKS[code]
