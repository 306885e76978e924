"""When an act happens: which of the dates beside it is its own."""

from atase.reader.candidates import Candidate
from atase.reader.dates import DateSpan, find
from atase.reader.scan import Cue
from atase.when import agree, first_day, last_day

_SPEECH_ACTS = {"protest", "threat"}
_AHEAD = {"planned", "proposed"}
_REPORTED = 45
"""Characters before a date in which a word of saying makes it the date of the saying."""
_SAID_PENALTY = 150
_SOON = 45
"""Days ahead within which a plan is taken to mean the coming one of two days."""
_NAMED_PENALTY = 200
_AFTER_BONUS = 10


def own_date(candidate: Candidate, anchor: str | None) -> DateSpan | None:
    """The date in the candidate's sentence that fits its phrase best, where there is one."""
    sentence = candidate.sentence
    if sentence.dates is None:
        sentence.dates = find(sentence.text, sentence.lang, anchor)
    return min(sentence.dates, key=lambda span: _cost(span, candidate), default=None)


def tense(span: DateSpan | None, anchor: str | None) -> str:
    """Where a date stands to the day of writing."""
    if span is None:
        return "undated"
    if span.kind == "since" or not anchor:
        return span.kind
    if agree(span.date, anchor):
        return "today" if len(span.date) == len(anchor) else "about-now"
    return "past" if span.date < anchor else "future"


def resolved(span: DateSpan | None, stage: str, anchor: str | None) -> tuple[str | None, str | None]:
    """The first and, where told, last day of an act of that stage."""
    if span is None:
        return None, None
    if stage in _AHEAD and span.other and anchor and span.date < anchor and _soon(span.other, anchor):
        return span.other, None
    return span.date, span.end_date


def _soon(date: str, anchor: str) -> bool:
    return (first_day(date) - last_day(anchor)).days <= _SOON


def _cost(span: DateSpan, candidate: Candidate) -> int:
    sentence, trigger = candidate.sentence, candidate.trigger
    start, end = sentence.start + span.start, sentence.start + span.end
    cost = max(0, trigger.start - end, start - trigger.end)
    if start >= trigger.start:
        cost -= _AFTER_BONUS
    if span.kind == "named":
        cost += _NAMED_PENALTY
    if candidate.instrument not in _SPEECH_ACTS and _said(start, trigger, sentence.cues):
        cost += _SAID_PENALTY
    return cost


def _said(at: int, trigger: Cue, cues: tuple[Cue, ...]) -> bool:
    """Whether the date tells when it was said: a word of saying stands before it, and after the act."""
    return any("says" in cue.concepts and 0 <= at - cue.end <= _REPORTED and cue.start >= trigger.end for cue in cues)
