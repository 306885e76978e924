"""What a brief is about: one party or two, on a day, in the light of a register's frames."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import polars as pl

from atase.briefs import words
from atase.briefs.ledger import Ledger
from atase.briefs.tree import Statement
from atase.briefs.untrusted import Frames, plain
from atase.measures import years
from atase.measures.select import between, known


@dataclass(frozen=True)
class Subject:
    """The parties (one or two codes), the day, and everything known about them."""

    frames: Frames
    codes: tuple[str, ...]
    on: date
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        texts = self.frames["activities"].with_columns(
            *(
                pl.when(pl.col(name).is_not_null()).then(plain(pl.col(name))).alias(name)
                for name in ("place", "series")
            )
        )
        object.__setattr__(self, "frames", self.frames | {"activities": texts})
        object.__setattr__(self, "ledger", Ledger(self.frames))

    @cached_property
    def activities(self) -> pl.DataFrame:
        """Candidate and confirmed activities in which all the parties take part, newest first, undated last."""
        return between(known(self.frames["activities"], self.on), *self.codes).sort(
            "day", "activity", descending=[True, False], nulls_last=True
        )

    @cached_property
    def years(self) -> pl.DataFrame:
        """`atase.measures.years` of these activities."""
        return years(self.frames, self.activities, self.on)

    @property
    def names(self) -> tuple[str, ...]:
        """The parties' names in the brief's language."""
        return tuple(words.party(code) for code in self.codes)

    def cell(self, row: dict[str, object]) -> Statement:
        """An activity in a few words, with its evidence."""
        return Statement(self.describe(row), self.ledger.cite(str(row["activity"])))

    def describe(self, row: dict[str, object]) -> str:
        """An activity in a few words: its instrument, series, place and rank, and who else takes part."""
        code = str(row["instrument"])
        rank = words.depth(code, row["depth"] and str(row["depth"]))
        parts = [
            words.instrument(code),
            f"“{row['series']}”" if row["series"] else "",
            str(row["place"] or ""),
            rank,
        ]
        return ", ".join(part for part in parts if part)

    def others(self, row: dict[str, object], limit: int = 3) -> str:
        """The names of the other parties of an activity, the first `limit` of them."""
        parties = row["parties"]
        assert isinstance(parties, list)  # noqa: S101  atase.schema.ACTIVITIES
        names = [words.party(code) for code in parties if code not in self.codes]
        rest = len(names) - limit
        return ", ".join(names[:limit]) + (f" +{words.count(rest)}" if rest > 0 else "")
