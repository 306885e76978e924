"""Trips of US service secretaries and commanders: a row a country visited."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, each
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.report import Party, Report


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The trips of a workbook."""
    return each(table(card, path).rows, partial(_trip, card))


def _trip(card: Card, row: Row) -> Report:
    start, end = (date(*(row[f"{which} {part}"] for part in ("Year", "Month", "Day"))) for which in ("Start", "End"))
    return report(
        card,
        row,
        "visit",
        "done",
        [Party("USA", "guest"), Party(named(card, row["State Visit"], start), "host")],
        date=start,
        end=end,
        place=row["City Visited"] or None,
        depth=card.tables["rank"].get(row["Title"]),
        detail={"person": row["Name"], "title": row["Title"]},
    )
