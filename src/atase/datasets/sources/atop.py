"""Alliances: a row a state's time as a member of an alliance's phase."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.dates import date
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import numbered, since
from atase.datasets.tables import Row, table
from atase.report import Party, Report


@dataclass(frozen=True, slots=True)
class _Member:
    """A membership; ISO dates, whose order is that of the days. `end` is None where it lasts."""

    number: str
    start: str
    end: str | None


_Alliances = dict[tuple[str, str], list[_Member]]


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The memberships of a file."""
    rows = list(table(card, path).rows)
    alliances: _Alliances = defaultdict(list)
    for row in rows:
        with suppress(RefusedError):  # a row that is broken is told as such below
            if not row.defect and (start := _date(row, "ent")):
                alliances[row["atopid"], row["phase"]].append(_Member(row["member"], start, _end(row)))
    return each(rows, partial(_membership, card, alliances))


def _membership(card: Card, alliances: _Alliances, row: Row) -> Report:
    start, end = _date(row, "ent"), _end(row)
    since(end)
    told = [duty for duty in card.tables["obligation"] if row[duty["column"]] == "1"]
    duty = told[0] if told else {"instrument": "agreement"}
    return report(
        card,
        row,
        duty["instrument"],
        "done",
        _parties(row, alliances[row["atopid"], row["phase"]], start or ""),
        date=start,
        end=end,
        depth=duty.get("depth"),
        detail={
            "alliance": row["atopid"],
            "phase": row["phase"],
            "member": row["member"],
            "obligations": " ".join(duty["column"] for duty in told),
        },
    )


def _parties(row: Row, members: list[_Member], start: str) -> list[Party]:
    """The member, and who else was one when it entered; where nobody was yet, those who came next."""
    others = [one for one in members if one.number != row["member"]]
    there = [one for one in others if one.start <= start and (one.end is None or start <= one.end)]
    next_day = min((one.start for one in others if one.start > start), default="")
    found = there or [one for one in others if one.start == next_day]
    return [Party(numbered("cow", row["member"], start)), *map(Party, _codes(found, start))]


def _codes(members: list[_Member], on: str) -> Iterator[str]:
    """Without states that were gone before 1945, whose end the row of the member itself tells."""
    for member in members:
        with suppress(RefusedError):
            yield numbered("cow", member.number, on)


def _date(row: Row, which: str) -> str | None:
    return date(*(row[f"{part}{which}"] for part in ("yr", "mo", "day")))


def _end(row: Row) -> str | None:
    return None if row["yrexit"] == "0" else _date(row, "exit")
