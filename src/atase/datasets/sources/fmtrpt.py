"""US foreign military training: a row a course."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import american
from atase.datasets.outcome import Outcome, each
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.report import Party, Quantity, Report

_NUMBER_FIRST = re.compile(r"(\d+) (.+)")


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The courses of a file."""
    return each(table(card, path).rows, partial(_course, card))


def _course(card: Card, row: Row) -> Report:
    start, end = _days(row)
    quantity, location = _where(row)
    trainees = float(quantity) if re.fullmatch(r"[1-9]\d{0,5}", quantity, re.A) else None
    cost = row.cells.get("total_cost", row.cells.get("cost", ""))
    return report(
        card,
        row,
        "education",
        "done",
        [Party("USA", "supplier"), Party(named(card, row["country"], start), "recipient")],
        date=start,
        end=end,
        place=location or None,
        depth=_depth(card, row["course_title"]),
        quantities=(Quantity(trainees, "trainees"),) if trainees else (),
        detail={
            "course": row["course_title"],
            "program": row["program"],
            "supplier_unit": row["us_unit"],
            "recipient_unit": row["student_unit"],
            "quantity": quantity,
            "cost": cost,
            "source": row["source"],
        },
    )


def _days(row: Row) -> tuple[str | None, str | None]:
    """Some rows have both days in the cell of the first: `1/22/2009 3/11/2009`."""
    first, _blank, second = row["start_date"].partition(" ")
    return american(first), american(row["end_date"] or second.strip())


def _where(row: Row) -> tuple[str, str]:
    """The oldest file has the number of trainees before the place: `40 SYDNEY`."""
    match = _NUMBER_FIRST.fullmatch(row["location"])
    if match and not row["quantity"]:
        return match[1], match[2]
    return row["quantity"], row["location"]


def _depth(card: Card, title: str) -> str | None:
    found = (kind["depth"] for kind in card.tables["depth"] if re.search(kind["pattern"], title, re.I))
    return next(found, None)
