"""ICEWS: a row an event between two actors, in one sentence of one story."""

from collections.abc import Iterator
from pathlib import Path

from atase.datasets.cameo import Actor, Stories, event
from atase.datasets.card import Card
from atase.datasets.dates import iso
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.i18n import _
from atase.report import Report


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The events of a file."""
    stories = Stories(card)

    def make(row: Row) -> Report:
        what = event(row["CAMEO Code"])
        on = iso(row["Event Date"])
        place = ", ".join(filter(None, (row["City"], row["Country"])))
        return stories.report(
            row,
            what,
            (_actor(card, row, "Source", on), _actor(card, row, "Target", on)),
            row["Story ID"],
            date=on,
            place=place or None,
            detail={
                "id": row["Event ID"],
                "event": row["Event Text"],
                "cameo": row["CAMEO Code"],
                "intensity": row["Intensity"],
                "publisher": row["Publisher"],
            },
        )

    return each(table(card, path).rows, make)


def _actor(card: Card, row: Row, side: str, on: str | None) -> Actor:
    name, country = row[f"{side} Name"], row[f"{side} Country"]
    sectors = set(row[f"{side} Sectors"].split(",")) if row[f"{side} Sectors"] else set()
    kinds = card.tables
    official = name == country or bool(sectors.intersection(kinds["official"]))
    armed = bool(sectors.intersection(kinds["armed_groups"]))
    military = official and bool(sectors.intersection(kinds["military"]))
    return Actor(_code(card, name, country, on), official and not armed, military)


def _code(card: Card, name: str, country: str, on: str | None) -> str:
    """An actor without a country counts where it is an organisation itself."""
    if country:
        return named(card, country, on)
    try:
        return named(card, name, on)
    except RefusedError as error:
        raise RefusedError(_("an actor of no state or organisation of the register"), name, outside=True) from error
