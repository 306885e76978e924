"""What a measure gives, in words: for tables that people read."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from atase.actors import actors
from atase.briefs import words
from atase.codebook import Level, codebook, instruments
from atase.i18n import language
from atase.measures.about import About, heading, word

NOTHING = "–"
"""What is not covered or not known."""
_PARTIES = ("a", "b", "party", "partner", "side", "top")
_CODES = ("parties", "actors", "targets")


def headings(about: About, found: pl.DataFrame) -> list[str]:
    """The heads of the columns that people are shown."""
    return [heading(column, language()) for column in _shown(about, found)]


def rows(about: About, found: pl.DataFrame) -> list[list[str]]:
    """The cells under them, all of them text."""
    return [[_cell(name, row) for name in _shown(about, found)] for row in found.iter_rows(named=True)]


def numeric(about: About, found: pl.DataFrame) -> list[bool]:
    """Which of the columns hold numbers, and stand to the right."""
    return [found.schema[name].is_numeric() and name != "year" for name in _shown(about, found)]


def _shown(about: About, found: pl.DataFrame) -> list[str]:
    return [name for name in found.columns if not about.shown] or list(about.shown)


def _cell(name: str, row: Mapping[str, Any]) -> str:
    value = row[name]
    if value is None or value == []:
        return NOTHING
    if isinstance(value, float):
        return words.decimal(value, 2)
    if name in _PARTIES:
        return words.party(value)
    if name == "state":
        return f"{words.mark(value)} {words.state(value)}"
    if isinstance(value, list):
        return " ".join(value)
    return named(value) if isinstance(value, str) and name not in ("activity", "forum") else str(value)


def named(value: str) -> str:
    """What a party or a code is called."""
    return words.party(value) if value in actors() else code(value)


def code(value: str) -> str:
    """The label of a code of the codebook, of a depth as `instrument/depth`, or of a measure's own."""
    instrument, slash, depth = value.partition("/")
    if slash and instrument in instruments():
        return f"{words.instrument(instrument)}: {words.depth(instrument, depth)}"
    entry = codebook().entries().get(value) or _ranks().get(value)
    return entry.label(language()) if entry else word(value, language())


def _ranks() -> dict[str, Level]:
    return {level.code: level for level in instruments()["visit"].depth}
