"""What is known of states and pairs of states by year, from published files: a card each, and one reader for all."""

from atase.datasets.covariates.card import Column, Covariate, covariate, covariates
from atase.datasets.covariates.finding import find, recognise
from atase.datasets.covariates.reading import Values, read

__all__ = ["Column", "Covariate", "Values", "covariate", "covariates", "find", "read", "recognise"]
