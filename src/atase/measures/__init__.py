"""Measures: what activities say about a relationship. Pure Polars: frames of `atase.schema` in, frames out.

Candidates and confirmed activities are counted apart, rejected ones never, and the day is always given.
"""

from atase.measures.about import About, about
from atase.measures.agreements import agreements, standing
from atase.measures.balance import balance
from atase.measures.catalogue import measured
from atase.measures.compare import compare
from atase.measures.contacts import contacts
from atase.measures.coverage import documents, kinds, missing_languages, runs, sources_of, tally, thinness, years
from atase.measures.follow_up import completion, follow_up
from atase.measures.friction import friction
from atase.measures.history import history
from atase.measures.intensity import intensity, ranking, tension
from atase.measures.mix import mix, profiles
from atase.measures.network import forums, network, placed, similarity, ties
from atase.measures.partners import comparison, partners
from atase.measures.profile import breadth, profile, shares
from atase.measures.promises import promises
from atase.measures.triangle import triangle
from atase.measures.weights import Weights, weights

__all__ = [
    "About",
    "Weights",
    "about",
    "agreements",
    "balance",
    "breadth",
    "compare",
    "comparison",
    "completion",
    "contacts",
    "documents",
    "follow_up",
    "forums",
    "friction",
    "history",
    "intensity",
    "kinds",
    "measured",
    "missing_languages",
    "mix",
    "network",
    "partners",
    "placed",
    "profile",
    "profiles",
    "promises",
    "ranking",
    "runs",
    "shares",
    "similarity",
    "sources_of",
    "standing",
    "tally",
    "tension",
    "thinness",
    "ties",
    "triangle",
    "weights",
    "years",
]
