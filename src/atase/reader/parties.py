"""Who takes part in an act: every actor of the text at hand is judged by how it stands to the trigger."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from atase.reader.cast import Actor
from atase.reader.scan import Cue
from atase.reader.scorer import Traits
from atase.reader.sentence import Sentence

_RELATIONS = ("in_place", "from_source", "to_goal", "with_partner", "by_actor", "made_in")
_LIST_GAP = re.compile(r"[\s,/&-]*(?:and|dan|serta|maupun)?[\s,]*(?:the )?", re.I)
_BINDS = 5  # characters between a preposition and the name that it governs, articles included
_WIDTHS = (10, 30, 80, 160)


@dataclass(slots=True)
class Memory:
    """The codes met so far in a document, to complete sentences that leave a party unnamed."""

    title: tuple[str, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    last_seen: dict[str, int] = field(default_factory=dict)

    def remember(self, sentence: Sentence) -> None:
        """Add a sentence that has been read."""
        for code in sentence.codes:
            self.counts[code] += 1
            self.last_seen[code] = sentence.index

    def recent(self) -> list[str]:
        """Codes, the last seen first."""
        return sorted(self.last_seen, key=lambda code: (-self.last_seen[code], -self.counts[code], code))


@dataclass(frozen=True, slots=True)
class Stance:
    """How the nearest mention of a code stands to a trigger."""

    actor: Actor
    side: str  # before, after or within it
    between: int  # how many others stand between
    far: int  # how many of the widths it exceeds
    breaks: int  # clause words between
    relation: str  # the preposition that governs it
    kind: str
    listed: bool


def stances(trigger: Cue, sentence: Sentence) -> dict[str, Stance]:
    """The stance of each code that stands in the sentence."""
    return {code: _stance(code, trigger, sentence) for code in sentence.codes}


def judged(
    instrument: str,
    standing: Mapping[str, Stance],
    sentence: Sentence,
    memory: Memory,
    apart: frozenset[str] = frozenset(),
) -> dict[str, Traits]:
    """Each code that may take part, with the features by which it is judged; those `apart` take none."""
    here = sentence.codes
    found = {code: _present(code, stance, sentence) for code, stance in standing.items()}
    absent = [code for code in dict.fromkeys((*memory.recent()[:4], *memory.title)) if code not in here][:4]
    both = "both" in sentence.concepts
    for rank, code in enumerate(absent):
        found[code] = [
            f"absent={min(rank, 2)}|{min(len(here), 3)}",
            f"ago={min(sentence.index - memory.last_seen.get(code, -9), 4)}",
            f"absent-often={_often(memory.counts, code)}",
            *(["absent-title"] if code in memory.title else []),
            *(["absent-both"] if both else []),
            *(["absent-one"] if "one" in sentence.concepts else []),
        ]
    return {code: Traits(instrument, traits) for code, traits in found.items()}


def _often(counts: Mapping[str, int], code: str) -> int:
    return min(sorted(counts, key=lambda other: -counts[other]).index(code), 4) if code in counts else 9


def _stance(code: str, trigger: Cue, sentence: Sentence) -> Stance:
    places = [actor for actor in sentence.actors if code in actor.codes]
    actor = min(places, key=lambda actor: _distance(actor, trigger))
    others = [other for other in sentence.actors if code not in other.codes]
    side = "before" if actor.start < trigger.start else "after"
    if actor.start < trigger.end and trigger.start < actor.end:
        side = "within"
    low, high = min(actor.end, trigger.end), max(actor.start, trigger.start)
    between = {other.codes for other in others if low <= other.start <= high}
    breaks = sum(low <= cue.start < high and "clause" in cue.concepts for cue in sentence.cues)
    return Stance(
        actor,
        side,
        min(len(between), 2),
        sum(_distance(actor, trigger) > width for width in _WIDTHS),
        min(breaks, 2),
        _relation(actor, sentence.cues),
        actor.kind,
        any(_listed(sentence, actor, other) for other in others),
    )


def _present(code: str, stance: Stance, sentence: Sentence) -> list[str]:
    actor, side = stance.actor, stance.side
    places = [other for other in sentence.actors if code in other.codes]
    total = min(len(sentence.codes), 5)
    traits = {
        f"{side}-{stance.between}",
        f"{side}-{stance.between}-of-{total}",
        f"{side}-far-{stance.far}",
        f"{side}-{stance.relation}",
        f"{side}-breaks-{stance.breaks}",
        f"kind={actor.kind}",
        f"{side}-kind={actor.kind}",
        f"total={total}",
        *([f"placed-{actor.kind}", f"{side}-placed"] if actor.placed else []),
        *(["listed", f"{side}-listed-{stance.between}"] if stance.listed else []),
        *(["first"] if actor is sentence.actors[0] else []),
        *(["many"] if len(places) > 1 else []),
        *(["home"] if all(place.home for place in places) else []),
        *(["ranked"] if any(place.rank for place in places) else []),
        *(["only-placed"] if all(place.placed for place in places) else []),
        *(["speaks"] if _speaks(actor, sentence.cues) else []),
        *(["joined"] if sentence.text[actor.end - sentence.start :][:1] in ("-", "–") else []),
        *(["title"] if sentence.title else []),
    }
    return sorted(traits)


def _distance(actor: Actor, trigger: Cue) -> int:
    return max(0, actor.start - trigger.end, trigger.start - actor.end)


def _relation(actor: Actor, cues: Iterable[Cue]) -> str:
    for cue in cues:
        if 0 <= actor.start - cue.end <= _BINDS:
            for name in _RELATIONS:
                if name in cue.concepts:
                    return name
    return "bare"


def _listed(sentence: Sentence, a: Actor, b: Actor) -> bool:
    first, second = (a, b) if a.end <= b.start else (b, a)
    gap = sentence.text[first.end - sentence.start : second.start - sentence.start]
    return len(gap) < 16 and bool(_LIST_GAP.fullmatch(gap))


def _speaks(actor: Actor, cues: Iterable[Cue]) -> bool:
    return any("says" in cue.concepts and -25 <= cue.start - actor.end <= 25 for cue in cues)
