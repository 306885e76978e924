"""Militarised disputes: a row what one state did to another in a dispute and year."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import numbered, since
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Party, Report


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The directed pairs and years of a file."""
    return each(table(card, path).rows, partial(_side, card))


def _side(card: Card, row: Row) -> Report:
    since(date(row["year"]))
    on = date(row["year"], row["stmon"] if row["gmlmidonset"] == "1" else "")
    if row["hiact1"] == "0":
        raise RefusedError(_("no militarised action of the first state"), outside=True)
    action = card.tables["action"].get(row["hiact1"])
    if action is None:
        raise RefusedError(_("an action that is not on the scale"), row["hiact1"])
    return report(
        card,
        row,
        action["instrument"],
        "done",
        [Party(numbered("cow", row["ccode1"], on), "actor"), Party(numbered("cow", row["ccode2"], on), "target")],
        date=on,
        depth=action["depth"],
        detail={
            "dispute": row["dispnum"],
            "action": action["name"],
            "hostility": row["hostlev1"],
            "fatality": row["fatality1"],
            "side_a": "yes" if row["sidea1"] == "1" else "",
        },
    )
