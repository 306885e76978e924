"""Sentences -> what they may report: every instrument that a phrase proposes, with its possible parties."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from atase.reader.features import claim_features
from atase.reader.parties import Memory, judged
from atase.reader.scan import Cue
from atase.reader.sentence import Sentence
from atase.reader.triggers import triggers


@dataclass(slots=True)
class Candidate:
    """One claim that a sentence may make. What it is judged by are features: its own, and its parties'."""

    instrument: str
    sentence: Sentence
    trigger: Cue
    features: list[str]
    parties: dict[str, list[str]] = field(default_factory=dict)


def candidates(sentences: list[Sentence]) -> Iterator[Candidate]:
    """Every candidate, in the order of the text."""
    memory = Memory()
    for sentence in sentences:
        found = triggers(sentence)
        for instrument, trigger in found.items():
            possible = judged(instrument, trigger, sentence, memory)
            if len(possible) > 1:
                features = claim_features(instrument, trigger, sentence, tuple(found))
                yield Candidate(instrument, sentence, trigger, features, possible)
        if sentence.title:
            memory.title = tuple(sentence.codes)
        memory.remember(sentence)
