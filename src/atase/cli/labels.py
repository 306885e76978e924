"""Codes in words, for people."""

from typing import TYPE_CHECKING

from atase.codebook import codebook
from atase.i18n import _
from atase.schema import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atase.reader import Considered, Judgement

STYLES = {"confirmed": "green", "candidate": "yellow", "rejected": "dim"}


def state(code: str) -> str:
    """Who stands behind an activity, by mark and by word, so that no colour is needed to tell."""
    words = {"confirmed": _("confirmed"), "candidate": _("candidate"), "rejected": _("rejected")}
    return f"{MARKS[code]} {words[code]}"


def legend() -> str:
    """What the marks of the states mean."""
    text = _("{confirmed} confirmed by a person  {candidate} read by machine alone  {rejected} rejected by a person")
    return text.format(**MARKS)


def label(code: str | None) -> str:
    """What the codebook calls a code in the language of the interface; the code where it has no name for it."""
    entries = codebook().entries()
    return entries[code].label() if code in entries else code or ""


def verdict(made: "Considered", threshold: float) -> str:
    """What became of a candidate of the reader, and why."""
    likely = f"{made.event.probability:.2f}" if made.event else ""
    words = {
        "kept": _("kept: its event is likely enough ({likely}, the threshold is {threshold})"),
        "folded": _("folded into the event that sentence {n} tells more surely"),
        "unlikely": _("dropped: its event is too unlikely ({likely}, the threshold is {threshold})"),
        "denied": _("dropped: its sentence denies it"),
        "alone": _("dropped: fewer than two parties are likely to take part"),
    }
    return words[made.verdict].format(likely=likely, threshold=f"{threshold:.2f}", n=made.surest)


def left() -> str:
    """Why the sentences of a document are not shown."""
    return _("No phrase of the text proposes an activity, so it was left after the first scan.")


def spans() -> dict[str, str]:
    """What the kinds of span are called."""
    return {"name": _("names"), "cue": _("phrases"), "date": _("dates")}


def judgements(made: "Considered") -> "Iterator[tuple[str, Judgement]]":
    """What was judged about a candidate, by name: each possible party, the claim, its stage, its event."""
    for code, judgement in made.parties.items():
        yield _("party {code}").format(code=code), judgement
    if made.claim and made.stage and made.event:
        yield _("claim"), made.claim
        yield _("stage {stage}").format(stage=label(made.stage_code)), made.stage
        yield _("event"), made.event
