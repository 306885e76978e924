"""Panels: every pair of states, or every state, in every period, with what published files and the register know."""

from atase.measures.panel.panel import Panel, dyads, states

__all__ = ["Panel", "dyads", "states"]
