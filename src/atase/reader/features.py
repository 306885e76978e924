"""What a claim is judged by: general features of its phrase, its sentence and its place in the document."""

from collections.abc import Iterable, Sequence

from atase.reader.profile import Profile
from atase.reader.scan import Cue
from atase.reader.scorer import Traits
from atase.reader.sentence import Sentence
from atase.reader.triggers import rules

STAGES = ("proposed", "planned", "underway", "done", "suspended", "cancelled")
_MODALITY = (*STAGES, "negated", "hypothetical")
_STRONG = ("negated", "cancelled", "suspended", "hypothetical", "planned", "proposed")
"""Senses that take an act out of the world of facts, the strongest first."""
_CONTEXT = (
    *("sport", "trade", "civil", "war_words", "leader", "hoax", "teaser", "group", "says", "equipment", "seat", "both"),
    *("margins", "phone", "forum", "one", "series", "firm", "service", "person", "rank", "ship"),
)
_REACH = 45
"""Characters before a trigger within which such a word governs it."""
_CLOSE, _NEAR = 25, 70
"""Characters around a trigger within which a word is taken to be about it."""


def claim_features(
    instrument: str, trigger: Cue, sentence: Sentence, proposed: Sequence[str], whole: Profile
) -> Traits:
    """The features that hold."""
    codes = sentence.codes
    hits = sum(1 for cue in sentence.cues for rule in rules()[instrument] if cue.concepts & rule.triggers)
    traits = {
        "bias",
        f"phrase={trigger.phrase}",
        *(f"trigger={concept}" for concept in trigger.concepts),
        f"present={min(len(codes), 4)}",
        f"position={min(sentence.index, 6)}",
        f"hits={min(hits, 3)}",
        f"length={min(len(sentence.text) // 80, 4)}",
        f"rivals={min(len(proposed), 6)}",
        *whole.traits(instrument),
        *_modality(trigger, sentence.cues),
        f"governs={governing(trigger, sentence.cues)}",
        *(f"context={concept}" for concept in sentence.concepts if concept in _CONTEXT),
        *(f"also={code}" for code in proposed if code != instrument),
        *(["title"] if sentence.title else []),
        *(["quoted"] if '"' in sentence.text[: trigger.start - sentence.start] else []),
        *(["question"] if sentence.text.rstrip().endswith("?") else []),
        *(["home"] if any(actor.home for actor in sentence.actors) else []),
    }
    return Traits(instrument, sorted(traits))


def stage_features(instrument: str, trigger: Cue, sentence: Sentence, tense: str) -> Traits:
    """What an act's stage is judged by. `tense`: where its date stands to the document's."""
    traits = {
        "bias",
        f"phrase={trigger.phrase}",
        *(f"trigger={concept}" for concept in trigger.concepts),
        f"tense={tense}",
        *_modality(trigger, sentence.cues),
        f"governs={governing(trigger, sentence.cues)}",
        *(["title"] if sentence.title else []),
    }
    return Traits(instrument, sorted(traits))


def governing(trigger: Cue, cues: Iterable[Cue]) -> str | None:
    """The sense of the last word of tense, aspect or modality that stands shortly before a trigger, in its clause."""
    sense = None
    for cue in cues:
        if cue.start < trigger.start <= cue.end + _REACH:
            senses = [code for code in _STRONG if code in cue.concepts]
            if "clause" in cue.concepts:
                sense = None
            elif senses:
                sense = senses[0]
    return sense


def _modality(trigger: Cue, cues: Iterable[Cue]) -> Iterable[str]:
    """Words of tense, aspect and modality, by where they stand to the trigger."""
    for cue in cues:
        for concept in cue.concepts:
            if concept in _MODALITY:
                yield f"{concept}-somewhere"
                if cue.end <= trigger.start:
                    gap, side = trigger.start - cue.end, "before"
                elif cue.start >= trigger.end:
                    gap, side = cue.start - trigger.end, "after"
                else:
                    gap, side = 0, "in"
                if gap <= _NEAR:
                    yield f"{concept}-{side}"
                if gap <= _CLOSE:
                    yield f"{concept}-close-{side}"
                    yield f"word={cue.phrase}-{side}"
