"""Geo-PKO: a row a mission, year and place, with all contributors in one cell."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import together
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Party, Quantity, Report

_CONTRIBUTOR = re.compile(r"(?:^|, )(.+?) \((\d+|size unknown)\)")


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The places of a file."""
    return each(table(card, path).rows, partial(_place, card))


def _place(card: Card, row: Row) -> Report:
    told = row["year.overview"]
    if _CONTRIBUTOR.sub("", told):
        raise RefusedError(_("not a list of contributors with their numbers"), told)
    sizes = dict(_CONTRIBUTOR.findall(told))
    year = date(row["year"])
    codes, others = together(card, sizes, year)
    if not codes:
        raise RefusedError(_("no contributor is named"), outside=True)
    hosts = [code for code in card.tables["hosts"].get(row["mission"], ()) if code not in codes]
    troops = sum(int(size) for size in sizes.values() if size.isdecimal())
    return report(
        card,
        row,
        "peace_operation",
        "underway",
        [*(Party(code, "contributor") for code in codes), Party("UN"), *(Party(code, "host") for code in hosts)],
        date=year,
        end=year,
        place=row["location"] or None,
        series=row["mission"],
        depth="contribution",
        themes=("peacekeeping",),
        quantities=(Quantity(troops, "troops"),) if troops else (),
        detail={
            "mission": row["mission"],
            "sizes": told,
            "latitude": row["latitude"],
            "longitude": row["longitude"],
            "other_participants": "; ".join(others),
        },
    )
