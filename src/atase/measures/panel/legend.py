"""What the columns of a panel are, and how to cite what they come from."""

from collections.abc import Iterator
from typing import Literal

import polars as pl

from atase.datasets.covariates import Column, Values
from atase.i18n import _

_COLUMNS = ("column", "meaning", "unit", "source", "years")


def legend(used: tuple[Values, ...], of: Literal["pairs", "states"]) -> pl.DataFrame:
    """A row each column: `column`, `meaning`, `unit`, `source` and the `years` that it covers."""
    rows = [
        (name, meaning, column.unit, f"{values.card.title} {values.card.version}", "{}-{}".format(*values.card.years))
        for values in used
        for column in values.card.columns
        for name, meaning in _named(column, values.card.of == "states", of)
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(_COLUMNS, pl.String), orient="row")


def _named(column: Column, of_state: bool, of: Literal["pairs", "states"]) -> Iterator[tuple[str, str]]:
    if of == "pairs" and (column.side or of_state):
        yield from ((f"{column.name}{side}", f"{column.meaning} ({side})") for side in "12")
        if column.difference:
            yield column.difference, f"|{column.name}1 - {column.name}2|"
    else:
        yield column.name, column.meaning


def cited(used: tuple[Values, ...], system: str) -> str:
    """A line each source: what was read, its citation, its terms. The first tells where membership comes from."""
    listed = {values.card.name for values in used}
    lines = [f"{values.card.title} [{values.path.name}]: {values.card.citation} {values.card.terms}" for values in used]
    if f"{system}_states" not in listed:
        lines.insert(0, _("Members of the state system: Atase's list of states since 1945 (docs/actors.md)."))
    return "\n".join(lines)
