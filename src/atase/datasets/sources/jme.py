"""Joint Military Exercises, version 3: a row an exercise, participants by ISO code in columns of their own."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import american, date
from atase.datasets.outcome import Outcome, each
from atase.datasets.states import together
from atase.datasets.tables import Row, table
from atase.report import Party, Report


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The exercises of a workbook."""
    return each(table(card, path).rows, partial(_exercise, card))


def _exercise(card: Card, row: Row) -> Report:
    start = date(row["s.year"], row["s.month"], row["s.day"]) or american(row["Start Date"])
    end = date(row["e.year"], row["e.month"], row["e.day"]) or american(row["enddate"])
    codes, others = together(card, (cell for name, cell in row.cells.items() if name.startswith("State ")), start)
    return report(
        card,
        row,
        "exercise",
        "done",
        map(Party, codes),
        date=start,
        end=end,
        place=", ".join(filter(None, [row["Location2"], row["Location1"]])) or None,
        series=row["Trimmed Name"] or None,
        depth=card.tables["depth"].get(row["JME Type"].upper()),
        detail={
            "name": row["Exercise Name"],
            "focus": row["What is the purpose of the JME?"],
            "kind": row["JME Type"],
            "framework": row["Institution(s) involved"],
            "other_participants": "; ".join(others),
        },
    )
