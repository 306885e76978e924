"""Who: states and organisations through time, and every form that stands for them."""

from atase.actors.lookup import Candidate, Resolution, find_code, fold, resolve, suggest
from atase.actors.model import RANKS, Actor, Forum, Name, Place, Series, Spell, within
from atase.actors.registry import actor, actors, by_number, successor
from atase.actors.surface import forums, languages, names, places, series

__all__ = [
    "RANKS",
    "Actor",
    "Candidate",
    "Forum",
    "Name",
    "Place",
    "Resolution",
    "Series",
    "Spell",
    "actor",
    "actors",
    "by_number",
    "find_code",
    "fold",
    "forums",
    "languages",
    "names",
    "places",
    "resolve",
    "series",
    "successor",
    "suggest",
    "within",
]
