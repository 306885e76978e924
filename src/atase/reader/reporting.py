"""An event as the report that leaves the room: with evidence in the document as it was given."""

from collections.abc import Sequence

from atase.actors import RANKS
from atase.reader.events import Event
from atase.reader.judging import Claim
from atase.reader.scorer import Model
from atase.reader.sentence import Sentence
from atase.reader.text import Normalised
from atase.reader.themes import themes_of
from atase.report import TITLE, Document, Evidence, Party, Report

_RANKED = {"visit", "dialogue"}
_SURE_ENOUGH = 0.4
"""Share of the surest claim's probability that a claim needs to be shown as evidence too."""
_MOST = 4
"""Sentences shown as evidence of one event."""


def report(event: Event, document: Document, body: Normalised, sentences: Sequence[Sentence], by: Model) -> Report:
    """The report of an event: what its surest claim says, and what the others add."""
    surest = event.claims[0]
    shown = shown_claims(event)
    dated = next((claim for claim in event.claims if claim.date), surest)
    instrument = surest.candidate.instrument
    return Report(
        instrument=instrument,
        parties=tuple(Party(code) for code in surest.parties),
        stage=surest.stage,
        evidence=_evidence(shown, document, body),
        coder="reader",
        coder_version=by.version,
        confidence=round(event.probability, 4),
        date=dated.date,
        end=dated.end,
        series=next(filter(None, map(_series, shown)), None),
        depth=_rank(shown) if instrument in _RANKED else None,
        themes=themes_of(instrument, [claim.candidate.sentence for claim in shown], sentences, by.themes),
    )


def shown_claims(event: Event) -> list[Claim]:
    """The claims whose sentences are shown as evidence, the surest first."""
    least = event.claims[0].probability * _SURE_ENOUGH
    return [claim for claim in event.claims if claim.probability >= least][:_MOST]


def _evidence(shown: list[Claim], document: Document, body: Normalised) -> tuple[Evidence, ...]:
    sentences = [claim.candidate.sentence for claim in shown if not claim.candidate.sentence.title]
    if not sentences:
        return (Evidence(TITLE, TITLE, document.title),)
    spans = sorted({body.span(sentence.start, sentence.end) for sentence in sentences})
    return tuple(Evidence(start, end, document.text[start:end]) for start, end in spans)


def _series(claim: Claim) -> str | None:
    names = (mention.name for mention in claim.candidate.sentence.mentions)
    return next((name.entry for name in names if name.kind == "series"), None)


def _rank(shown: list[Claim]) -> str | None:
    ranks = {actor.rank for claim in shown for actor in claim.candidate.sentence.actors if actor.rank}
    return max(ranks, key=RANKS.index) if ranks else None
