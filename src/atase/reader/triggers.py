"""Which instruments the phrases of a sentence propose: the rules of `rules.toml` over its concepts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from atase.reader.scan import Cue
from atase.reader.sentence import Sentence

_RULES = Path(__file__).with_name("rules.toml")
_OTHER_MATTERS = {"equipment", "trade", "sport", "says", "hypothetical"}
"""Concepts whose phrases may hold a word that proposes an instrument: "trade war", "patrol boat"."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Concepts that trigger an instrument, and those one of which must stand within `reach` of it."""

    triggers: frozenset[str]
    needs: frozenset[str]
    reach: int


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules of each instrument."""
    read = tomllib.loads(_RULES.read_text(encoding="utf-8"))
    return {
        code: tuple(
            Rule(frozenset(rule["any"]), frozenset(rule.get("with", ())), rule.get("reach", 0)) for rule in group
        )
        for code, group in read.items()
    }


@cache
def trigger_concepts() -> frozenset[str]:
    """Every concept that may propose an instrument."""
    return frozenset(concept for group in rules().values() for rule in group for concept in rule.triggers)


def triggers(sentence: Sentence) -> dict[str, Cue]:
    """For each instrument that the sentence proposes, the longest phrase that does; link teasers propose none."""
    possible = _possible(sentence.concepts)
    if not possible:
        return {}
    end = min((cue.start for cue in sentence.cues if "teaser" in cue.concepts), default=sentence.end)
    spans = [cue for cue in _longest(_spans(sentence)) if cue.start < end]
    found: dict[str, Cue] = {}
    for code, rule in possible:
        if code not in found:
            cues = [cue for cue in spans if not cue.concepts.isdisjoint(rule.triggers) and _near(cue, spans, rule)]
            if cues:
                found[code] = max(cues, key=lambda cue: (cue.end - cue.start, -cue.start))
    return found


def _possible(concepts: frozenset[str]) -> tuple[tuple[str, Rule], ...]:
    """The rules that a sentence with such phrases may fulfil."""
    if concepts.isdisjoint(trigger_concepts()):
        return ()
    return tuple(
        (code, rule)
        for code, group in rules().items()
        for rule in group
        if concepts & rule.triggers and (not rule.needs or concepts & rule.needs)
    )


@cache
def _telling() -> frozenset[str]:
    return trigger_concepts() | _OTHER_MATTERS


def _spans(sentence: Sentence) -> list[Cue]:
    """Phrases, and names as phrases of their kind."""
    named = [
        Cue(m.start, m.end, m.name.kind, frozenset({m.name.kind, "rank"} if m.name.rank else {m.name.kind}))
        for m in sentence.mentions
    ]
    ranked = [Cue(a.start, a.end, "rank", frozenset({"rank"})) for a in sentence.actors if a.rank]
    return [*sentence.cues, *named, *ranked]


def _longest(spans: list[Cue]) -> list[Cue]:
    """Without phrases that are only part of a longer one: a "patrol boat" is no patrol."""
    whole = [(cue.start, cue.end) for cue in spans if not cue.concepts.isdisjoint(_telling())]
    return [
        cue
        for cue in spans
        if not any(start <= cue.start and cue.end <= end and end - start > cue.end - cue.start for start, end in whole)
    ]


def _near(cue: Cue, spans: list[Cue], rule: Rule) -> bool:
    return not rule.needs or any(
        other.start < cue.end + rule.reach
        and other.end > cue.start - rule.reach
        and other is not cue
        and not other.concepts.isdisjoint(rule.needs)
        for other in spans
    )
