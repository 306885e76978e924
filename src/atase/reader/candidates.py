"""Sentences -> what they may report: every instrument that a phrase proposes, with its possible parties."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from atase.reader.cast import COUNTRY
from atase.reader.features import claim_features
from atase.reader.parties import Memory, Stance, judged, stances
from atase.reader.profile import profile
from atase.reader.scan import Cue
from atase.reader.scorer import Traits
from atase.reader.sentence import Sentence
from atase.reader.triggers import triggers


@dataclass(slots=True)
class Candidate:
    """One claim that a sentence may make. What it is judged by are features: its own, and its parties'."""

    instrument: str
    sentence: Sentence
    trigger: Cue
    features: Traits
    parties: dict[str, Traits] = field(default_factory=dict)
    stances: dict[str, Stance] = field(default_factory=dict)


def candidates(sentences: Iterable[Sentence]) -> Iterator[Candidate]:
    """Every candidate, in the order of the text."""
    memory = Memory()
    read = [(sentence, triggers(sentence)) for sentence in sentences]
    whole = profile(read)
    for sentence, found in read:
        for instrument, trigger in found.items():
            standing = stances(trigger, sentence)
            features = claim_features(instrument, trigger, sentence, tuple(found), whole)
            for apart in _apart(instrument, standing):
                here = {code: stance for code, stance in standing.items() if code not in apart}
                possible = judged(instrument, here, sentence, memory, apart)
                if len(possible) > 1:
                    yield Candidate(instrument, sentence, trigger, features, possible, here)
        if sentence.title:
            memory.title = tuple(sentence.codes)
        memory.remember(sentence)


def _apart(instrument: str, standing: dict[str, Stance]) -> Iterator[frozenset[str]]:
    """Whom to leave out: each country of a tour is a visit without the others."""
    stops = {
        code for code, stance in standing.items() if stance.side == "after" and stance.listed and stance.kind in COUNTRY
    }
    if instrument == "visit" and len(stops) > 1:
        for stop in sorted(stops):
            yield frozenset(stops - {stop})
    else:
        yield frozenset()
