"""Events of CAMEO, the ontology of ICEWS and GDELT, as activities of the codebook."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from atase.datasets.card import Card
from atase.datasets.coding import report
from atase.datasets.outcome import RefusedError
from atase.datasets.tables import Row
from atase.i18n import _
from atase.report import Party, Report

_BOTH = ("participant", "participant")


@dataclass(frozen=True, slots=True)
class Event:
    """What the events of a code are (see `cameo.toml`)."""

    instrument: str
    stage: str
    among: Literal["official", "military"]
    roles: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the state or organisation, and whether its government or forces do."""

    code: str
    official: bool
    military: bool


@cache
def events() -> Mapping[str, Event]:
    """The events that are activities, by CAMEO code."""
    return {
        code: Event(told["instrument"], told["stage"], told["among"], tuple(told.get("roles", _BOTH)))
        for told in _data()["event"]
        for code in told["codes"]
    }


def labels() -> Mapping[str, str]:
    """The CAMEO code that a label of ICEWS stands for, for the events that are activities."""
    found: Mapping[str, str] = _data()["labels"]
    return found


@cache
def event(code: str) -> Event:
    """What the event of a code is, by the code itself or the nearest above it.

    Raises:
        RefusedError: it is no activity.
    """
    for length in range(len(code), 2, -1):
        if found := events().get(code[:length]):
            return found
    raise RefusedError(_("an event that is no activity"), code, outside=True)


class Stories:
    """Reports events, and folds those that one story tells several times: each activity comes once of it."""

    def __init__(self, card: Card) -> None:
        self._card = card
        self._first: dict[tuple[object, ...], int] = {}

    def report(self, row: Row, what: Event, actors: tuple[Actor, Actor], story: str, **told: Any) -> Report:
        """The report of an event.

        Raises:
            RefusedError: the actors are not such that it counts, or the story told it before.
        """
        first, second = actors
        if first.code == second.code:
            raise RefusedError(_("one party alone"), outside=True)
        if not (first.official and second.official):
            raise RefusedError(_("an actor that is neither government nor force"), outside=True)
        if what.among == "military" and not (first.military or second.military):
            raise RefusedError(_("no force or defence body takes part"), outside=True)
        parties = [Party(first.code, what.roles[0]), Party(second.code, what.roles[1])]
        told_before = self._first.setdefault((story, what, frozenset(parties)), row.number)
        if told_before != row.number:
            raise RefusedError(_("told by the same story before"), str(told_before), outside=True)
        return report(self._card, row, what.instrument, what.stage, parties, **told)


@cache
def _data() -> Any:
    return tomllib.loads((files("atase.datasets") / "cameo.toml").read_text("utf-8"))
