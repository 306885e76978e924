"""Whom a dataset's number or name stands for on a day."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from atase.actors import actors, by_number, resolve
from atase.datasets.card import Card
from atase.datasets.outcome import RefusedError
from atase.i18n import _

SINCE = 1945
"""The first year that the register's list of states covers."""


@cache
def numbered(system: Literal["cow", "gw"], number: str, on: str | None) -> str:
    """The code of the state with a number of the Correlates of War or Gleditsch-Ward list.

    Raises:
        RefusedError: no state since 1945 has it.
    """
    found = by_number(system, int(number), on) if number.isdecimal() else None
    if found is None:
        raise RefusedError(_("no state since 1945 has the number"), number)
    return found.code


def named(card: Card, name: str, on: str | None) -> str:
    """The code that a name or code of a dataset stands for on a date.

    Names of today are taken for the state of the day that bears the same number: Russia in 1980 is the Soviet Union.

    Raises:
        RefusedError: it stands for nobody, or for several.
    """
    if name in card.nobody:
        raise RefusedError(_("no state or organisation of the register"), name, outside=True)
    if (code := card.aliases.get(name) or _called(name)) is None:
        raise RefusedError(_("a name that stands for no state, or for several"), name)
    return _standing(code, on)


def since(date: str | None) -> None:
    """Refuse what was over before the list of states begins.

    Raises:
        RefusedError: the date is before 1945.
    """
    if date and int(date[:4]) < SINCE:
        raise RefusedError(_("before 1945, where the list of states begins"), date, outside=True)


@cache
def _called(name: str) -> str | None:
    """The one whom an ISO code or a proper name stands for; of several, the one who bears the name today."""
    if name.upper() in actors():
        return name.upper()
    names = [found for found in resolve(name).candidates if found.kind == "name" and found.code]
    lasting = [found for found in names if found.name.end is None] or names
    codes = {found.code for found in lasting}
    return codes.pop() if len(codes) == 1 else None


@cache
def _standing(code: str, on: str | None) -> str:
    bearer = actors()[code]
    if on is None or bearer.exists(on) or not bearer.cow:
        return code
    then = by_number("cow", bearer.cow[0], on)
    return then.code if then and then.exists(on) else code


def together(card: Card, names: Iterable[str], on: str | None) -> tuple[list[str], list[str]]:
    """The codes of names that stand side by side, and those names that stand for nobody. Empty ones do not count.

    Raises:
        RefusedError: a name is not known at all.
    """
    codes, others = [], []
    for name in filter(None, names):
        if name in card.nobody:
            others.append(name)
        else:
            codes.append(named(card, name, on))
    return codes, others
