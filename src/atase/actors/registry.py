"""The states since 1945 and the organisations of the codebook, by code, number and day.

Spells follow Gleditsch and Ward (1999) and, for the microstates that their list leaves out, the day
of independence; an open start means that the state was there in 1945.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from atase.actors.model import Actor, Spell
from atase.actors.tables import DATA, Row, rows
from atase.errors import AtaseError
from atase.i18n import _

_STATES = ("code", "iso2", "cow", "gw", "name_en", "name_id", "region", "spells", "successors")
_ORGANISATIONS = ("code", "name_en", "name_id", "spells", "members")


@cache
def actors() -> Mapping[str, Actor]:
    """Every state and organisation by its code, sorted."""
    return MappingProxyType(load(DATA))


def actor(code: str) -> Actor:
    """The state or organisation with this code.

    Raises:
        AtaseError: there is none; the message names the codes that look like it.
    """
    found = actors().get(code)
    if found is None:
        near = get_close_matches(code.upper(), actors(), n=3)
        hint = _("did you mean {codes}?").format(codes=", ".join(near)) if near else _("see docs/actors.md")
        raise AtaseError(_("no state or organisation has the code {code!r}; {hint}").format(code=code, hint=hint))
    return found


def successor(code: str, on: str) -> Actor | None:
    """Who stands in for `code` on a date: itself, or the state that continues it by then, or None."""
    found = actor(code)
    if found.exists(on):
        return found
    gone = all(spell.end and not spell.covers(on) and spell.end < on for spell in found.spells)
    return successor(found.successors[0], on) if gone and found.successors else None


def by_number(system: Literal["cow", "gw"], number: int, on: str | None = None) -> Actor | None:
    """The state with a number of the Correlates of War or Gleditsch-Ward list, on a date or now.

    One number passes from state to state (365 is the Soviet Union, then Russia), so the date decides;
    without one, or where none of them existed then, it is the present bearer.
    """
    bearers = [found for found in actors().values() if number in getattr(found, system)]
    then = [found for found in bearers if on and found.exists(on)]
    now = [found for found in bearers if found.spells[-1].end is None]
    return next(iter(then + now + bearers), None)


def load(data: Path) -> dict[str, Actor]:
    """Read and check `states.csv` and `organisations.csv` of a folder.

    Raises:
        AtaseError: a row is broken; the message names file and line.
    """
    states = list(rows(data / "states.csv", _STATES))
    organisations = list(rows(data / "organisations.csv", _ORGANISATIONS))
    known: set[str] = set()
    for row in states + organisations:
        if (code := row.text("code")) in known:
            raise row.error(f"{code} is there twice")
        known.add(code)
    found = [_state(row, known) for row in states] + [_organisation(row, known) for row in organisations]
    return {actor.code: actor for actor in sorted(found, key=lambda actor: actor.code)}


def _state(row: Row, known: set[str]) -> Actor:
    return Actor(
        code=row.text("code"),
        kind="state",
        name_en=row.text("name_en"),
        name_id=row.text("name_id"),
        spells=_spells(row),
        iso2=row.optional("iso2"),
        cow=_numbers(row, "cow"),
        gw=_numbers(row, "gw"),
        region=row.text("region"),
        successors=row.codes("successors", known),
    )


def _organisation(row: Row, known: set[str]) -> Actor:
    return Actor(
        code=row.text("code"),
        kind="organisation",
        name_en=row.text("name_en"),
        name_id=row.text("name_id"),
        spells=_spells(row),
        members=row.codes("members", known),
    )


def _numbers(row: Row, column: str) -> tuple[int, ...]:
    numbers = row.cells[column].split()
    if not all(number.isdecimal() for number in numbers):
        raise row.error(f"{column} must be numbers, not {row.cells[column]!r}")
    return tuple(map(int, numbers))


def _spells(row: Row) -> tuple[Spell, ...]:
    """Intervals as ISO 8601-2 writes them, `1946-04-17/1958-02-01 1961-09-28/..`, in order."""
    spells: list[Spell] = []
    for interval in row.text("spells").split():
        start, slash, end = interval.partition("/")
        if not slash:
            raise row.error(f"spells must be START/END, not {interval!r}")
        spell = Spell(*(row.checked_date("" if day == ".." else day) for day in (start, end)))
        before = spells[-1].end if spells else ""
        if before is None or (spell.start or before) < before or (spell.end and spell.end < (spell.start or "")):
            raise row.error(f"spells are not in order: {row.cells['spells']}")
        spells.append(spell)
    return tuple(spells)
