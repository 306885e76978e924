"""Defence cooperation agreements: a row a treaty, or a row a pair of states and a year."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import number, report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import numbered
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Party, Report

LAST = 2010
"""The year in which observation ends: what lasts until then may have lasted longer."""


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The agreements of a file in either layout."""
    found = table(card, path)
    return each(found.rows, partial(_treaty if found.layout.name == "treaties" else _pair, card))


def _treaty(card: Card, row: Row) -> Report:
    signed = date(row["signYear"], row["signMonth"], row["signDay"])
    sectors = (row[f"category{place}"] for place in (1, 2, 3))
    return report(
        card,
        row,
        "agreement",
        "done",
        _parties(row, signed),
        date=signed,
        end=_end(row),
        depth=card.tables["depth"].get(row["type"]),
        detail={
            "id": row["DCAid"],
            "kind": row["type"],
            "sectors": "; ".join(card.tables["sector"].get(sector, sector) for sector in sectors if sector),
            "entry_into_force": date(row["EIFYear"], row["EIFMonth"], row["EIFDay"]) or "",
            "term_years": row["span"],
            "renewal": row["renewType"],
            "renewal_years": row["renewYears"],
            "terminated": row["terminated"],
            "end_estimate": row["endYearEstimate"],
            "right_censored": "yes" if not _end(row) and (number(row["endYearEstimate"]) or 0) >= LAST else "",
            "un_treaty_series": row["UNTS"],
            "source_type": row["sourceType"],
            "source": row["source"],
        },
    )


def _pair(card: Card, row: Row) -> Report:
    if row["dcaAnyV1"] != "1":
        raise RefusedError(_("no agreement in force in the year"), outside=True)
    year = date(row["year"])
    return report(
        card,
        row,
        "agreement",
        "underway",
        _parties(row, year),
        date=year,
        end=year,
        depth="framework" if row["dcaGeneralV1"] == "1" else "operational",
    )


def _parties(row: Row, on: str | None) -> list[Party]:
    return [Party(numbered("cow", row[column], on)) for column in ("ccode1", "ccode2")]


def _end(row: Row) -> str | None:
    """The year in which a terminated agreement ended; how long others last is an estimate."""
    lasted, signed = number(row["durationActual"]), number(row["signYear"])
    return date(f"{signed + lasted:.0f}") if row["terminated"] == "1" and signed and lasted else None
