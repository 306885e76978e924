"""Features -> probabilities: that a claim is an activity, that somebody takes part, and its stage.

Linear models (logistic regression) made by `make train` and shipped as `model.json`: weights by feature
name, so that every judgement can be told feature by feature.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path

_FILE = Path(__file__).with_name("model.json")
_STEEPEST = 30.0
_DIGITS = 12
"""Digits of a probability: what the order of adding changes is beyond, so that equals stay equal."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Features that count for all instruments, and each once more for one alone: "titled" and "visit|titled"."""

    instrument: str
    shared: Sequence[str]

    def __iter__(self) -> Iterator[str]:
        yield from self.shared
        yield from (f"{self.instrument}|{name}" for name in self.shared)

    def __len__(self) -> int:
        return 2 * len(self.shared)


class Weights(dict[str, float]):
    """Weights by feature."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self._of: dict[str, _Together] = {}

    def of(self, instrument: str) -> "_Together":
        """The weights of an instrument's traits."""
        if instrument not in self._of:
            self._of[instrument] = _Together(self, instrument)
        return self._of[instrument]


class _Together(dict[str, float]):
    """The weight of each trait with that for one instrument alone: added up once, which halves later work."""

    def __init__(self, weights: Weights, instrument: str) -> None:
        super().__init__()
        self._weights, self._instrument = weights, instrument

    def __missing__(self, name: str) -> float:
        alone = self._weights.get(f"{self._instrument}|{name}", 0.0)
        self[name] = together = self._weights.get(name, 0.0) + alone
        return together


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature: of claims, of parties, of each stage, of events (claims folded together), of themes."""

    version: str
    threshold: float
    claim: Weights
    party: Weights
    stages: Mapping[str, Weights]
    event: Mapping[str, float]
    themes: Mapping[str, float]

    def __post_init__(self) -> None:
        """Take plain mappings, too."""
        object.__setattr__(self, "claim", Weights(self.claim))
        object.__setattr__(self, "party", Weights(self.party))
        object.__setattr__(self, "stages", {code: Weights(weights) for code, weights in self.stages.items()})

    def stage(self, traits: Traits) -> str:
        """The likeliest stage."""
        scores = {code: total(weights, traits) for code, weights in self.stages.items()}
        return max(scores, key=lambda code: scores[code], default="done")


def probability(weights: Mapping[str, float], *features: Iterable[str]) -> float:
    """Probability, 0 to 1, by logistic regression over features that hold."""
    score = sum(total(weights, some) for some in features)
    return round(1 / (1 + exp(-max(min(score, _STEEPEST), -_STEEPEST))), _DIGITS)


def total(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of the features; one without a weight counts nothing."""
    if isinstance(features, Traits) and isinstance(weights, Weights):
        return sum(map(weights.of(features.instrument).__getitem__, features.shared))
    return sum(map(weights.get, features, repeat(0.0)))


@cache
def model() -> Model:
    """The model that is shipped."""
    return Model(**json.loads(_FILE.read_text(encoding="utf-8")))
