"""The index of terms in SQLite (https://www.sqlite.org/fts5.html) and in PostgreSQL
(https://www.postgresql.org/docs/current/datatype-textsearch.html): one table `register_listing`, whose rows lie at
their activities' positions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from typing import Protocol

from django.db import connections

from atase.register.terms import COLUMNS, Either, Phrase, Query, Terms

_FARTHEST = 16_000
"""Words that PostgreSQL keeps the place of; those behind are found, but not in phrases."""
_WEIGHTS = dict(zip(COLUMNS, "ABCD", strict=True))


class Engine(Protocol):
    """How a database keeps the index and is asked."""

    @property
    def position(self) -> str:
        """The name of the column that holds the position."""

    @property
    def condition(self) -> str:
        """The condition of a row that matches, with a place for the query."""

    @property
    def insert(self) -> str:
        """The statement that adds a row."""

    def values(self, position: int, terms: Terms) -> tuple[int | str, ...]:
        """What the statement is given."""

    def query(self, asked: Query) -> str:
        """What is asked, in the database's words."""


class _FTS5:
    position = "rowid"
    condition = "register_listing MATCH %s"
    insert = "INSERT INTO register_listing (rowid, codes, told, title, publisher) VALUES (%s, %s, %s, %s, %s)"

    def values(self, position: int, terms: Terms) -> tuple[int | str, ...]:
        return position, *astuple(terms)

    def query(self, asked: Query) -> str:
        if isinstance(asked, Phrase):
            return f'{{{" ".join(asked.columns)}}} : "{" ".join(asked.words)}"{" *" if asked.beginning else ""}'
        link = " OR " if isinstance(asked, Either) else " AND "
        return f"({link.join(map(self.query, asked.parts))})"


class _TSVector:
    position = "position"
    condition = "terms @@ %s::tsquery"
    insert = "INSERT INTO register_listing (position, terms) VALUES (%s, %s::tsvector)"

    def values(self, position: int, terms: Terms) -> tuple[int | str, ...]:
        places: dict[str, list[str]] = {}
        place = 0
        for column, told in zip(COLUMNS, astuple(terms), strict=True):
            for word in told.split():
                place = min(place + 1, _FARTHEST)
                places.setdefault(word, []).append(f"{place}{_WEIGHTS[column]}")
        return position, " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())

    def query(self, asked: Query) -> str:
        if isinstance(asked, Phrase):
            weights = "".join(_WEIGHTS[column] for column in asked.columns)
            *before, last = asked.words
            placed = [f"'{word}':{weights}" for word in before] + [f"'{last}':{'*' * asked.beginning}{weights}"]
            return f"({' <-> '.join(placed)})"
        link = " | " if isinstance(asked, Either) else " & "
        return f"({link.join(map(self.query, asked.parts))})"


def engine(alias: str) -> Engine:
    """That of the register's database."""
    return _TSVector() if connections[alias].vendor == "postgresql" else _FTS5()


def replace(alias: str, gone: Iterable[int], rows: Mapping[int, Terms]) -> None:
    """Take the rows at some positions out of the index, and put others in.

    Both in rising order: FTS5 begins a new part of its index wherever a row lies before the last.
    """
    here = engine(alias)
    with connections[alias].cursor() as cursor:
        delete = f"DELETE FROM register_listing WHERE {here.position} = %s"  # noqa: S608  a name of ours
        cursor.executemany(delete, [(position,) for position in sorted(gone)])
        cursor.executemany(here.insert, [here.values(position, rows[position]) for position in sorted(rows)])
