"""Multinational Military Exercises: a row an exercise, with a column for each participant."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.actors import actors
from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, each
from atase.datasets.states import together
from atase.datasets.tables import Row, table
from atase.report import Party, Report

_DOMAINS = ("Air", "Land", "Sea", "Amphibious", "Cyber")


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The exercises of a file."""
    return each(table(card, path).rows, partial(_exercise, card))


def _exercise(card: Card, row: Row) -> Report:
    start = date(row["s.year"], row["s.month"], row["s.day"])
    codes, others = together(card, (cell for name, cell in row.cells.items() if name.startswith("State")), start)
    more = row["AdditionalParticipantInfo"]
    (codes if more in actors() else others).append(more)  # "NATO" alone is a party, "troops from NATO countries" none
    return report(
        card,
        row,
        "exercise",
        "done",
        map(Party, codes),
        date=start,
        end=date(row["e.year"], row["e.month"], row["e.day"]),
        place=row["Location"] or None,
        series=row["Series_Name"] or None,
        depth=_depth(row),
        themes=tuple(sorted(theme for flag, theme in card.tables["themes"].items() if row[flag] == "1")),
        detail={
            "id": row["MMEID"],
            "name": row["Ex_Name"],
            "focus": row["FocusDescription"],
            "domains": " ".join(name.lower() for name in _DOMAINS if row[name] == "1"),
            "other_participants": "; ".join(filter(None, others)),
        },
    )


def _depth(row: Row) -> str | None:
    if row["CPX"] == "1":
        return "table_top"
    domains = sum(row[name] == "1" for name in _DOMAINS)
    return "multi_domain" if domains > 1 or row["Amphibious"] == "1" else "single_service" if domains else None
