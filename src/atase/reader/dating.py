"""When an act happens: which of the dates beside it is its own."""

from atase.reader.candidates import Candidate
from atase.reader.dates import DateSpan, find
from atase.reader.scan import Cue

_SPEECH_ACTS = {"protest", "threat"}
_AHEAD = {"planned", "proposed"}
_REPORTED = 45
"""Characters before a date in which a word of saying makes it the date of the saying."""
_SAID_PENALTY = 150
_NAMED_PENALTY = 60
_AFTER_BONUS = 10


def when(candidate: Candidate, stage: str, anchor: str | None) -> tuple[str | None, str | None]:
    """The first and, where told, last day of the act: the date in its sentence that fits its phrase best."""
    sentence = candidate.sentence
    spans = find(sentence.text, sentence.lang, anchor)
    if not spans:
        return None, None
    best = min(spans, key=lambda span: _cost(span, candidate))
    if stage in _AHEAD and best.other and anchor and best.date < anchor:
        return best.other, None
    return best.date, best.end_date


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
    return any(
        "says" in cue.concepts and 0 <= at - cue.end <= _REPORTED and cue.start >= trigger.end for cue in cues
    )
