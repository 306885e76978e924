"""Features -> probabilities: that a claim is an activity, that somebody takes part, and its stage.

Linear models (logistic regression) made by `make train` and shipped as `model.json`: weights by feature
name, so that every judgement can be told feature by feature.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path

_FILE = Path(__file__).with_name("model.json")
_STEEPEST = 30.0


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature: of claims, of parties, of each stage, of events (claims folded together), of themes."""

    version: str
    threshold: float
    claim: Mapping[str, float]
    party: Mapping[str, float]
    stages: Mapping[str, Mapping[str, float]]
    event: Mapping[str, float]
    themes: Mapping[str, float]

    def stage(self, features: Iterable[str]) -> str:
        """The likeliest stage."""
        names = list(features)
        scores = {code: total(weights, names) for code, weights in self.stages.items()}
        return max(scores, key=lambda code: scores[code], default="done")


def probability(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """Probability, 0 to 1, by logistic regression over features that hold."""
    return 1 / (1 + exp(-max(min(total(weights, features), _STEEPEST), -_STEEPEST)))


def total(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of the features; one without a weight counts nothing."""
    return sum(map(weights.get, features, repeat(0.0)))


@cache
def model() -> Model:
    """The model that is shipped."""
    return Model(**json.loads(_FILE.read_text(encoding="utf-8")))
