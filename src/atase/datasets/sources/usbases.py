"""US bases abroad: a row a site, without a date."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.outcome import Outcome, each
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.report import Party, Report

_KINDS = {"base": "permanent", "lilypad": "access", "fundedsite": "access"}


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The sites of a file."""
    return each(table(card, path).rows, partial(_site, card))


def _site(card: Card, row: Row) -> Report:
    name = row["countryname"]
    host = named(card, name if name in card.nobody else row["iso3c"] or name, None)
    kinds = [kind for kind in _KINDS if row[kind] == "1"]
    return report(
        card,
        row,
        "basing",
        "underway",
        [Party("USA", "guest"), Party(host, "host")],
        place=row["basename"] or None,
        depth=_KINDS[kinds[0]] if kinds else None,
        detail={"kind": " ".join(kinds), "latitude": row["lat"], "longitude": row["lon"]},
    )
