"""Sentences -> what they may report: every instrument that a phrase proposes, with its parties and features."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from atase.actors import RANKS
from atase.reader.parties import Cast, cast, pick
from atase.reader.scan import Cue, Mention, Scan

_RULES = Path(__file__).with_name("rules.toml")
_STAGES = ("proposed", "planned", "underway", "done", "suspended", "cancelled", "negated", "hypothetical")
_CONTEXT = (
    "sport",
    "trade",
    "war_words",
    "leader",
    "hoax",
    "teaser",
    "group",
    "says",
    "equipment",
    "seat",
    "both",
)
_NEAR = 60
"""Characters around a trigger within which a stage word is taken to be about it."""


@dataclass(slots=True)
class Sentence:
    """A sentence of the normalised text, and what stands in it. `title`: it is the title."""

    start: int
    end: int
    text: str
    lang: str
    found: Scan  # offsets into the whole normalised text
    index: int
    title: bool = False


@dataclass(slots=True)
class Candidate:
    """One claim that a sentence may make. `features` are what the scorer judges it by."""

    instrument: str
    parties: tuple[str, ...]
    sentence: Sentence
    trigger: tuple[int, int]
    features: dict[str, float]
    rank: str | None = None
    series: str | None = None


def candidates(sentences: list[Sentence], text: str, home: str | None) -> Iterator[Candidate]:
    """Every candidate in the order of the text.

    The parties of the last sentence with two of them are carried over to those with fewer.
    """
    carried: tuple[str, ...] = ()
    for sentence in sentences:
        triggers = _triggers(sentence.found)
        everybody = cast(sentence.text, _shifted(sentence), home)
        codes = everybody.codes
        if triggers and (codes or carried):
            both = any("both" in cue.concepts for cue in sentence.found.cues)
            for instrument, cue in triggers.items():
                start, end = cue.start - sentence.start, cue.end - sentence.start
                parties = pick(sentence.text, everybody, start, end, carried if codes or both else ())
                if parties:
                    yield _candidate(instrument, cue, parties, sentence, everybody, carried)
        carried = tuple(codes[:2]) if len(codes) >= 2 else (*codes, *(c for c in carried if c not in codes))[:2]


@cache
def _rules() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    rules = tomllib.loads(_RULES.read_text(encoding="utf-8"))
    return {code: (frozenset(rule["any"]), frozenset(rule.get("with", ()))) for code, rule in rules.items()}


def _triggers(found: Scan) -> dict[str, Cue]:
    """The longest phrase that proposes each instrument, where what it needs stands beside it."""
    present = {concept for cue in found.cues for concept in cue.concepts}
    present |= {mention.name.kind for mention in found.mentions}
    present |= {"rank" for mention in found.mentions if mention.name.rank}
    triggers: dict[str, Cue] = {}
    for code, (anyone, needed) in _rules().items():
        if not anyone & present or (needed and not needed & present):
            continue
        cues = [cue for cue in found.cues if anyone & cue.concepts]
        if not cues:
            named = next(mention for mention in found.mentions if mention.name.kind in anyone)
            cues = [Cue(named.start, named.end, named.name.kind, frozenset({named.name.kind}))]
        triggers[code] = max(cues, key=lambda cue: (cue.end - cue.start, -cue.start))
    return triggers


def _shifted(sentence: Sentence) -> Scan:
    """What stands in the sentence, by offsets into the sentence."""
    by = sentence.start
    return Scan(
        tuple(Mention(m.start - by, m.end - by, m.name) for m in sentence.found.mentions),
        tuple(Cue(c.start - by, c.end - by, c.phrase, c.concepts) for c in sentence.found.cues),
    )


def _candidate(
    instrument: str,
    trigger: Cue,
    parties: tuple[str, ...],
    sentence: Sentence,
    everybody: Cast,
    carried: tuple[str, ...],
) -> Candidate:
    ranks = sorted(everybody.ranks)
    series = next((m.name for m in sentence.found.mentions if m.name.kind == "series"), None)
    near = {
        concept
        for cue in sentence.found.cues
        if cue.start < trigger.end + _NEAR and cue.end > trigger.start - _NEAR
        for concept in cue.concepts
    }
    whole = {concept for cue in sentence.found.cues for concept in cue.concepts}
    here = set(everybody.codes)
    traits = {
        "bias",
        f"phrase={trigger.phrase}",
        f"parties={min(len(parties), 4)}",
        f"inferred={sum(code not in here for code in parties)}",
        f"present={min(len(here), 5)}",
        f"position={min(sentence.index, 6)}",
        f"cues={sum(1 for cue in sentence.found.cues if cue.concepts & _rules()[instrument][0])}",
        *(f"near={concept}" for concept in near if concept in _STAGES),
        *(f"context={concept}" for concept in whole if concept in _CONTEXT),
        *(f"also={code}" for code in _triggers(sentence.found) if code != instrument),
        *(f"rank={rank}" for rank in ranks),
        *(["series"] if series else []),
        *(["title"] if sentence.title else []),
        *(["home"] if everybody.home else []),
        *(["placed"] if any(a.placed and set(a.codes) & set(parties) for a in everybody.actors) else []),
        *(["carried"] if carried and not here else []),
    }
    features = dict.fromkeys(sorted({*traits, *(f"{instrument}|{trait}" for trait in traits)}), 1.0)
    return Candidate(
        instrument, parties, sentence, (trigger.start, trigger.end), features, _highest(ranks),
        series.entry if series else None,
    )  # fmt: skip


def _highest(ranks: list[str]) -> str | None:
    return max(ranks, key=RANKS.index) if ranks else None
