"""Codes in words, for people."""

from atase.codebook import codebook
from atase.i18n import _

_MARKS = {"confirmed": "●", "candidate": "○", "rejected": "✕"}
STYLES = {"confirmed": "green", "candidate": "yellow", "rejected": "dim"}


def state(code: str) -> str:
    """Who stands behind an activity, by mark and by word, so that no colour is needed to tell."""
    words = {"confirmed": _("confirmed"), "candidate": _("candidate"), "rejected": _("rejected")}
    return f"{_MARKS[code]} {words[code]}"


def label(code: str | None) -> str:
    """What the codebook calls a code in the language of the interface; the code where it has no name for it."""
    entries = codebook().entries()
    return entries[code].label() if code in entries else code or ""
