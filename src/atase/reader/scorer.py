"""Features -> probability that a careful person would code the candidate, and its likeliest stage.

Two linear models (logistic regression), made by `make train` and shipped as `model.json`: weights by
feature name, so that every judgement can be told feature by feature.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

_FILE = Path(__file__).with_name("model.json")


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of both models, and the threshold of best F1."""

    version: str
    threshold: float
    keep: Mapping[str, float]
    stages: Mapping[str, Mapping[str, float]]

    def probability(self, features: Iterable[str]) -> float:
        """Probability, 0 to 1, that the candidate is an activity."""
        total = sum(self.keep.get(name, 0.0) for name in features)
        return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))

    def stage(self, features: Iterable[str]) -> str:
        """The likeliest stage."""
        names = list(features)
        return max(self.stages, key=lambda stage: sum(self.stages[stage].get(name, 0.0) for name in names))


@cache
def model() -> Model:
    """The model that is shipped."""
    return Model(**json.loads(_FILE.read_text(encoding="utf-8")))
