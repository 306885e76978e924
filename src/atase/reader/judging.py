"""Candidates -> claims: parties chosen, staged, dated, and how likely each is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atase.reader.candidates import Candidate
from atase.reader.dating import own_date, resolved, tense
from atase.reader.features import governing, stage_features
from atase.reader.scorer import Model, Traits, probability

_ASSERTED = {"done", "underway", "planned"}
"""Stages that a negation before the act takes away; "refused" and "no longer" are words of their own."""
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
    stage: str
    stage_features: Traits
    date: str | None
    end: str | None


def judge(candidate: Candidate, model: Model, anchor: str | None) -> Claim | None:
    """The claim that a candidate makes, or None where nobody is there to make it about, or it is denied.

    `anchor` is the date of the document.
    """
    chances = {code: probability(model.party, traits) for code, traits in candidate.parties.items()}
    parties = choose(chances)
    if len(parties) < 2:
        return None
    span = own_date(candidate, anchor)
    staged = stage_features(candidate.instrument, candidate.trigger, candidate.sentence, tense(span, anchor))
    stage = model.stage(staged)
    if stage in _ASSERTED and governing(candidate.trigger, candidate.sentence.cues) == "negated":
        return None
    return Claim(
        candidate,
        parties,
        {code: chances[code] for code in parties},
        probability(model.claim, candidate.features, party_features(candidate, parties, chances)),
        stage,
        staged,
        *resolved(span, stage, anchor),
    )


def choose(chances: Mapping[str, float]) -> tuple[str, ...]:
    """Everybody who is more likely in than out, and the next likely where that is only one; sorted."""
    ranked = sorted(chances, key=lambda code: (-chances[code], code))
    likely = [code for code in ranked if chances[code] >= _LIKELY]
    if len(likely) < 2:
        likely = [code for code in ranked[:2] if chances[code] >= _POSSIBLE]
    return tuple(sorted(likely))


def party_features(candidate: Candidate, parties: tuple[str, ...], chances: Mapping[str, float]) -> Traits:
    """What the choice of parties says about the claim."""
    here = candidate.sentence.codes
    ranked = sorted(parties, key=lambda code: (-chances[code], code))
    traits = [
        f"parties={min(len(parties), 5)}",
        f"inferred={min(sum(code not in here for code in parties), 2)}",
        f"weakest={int(chances[ranked[-1]] * 5)}",
        f"second={int(chances[ranked[1]] * 8)}",
        *_shape(candidate, ranked[:2]),
    ]
    return Traits(candidate.instrument, traits)


def _shape(candidate: Candidate, pair: list[str]) -> Iterator[str]:
    """How the two surest parties stand around the trigger, and what binds them to it."""
    stances = [candidate.stances.get(code) for code in pair]
    sides = sorted(stance.side if stance else "absent" for stance in stances)
    yield f"sides={'/'.join(sides)}"
    near = [stance for stance in stances if stance]
    if len(near) == 2:
        yield f"sides={'/'.join(sides)}|far={max(stance.far for stance in near)}"
        yield f"breaks={max(stance.breaks for stance in near)}|between={max(stance.between for stance in near)}"
        yield "binds=" + "/".join(sorted(f"{stance.side}:{stance.relation}" for stance in near))
        yield "kinds=" + "/".join(sorted(stance.kind for stance in near))
    for concept in candidate.trigger.concepts:
        yield f"trigger={concept}|sides={'/'.join(sides)}"
