"""ICEWS14: a row an event as four numbers, with the names that they stand for in files beside it."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from atase.actors import resolve
from atase.datasets.cameo import Actor, Stories, event, labels
from atase.datasets.card import Card
from atase.datasets.opening import open_text
from atase.datasets.outcome import Outcome, RefusedError, each
from atase.datasets.states import named
from atase.datasets.tables import Row, table
from atase.errors import AtaseError
from atase.i18n import _
from atase.report import Report

_SET = re.compile(r"train|valid|test")
_OFFICES = ("office", "service", "person")
_FORCES = ("service_chief", "chief_of_defence")


def read(card: Card, path: Path) -> Iterator[Outcome]:
    """The events of one of the benchmark's files.

    Raises:
        AtaseError: the lists of entities and relations are not beside it.
    """
    found = table(card, path)
    entities, relations = _names(path, "entity2id"), _names(path, "relation2id")
    return each(found.rows, _maker(card, entities, relations))


def _maker(card: Card, entities: dict[str, str], relations: dict[str, str]) -> Callable[[Row], Report]:
    stories = Stories(card)
    actor = cache(lambda name: _actor(card, name))

    def make(row: Row) -> Report:
        relation = _name(relations, row["relation"])
        first, second = _name(entities, row["subject"]), _name(entities, row["object"])
        code = labels().get(relation)
        if code is None:
            raise RefusedError(_("an event that is no activity"), relation, outside=True)
        on = _day(row["hour"])
        said = {"subject": first, "event": relation, "object": second, "date": on}
        row = Row(row.number, said)
        return stories.report(
            row, event(code), (actor(first), actor(second)), on, date=on, detail=said | {"cameo": code}
        )

    return make


def _actor(card: Card, name: str) -> Actor:
    """`Military (Thailand)`, a state or organisation, or a person in office."""
    if match := re.fullmatch(r"(.*) \(([^()]*)\)", name):
        head, tail = match.groups()
        military = head in card.tables["military"]
        return Actor(_code(card, tail, name), military or head in card.tables["official"], military)
    bearers = [one for one in resolve(name, "2014").candidates if one.valid and one.kind in _OFFICES and one.code]
    if len(codes := {one.code for one in bearers}) == 1:
        forces = any(one.kind == "service" or one.name.rank in _FORCES for one in bearers)
        return Actor(str(codes.pop()), True, forces)
    return Actor(_code(card, name, name), True, False)


def _code(card: Card, state: str, name: str) -> str:
    try:
        return named(card, state, "2014")
    except RefusedError as error:
        raise RefusedError(_("an actor of no state or organisation of the register"), name, outside=True) from error


def _name(names: dict[str, str], number: str) -> str:
    if number in names:
        return names[number]
    raise RefusedError(_("a number that the lists of names have not"), number)


def _day(hour: str) -> str:
    if not hour.isdecimal() or int(hour) >= 365 * 24:
        raise RefusedError(_("an hour that is not in 2014"), hour)
    return (date(2014, 1, 1) + timedelta(hours=int(hour))).isoformat()


def _names(path: Path, which: str) -> dict[str, str]:
    """Names by number: `icews14-entity2id.txt` beside `icews14-train.txt`."""
    beside = path.with_name(_SET.sub(which, path.name))
    if beside == path or not beside.exists():
        message = _("{path}: needs the benchmark's {list} beside it, and to be called train, valid or test")
        raise AtaseError(message.format(path=path, list=f"{which}.txt"))
    with open_text(beside, "utf-8") as stream:
        parts = (line.strip().rpartition("\t") for line in stream)
        return {number: name.replace("_", " ") for name, tab, number in parts if tab}
