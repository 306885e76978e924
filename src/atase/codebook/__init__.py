"""What an activity is: instruments in their groups, stages, themes, depth scales and crosswalks."""

from atase.codebook.entries import Entry, Group, Instrument, Level, Plover, Root, Stage, Theme
from atase.codebook.load import Codebook, codebook, groups, instruments, load, roots, stages, themes

__all__ = [
    "Codebook",
    "Entry",
    "Group",
    "Instrument",
    "Level",
    "Plover",
    "Root",
    "Stage",
    "Theme",
    "codebook",
    "groups",
    "instruments",
    "load",
    "roots",
    "stages",
    "themes",
]
