"""What an activity is about or against: themes whose phrases stand in its evidence, or all over its document."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from atase.reader.languages import FOLDER
from atase.reader.scorer import probability
from atase.reader.sentence import Sentence

_LIKELY = 0.5
_BOUNDS = (0, 1, 2, 4, 8)


def theme_features(
    instrument: str, evidence: Sequence[Sentence], sentences: Iterable[Sentence]
) -> dict[str, list[str]]:
    """What each theme that the document names is judged by, for an activity with that evidence."""
    counts = Counter(code for sentence in sentences for code in sentence.concepts & _themes(sentence.lang))
    title = {code for sentence in sentences if sentence.title for code in sentence.concepts}
    here = Counter(code for sentence in evidence for code in sentence.concepts)
    places = {sentence.index for sentence in evidence}
    beside = {
        code
        for sentence in sentences
        if {sentence.index - 1, sentence.index + 1} & places
        for code in sentence.concepts
    }
    found = {}
    for code, count in counts.items():
        traits = [
            "bias",
            f"here={min(here[code], 2)}",
            f"often={sum(count > bound for bound in _BOUNDS)}",
            f"here={min(here[code], 1)}|often={sum(count > bound for bound in _BOUNDS)}",
            *(["titled"] if code in title else []),
            *(["beside"] if code in beside else []),
        ]
        found[code] = [
            *traits,
            *(f"{code}|{trait}" for trait in traits),
            f"{code}|{instrument}",
            f"{code}|{instrument}|here={min(here[code], 1)}",
        ]
    return found


def themes_of(
    instrument: str, evidence: Sequence[Sentence], sentences: Sequence[Sentence], weights: Mapping[str, float]
) -> tuple[str, ...]:
    """Sorted codes of the activity's themes."""
    judged = theme_features(instrument, evidence, sentences)
    return tuple(sorted(code for code, traits in judged.items() if probability(weights, traits) >= _LIKELY))


@cache
def _themes(lang: str) -> frozenset[str]:
    return frozenset(tomllib.loads((FOLDER / lang / "themes.toml").read_text(encoding="utf-8")))
