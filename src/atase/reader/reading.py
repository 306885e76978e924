"""Document -> reports: the steps in their order."""

from collections.abc import Iterable, Iterator

from atase.reader.candidates import Candidate, candidates
from atase.reader.cast import cast
from atase.reader.events import Event, events
from atase.reader.judging import judge
from atase.reader.passages import Passage, passages, peopled
from atase.reader.reporting import report
from atase.reader.scan import cues, shared
from atase.reader.scorer import Model, model
from atase.reader.sentence import Sentence
from atase.reader.sentences import split
from atase.reader.text import Normalised, normalise
from atase.reader.triggers import trigger_concepts
from atase.report import Document, Report


def read(document: Document, *, min_confidence: float | None = None) -> list[Report]:
    """Code the activities that a document reports, in the order in which it tells them.

    `min_confidence` (0 to 1) keeps only what is at least as sure; None takes the threshold of best F1.
    Pure and deterministic: the same document gives the same reports.
    """
    body = normalise(document.text)
    found = list(passages(document, body))
    if not peopled(found):
        return []
    floor = model().threshold if min_confidence is None else min_confidence
    sentences = list(_sentences(found))
    told = judged(list(candidates(sentences)), document, model())
    return [report(event, document, body, sentences, model()) for event in told if event.probability >= floor]


def judged(proposed: list[Candidate], document: Document, by: Model) -> list[Event]:
    """The events that the candidates tell of."""
    claims = [claim for candidate in proposed if (claim := judge(candidate, by, document.date))]
    return events(claims, by.event)


def parse(document: Document, body: Normalised) -> list[Sentence]:
    """The sentences of a document that may say something, its title first, with what stands in them."""
    return _sentences(passages(document, body))


def _sentences(found: Iterable[Passage]) -> list[Sentence]:
    """The sentences of passages in the order of the text, numbered from the title, which is 0."""
    parsed = sorted(
        (sentence for passage in found for sentence in _parsed(passage)),
        key=lambda sentence: (not sentence.title, sentence.start),
    )
    first = 0 if parsed and parsed[0].title else 1
    for index, sentence in enumerate(parsed, first):
        sentence.index = index
    return parsed


def _parsed(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage; of one without any phrase that proposes something only the title."""
    text, lang = passage.text, passage.lang
    phrases = cues(passage.flat, lang)
    if not passage.title and all(cue.concepts.isdisjoint(trigger_concepts()) for cue in phrases):
        return
    actors = cast(text, passage.mentions, phrases, passage.home)
    spans = [(0, len(text))] if passage.title else split(text, lang)
    parts = zip(spans, shared(passage.mentions, spans), shared(phrases, spans), shared(actors, spans), strict=True)
    for (start, end), named, said, here in parts:
        yield Sentence(start, end, text[start:end], lang, named, said, list(here), title=passage.title)
