"""Travel of Chinese leaders: a row a country visited."""

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
    """The visits of a workbook."""
    return each(table(card, path).rows, partial(_visit, card))


def _visit(card: Card, row: Row) -> Report:
    year = date(row["Year"])
    return report(
        card,
        row,
        "visit",
        "done",
        [Party("CHN", "guest"), Party(named(card, row["Country"], year), "host")],
        date=year,
        depth="leader",
        detail={"person": row["Name"], "title": row["Level"]},
    )
