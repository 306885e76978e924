"""Features -> probabilities: that a claim is an activity, that somebody takes part, and its stage.

Linear models (logistic regression) made by `make train` and shipped as `model.json`: weights by feature
name, so that every judgement can be told feature by feature.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
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
        scores = {code: sum(weights.get(name, 0.0) for name in names) for code, weights in self.stages.items()}
        return max(scores, key=lambda code: scores[code], default="done")


def probability(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """Probability, 0 to 1, by logistic regression over features that hold."""
    total = sum(weights.get(name, 0.0) for name in features)
    return 1 / (1 + exp(-max(min(total, _STEEPEST), -_STEEPEST)))


@cache
def model() -> Model:
    """The model that is shipped."""
    return Model(**json.loads(_FILE.read_text(encoding="utf-8")))
