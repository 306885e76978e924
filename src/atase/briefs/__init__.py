"""Briefs: what the register knows of a relationship or of a party, as a person takes it along."""

from atase.briefs.bilateral import bilateral
from atase.briefs.country import country
from atase.briefs.render import FORMATS, render
from atase.briefs.tree import Brief

__all__ = ["FORMATS", "Brief", "bilateral", "country", "render"]
