"""US troops abroad: a row a country and year."""

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

_SERVICES = ("army_ad", "navy_ad", "air_force_ad", "marine_corps_ad", "coast_guard_ad", "space_force_ad")


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The country-years of a file."""
    return each(table(card, path).rows, partial(_year, card))


def _year(card: Card, row: Row) -> Report:
    name, year = row["countryname"], date(row["year"])
    host = named(card, name if name in card.nobody else row["iso3c"] or name, year)
    troops = number(row["troops_ad"])
    if troops is None:
        raise RefusedError(_("no count of troops"), outside=True)
    if not troops:
        raise RefusedError(_("no troops in the year"), outside=True)
    return report(
        card,
        row,
        "basing",
        "underway",
        [Party("USA", "guest"), Party(host, "host")],
        date=year,
        end=year,
        quantities=(Quantity(troops, "troops"),),
        detail={name.removesuffix("_ad"): row.cells.get(name, "") for name in _SERVICES}
        | {"civilians": row["total_civilian"]},
    )
