"""Candidates -> claims: parties chosen, staged, dated, and how likely each is."""

from collections.abc import Mapping
from dataclasses import dataclass

from atase.reader.candidates import Candidate
from atase.reader.scorer import Model, probability

_LIKELY = 0.5
_POSSIBLE = 0.1
"""A party that is at least this likely may complete a pair."""


@dataclass(slots=True)
class Claim:
    """A judged candidate. `chances`: how likely each of its parties is one."""

    candidate: Candidate
    parties: tuple[str, ...]
    chances: Mapping[str, float]
    probability: float
    stages: Mapping[str, float]
    date: str | None = None
    end: str | None = None

    @property
    def stage(self) -> str:
        """The likeliest stage."""
        return max(self.stages, key=lambda stage: self.stages[stage])


def judge(candidate: Candidate, model: Model) -> Claim | None:
    """The claim that a candidate makes, or None where nobody is there to make it about."""
    chances = {code: probability(model.party, traits) for code, traits in candidate.parties.items()}
    parties = choose(chances)
    if len(parties) < 2:
        return None
    features = [*candidate.features, *party_features(candidate, parties, chances)]
    return Claim(
        candidate, parties, {code: chances[code] for code in parties},
        probability(model.claim, features), model.stage(candidate.features),
    )  # fmt: skip


def choose(chances: Mapping[str, float]) -> tuple[str, ...]:
    """Everybody who is more likely in than out, and the next likely where that is only one; sorted."""
    ranked = sorted(chances, key=lambda code: (-chances[code], code))
    likely = [code for code in ranked if chances[code] >= _LIKELY]
    if len(likely) < 2:
        likely = [code for code in ranked[:2] if chances[code] >= _POSSIBLE]
    return tuple(sorted(likely))


def party_features(
    candidate: Candidate, parties: tuple[str, ...], chances: Mapping[str, float]
) -> list[str]:
    """What the choice of parties says about the claim."""
    here = candidate.sentence.codes
    weakest = min(chances[code] for code in parties)
    second = sorted((chances[code] for code in parties), reverse=True)[1]
    traits = [
        f"parties={min(len(parties), 5)}",
        f"inferred={min(sum(code not in here for code in parties), 2)}",
        f"weakest={int(weakest * 5)}",
        f"second={int(second * 8)}",
    ]
    return [*traits, *(f"{candidate.instrument}|{trait}" for trait in traits)]
