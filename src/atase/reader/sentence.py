"""A sentence and what stands in it: the unit in which claims are sought."""

from dataclasses import dataclass, field

from atase.reader.cast import Actor
from atase.reader.dates import DateSpan
from atase.reader.scan import Cue, Mention


@dataclass(slots=True)
class Sentence:
    """A sentence of the normalised text (or its title); all offsets are into that text."""

    start: int
    end: int
    text: str
    lang: str
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    actors: list[Actor]
    index: int = 0
    title: bool = False
    dates: list[DateSpan] | None = None  # found when first asked for
    concepts: frozenset[str] = field(init=False)
    codes: list[str] = field(init=False)  # everybody's, in the order of the text, each once

    def __post_init__(self) -> None:
        found = {concept for cue in self.cues for concept in cue.concepts}
        found |= {mention.name.kind for mention in self.mentions}
        if any(actor.rank for actor in self.actors) or any(mention.name.rank for mention in self.mentions):
            found.add("rank")
        self.concepts = frozenset(found)
        self.codes = list(dict.fromkeys(code for actor in self.actors for code in actor.codes))
