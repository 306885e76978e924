"""Files, folders, standard input and named pages -> documents."""

from atase.documents.entries import Failure
from atase.documents.load import load
from atase.documents.plan import plan

__all__ = ["Failure", "load", "plan"]
