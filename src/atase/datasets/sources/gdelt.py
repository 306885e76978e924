"""GDELT: a row an event between two actors on one web page."""

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
    """The events of an export file."""
    stories = Stories(card)

    def make(row: Row) -> Report:
        what = event(row["EventCode"])
        on = iso(row["SQLDATE"])
        return stories.report(
            row,
            what,
            (_actor(card, row, "Actor1", on), _actor(card, row, "Actor2", on)),
            row["SOURCEURL"],
            date=on,
            place=row["ActionGeo_FullName"] or None,
            detail={
                "id": row["GLOBALEVENTID"],
                "cameo": row["EventCode"],
                "goldstein": row["GoldsteinScale"],
                "mentions": row["NumMentions"],
                "url": row["SOURCEURL"],
            },
        )

    return each(table(card, path).rows, make)


def _actor(card: Card, row: Row, side: str, on: str | None) -> Actor:
    kinds = {row[f"{side}Type{place}Code"] for place in (1, 2, 3)} - {""}
    official = not kinds or bool(kinds.intersection(card.tables["official"]))
    armed = bool(kinds.intersection(card.tables["armed_groups"]))
    military = official and bool(kinds.intersection(card.tables["military"]))
    return Actor(_code(card, row, side, on), official and not armed, military)


def _code(card: Card, row: Row, side: str, on: str | None) -> str:
    if code := card.tables["groups"].get(row[f"{side}KnownGroupCode"]):
        return str(code)
    if country := row[f"{side}CountryCode"]:
        return named(card, country, on)
    raise RefusedError(_("an actor of no state or organisation of the register"), row[f"{side}Name"], outside=True)
