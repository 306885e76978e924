"""Why the reader reports what it reports: the spans of each sentence, its candidates, and what weighed how much."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp
from typing import Literal

from atase.reader.candidates import Candidate, candidates
from atase.reader.dates import find
from atase.reader.events import Event, events
from atase.reader.judging import Claim, choose, judge, party_features
from atase.reader.reading import parse
from atase.reader.reporting import report
from atase.reader.scorer import Model, model, probability
from atase.reader.sentence import Sentence
from atase.reader.text import Normalised, normalise
from atase.report import TITLE, Document, Report

Verdict = Literal["kept", "folded", "unlikely", "denied", "alone"]
"""What became of a candidate: a report; told by a surer candidate of the same event; its event less likely than the
threshold; denied by its sentence; nobody there to make it with."""


@dataclass(frozen=True, slots=True)
class Span:
    """Something found in a sentence: offsets into the sentence, and what it tells.

    `tells` is whom a name stands for, the concepts of a cue, or the dates. `note` tells how a name stands there (its
    kind, its rank, `home` where it is inferred from an office alone, `placed` after a word such as "in") or what kind
    a date is.
    """

    start: int
    end: int
    kind: Literal["name", "cue", "date"]
    text: str
    tells: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A logistic regression's probability, and the features with a weight, the heaviest first."""

    probability: float
    weights: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate and what became of it. `start` and `end` are the offsets of its phrase in the sentence.

    `stage` gives the weights for the stage that was chosen; its probability is the share among the stages. `event`
    is how the event was judged that the claim belongs to, and `surest` the sentence that speaks for it.
    """

    instrument: str
    phrase: str
    start: int
    end: int
    parties: Mapping[str, Judgement]
    chosen: tuple[str, ...]
    verdict: Verdict
    claim: Judgement | None = None
    stage_code: str | None = None
    stage: Judgement | None = None
    date: str | None = None
    event: Judgement | None = None
    surest: int | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence (0 is the title) as the reader sees it, with its offsets in the document as it was given."""

    index: int
    text: str
    start: int
    end: int
    spans: tuple[Span, ...]
    considered: tuple[Considered, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that led to a document's reports. `left`: no phrase of its text proposes anything."""

    document: Document
    lang: str | None
    left: bool
    threshold: float
    version: str
    sentences: tuple[Told, ...]

    @property
    def reports(self) -> list[Report]:
        """What `read` returns, in the order in which the surest sentences stand."""
        return [made.report for told in self.sentences for made in told.considered if made.report]


def explain(document: Document, *, min_confidence: float | None = None) -> Explanation:
    """Read a document and tell why; `min_confidence` as for `read`."""
    by = model()
    floor = by.threshold if min_confidence is None else min_confidence
    body = normalise(document.text)
    sentences = list(parse(document, body))
    proposed = list(candidates(sentences))
    claims = [claim for candidate in proposed if (claim := judge(candidate, by, document.date))]
    fates: dict[int, _Fate] = {}
    for event in events(claims, by.event):
        made = report(event, document, body, sentences, by) if event.probability >= floor else None
        fates |= {id(claim.candidate): (claim, event, made) for claim in event.claims}
    considered: dict[int, list[Considered]] = defaultdict(list)
    for candidate in proposed:
        considered[candidate.sentence.index].append(_considered(candidate, by, fates.get(id(candidate))))
    return Explanation(
        document,
        sentences[0].lang if sentences else None,
        all(sentence.title for sentence in sentences),
        floor,
        by.version,
        tuple(_told(sentence, body, document.date, considered[sentence.index]) for sentence in sentences),
    )


def _told(sentence: Sentence, body: Normalised, written: str | None, considered: list[Considered]) -> Told:
    start, end = (TITLE, TITLE) if sentence.title else body.span(sentence.start, sentence.end)
    spans = sorted(_spans(sentence, written), key=lambda span: (span.start, -span.end, span.kind))
    return Told(sentence.index, sentence.text, start, end, tuple(spans), tuple(considered))


def _considered(candidate: Candidate, by: Model, fate: "_Fate | None") -> Considered:
    parties = {code: _judgement(by.party, traits) for code, traits in candidate.parties.items()}
    chosen = choose({code: judged.probability for code, judged in parties.items()})
    trigger, zero = candidate.trigger, candidate.sentence.start
    told = (candidate.instrument, trigger.phrase, trigger.start - zero, trigger.end - zero, parties, chosen)
    if fate is None:
        return Considered(*told, "denied" if len(chosen) > 1 else "alone")
    claim, event, made = fate
    surest = event.claims[0]
    verdict: Verdict = "unlikely" if made is None else "kept" if claim is surest else "folded"
    features = [*candidate.features, *party_features(candidate, claim.parties, claim.chances)]
    return Considered(
        *told,
        verdict,
        _judgement(by.claim, features),
        claim.stage,
        _staged(by, claim),
        claim.date,
        _judgement(by.event, event.features),
        surest.candidate.sentence.index,
        made if claim is surest else None,
    )


def _judgement(weights: Mapping[str, float], features: Iterable[str]) -> Judgement:
    names = list(features)
    return Judgement(probability(weights, names), _heaviest(weights, names))


def _staged(by: Model, claim: Claim) -> Judgement:
    """The weights for the stage that was chosen, and its share among all of them (softmax)."""
    names = claim.stage_features
    scores = {code: exp(sum(weights.get(name, 0.0) for name in names)) for code, weights in by.stages.items()}
    return Judgement(scores[claim.stage] / sum(scores.values()), _heaviest(by.stages[claim.stage], names))


def _heaviest(weights: Mapping[str, float], names: Iterable[str]) -> tuple[tuple[str, float], ...]:
    weighed = [(name, weights[name]) for name in names if weights.get(name)]
    return tuple(sorted(weighed, key=lambda pair: -abs(pair[1])))


def _spans(sentence: Sentence, written: str | None) -> Iterator[Span]:
    def span(start: int, end: int, kind: Literal["name", "cue"], tells: Iterable[str], note: str = "") -> Span:
        start, end = start - sentence.start, end - sentence.start
        return Span(start, end, kind, sentence.text[start:end], tuple(tells), note)

    for actor in sentence.actors:
        marks = (actor.kind, actor.rank, "home" if actor.home else None, "placed" if actor.placed else None)
        yield span(actor.start, actor.end, "name", actor.codes, ", ".join(filter(None, marks)))
    for mention in sentence.mentions:
        if not any(actor.start < mention.end and mention.start < actor.end for actor in sentence.actors):
            yield span(mention.start, mention.end, "name", (), mention.name.kind)
    for cue in sentence.cues:
        yield span(cue.start, cue.end, "cue", sorted(cue.concepts))
    for date in find(sentence.text, sentence.lang, written):
        tells = (date.date, *([date.end_date] if date.end_date else []))
        yield Span(date.start, date.end, "date", sentence.text[date.start : date.end], tells, date.kind)


_Fate = tuple[Claim, Event, Report | None]
"""A candidate's claim, the event it was folded into, and the report of that, if any."""
