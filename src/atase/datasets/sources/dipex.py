"""Diplomatic exchange: a row a pair of states and a wave of the data."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import numbered, since
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Party, Report


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The pairs and years of a file."""
    return each(table(card, path).rows, partial(_pair, card))


def _pair(card: Card, row: Row) -> Report:
    year = date(row["year"])
    since(year)
    if row["DE"] != "1":
        raise RefusedError(_("neither has a mission at the other"), outside=True)
    ranks = card.tables["rank"]
    return report(
        card,
        row,
        "dialogue",
        "underway",
        [Party(numbered("cow", row[column], year)) for column in ("ccode1", "ccode2")],
        date=year,
        end=year,
        detail={
            "channel": "diplomatic mission",
            "mission_at_first": ranks.get(row["DR_at_1"], ""),
            "mission_at_second": ranks.get(row["DR_at_2"], ""),
        },
    )
