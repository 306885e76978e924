"""Document -> reports: the steps in their order."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from atase.reader.candidates import Candidate, candidates
from atase.reader.cast import cast
from atase.reader.events import Event, events
from atase.reader.judging import judge
from atase.reader.languages import detect, languages
from atase.reader.reporting import report
from atase.reader.scan import between, scan
from atase.reader.scorer import Model, model
from atase.reader.sentence import Sentence
from atase.reader.sentences import split
from atase.reader.text import Normalised, normalise
from atase.reader.triggers import trigger_concepts
from atase.report import Document, Report

_HOME = Path(__file__).with_name("home.toml")


def read(document: Document, *, min_confidence: float | None = None) -> list[Report]:
    """Code the activities that a document reports, in the order in which it tells them.

    `min_confidence` (0 to 1) keeps only what is at least as sure; None takes the threshold of best F1.
    Pure and deterministic: the same document gives the same reports.
    """
    body = normalise(document.text)
    floor = model().threshold if min_confidence is None else min_confidence
    sentences = list(parse(document, body))
    found = judged(list(candidates(sentences)), document, model())
    return [report(event, document, body, sentences, model()) for event in found if event.probability >= floor]


def judged(proposed: list[Candidate], document: Document, by: Model) -> list[Event]:
    """The events that the candidates tell of."""
    claims = [claim for candidate in proposed if (claim := judge(candidate, by, document.date))]
    return events(claims, by.event)


@cache
def _homes() -> dict[str, str]:
    return tomllib.loads(_HOME.read_text(encoding="utf-8"))


def parse(document: Document, body: Normalised) -> Iterator[Sentence]:
    """The sentences of a document that may say something, its title first, with what stands in them."""
    lang = document.lang if document.lang in languages() else detect(body.text or document.title)
    title = normalise(document.title).text
    if title:
        yield from _parts(title, [(0, len(title))], document, lang, title=True)
    yield from _parts(body.text, None, document, lang)


def _parts(
    text: str, spans: list[tuple[int, int]] | None, document: Document, lang: str, *, title: bool = False
) -> Iterator[Sentence]:
    found = scan(text, lang, document.date)
    if not title and not any(cue.concepts & trigger_concepts() for cue in found.cues):
        return
    actors = tuple(cast(text, found.mentions, found.cues, _homes().get(lang)))
    for index, (start, end) in enumerate(spans or split(text, lang), 0 if title else 1):
        yield Sentence(
            start,
            end,
            text[start:end],
            lang,
            between(found.mentions, start, end),
            between(found.cues, start, end),
            list(between(actors, start, end)),
            index,
            title,
        )
