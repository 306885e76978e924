"""Where the activities that a filter lets through lie: as stretches of the index, and these as SQL."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connections

from atase import when
from atase.register.engines import engine
from atase.register.listing import DATED, END, since
from atase.register.terms import Every, Query, asked, touching
from atase.register.words import Filter
from atase.register.writing import revision

Sql = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Activities from `low` on and before `high`, that have all terms, and that last to `last` or longer."""

    terms: tuple[Query, ...]
    low: int = 0
    high: int = END
    last: date | None = None

    def within(self, low: int, high: int) -> "Stretch":
        """What of it lies between two positions."""
        return replace(self, low=max(self.low, low), high=min(self.high, high))

    def sql(self, alias: str) -> Sql:
        """Its positions."""
        bounds: tuple[Any, ...] = (self.low, self.high)
        if not self.terms:
            return "SELECT position FROM register_activity WHERE position >= %s AND position < %s", bounds
        here = engine(alias)
        query = (
            f"SELECT {here.position} AS position FROM register_listing"  # noqa: S608  names of ours
            f" WHERE {here.condition} AND {here.position} >= %s AND {here.position} < %s"
        )
        values = (here.query(Every(self.terms)), *bounds)
        if self.last is None:
            return query, values
        lasting = f"SELECT a.position FROM ({query}) l JOIN register_activity a ON a.position = l.position"  # noqa: S608
        return f"{lasting} WHERE a.last >= %s", (*values, self.last)


def stretches(wanted: Filter) -> list[Stretch]:
    """Where a filter's activities lie, each in one stretch; the later stretch first.

    A date that is known to the year or month only lies within where a part of it does, and so does a spell.
    """
    terms = tuple(asked(wanted))
    if not wanted.since and not wanted.until:
        return [Stretch(terms)]
    high = since(when.last_day(wanted.until)) + DATED if wanted.until else END
    if not wanted.since:
        return [Stretch(terms, DATED, high)]
    first = when.first_day(wanted.since)
    begun = Stretch((*terms, touching(first.year)), DATED, min(since(first), high), first)
    return [Stretch(terms, since(first), high), begun]


def positions(alias: str, found: Sequence[Stretch]) -> Sql:
    """The positions of all stretches."""
    parts = [stretch.sql(alias) for stretch in found]
    return " UNION ALL ".join(query for query, _ in parts), tuple(value for _, values in parts for value in values)


def matching(alias: str, wanted: Filter) -> Sql:
    """The positions of the activities that a filter lets through."""
    return positions(alias, stretches(wanted))


def count(alias: str, wanted: Filter) -> int:
    """How many activities a filter lets through: counted once for each revision of the register."""
    return _count(alias, revision(alias), *matching(alias, wanted))


@lru_cache(maxsize=1_000)
def _count(alias: str, revision: int, query: str, values: tuple[Any, ...]) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({query}) found", values)  # noqa: S608  a query of ours
        return int(cursor.fetchone()[0])


def forget() -> None:
    """Count anew, for another register may lie where one was."""
    _count.cache_clear()
