"""Document -> reports: the steps in their order."""

import tomllib
from functools import cache
from pathlib import Path

from atase.reader import dates
from atase.reader.candidates import Candidate, Sentence, candidates
from atase.reader.folding import Claim, fold
from atase.reader.languages import detect, languages
from atase.reader.scan import scan
from atase.reader.scorer import model
from atase.reader.sentences import split
from atase.reader.text import Normalised, normalise
from atase.reader.themes import themes_of
from atase.report import TITLE, Document, Evidence, Party, Report

_HOME = Path(__file__).with_name("home.toml")
_RANKED = {"visit", "dialogue"}


def read(document: Document, *, min_confidence: float | None = None) -> list[Report]:
    """Code the activities that a document reports, in the order in which it tells them.

    `min_confidence` (0 to 1) keeps only what is at least as sure; None takes the threshold of best F1.
    Pure and deterministic: the same document gives the same reports.
    """
    body = normalise(document.text)
    lang = language_of(document, body.text)
    judged = [_judge(candidate, document, lang) for candidate in propose(document, body, lang)]
    floor = model().threshold if min_confidence is None else min_confidence
    kept = [claim for claim in judged if claim.probability >= floor]
    return [_report(group, document, body, lang) for group in fold(kept)]


def language_of(document: Document, text: str) -> str:
    """The document's language where it says so and the reader knows it, else the likeliest."""
    return document.lang if document.lang in languages() else detect(text or document.title)


def propose(document: Document, body: Normalised, lang: str) -> list[Candidate]:
    """Every candidate of a document: high recall, to be judged."""
    return list(candidates(_sentences(document, body, lang), body.text, home(lang)))


@cache
def _homes() -> dict[str, str]:
    return tomllib.loads(_HOME.read_text(encoding="utf-8"))


def home(lang: str) -> str | None:
    """The state that an office without a country stands for in a language's press."""
    return _homes().get(lang)


def _sentences(document: Document, body: Normalised, lang: str) -> list[Sentence]:
    title = normalise(document.title).text
    heading = [Sentence(0, len(title), title, lang, scan(title, lang, document.date), 0, title=True)]
    found = scan(body.text, lang, document.date)
    rest = [
        Sentence(start, end, body.text[start:end], lang, found.within(start, end), index)
        for index, (start, end) in enumerate(split(body.text, lang), 1)
    ]
    return [*(heading if title else []), *rest]


def _judge(candidate: Candidate, document: Document, lang: str) -> Claim:
    date, end = _when(candidate, document, lang)
    probability = model().probability(candidate.features)
    return Claim(candidate, probability, model().stage(candidate.features), date, end)


def _when(candidate: Candidate, document: Document, lang: str) -> tuple[str | None, str | None]:
    """The date in the sentence that stands nearest to the trigger."""
    sentence = candidate.sentence
    at = candidate.trigger[0] - sentence.start
    spans = dates.find(sentence.text, lang, document.date)
    nearest = min(spans, key=lambda span: min(abs(span.start - at), abs(span.end - at)), default=None)
    return (nearest.date, nearest.end_date) if nearest else (None, None)


def _report(group: list[Claim], document: Document, body: Normalised, lang: str) -> Report:
    surest = group[0]
    candidate = surest.candidate
    dated = next((claim for claim in group if claim.date), surest)
    parties = sorted({code for claim in group[:1] for code in claim.candidate.parties})
    texts = [claim.candidate.sentence for claim in group]
    return Report(
        instrument=candidate.instrument,
        parties=tuple(Party(code) for code in parties),
        stage=surest.stage,
        evidence=_evidence(group, document, body),
        coder="reader",
        coder_version=model().version,
        confidence=round(surest.probability, 4),
        date=dated.date,
        end=dated.end,
        series=next((claim.candidate.series for claim in group if claim.candidate.series), None),
        depth=candidate.rank if candidate.instrument in _RANKED else None,
        themes=themes_of(texts),
    )


def _evidence(group: list[Claim], document: Document, body: Normalised) -> tuple[Evidence, ...]:
    spans = {
        body.span(claim.candidate.sentence.start, claim.candidate.sentence.end)
        for claim in group
        if not claim.candidate.sentence.title
    }
    if not spans:
        return (Evidence(TITLE, TITLE, document.title),)
    return tuple(Evidence(start, end, document.text[start:end]) for start, end in sorted(spans))
