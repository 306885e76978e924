"""China's high-level visits: a row a country and year, with their numbers."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import number, report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Party, Quantity, Report


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The countries and years of a file."""
    return each(table(card, path).rows, partial(_year, card))


def _year(card: Card, row: Row) -> Report:
    counts = [number(row[f"{kind}_visits"]) for kind in ("government", "military")]
    if counts == [None, None]:
        raise RefusedError(_("visits were not counted"), outside=True)
    visits = sum(count or 0 for count in counts)
    if not visits:
        raise RefusedError(_("no visit in the year"), outside=True)
    year = date(row["year"])
    return report(
        card,
        row,
        "visit",
        "done",
        [Party("CHN"), Party(named(card, row["receiving_country"], year))],
        date=year,
        end=year,
        quantities=(Quantity(visits, "visits"),),
        detail={"government_visits": row["government_visits"], "military_visits": row["military_visits"]},
    )
