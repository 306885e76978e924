"""UN peacekeeping contributions: a row a contributor, mission and month, or a month of one contributor."""

from collections.abc import Iterator
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import number, report
from atase.datasets.dates import iso
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Party, Quantity, Report

_COUNTS = {
    "troops": ("Troops", "Troops Total"),
    "police": ("Police", "Inidividual_Police", "Individual Police Total"),  # spelled so by its makers
    "formed_police": ("Formed_Police_Units", "Formed Police Units Total"),
    "civilian_police": ("Civilian_Police",),
    "experts": ("Experts", "Experts_on_Mission", "Experts on Mission Total"),
    "observers": ("Observers",),
    "women": ("Total Female",),
    "total": ("Total", "Total Total"),
}
"""The columns of a count in the different layouts."""


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The contributions of a file."""
    owner = path.name.partition(".")[0].rpartition("_")[2]

    def make(row: Row) -> Report:
        month = (iso(row["Date"]) or "")[:7] or None
        counts = {name: row.first(*columns) for name, columns in _COUNTS.items()}
        numbers = {name: number(count) for name, count in counts.items()}
        if not any(numbers.values()):
            raise RefusedError(_("nobody contributed"), outside=True)
        contributor = named(card, row.first("Contributor_ISO-3", "Contributor ISO-3") or owner, month)
        troops = numbers["troops"]
        hosts = [code for code in _hosts(card, row) if code != contributor]
        return report(
            card,
            row,
            "peace_operation",
            "underway",
            [Party(contributor, "contributor"), Party("UN"), *(Party(code, "host") for code in hosts)],
            date=month,
            end=month,
            depth="contribution",
            series=row.first("Mission") or None,
            themes=("peacekeeping",),
            quantities=(Quantity(troops, "troops"),) if troops else (),
            detail=counts | {"mission": row.first("Mission")},
        )

    return each(table(card, path).rows, make)


def _hosts(card: Card, row: Row) -> tuple[str, ...]:
    if (told := row.first("Mission_Country_ISO-3")) and told not in card.nobody:
        return (named(card, told, None),)
    found: tuple[str, ...] = card.tables["hosts"].get(row.first("Mission"), ())
    return found
