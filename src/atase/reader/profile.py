"""What a document is about as a whole: what makes the same sentence news here and noise there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from atase.reader.scan import Cue
from atase.reader.sentence import Sentence

_TOPICS = ("war_words", "trade", "civil", "sport", "group")
_BOUNDS = (0, 1, 3, 6, 12)
_MARKS = ("hoax",)


@dataclass(slots=True)
class Profile:
    """Counts over a document."""

    topics: Counter[str] = field(default_factory=Counter)
    instruments: Counter[str] = field(default_factory=Counter)
    title_instruments: frozenset[str] = frozenset()
    title_codes: frozenset[str] = frozenset()
    codes: Counter[str] = field(default_factory=Counter)

    def traits(self, instrument: str) -> list[str]:
        """Features of the document for a claim of one instrument."""
        return [
            *(f"topic-{name}={_bucket(self.topics[name])}" for name in _TOPICS),
            *(name for name in _MARKS if self.topics[name]),
            f"told={min(self.instruments[instrument], 4)}",
            f"kinds={min(len(self.instruments) // 3, 4)}",
            f"states={min(len(self.codes), 5)}",
            *(["title-same"] if instrument in self.title_instruments else []),
            *(["title-other"] if self.title_instruments - {instrument} else []),
        ]


def profile(read: Sequence[tuple[Sentence, dict[str, Cue]]]) -> Profile:
    """The profile of a document's sentences and what triggers stand in them."""
    found = Profile()
    for sentence, triggers in read:
        found.topics.update(sentence.concepts)
        found.instruments.update(triggers.keys())
        found.codes.update(sentence.codes)
        if sentence.title:
            found.title_instruments = frozenset(triggers)
            found.title_codes = frozenset(sentence.codes)
    return found


def _bucket(count: int) -> int:
    return sum(count > bound for bound in _BOUNDS)
