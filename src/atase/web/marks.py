"""How candidates, confirmed and rejected activities are told apart: by word, shape and colour, everywhere alike."""

from atase.i18n import _
from atase.schema import MARKS


def state(code: str) -> str:
    """Who stands behind an activity, in a word."""
    return {"candidate": _("candidate"), "confirmed": _("confirmed"), "rejected": _("rejected")}[code]


def mark(code: str) -> str:
    """The same as a sign: hollow, full, crossed."""
    return MARKS[code]


def action(code: str) -> str:
    """What a person did, in a word."""
    words = {
        "confirm": _("confirmed"),
        "reject": _("rejected"),
        "correct": _("corrected"),
        "merge": _("merged with"),
        "refuse": _("held apart from"),
        "unsure": _("left open whether it is"),
        "split": _("split"),
        "undo": _("took back"),
    }
    return words[code]


def role(code: str) -> str:
    """What a party does in an activity."""
    words = {
        "participant": _("participant"),
        "host": _("host"),
        "guest": _("guest"),
        "supplier": _("supplier"),
        "recipient": _("recipient"),
        "contributor": _("contributor"),
        "actor": _("actor"),
        "target": _("target"),
        "mediator": _("mediator"),
    }
    return words.get(code, code)


def field(name: str) -> str:
    """What a field of an activity is called."""
    words = {
        "instrument": _("Instrument"),
        "stage": _("Stage"),
        "date": _("Date"),
        "end": _("End"),
        "place": _("Where"),
        "series": _("Series"),
        "depth": _("Depth"),
        "themes": _("Themes"),
        "parties": _("Parties"),
    }
    return words[name]
