"""What a brief is about: one party or two, on a day, in the light of a register's frames."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from atase.briefs import words
from atase.briefs.ledger import Ledger
from atase.briefs.tree import State, Statement
from atase.briefs.untrusted import Frames, cleaned
from atase.measures import documents, kinds, years
from atase.measures.select import between, known

Row = dict[str, Any]
"""A row of activities, with what a measure adds to it."""


@dataclass(frozen=True)
class Subject:
    """The parties (one or two codes), the day, and everything known about them."""

    frames: Frames
    codes: tuple[str, ...]
    on: date
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "frames", cleaned(self.frames))
        object.__setattr__(self, "ledger", Ledger(self.frames))

    @cached_property
    def activities(self) -> pl.DataFrame:
        """Candidate and confirmed activities of all the parties, newest first, undated last."""
        return between(known(self.frames["activities"], self.on), *self.codes).sort(
            "day", "activity", descending=[True, False], nulls_last=True
        )

    @cached_property
    def years(self) -> pl.DataFrame:
        """`atase.measures.years` of these activities."""
        return years(self.frames, self.activities, self.on, *self.codes)

    @cached_property
    def kinds(self) -> pl.DataFrame:
        """`atase.measures.kinds` of the parties: which kinds of activity datasets cover in which years."""
        return kinds(self.frames["coverage"], self.on, *self.codes)

    def covers(self, instrument: str, year: int) -> bool:
        """Whether the register has a document of the year, or a dataset that covers the instrument in it."""
        declared = self.kinds.filter(instrument=instrument, year=year)
        return not declared.is_empty() or year in documents(self.frames["sources"])["year"]

    @property
    def names(self) -> tuple[str, ...]:
        """The parties' names in the brief's language."""
        return tuple(words.party(code) for code in self.codes)

    def cell(self, row: Row) -> Statement:
        """An activity in a few words, with its evidence and the surest sentence of it."""
        return replace(self.label(row), quote=self.ledger.quote(row["activity"]))

    def label(self, row: Row) -> Statement:
        """An activity in a few words, with its evidence."""
        return Statement(self.describe(row), self.ledger.cite(row["activity"]))

    def describe(self, row: Row) -> str:
        """An activity in a few words: its instrument, series, place and rank, and who else takes part."""
        code, series = row["instrument"], row["series"]
        rank = words.depth(code, row["depth"])
        parts = (words.instrument(code), f"“{series}”" if series else "", row["place"], rank)
        return ", ".join(part for part in parts if part)

    def others(self, row: Row, limit: int = 3) -> str:
        """The names of the other parties of an activity, the first `limit` of them."""
        names = [words.party(code) for code in row["parties"] if code not in self.codes]
        rest = len(names) - limit
        return ", ".join(names[:limit]) + (f" +{words.count(rest)}" if rest > 0 else "")


def state_of(row: Row) -> State:
    """Whether a person has confirmed the activity; rejected ones never come as far as a brief."""
    return "confirmed" if row["state"] == "confirmed" else "candidate"
