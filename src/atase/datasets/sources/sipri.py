"""The SIPRI trade register: a row a deal, or a row a deal's deliveries of one year."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from atase.datasets.card import Card
from atase.datasets.coding import number, report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.sources.sipri_rtf import register
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Party, Quantity, Report

_DETAILS = {
    "status": ("status", "Status"),
    "designation": ("Weapon designation", "Designation"),
    "description": ("Weapon description", "Description"),
    "category": ("Armament category",),
    "ordered": ("Number ordered",),
    "ordered_doubt": ("Number ordered ?",),
    "order_year": ("Year of order", "Order date"),
    "order_year_doubt": ("Year of order ?", "Order date is estimate"),
    "delivered": ("Number delivered", "Numbers delivered"),
    "delivered_doubt": ("Number delivered ?", "Numbers delivered is estimate"),
    "delivery_year_doubt": ("Delivery year is estimate",),
    "tiv_delivered": ("SIPRI TIV of delivered weapons", "TIV delivery values"),
    "deal": ("SIPRI AT Database ID", "Deal ID"),
    "comments": ("Comments",),
}
"""The columns of a detail in the different layouts."""


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The deals or deliveries of a file in any layout."""
    if path.suffix.lower() == ".rtf":
        return each(register(card, path), partial(_deal, card))
    found = table(card, path)
    by_deal = "Number ordered" in found.layout.columns
    return each(found.rows, partial(_deal if by_deal else _delivery, card))


def _deal(card: Card, row: Row) -> Report:
    comments = row["Comments"].split(";")
    ordered, delivered = number(row["Number ordered"]), number(row["Number delivered"])
    years = re.findall(r"\d{4}", row["Year(s) of delivery"])
    if not delivered:
        stage = "proposed" if re.search(card.tables["not_ordered"], row["Comments"]) else "planned"
        told = {"date": date(row["Year of order"])}
    else:
        stage = "underway" if ordered and delivered < ordered else "done"
        told = {"date": min(years, default=None), "end": max(years, default=None)}
    amount = delivered or ordered
    return _report(card, row, _production(card, comments), stage, amount, told)


def _delivery(card: Card, row: Row) -> Report:
    local = row["Local production"] == "Yes"
    kind = {"instrument": "licensing", "depth": "production"} if local else _MAJOR
    told = {"date": date(row["Delivery year"])}
    return _report(card, row, kind, "done", number(row["Numbers delivered"]), told)


_MAJOR = {"instrument": "arms_transfer", "depth": "major"}


def _production(card: Card, comments: list[str]) -> dict[str, str]:
    certain = [part.strip() for part in comments if not re.search(card.tables["doubtful"], part, re.I)]
    for kind in card.tables["comment"]:
        if any(re.search(kind["pattern"], part, re.I) for part in certain):
            return {name: value for name, value in kind.items() if name != "pattern"}
    return _MAJOR


def _report(
    card: Card, row: Row, kind: dict[str, str], stage: str, amount: float | None, told: dict[str, Any]
) -> Report:
    order = row.first("Year of order", "Order date")
    parties = [
        Party(_party(card, row.first("Supplier", "Seller"), order), "supplier"),
        Party(_party(card, row.first("Recipient", "Buyer"), order), "recipient"),
    ]
    detail = {name: row.first(*columns) for name, columns in _DETAILS.items()}
    doubts = {name: value for name, value in detail.items() if name.endswith("doubt")}
    detail |= {name: "yes" if value in ("?", "Yes") else "" for name, value in doubts.items()}
    quantities = (Quantity(amount, "units"),) if amount else ()
    instrument, depth = kind["instrument"], kind.get("depth")
    return report(card, row, instrument, stage, parties, depth=depth, quantities=quantities, detail=detail, **told)


def _party(card: Card, name: str, on: str) -> str:
    """`**` marks an international organisation, `*` a group that is no state."""
    if name.endswith("*") and not name.endswith("**"):
        raise RefusedError(_("no state or organisation of the register"), name, outside=True)
    return named(card, name.removesuffix("**").strip(), on or None)
