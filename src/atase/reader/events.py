"""Folded claims -> events: how likely each is, seen beside the rest of its document."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from atase.reader.folding import common, fold
from atase.reader.judging import Claim
from atase.reader.scorer import probability

_FEW = 3
_MUCH = 0.5
"""Share of common parties from which two events are taken to be about the same relation."""


@dataclass(slots=True)
class Event:
    """Claims of one event, the surest first, and how likely they report an activity."""

    claims: list[Claim]
    features: list[str]
    probability: float = 0.0


def events(claims: list[Claim], weights: Mapping[str, float]) -> list[Event]:
    """The events of one document, in the order in which it tells them."""
    groups = fold(claims)
    ranked = sorted((group[0].probability for group in groups), reverse=True)
    counts = Counter(group[0].candidate.instrument for group in groups)
    found = []
    for group in groups:
        event = Event(group, [*_features(group, ranked, counts), *_rivals(group, groups)])
        event.probability = probability(weights, event.features) if weights else group[0].probability
        found.append(event)
    return found


def _features(group: list[Claim], ranked: list[float], counts: Counter[str]) -> list[str]:
    surest = group[0]
    best_other = ranked[1] if len(ranked) > 1 and ranked[0] == surest.probability else ranked[0]
    instrument = surest.candidate.instrument
    bucket = f"sure={int(surest.probability * 12)}"
    return [
        "bias",
        bucket,
        f"{instrument}|bias",
        f"claims={min(len(group), _FEW)}",
        f"claims={min(len(group), _FEW)}|{bucket}",
        f"total-sure={min(int(sum(claim.probability for claim in group) * 3), 6)}",
        f"others={int(best_other * 5)}",
        f"alike={min(counts[instrument], 4)}",
        f"rank={min(ranked.index(surest.probability), 8)}",
        *(["titled"] if any(claim.candidate.sentence.title for claim in group) else []),
        *(["dated"] if any(claim.date for claim in group) else []),
    ]


def _rivals(group: list[Claim], groups: list[list[Claim]]) -> list[str]:
    """Surer events of the same parties under another instrument: in the same sentence, or elsewhere."""
    mine = group[0]
    sentences = {id(claim.candidate.sentence) for claim in group}
    traits = set()
    for other in groups:
        theirs = other[0]
        if theirs is mine or theirs.probability <= mine.probability:
            continue
        if common(mine.parties, theirs.parties) >= _MUCH:
            shared = any(id(claim.candidate.sentence) in sentences for claim in other)
            where = "beside" if shared else "elsewhere"
            traits |= {where, f"{mine.candidate.instrument}|{where}={theirs.candidate.instrument}"}
    return sorted(traits)
