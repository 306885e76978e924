"""Pictures of measures, as Vega-Lite specifications: one file a kind of picture."""

from atase.briefs.plots.drawn import alone, figure, plot

__all__ = ["alone", "figure", "plot"]
